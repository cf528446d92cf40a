package org.shangbao.server.command;

import java.util.concurrent.Callable;

import org.shangbao.server.service.audit.AuditTrail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Filling periods. */
@Command(name = "periods", mixinStandardHelpOptions = true, subcommands = PeriodsCommand.Open.class)
final class PeriodsCommand {

    /** Opens a period: freezes who owes a report. */
    @Command(name = "open", mixinStandardHelpOptions = true)
    static final class Open implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--period", required = true)
        private String period = "";

        @Option(names = "--edition", defaultValue = "")
        private String edition = "";

        Open(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                context.say("periods.opened", period, session.periods().open(period, edition, AuditTrail.COMMAND));
            }
            return 0;
        }
    }
}
