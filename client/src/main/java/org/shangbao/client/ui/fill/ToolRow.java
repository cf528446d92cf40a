package org.shangbao.client.ui.fill;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The row above the blanks: which view, which rows, and acts on many blanks. */
final class ToolRow extends HBox {
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Map<FillMode, Button> modes = new EnumMap<>(FillMode.class);
    private final Map<RowFilter, Button> filters = new EnumMap<>(RowFilter.class);
    private final HBox filterRow = new HBox();
    private final Action carry;
    private final Action zeros;
    private final Action undo;
    private final Button results;

    ToolRow(FillViewModel viewModel, Messages messages, Controls controls) {
        super(8);
        this.viewModel = viewModel;
        this.messages = messages;
        getStyleClass().add("tool-row");
        HBox modeRow = new HBox();
        modeRow.getStyleClass().add("segmented");
        for (FillMode mode : FillMode.values()) {
            Button button = segment("mode-" + mode.name().toLowerCase(java.util.Locale.ROOT));
            button.setText(messages.text(mode == FillMode.DOCUMENT ? "fill.mode.document" : "fill.mode.table"));
            button.setOnAction(event -> viewModel.show(mode));
            modes.put(mode, button);
            modeRow.getChildren().add(button);
        }
        filterRow.getStyleClass().add("segmented");
        for (RowFilter filter : RowFilter.values()) {
            Button button = segment("filter-" + filter.name().toLowerCase(java.util.Locale.ROOT));
            button.setOnAction(event -> viewModel.show(filter));
            filters.put(filter, button);
            filterRow.getChildren().add(button);
        }
        carry = new Action(Text.of("fill.act.carry"), "", viewModel.choices()::askCarryOver);
        zeros = new Action(Text.of("fill.act.zeros"), "", viewModel.choices()::askZeros);
        undo = new Action(Text.of("fill.act.undo"), "Ctrl+Z", viewModel.edits()::undo);
        Button carryButton = controls.secondary(carry, "fth-rotate-ccw");
        carryButton.setId("carry-over");
        Button zerosButton = controls.secondary(zeros);
        zerosButton.setId("fill-zeros");
        Button undoButton = controls.secondary(undo, "fth-corner-up-left");
        undoButton.setId("undo");
        undoButton.getStyleClass().add("tool-undo");
        Button preReview = controls.secondary(viewModel.keys().preReview(), "fth-message-square");
        preReview.setId("fill-pre-review");
        preReview.getStyleClass().add("tool-pre-review");
        results = controls.secondary(new Action(Text.of("fill.results"), "F6", () -> viewModel.keys().results()), "fth-alert-triangle");
        results.setId("results");
        getChildren().addAll(modeRow, Controls.keyCap("F4"), filterRow, Controls.grow(), carryButton, zerosButton, preReview, undoButton,
                results);
        offerResults(false);
        getChildren().forEach(node -> node.getStyleClass().add("tool"));
    }

    /** Shows the button that opens the findings where they have no place of their own. */
    void offerResults(boolean offered) {
        results.setVisible(offered);
        results.setManaged(offered);
    }

    /** Shows which view and filter are taken and what can be done. */
    void show() {
        FillMode mode = viewModel.modeProperty().get();
        modes.forEach((each, button) -> mark(button, each == mode));
        filterRow.setVisible(mode == FillMode.TABLE);
        filterRow.setManaged(mode == FillMode.TABLE);
        filters.forEach((each, button) -> {
            button.setText(messages.text(each.key(), viewModel.count(each)));
            mark(button, each == viewModel.filterProperty().get());
        });
        allow(carry, viewModel.isEditable());
        allow(zeros, viewModel.isEditable());
        allow(undo, viewModel.isEditable() && viewModel.edits().canUndo());
    }

    private static void allow(Action action, boolean possible) {
        if (possible) {
            action.allow();
        } else {
            action.refuse(Text.of("fill.frozen"));
        }
    }

    private static Button segment(String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("segment");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static void mark(Button button, boolean marked) {
        button.getStyleClass().removeAll("marked");
        if (marked) {
            button.getStyleClass().add("marked");
        }
    }
}
