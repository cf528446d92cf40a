package org.shangbao.server.store;

import java.util.List;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.audit.AuditEntry;
import org.shangbao.server.service.audit.AuditRepository;

final class JdbiAuditRepository implements AuditRepository {
    private final Handle handle;

    JdbiAuditRepository(Handle handle) { this.handle = handle; }

    @Override
    public ChainHead head() {
        return handle.createQuery("SELECT sequence, hash FROM chain_head WHERE id = 1")
                .map((row, context) -> new ChainHead(row.getLong("sequence"), row.getString("hash"))).one();
    }

    @Override
    public void append(AuditEntry entry) {
        handle.createUpdate("INSERT INTO audit_entry (sequence, at, actor, act, subject, detail, previous_hash, hash)"
                + " VALUES (:sequence, :at, :actor, :act, :subject, :detail, :previousHash, :hash)").bind("sequence", entry.sequence())
                .bind("at", Columns.at(entry.at())).bind("actor", entry.actor()).bind("act", entry.act()).bind("subject", entry.subject())
                .bind("detail", entry.detail()).bind("previousHash", entry.previousHash()).bind("hash", entry.hash()).execute();
        handle.createUpdate("UPDATE chain_head SET sequence = :sequence, hash = :hash WHERE id = 1").bind("sequence", entry.sequence())
                .bind("hash", entry.hash()).execute();
    }

    @Override
    public List<AuditEntry> after(long sequence, int limit) {
        return handle
                .createQuery("SELECT sequence, at, actor, act, subject, detail, previous_hash, hash FROM audit_entry"
                        + " WHERE sequence > :sequence ORDER BY sequence FETCH FIRST " + limit + " ROWS ONLY")
                .bind("sequence", sequence)
                .map((row, context) -> new AuditEntry(row.getLong("sequence"), Columns.instant(row, "at"), row.getString("actor"),
                        row.getString("act"), row.getString("subject"), row.getString("detail"), row.getString("previous_hash"),
                        row.getString("hash")))
                .list();
    }
}
