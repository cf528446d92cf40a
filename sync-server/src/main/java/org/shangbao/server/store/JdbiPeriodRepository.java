package org.shangbao.server.store;

import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.server.service.period.PeriodRepository;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.WindowRecord;

final class JdbiPeriodRepository implements PeriodRepository {
    private final Handle handle;

    JdbiPeriodRepository(Handle handle) { this.handle = handle; }

    @Override
    public List<WindowRecord> windows() {
        return handle.createQuery("SELECT period, edition, unit, kind, opens_at, due_at FROM filling_window ORDER BY period, edition, unit")
                .map((row, context) -> new WindowRecord(row.getString("period"), row.getString("edition"),
                        Columns.constant(row, "kind", PeriodKind.class), row.getString("unit"), Columns.instant(row, "opens_at"),
                        Columns.instant(row, "due_at")))
                .list();
    }

    @Override
    public void putWindow(WindowRecord window) {
        handle.createUpdate("DELETE FROM filling_window WHERE period = :period AND edition = :edition AND unit = :unit")
                .bind("period", window.period()).bind("edition", window.edition()).bind("unit", window.unit()).execute();
        handle.createUpdate("INSERT INTO filling_window (period, edition, unit, kind, opens_at, due_at)"
                + " VALUES (:period, :edition, :unit, :kind, :opensAt, :dueAt)").bind("period", window.period())
                .bind("edition", window.edition()).bind("unit", window.unit()).bind("kind", window.kind().name())
                .bind("opensAt", Columns.at(window.opensAt())).bind("dueAt", Columns.at(window.dueAt())).execute();
    }

    @Override
    public List<String> due(String period, String edition) {
        return handle.createQuery("SELECT unit FROM due_unit WHERE period = :period AND edition = :edition ORDER BY unit")
                .bind("period", period).bind("edition", edition).mapTo(String.class).list();
    }

    @Override
    public void freezeDue(String period, String edition, List<String> units) {
        if (units.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO due_unit (period, edition, unit) VALUES (:period, :edition, :unit)");
        units.forEach(unit -> batch.bind("period", period).bind("edition", edition).bind("unit", unit).add());
        batch.execute();
    }

    @Override
    public List<DesignationRecord> designations() {
        return handle.createQuery("SELECT period, unit, item FROM designation ORDER BY period, unit, item")
                .map((row, context) -> new DesignationRecord(row.getString("period"), row.getString("unit"), row.getString("item")))
                .list();
    }

    @Override
    public void addDesignation(DesignationRecord designation) {
        handle.createUpdate("DELETE FROM designation WHERE period = :period AND unit = :unit AND item = :item")
                .bind("period", designation.period()).bind("unit", designation.unit()).bind("item", designation.item()).execute();
        handle.createUpdate("INSERT INTO designation (period, unit, item) VALUES (:period, :unit, :item)")
                .bind("period", designation.period()).bind("unit", designation.unit()).bind("item", designation.item()).execute();
    }
}
