package org.shangbao.server.service.unit;

import java.util.List;

import org.shangbao.model.unit.Unit;

/** The unit list as stored. */
public interface UnitRepository {
    /**
     * A unit with what only the server's list says of it.
     *
     * @param unit      the unit
     * @param telephone whom to call there, empty if not known
     */
    record ListedUnit(Unit unit, String telephone) {}

    /** Returns all units in list order. */
    List<ListedUnit> all();

    /** Replaces the whole list. */
    void replaceAll(List<ListedUnit> units);

    /** Returns ids of units that reports or accounts belong to. */
    List<String> inUse();
}
