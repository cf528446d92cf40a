package org.shangbao.model.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a new list of units would change: the dry run that is shown before anything is imported. A unit is the same if its id is the same.
 *
 * @param changes every change, by kind and then in list order; a unit that is both renamed and moved occurs twice
 */
public record UnitTreeDiff(List<Change> changes) {
    /** Copies the list. */
    public UnitTreeDiff {
        changes = List.copyOf(changes);
    }

    /** Kinds of change, in the order in which they are shown. */
    public enum Kind {
        /** Not there before. */
        ADDED,
        /** No longer listed. Its history stays under its id. */
        REMOVED,
        /** Another name. */
        RENAMED,
        /** Another unit above. */
        MOVED,
        /** Another level. */
        LEVEL_CHANGED,
        /** Fills another form, or begins or ceases to fill one. */
        FORM_CHANGED,
        /** Another division code, date, successor or 由…代报. */
        DETAILS_CHANGED
    }

    /**
     * One change.
     *
     * @param kind   what changed
     * @param before the unit as it was, null if it is added
     * @param after  the unit as it would be, null if it is removed
     */
    public record Change(Kind kind, @Nullable Unit before, @Nullable Unit after) {}

    /**
     * Compares two lists.
     *
     * @param before units as they are, each id once
     * @param after  units as they would be, each id once
     */
    public static UnitTreeDiff between(Collection<Unit> before, Collection<Unit> after) {
        Map<UnitId, Unit> old = byId(before);
        Map<UnitId, Unit> fresh = byId(after);
        List<Change> changes = new ArrayList<>();
        for (Unit unit : after) {
            Unit was = old.get(unit.id());
            if (was == null) {
                changes.add(new Change(Kind.ADDED, null, unit));
            } else {
                compare(was, unit, changes);
            }
        }
        before.stream().filter(unit -> !fresh.containsKey(unit.id())).forEach(unit -> changes.add(new Change(Kind.REMOVED, unit, null)));
        changes.sort(Comparator.comparing(Change::kind));
        return new UnitTreeDiff(changes);
    }

    /** True if the lists say the same. */
    public boolean isEmpty() { return changes.isEmpty(); }

    /** Returns how many changes there are of each kind; kinds without a change are absent. */
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return counts;
    }

    private static void compare(Unit was, Unit is, List<Change> changes) {
        if (!was.name().equals(is.name())) {
            changes.add(new Change(Kind.RENAMED, was, is));
        }
        if (!Objects.equals(was.parent(), is.parent())) {
            changes.add(new Change(Kind.MOVED, was, is));
        }
        if (was.level() != is.level()) {
            changes.add(new Change(Kind.LEVEL_CHANGED, was, is));
        }
        if (was.fills() != is.fills()) {
            changes.add(new Change(Kind.FORM_CHANGED, was, is));
        }
        if (!details(was).equals(details(is))) {
            changes.add(new Change(Kind.DETAILS_CHANGED, was, is));
        }
    }

    private static Unit details(Unit unit) {
        return new Unit(unit.id(), unit.divisionCode(), "", AdminLevel.MINISTRY, null, null, unit.validFrom(), unit.validTo(),
                unit.successor(), unit.reportedBy());
    }

    private static Map<UnitId, Unit> byId(Collection<Unit> units) {
        Map<UnitId, Unit> byId = new LinkedHashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        return byId;
    }
}
