package org.shangbao.server.service.unit;

import java.util.List;

import org.shangbao.model.unit.Unit;
import org.shangbao.server.service.unit.UnitRepository.ListedUnit;

/**
 * What a unit list changes.
 *
 * @param added   units that are new, in list order
 * @param changed units that are known and differ
 * @param removed units that are no longer listed
 * @param result  the list as it is afterwards
 */
public record UnitDifference(List<Unit> added, List<Changed> changed, List<Unit> removed, List<ListedUnit> result) {
    /** A unit before and after. */
    public record Changed(Unit before, Unit after) {}

    /** Copies the lists. */
    public UnitDifference {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        result = List.copyOf(result);
    }

    /** True if nothing changes. */
    public boolean isEmpty() { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }

    /** Returns counts in the form {@code +3 ~1 -0}. */
    public String summary() {
        return "+" + added.size() + " ~" + changed.size() + " -" + removed.size();
    }
}
