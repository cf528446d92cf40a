package org.shangbao.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.shangbao.model.edition.FormEdition;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.wire.v1.edition.EditionLoader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Form editions. */
@Command(name = "editions", mixinStandardHelpOptions = true, subcommands = { EditionsCommand.ListAll.class, EditionsCommand.Add.class })
final class EditionsCommand {

    /** Lists editions. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--json")
        private boolean json;

        ListAll(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                List<FormEdition> editions = session.editions().all();
                if (json) {
                    context.json(editions.stream()
                            .map(edition -> new Listed(edition.id().value(), edition.digest(), edition.title(), edition.version()))
                            .toList());
                } else {
                    editions.forEach(
                            edition -> context.out()
                                    .println(edition.id() + "\t" + edition.version() + "\t" + edition.digest().substring(0, 16)));
                }
            }
            return 0;
        }

        /** What {@code --json} prints. */
        record Listed(String id, String digest, String title, String version) {}
    }

    /** Adds an edition. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        Add(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            byte[] bytes = CommandContext.read(file, EditionLoader.MOST_BYTES);
            try (ServerSession session = context.open()) {
                FormEdition edition = session.editions().add(bytes, AuditTrail.COMMAND);
                context.say("editions.added", edition.id(), edition.version());
            }
            return 0;
        }
    }
}
