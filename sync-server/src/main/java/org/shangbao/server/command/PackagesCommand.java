package org.shangbao.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.wire.v1.transfer.PackageReceipt;
import org.shangbao.wire.v1.transfer.PartOutcome;
import org.shangbao.wire.v1.transfer.TransferPackage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 上报数据包 that come to this computer and leave it on a stick. */
@Command(name = "packages", mixinStandardHelpOptions = true, subcommands = { PackagesCommand.Write.class, PackagesCommand.Take.class })
final class PackagesCommand {

    /** Writes the package of a unit. */
    @Command(name = "write", mixinStandardHelpOptions = true)
    static final class Write implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--unit", required = true)
        private String unit = "";

        @Option(names = "--out", required = true, paramLabel = "FILE")
        private Path out = Path.of("");

        Write(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            byte[] file;
            try (ServerSession session = context.open()) {
                file = session.packages().write(UnitDirectory.unitId(unit));
            }
            Path temporary = out.toAbsolutePath().resolveSibling(out.getFileName() + ".tmp");
            try {
                Files.write(temporary, file);
                Files.move(temporary, out.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", out.toString()), e);
            }
            context.say(TransferPackage.read(file).isInClear() ? "packages.written" : "packages.writtenClosed", unit, out);
            return ExitCode.DONE.number();
        }
    }

    /** Takes a package a unit sent. */
    @Command(name = "take", mixinStandardHelpOptions = true)
    static final class Take implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(index = "0", paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--json")
        private boolean json;

        Take(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            PackageReceipt receipt;
            try (ServerSession session = context.open()) {
                receipt = session.packages().take(CommandContext.read(file, TransferPackage.MOST_BYTES));
            }
            if (json) {
                context.json(receipt);
            } else {
                receipt.parts().forEach(this::tell);
            }
            return (receipt.parts().stream().allMatch(PartOutcome::wasTaken) ? ExitCode.DONE : ExitCode.DECISION).number();
        }

        private void tell(PartOutcome part) {
            if (part.wasTaken()) {
                context.say("packages.taken", part.address());
            } else {
                context.say("packages.refused", part.address(),
                        new ErrorTexts(context.locale()).sentence(ErrorCode.of(part.code()), part.details()));
            }
        }
    }
}
