package org.shangbao.model.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reporting tree: every unit with its children in list order. Immutable, safe to share between threads.
 */
public final class UnitTree {
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, List<Unit>> children = new LinkedHashMap<>();
    private final Unit root;

    /**
     * Builds the tree.
     *
     * @param all units in the order in which they are listed and printed
     * @throws IllegalArgumentException if an id occurs twice, a parent is unknown, there is not exactly one root, or units form a ring;
     *                                  the message names the unit
     */
    public UnitTree(Collection<Unit> all) {
        List<Unit> roots = new ArrayList<>();
        for (Unit unit : all) {
            if (units.put(unit.id(), unit) != null) {
                throw new IllegalArgumentException("unit listed twice: " + unit.id());
            }
        }
        for (Unit unit : all) {
            UnitId parent = unit.parent();
            if (parent == null) {
                roots.add(unit);
            } else if (units.containsKey(parent)) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(unit);
            } else {
                throw new IllegalArgumentException("unit " + unit.id() + " has an unknown parent " + parent);
            }
        }
        if (roots.size() != 1) {
            throw new IllegalArgumentException("a tree has one root, found " + roots.stream().map(Unit::id).toList());
        }
        root = roots.getFirst();
        if (subtree(root.id()).size() != units.size()) {
            Set<UnitId> lost = new HashSet<>(units.keySet());
            subtree(root.id()).forEach(unit -> lost.remove(unit.id()));
            throw new IllegalArgumentException("units that report to each other in a ring: " + lost);
        }
    }

    /** Returns the unit at the top. */
    public Unit root() { return root; }

    /** Returns all units in list order. */
    public Collection<Unit> all() { return Collections.unmodifiableCollection(units.values()); }

    /** Returns the unit with this id, if it is in the tree. */
    public Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /**
     * Returns the unit with this id.
     *
     * @throws IllegalArgumentException if it is not in the tree
     */
    public Unit get(UnitId id) { return find(id).orElseThrow(() -> new IllegalArgumentException("unknown unit " + id)); }

    /** Returns the unit that {@code id} reports to; empty for the root. */
    public Optional<Unit> parent(UnitId id) {
        UnitId parent = get(id).parent();
        return parent == null ? Optional.empty() : find(parent);
    }

    /** Returns the units that report directly to {@code id}, in list order. */
    public List<Unit> children(UnitId id) {
        return Collections.unmodifiableList(children.getOrDefault(id, List.of()));
    }

    /** Returns {@code id} and all units below it, parents before children, in list order. */
    public List<Unit> subtree(UnitId id) {
        List<Unit> found = new ArrayList<>();
        found.add(get(id));
        for (int next = 0; next < found.size(); next++) {
            found.addAll(children(found.get(next).id()));
        }
        return found;
    }

    /** Returns the filling units of {@code id}'s subtree that fill the county form: the denominators of 应报. */
    public List<Unit> countyFormUnits(UnitId id) {
        return subtree(id).stream().filter(unit -> unit.isFilling() && unit.fills() == FormLevel.COUNTY).toList();
    }

    /** Returns the units above {@code id}, nearest first: the chain of review. */
    public List<Unit> chainAbove(UnitId id) {
        List<Unit> chain = new ArrayList<>();
        for (Optional<Unit> next = parent(id); next.isPresent(); next = parent(next.get().id())) {
            chain.add(next.get());
        }
        return chain;
    }

    /** True if {@code inner} is {@code outer} or lies below it. */
    public boolean isWithin(UnitId inner, UnitId outer) {
        return inner.equals(outer) || chainAbove(inner).stream().anyMatch(unit -> unit.id().equals(outer));
    }
}
