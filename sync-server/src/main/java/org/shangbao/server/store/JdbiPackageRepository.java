package org.shangbao.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.packages.PackageRepository;
import org.shangbao.wire.v1.transfer.PartOutcome;

final class JdbiPackageRepository implements PackageRepository {
    private final Handle handle;

    JdbiPackageRepository(Handle handle) { this.handle = handle; }

    @Override
    public void putKey(AnswerKey key, Instant at) {
        handle.createUpdate("DELETE FROM package_key WHERE unit = :unit AND key_id = :id").bind("unit", key.unit()).bind("id", key.keyId())
                .execute();
        handle.createUpdate("INSERT INTO package_key (unit, key_id, account, public_key, received_at)"
                + " VALUES (:unit, :id, :account, :key, :at)").bind("unit", key.unit()).bind("id", key.keyId())
                .bind("account", key.account()).bind("key", key.publicKey()).bind("at", Columns.at(at)).execute();
    }

    @Override
    public List<AnswerKey> keys(String unit) {
        return handle.createQuery("SELECT key_id, unit, account, public_key FROM package_key WHERE unit = :unit"
                + " ORDER BY received_at DESC, key_id").bind("unit", unit).map((row, context) -> new AnswerKey(row.getString("key_id"),
                        row.getString("unit"), row.getString("account"), row.getString("public_key")))
                .list();
    }

    @Override
    public void forgetKeys(String unit) { handle.createUpdate("DELETE FROM package_key WHERE unit = :unit").bind("unit", unit).execute(); }

    @Override
    public void putOutcome(String unit, PartOutcome outcome, Instant at) {
        handle.createUpdate("DELETE FROM package_outcome WHERE unit = :unit AND address = :address").bind("unit", unit)
                .bind("address", outcome.address()).execute();
        handle.createUpdate("INSERT INTO package_outcome (unit, address, document, received_at) VALUES (:unit, :address, :document, :at)")
                .bind("unit", unit).bind("address", outcome.address()).bind("document", Columns.document(outcome))
                .bind("at", Columns.at(at)).execute();
    }

    @Override
    public List<PartOutcome> outcomes(String unit) {
        return handle.createQuery("SELECT document FROM package_outcome WHERE unit = :unit ORDER BY received_at, address")
                .bind("unit", unit)
                .map((row, context) -> Objects.requireNonNull(Columns.document(row, "document", PartOutcome.class))).list();
    }

    @Override
    public void keepLatest(String unit, int mostKeys, int mostOutcomes) {
        keepLatest("package_key", "key_id", unit, mostKeys);
        keepLatest("package_outcome", "address", unit, mostOutcomes);
    }

    private void keepLatest(String table, String name, String unit, int most) {
        handle.createUpdate("DELETE FROM " + table + " WHERE unit = :unit AND " + name + " NOT IN (SELECT k." + name + " FROM (SELECT "
                + name
                + " FROM " + table + " WHERE unit = :unit ORDER BY received_at DESC, " + name + " FETCH FIRST " + most + " ROWS ONLY) k)")
                .bind("unit", unit).execute();
    }
}
