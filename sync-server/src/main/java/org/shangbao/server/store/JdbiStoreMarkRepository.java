package org.shangbao.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.history.StoreMarkRepository;
import org.shangbao.wire.v1.StoreMark;

final class JdbiStoreMarkRepository implements StoreMarkRepository {
    private final Handle handle;

    JdbiStoreMarkRepository(Handle handle) { this.handle = handle; }

    @Override
    public Optional<StoreMark> find(String unit, UUID history) {
        return handle.createQuery("SELECT seq, hash FROM store_mark WHERE unit = :unit AND history = :history").bind("unit", unit)
                .bind("history", history.toString()).map((row, context) -> new StoreMark(row.getLong("seq"), row.getString("hash")))
                .findOne();
    }

    @Override
    public void put(String unit, UUID history, StoreMark mark, Instant at) {
        int changed = handle
                .createUpdate("UPDATE store_mark SET seq = :seq, hash = :hash, told_at = :at WHERE unit = :unit AND history = :history")
                .bind("seq", mark.seq()).bind("hash", mark.hash()).bind("at", Columns.at(at)).bind("unit", unit)
                .bind("history", history.toString()).execute();
        if (changed == 0) {
            handle.createUpdate("INSERT INTO store_mark (unit, history, seq, hash, told_at) VALUES (:unit, :history, :seq, :hash, :at)")
                    .bind("unit", unit).bind("history", history.toString()).bind("seq", mark.seq()).bind("hash", mark.hash())
                    .bind("at", Columns.at(at)).execute();
        }
    }

    @Override
    public void keepLatest(String unit, int most) {
        handle.createUpdate("DELETE FROM store_mark WHERE unit = :unit AND history NOT IN (SELECT k.history FROM (SELECT history"
                + " FROM store_mark WHERE unit = :unit ORDER BY told_at DESC FETCH FIRST " + most + " ROWS ONLY) k)").bind("unit", unit)
                .execute();
    }
}
