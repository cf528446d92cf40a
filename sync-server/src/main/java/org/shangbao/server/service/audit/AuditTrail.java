package org.shangbao.server.service.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;

/** Writes and verifies the audit chain. Safe to share between threads. */
public final class AuditTrail {
    /** Actor of what an administrator does at the machine. */
    public static final String COMMAND = "@command";
    private static final int PAGE = 500;
    private final Clock clock;

    /** @param clock server time */
    public AuditTrail(Clock clock) { this.clock = clock; }

    /** Appends an entry to the chain within the business transaction. */
    public void record(Transaction transaction, String actor, String act, String subject, String detail) {
        transaction.audit().append(AuditEntry.following(transaction.audit().head(), now(), actor, act, subject, detail));
    }

    /** Returns server time in whole milliseconds, the precision everything is stored and hashed in. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Walks the whole chain.
     *
     * @return what was found: how many entries, and the number of the first that does not fit
     */
    public Verification verify(Transactions transactions) {
        return transactions.read(transaction -> {
            AuditRepository.ChainHead expected = new AuditRepository.ChainHead(0, "0".repeat(64));
            for (List<AuditEntry> page = transaction.audit().after(0, PAGE); !page.isEmpty(); page = transaction.audit()
                    .after(expected.sequence(), PAGE)) {
                for (AuditEntry entry : page) {
                    if (entry.sequence() != expected.sequence() + 1 || !entry.previousHash().equals(expected.hash())
                            || !entry.hash().equals(entry.computedHash())) {
                        return new Verification(expected.sequence(), Optional.of(expected.sequence() + 1));
                    }
                    expected = new AuditRepository.ChainHead(entry.sequence(), entry.hash());
                }
            }
            boolean whole = expected.equals(transaction.audit().head());
            return new Verification(expected.sequence(), whole ? Optional.empty() : Optional.of(expected.sequence() + 1));
        });
    }

    /**
     * Result of {@link #verify}.
     *
     * @param good   entries that fit
     * @param broken number of the first entry that is missing or was changed; empty if the chain is whole
     */
    public record Verification(long good, Optional<Long> broken) {}
}
