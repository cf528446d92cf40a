package org.shangbao.server.store;

import java.util.List;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.edition.EditionRepository;

final class JdbiEditionRepository implements EditionRepository {
    private final Handle handle;

    JdbiEditionRepository(Handle handle) { this.handle = handle; }

    @Override
    public List<StoredEdition> all() {
        return handle.createQuery("SELECT id, digest, bytes, added_at FROM edition ORDER BY added_at, id")
                .map((row, context) -> new StoredEdition(row.getString("id"), row.getString("digest"), row.getBytes("bytes"),
                        Columns.instant(row, "added_at")))
                .list();
    }

    @Override
    public void add(StoredEdition edition) {
        handle.createUpdate("INSERT INTO edition (id, digest, bytes, added_at) VALUES (:id, :digest, :bytes, :addedAt)")
                .bind("id", edition.id()).bind("digest", edition.digest()).bind("bytes", edition.bytes())
                .bind("addedAt", Columns.at(edition.addedAt())).execute();
    }
}
