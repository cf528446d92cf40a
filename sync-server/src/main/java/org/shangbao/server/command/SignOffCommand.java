package org.shangbao.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.signoff.SignOffRepository.ChainStep;
import org.shangbao.server.service.unit.UnitDirectory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The chain of sign-off. */
@Command(name = "sign-off", mixinStandardHelpOptions = true, subcommands = { SignOffCommand.Set.class, SignOffCommand.Show.class })
final class SignOffCommand {

    /** Sets the steps of a unit. */
    @Command(name = "set", mixinStandardHelpOptions = true)
    static final class Set implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--unit", required = true)
        private String unit = "";

        @Parameters(arity = "1..*", paramLabel = "ROLE[=NAME]")
        private List<String> steps = List.of();

        Set(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            List<ChainStep> chain = new ArrayList<>();
            for (String step : steps) {
                int equals = step.indexOf('=');
                chain.add(equals < 0 ? new ChainStep(step, "") : new ChainStep(step.substring(0, equals), step.substring(equals + 1)));
            }
            try (ServerSession session = context.open()) {
                session.signOffs().setChain(UnitDirectory.unitId(unit), chain, AuditTrail.COMMAND);
            }
            context.say("signoff.set", unit, chain.size());
            return 0;
        }
    }

    /** Shows the steps that hold for a unit. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--unit", required = true)
        private String unit = "";

        @Option(names = "--json")
        private boolean json;

        Show(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                List<ChainStep> chain = session.signOffs().chain(UnitDirectory.unitId(unit));
                if (json) {
                    context.json(chain);
                } else {
                    chain.forEach(step -> context.out().println(step.role() + "\t" + step.name()));
                }
            }
            return 0;
        }
    }
}
