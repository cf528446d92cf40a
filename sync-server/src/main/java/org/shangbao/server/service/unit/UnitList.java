package org.shangbao.server.service.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.server.service.unit.UnitRepository.ListedUnit;
import org.shangbao.wire.v1.UnitRecord;

/** The units of this server at one moment, with what follows from their places. Immutable. */
public final class UnitList {
    private final UnitTree tree;
    private final Map<UnitId, String> telephones = new HashMap<>();

    /** @throws IllegalArgumentException if the units form no tree */
    public UnitList(List<ListedUnit> units) {
        tree = new UnitTree(units.stream().map(ListedUnit::unit).toList());
        units.forEach(listed -> telephones.put(listed.unit().id(), listed.telephone()));
    }

    /** Returns the tree. */
    public UnitTree tree() { return tree; }

    /** Returns the unit, if it is in the list. */
    public Optional<Unit> find(UnitId unit) { return tree.find(unit); }

    /** @throws ReportingException UNIT_UNKNOWN if it is not in the list */
    public Unit require(UnitId unit) throws ReportingException {
        return find(unit).orElseThrow(() -> new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", unit.value())));
    }

    /** True if {@code inner} is {@code outer} or lies below it; false for units that are not in the list. */
    public boolean isWithin(UnitId inner, UnitId outer) {
        return find(inner).isPresent() && find(outer).isPresent() && tree.isWithin(inner, outer);
    }

    /** Returns whom to call there, empty if not known. */
    public String telephone(UnitId unit) { return telephones.getOrDefault(unit, ""); }

    /**
     * Returns the levels that review a report of the unit, nearest first: the units above it. The ministry takes what the provinces report
     * and reviews nothing; a unit with nobody above that reviews (a province, or the top of a smaller deployment) is alone in its chain, and
     * its row tells where its 审签 stands.
     */
    public List<Unit> reviewChain(Unit unit) {
        List<Unit> chain = tree.chainAbove(unit.id()).stream().filter(above -> above.level() != AdminLevel.MINISTRY).toList();
        return chain.isEmpty() ? List.of(unit) : chain;
    }

    /** True if the unit is alone in its chain: its form goes through 审签 instead of a review. */
    public boolean signsOff(Unit unit) {
        return reviewChain(unit).getFirst().id().equals(unit.id());
    }

    /** True if the unit reports figures of its own in the county form; all others hand in a summary. */
    public static boolean fillsOwnFigures(Unit unit) {
        return unit.fills() == FormLevel.COUNTY;
    }

    /** Returns the level whose approval counts for the sums of {@code viewer}: the highest reviewing one at or below it. */
    public Optional<Unit> countingLevel(Unit reporting, UnitId viewer) {
        List<Unit> within = reviewChain(reporting).stream().filter(level -> tree.isWithin(level.id(), viewer)).toList();
        return within.isEmpty() ? Optional.empty() : Optional.of(within.getLast());
    }

    /** Returns the units an office keeps a copy of: the chain above it, top first, then its subtree, parents first. */
    public List<UnitRecord> viewOf(UnitId office) {
        List<Unit> view = new ArrayList<>(tree.chainAbove(office));
        Collections.reverse(view);
        view.addAll(tree.subtree(office));
        return view.stream().map(unit -> UnitRecord.of(unit, telephone(unit.id()))).toList();
    }
}
