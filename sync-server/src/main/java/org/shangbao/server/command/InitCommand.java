package org.shangbao.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.unit.Unit;
import org.shangbao.wire.v1.units.UnitCsv;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a data folder. */
@Command(name = "init", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--port", defaultValue = "8640")
    private int port;

    @Option(names = "--url")
    private @Nullable String url;

    @Option(names = "--units", paramLabel = "FILE")
    private @Nullable Path units;

    @Option(names = "--root", paramLabel = "UNIT")
    private @Nullable String root;

    InitCommand(CommandContext context) { this.context = context; }

    @Override
    public Integer call() throws Exception {
        List<Unit> list = units == null
                ? List.copyOf(UnitCsv.shipped().all())
                : UnitCsv.read(CommandContext.read(units, UnitCsv.MOST_BYTES));
        context.folders().init(context.data(), port, url, list, root);
        try (ServerSession session = context.open()) {
            context.say("init.done", context.data(), session.editions().all().getFirst().id());
        }
        return 0;
    }
}
