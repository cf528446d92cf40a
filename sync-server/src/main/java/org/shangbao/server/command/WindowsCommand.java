package org.shangbao.server.command;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.wire.v1.WindowRecord;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Filling windows. */
@Command(name = "windows", mixinStandardHelpOptions = true, subcommands = { WindowsCommand.Set.class, WindowsCommand.ListAll.class })
final class WindowsCommand {

    /** Sets a window. */
    @Command(name = "set", mixinStandardHelpOptions = true)
    static final class Set implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--period", required = true)
        private String period = "";

        @Option(names = "--edition", defaultValue = "")
        private String edition = "";

        @Option(names = "--unit", required = true)
        private String unit = "";

        @Option(names = "--opens", required = true)
        private String opens = "";

        @Option(names = "--due", required = true)
        private String due = "";

        Set(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                session.periods().setWindow(period, edition, unit, instant(opens), instant(due), AuditTrail.COMMAND);
            }
            context.say("windows.set", unit, period, opens, due);
            return 0;
        }

        private static Instant instant(String text) throws ReportingException {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", text + " (2024-10-31T18:00:00+08:00)"), e);
            }
        }
    }

    /** Lists windows. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--json")
        private boolean json;

        ListAll(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                List<WindowRecord> windows = session.periods().windows();
                if (json) {
                    context.json(windows);
                } else {
                    windows.forEach(window -> context.out().println(window.period() + "\t" + window.edition() + "\t" + window.unit() + "\t"
                            + window.kind() + "\t" + window.opensAt() + "\t" + window.dueAt()));
                }
            }
            return 0;
        }
    }
}
