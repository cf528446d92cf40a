package org.shangbao.client.ui.rollup;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.wire.v1.RollUpView;

/** Texts and cases that came from below, and what this level writes and chooses of its own. FX thread only. */
final class OwnTexts {
    private final ObservableList<RollUpView.Text> below = FXCollections.observableArrayList();
    private final ObservableList<CaseRow> cases = FXCollections.observableArrayList();
    private final StringProperty overview = new SimpleStringProperty("");
    private final Map<String, String> overviews = new HashMap<>();
    private final Map<String, CaseRow> allCases = new LinkedHashMap<>();
    private @Nullable String item;

    /** Texts from below for the focused item. */
    ObservableList<RollUpView.Text> below() { return below; }

    /** Cases from below for the focused item. */
    ObservableList<CaseRow> cases() { return cases; }

    /** The level's own 综述 for the focused item. */
    StringProperty overviewProperty() { return overview; }

    /** Takes in a new sum and the draft of this level; cases stay chosen. */
    void takeIn(RollUpView view, @Nullable ReportDraft own) {
        Map<String, CaseRow> before = Map.copyOf(allCases);
        allCases.clear();
        view.cases().stream().map(CaseRow::new).forEach(row -> {
            CaseRow earlier = before.get(row.key());
            row.chosenProperty().set(earlier != null && earlier.chosenProperty().get());
            allCases.put(row.key(), row);
        });
        overviews.clear();
        item = null;
        if (own != null) {
            overviews.putAll(own.narratives());
        }
    }

    /** Shows the texts of an item; none for null or before there is a sum. */
    void focus(SheetLine.Piece.@Nullable Narrative narrative, @Nullable RollUpView view) {
        item = null;
        if (narrative == null || view == null) {
            below.clear();
            cases.clear();
            return;
        }
        String focused = narrative.item();
        below.setAll(view.texts().stream().filter(text -> text.item().equals(focused)).toList());
        cases.setAll(allCases.values().stream().filter(row -> row.text().item().equals(focused)).toList());
        overview.set(overviews.getOrDefault(focused, ""));
        item = narrative.rollUp() == TextRollUp.COMPILE ? focused : null;
    }

    /** An item and what was written on it. */
    record Written(String item, String text) {}

    /** Takes over what stands in the field; null if nothing changed. */
    @Nullable
    Written keep() {
        String focused = item;
        if (focused == null || overview.get().equals(overviews.getOrDefault(focused, ""))) {
            return null;
        }
        overviews.put(focused, overview.get());
        return new Written(focused, overview.get());
    }

    /** Returns the texts this level wrote on items whose texts are compiled, by item. */
    Map<String, String> written(FormEdition edition) {
        Map<String, String> written = new LinkedHashMap<>();
        edition.items().stream().filter(candidate -> candidate.narrative() != null && candidate.narrative().rollUp() == TextRollUp.COMPILE)
                .forEach(candidate -> {
                    String text = overviews.getOrDefault(candidate.code(), "");
                    if (!text.isBlank()) {
                        written.put(candidate.code(), text);
                    }
                });
        return written;
    }

    /** Returns the keys of the chosen cases. */
    List<String> chosen() {
        return allCases.values().stream().filter(row -> row.chosenProperty().get()).map(CaseRow::key).toList();
    }
}
