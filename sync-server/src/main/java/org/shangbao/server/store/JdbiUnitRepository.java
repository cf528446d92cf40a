package org.shangbao.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.unit.UnitRepository;

final class JdbiUnitRepository implements UnitRepository {
    private final Handle handle;

    JdbiUnitRepository(Handle handle) { this.handle = handle; }

    @Override
    public List<ListedUnit> all() {
        return handle
                .createQuery("SELECT id, division_code, name, level, parent, fills, valid_from, valid_to, successor, reported_by, telephone"
                        + " FROM unit ORDER BY position")
                .map((row, context) -> new ListedUnit(
                        new Unit(new UnitId(row.getString("id")), row.getString("division_code"), row.getString("name"),
                                Columns.constant(row, "level", AdminLevel.class), unitId(row.getString("parent")),
                                row.getString("fills") == null ? null : Columns.constant(row, "fills", FormLevel.class),
                                Columns.optionalDate(row, "valid_from"), Columns.optionalDate(row, "valid_to"),
                                unitId(row.getString("successor")), unitId(row.getString("reported_by"))),
                        row.getString("telephone")))
                .list();
    }

    @Override
    public void replaceAll(List<ListedUnit> units) {
        handle.execute("DELETE FROM unit");
        if (units.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO unit (id, division_code, name, level, parent, fills, valid_from, valid_to,"
                + " successor, reported_by, telephone, position) VALUES (:id, :divisionCode, :name, :level, :parent, :fills, :validFrom,"
                + " :validTo, :successor, :reportedBy, :telephone, :position)");
        int position = 0;
        for (ListedUnit listed : units) {
            Unit unit = listed.unit();
            FormLevel fills = unit.fills();
            batch.bind("id", unit.id().value()).bind("divisionCode", unit.divisionCode()).bind("name", unit.name())
                    .bind("level", unit.level().name()).bind("parent", text(unit.parent()))
                    .bind("fills", fills == null ? null : fills.name())
                    .bind("validFrom", unit.validFrom()).bind("validTo", unit.validTo()).bind("successor", text(unit.successor()))
                    .bind("reportedBy", text(unit.reportedBy())).bind("telephone", listed.telephone()).bind("position", position++).add();
        }
        batch.execute();
    }

    @Override
    public List<String> inUse() {
        TreeSet<String> ids = new TreeSet<>(handle.createQuery("SELECT DISTINCT unit FROM report").mapTo(String.class).list());
        ids.addAll(handle.createQuery("SELECT DISTINCT unit FROM account").mapTo(String.class).list());
        return new ArrayList<>(ids);
    }

    private static @Nullable UnitId unitId(@Nullable String text) { return text == null ? null : new UnitId(text); }

    private static @Nullable String text(@Nullable UnitId id) { return id == null ? null : id.value(); }
}
