package org.shangbao.client.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;

/** The units below as they are listed now: narrowed, counted, in the order in which they need attention. FX thread only. */
final class UnitsModel {
    private final UnitTree tree;
    private final Runnable arranged;
    private final ObservableList<UnitList.Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<String> parents = FXCollections.observableArrayList();
    private final ObjectProperty<UnitList.Filter> filter = new SimpleObjectProperty<>(UnitList.Filter.WAITING);
    private final ObjectProperty<String> parent = new SimpleObjectProperty<>("");
    private final ReadOnlyObjectWrapper<UnitList.Counts> counts = new ReadOnlyObjectWrapper<>(UnitList.Counts.NONE);
    private List<UnitRow> all = List.of();
    private boolean ready;

    /** @param arranged told after the list was arranged anew */
    UnitsModel(UnitTree tree, Runnable arranged) {
        this.tree = tree;
        this.arranged = arranged;
        filter.subscribe(this::arrange);
        parent.subscribe(this::arrange);
        ready = true;
    }

    ObservableList<UnitList.Entry> entries() { return entries; }

    ObservableList<String> parents() { return parents; }

    ObjectProperty<UnitList.Filter> filterProperty() { return filter; }

    ObjectProperty<String> parentProperty() { return parent; }

    ReadOnlyObjectProperty<UnitList.Counts> countsProperty() { return counts.getReadOnlyProperty(); }

    /** Lists these units from now on. */
    void show(List<UnitRow> rows) {
        all = rows;
        parents.setAll(rows.stream().map(row -> row.progress().parentName()).distinct().toList());
        arrange();
    }

    Optional<UnitRow> find(String unit) { return all.stream().filter(row -> row.progress().unit().equals(unit)).findFirst(); }

    /** Returns the listed units that can be approved together. */
    List<UnitRow> quiet() {
        return listed().stream().filter(UnitRow::isQuiet).toList();
    }

    /** Returns the next unit in the list that waits for a decision or an answer, going round; {@code step} is 1 or -1. */
    Optional<UnitRow> nextWaiting(@Nullable UnitRow open, int step) {
        List<UnitRow> listed = entries.stream().filter(UnitList.Entry.Unit.class::isInstance)
                .map(entry -> ((UnitList.Entry.Unit) entry).row()).toList();
        int here = -1;
        for (int i = 0; open != null && i < listed.size(); i++) {
            here = listed.get(i).progress().unit().equals(open.progress().unit()) ? i : here;
        }
        for (int distance = 1; distance <= listed.size(); distance++) {
            UnitRow candidate = listed.get(Math.floorMod((here < 0 && step < 0 ? 0 : here) + step * distance, listed.size()));
            if (candidate.isWaiting() || candidate.isForPreReview()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private void arrange() {
        List<UnitRow> listed = listed();
        counts.set(UnitList.count(listed, this::isCountyForm));
        entries.setAll(UnitList.arrange(listed, filter.get()));
        if (ready) {
            arranged.run();
        }
    }

    // a city's summary is decided here like a county's form, but 应报 counts the forms alone
    private boolean isCountyForm(UnitRow row) {
        return tree.find(new UnitId(row.progress().unit())).map(unit -> unit.fills() == FormLevel.COUNTY).orElse(true);
    }

    private List<UnitRow> listed() {
        return all.stream().filter(row -> parent.get().isEmpty() || row.progress().parentName().equals(parent.get())).toList();
    }
}
