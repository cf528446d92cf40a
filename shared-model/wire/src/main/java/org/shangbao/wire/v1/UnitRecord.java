package org.shangbao.wire.v1;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;

/**
 * A unit as it travels.
 *
 * @param id           unit id
 * @param divisionCode division code, empty where there is none
 * @param name         official short name
 * @param level        level
 * @param parent       unit above, null for the root
 * @param fills        form it fills, null if it only sums up
 * @param reportedBy   由…代报, null if it reports itself
 * @param telephone    whom to call there, empty if not known
 */
public record UnitRecord(String id, String divisionCode, String name, AdminLevel level, @Nullable String parent, @Nullable FormLevel fills,
        @Nullable String reportedBy, String telephone) {

    /** Returns the unit as the model sees it. */
    public Unit toUnit() {
        return new Unit(new UnitId(id), divisionCode, name, level, parent == null ? null : new UnitId(parent), fills, null, null, null,
                reportedBy == null ? null : new UnitId(reportedBy));
    }

    /** Returns a unit as it travels. */
    public static UnitRecord of(Unit unit, String telephone) {
        UnitId parent = unit.parent();
        UnitId reportedBy = unit.reportedBy();
        return new UnitRecord(unit.id().value(), unit.divisionCode(), unit.name(), unit.level(), parent == null ? null : parent.value(),
                unit.fills(), reportedBy == null ? null : reportedBy.value(), telephone);
    }
}
