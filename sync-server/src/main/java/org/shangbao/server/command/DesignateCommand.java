package org.shangbao.server.command;

import java.util.concurrent.Callable;

import org.shangbao.server.service.audit.AuditTrail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Designates a unit for an item. */
@Command(name = "designate", mixinStandardHelpOptions = true)
final class DesignateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--period", required = true)
    private String period = "";

    @Option(names = "--unit", required = true)
    private String unit = "";

    @Option(names = "--item", required = true)
    private String item = "";

    DesignateCommand(CommandContext context) { this.context = context; }

    @Override
    public Integer call() throws Exception {
        try (ServerSession session = context.open()) {
            session.periods().designate(period, unit, item, AuditTrail.COMMAND);
        }
        context.say("designate.done", unit, period, item);
        return 0;
    }
}
