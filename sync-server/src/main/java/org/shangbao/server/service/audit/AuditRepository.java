package org.shangbao.server.service.audit;

import java.util.List;

/** The audit chain as stored; only ever appended to. */
public interface AuditRepository {
    /** Returns the head: number and hash of the last entry; number 0 before the first. */
    ChainHead head();

    /** Appends an entry and moves the head, within the transaction that holds it. */
    void append(AuditEntry entry);

    /** Returns at most {@code limit} entries after a number, oldest first. */
    List<AuditEntry> after(long sequence, int limit);

    /** Number and hash of the last entry. */
    record ChainHead(long sequence, String hash) {}
}
