package org.shangbao.client.ui.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.review.Change;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;

/** Takes a figure apart by the units it comes from, as deep as sums of units below are known. Sums nothing itself. */
final class Composition {

    /** A unit's sum now and in the earlier period, null if there is none. */
    record Pair(RollUpView now, @Nullable RollUpView before) {}

    private final UnitTree units;
    private final String top;
    private final Pair whole;
    private final Map<String, Pair> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Composition(UnitTree units, String top, Pair whole) {
        this.units = units;
        this.top = top;
        this.whole = whole;
        known.put(top, whole);
    }

    Pair whole() { return whole; }

    void learn(String unit, Pair pair) { known.put(unit, pair); }

    boolean knows(String unit) { return known.containsKey(unit); }

    void toggle(String unit) {
        if (!open.remove(unit)) {
            open.add(unit);
        }
    }

    boolean isFilling(String unit) { return units.find(new UnitId(unit)).map(found -> units.children(found.id()).isEmpty()).orElse(true); }

    /** Returns units between the top and the filling ones whose sums are not known yet, in tree order. */
    List<String> unknownBranches() {
        return units.subtree(new UnitId(top)).stream().map(unit -> unit.id().value()).filter(unit -> !isFilling(unit) && !knows(unit))
                .toList();
    }

    /** Returns direct children, the opened ones with their own children below them, and the total last. */
    List<PartRow> byChild(String code) {
        List<PartRow> rows = new ArrayList<>();
        list(top, code, 0, rows);
        rows.add(total(code));
        return rows;
    }

    /** Returns the filling units of everything known, with the name of the unit above, and the total last. */
    List<PartRow> byFillingUnit(String code) {
        List<PartRow> rows = new ArrayList<>();
        gather(top, "", code, rows);
        rows.add(total(code));
        return rows;
    }

    private void list(String unit, String code, int depth, List<PartRow> rows) {
        Pair pair = known.get(unit);
        if (pair == null) {
            return;
        }
        for (RollUpView.Part part : pair.now().children()) {
            boolean opened = open.contains(part.unit()) && knows(part.unit());
            PartRow.Kind kind = isFilling(part.unit()) ? PartRow.Kind.FILLING : opened ? PartRow.Kind.OPEN : PartRow.Kind.CLOSED;
            rows.add(row(part, pair, code, "", depth, kind));
            if (opened) {
                list(part.unit(), code, depth + 1, rows);
            }
        }
    }

    private void gather(String unit, String name, String code, List<PartRow> rows) {
        Pair pair = known.get(unit);
        if (pair == null) {
            return;
        }
        for (RollUpView.Part part : pair.now().children()) {
            if (isFilling(part.unit())) {
                rows.add(row(part, pair, code, name, 0, PartRow.Kind.FILLING));
            } else {
                gather(part.unit(), part.unitName(), code, rows);
            }
        }
    }

    private static PartRow row(RollUpView.Part part, Pair pair, String code, String above, int depth, PartRow.Kind kind) {
        FigureValue now = value(part.figures().get(code));
        RollUpView earlier = pair.before();
        FigureValue before = earlier == null
                ? FigureValue.MISSING
                : earlier.children().stream()
                        .filter(candidate -> candidate.unit().equals(part.unit())).findFirst()
                        .map(candidate -> value(candidate.figures().get(code))).orElse(FigureValue.MISSING);
        return new PartRow(part.unit(), part.unitName(), above, depth, kind, part.due(), part.reported(), part.counted(), now, before,
                Change.between(before, now));
    }

    private PartRow total(String code) {
        Pair pair = whole;
        FigureValue now = value(pair.now().figures().get(code));
        FigureValue before = before(code);
        return new PartRow(top, units.find(new UnitId(top)).map(unit -> unit.name()).orElse(""), "", 0, PartRow.Kind.TOTAL,
                pair.now().due(), pair.now().reported(), pair.now().counted(), now, before, Change.between(before, now));
    }

    FigureValue now(String code) { return value(whole.now().figures().get(code)); }

    FigureValue before(String code) {
        RollUpView earlier = whole.before();
        return earlier == null ? FigureValue.MISSING : value(earlier.figures().get(code));
    }

    static FigureValue value(@Nullable String text) {
        if (text == null) {
            return FigureValue.MISSING;
        }
        return text.equals(FinalizedReport.NOT_APPLICABLE) ? FigureValue.NOT_APPLICABLE : FigureValue.of(text);
    }
}
