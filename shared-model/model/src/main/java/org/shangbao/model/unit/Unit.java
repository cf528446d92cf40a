package org.shangbao.model.unit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An office in the reporting tree.
 *
 * @param id           its own identity
 * @param divisionCode administrative division code as an attribute; empty where there is none (新疆生产建设兵团)
 * @param name         official short name, for example 彰武县
 * @param level        its level
 * @param parent       the unit it reports to; null only for the root
 * @param fills        the form it fills; null if it only sums up
 * @param validFrom    first day it exists, null if not stated
 * @param validTo      last day it exists, null while it lives
 * @param successor    the unit that took over, null if none
 * @param reportedBy   由…代报: the unit that reports for it, null if it reports itself
 */
public record Unit(UnitId id, String divisionCode, String name, AdminLevel level, @Nullable UnitId parent, @Nullable FormLevel fills,
        @Nullable LocalDate validFrom, @Nullable LocalDate validTo, @Nullable UnitId successor, @Nullable UnitId reportedBy) {

    /** Returns a unit with neither dates, successor nor a unit that reports for it. */
    public static Unit of(String id, String divisionCode, String name, AdminLevel level, @Nullable String parent,
            @Nullable FormLevel fills) {
        return new Unit(new UnitId(id), divisionCode, name, level, parent == null ? null : new UnitId(parent), fills, null, null, null,
                null);
    }

    /** True if figures of its own are expected from this unit. */
    public boolean isFilling() { return fills != null && reportedBy == null; }
}
