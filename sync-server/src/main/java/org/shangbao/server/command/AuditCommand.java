package org.shangbao.server.command;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.shangbao.model.error.ExitCode;
import org.shangbao.server.service.audit.AuditTrail;

import picocli.CommandLine.Command;

/** The audit record. */
@Command(name = "audit", mixinStandardHelpOptions = true, subcommands = AuditCommand.Verify.class)
final class AuditCommand {

    /** Walks the chain; ends with 5 if it is broken. */
    @Command(name = "verify", mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        private final CommandContext context;

        Verify(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                AuditTrail.Verification verification = session.verifyAudit();
                Optional<Long> broken = verification.broken();
                if (broken.isPresent()) {
                    context.say("audit.broken", verification.good(), broken.get());
                    return ExitCode.DAMAGED.number();
                }
                context.say("audit.whole", verification.good());
                return ExitCode.DONE.number();
            }
        }
    }
}
