package org.shangbao.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.shangbao.model.unit.Unit;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.unit.UnitDifference;
import org.shangbao.wire.v1.units.UnitCsv;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The unit list. */
@Command(name = "units", mixinStandardHelpOptions = true, subcommands = UnitsCommand.Import.class)
final class UnitsCommand {

    /** Compares a list with the one that is there, and takes it if asked to. */
    @Command(name = "import", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        private static final int MOST_SHOWN = 200;
        private final CommandContext context;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--apply")
        private boolean apply;

        @Option(names = "--json")
        private boolean json;

        Import(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            byte[] csv = CommandContext.read(file, UnitCsv.MOST_BYTES);
            try (ServerSession session = context.open()) {
                UnitDifference difference = apply ? session.units().apply(csv, AuditTrail.COMMAND) : session.units().compare(csv);
                if (json) {
                    context.json(new Summary(ids(difference.added()),
                            difference.changed().stream().map(changed -> changed.after().id().value()).toList(), ids(difference.removed()),
                            apply));
                    return 0;
                }
                difference.added().stream().limit(MOST_SHOWN).forEach(unit -> context.out().println("+ " + shown(unit)));
                difference.changed().stream().limit(MOST_SHOWN)
                        .forEach(changed -> context.out().println("~ " + shown(changed.before()) + " -> " + shown(changed.after())));
                difference.removed().stream().limit(MOST_SHOWN).forEach(unit -> context.out().println("- " + shown(unit)));
                context.say(apply ? "units.applied" : "units.compared", difference.added().size(), difference.changed().size(),
                        difference.removed().size());
            }
            return 0;
        }

        private static List<String> ids(List<Unit> units) { return units.stream().map(unit -> unit.id().value()).toList(); }

        private static String shown(Unit unit) {
            return unit.id() + " " + unit.name() + " (" + unit.level() + ", " + unit.parent() + ", " + unit.fills() + ")";
        }

        /** What {@code --json} prints. */
        record Summary(List<String> added, List<String> changed, List<String> removed, boolean applied) {}
    }
}
