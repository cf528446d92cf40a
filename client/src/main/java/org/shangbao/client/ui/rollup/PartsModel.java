package org.shangbao.client.ui.rollup;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.rollup.RollUpViewModel.Division;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;

/** What the focused figure is made of: by direct children or by filling units, with what is missing from the selected line. FX thread only. */
final class PartsModel {
    private final UnitTree units;
    private final BiConsumer<String, Runnable> learner;
    private final ObservableList<PartRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Text> notes = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PartRow> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Division> division = new SimpleObjectProperty<>(Division.BY_CHILD);
    private @Nullable Composition composition;
    private SheetLine.Piece.@Nullable Figure figure;

    /**
     * Nothing taken apart yet.
     *
     * @param learner asks for the sums of a unit below and runs what follows once they are in the composition
     */
    PartsModel(UnitTree units, BiConsumer<String, Runnable> learner) {
        this.units = units;
        this.learner = learner;
        division.subscribe(this::takeApart);
        selected.subscribe(this::note);
    }

    ObservableList<PartRow> rows() { return rows; }

    ObservableList<Text> notes() { return notes; }

    ObjectProperty<@Nullable PartRow> selectedProperty() { return selected; }

    ObjectProperty<Division> divisionProperty() { return division; }

    /** Takes a figure apart; nothing for what does not come from below. */
    void show(@Nullable Composition known, SheetLine.@Nullable Piece focused) {
        composition = known;
        figure = focused instanceof SheetLine.Piece.Figure asked && asked.origin() == SheetLine.Origin.BELOW ? asked : null;
        takeApart();
    }

    private void takeApart() {
        Composition known = composition;
        SheetLine.Piece.Figure shown = figure;
        if (known == null || shown == null) {
            rows.clear();
            selected.set(null);
            return;
        }
        if (division.get() == Division.BY_FILLING_UNIT) {
            List<String> unknown = known.unknownBranches();
            if (!unknown.isEmpty()) {
                learner.accept(unknown.getFirst(), this::takeApart);
                return;
            }
        }
        PartRow before = selected.get();
        rows.setAll(division.get() == Division.BY_CHILD ? known.byChild(shown.code()) : known.byFillingUnit(shown.code()));
        selected.set(rows.stream().filter(row -> before != null && row.unit().equals(before.unit())).findFirst().orElse(null));
    }

    /** Opens or closes the line of a unit. */
    void unfold(String unit) {
        Composition known = composition;
        if (known == null) {
            return;
        }
        Runnable toggle = () -> {
            known.toggle(unit);
            takeApart();
        };
        if (known.knows(unit)) {
            toggle.run();
        } else {
            learner.accept(unit, toggle);
        }
    }

    private void note() {
        PartRow row = selected.get();
        Composition known = composition;
        if (row == null || known == null) {
            notes.clear();
            return;
        }
        notes.setAll(MissingUnits.lines(known.whole().now(), missing -> row.kind() == PartRow.Kind.TOTAL
                || units.find(new UnitId(missing.unit())).map(unit -> units.isWithin(unit.id(), new UnitId(row.unit()))).orElse(false)));
    }
}
