package org.shangbao.client.ui.rollup;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.wire.v1.RollUpView;

/** The level's own 综述 beside the texts it compiles, or the cases from which it chooses. */
final class TextsPane extends VBox {
    private final RollUpViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox content = new VBox(8);
    private final TextArea overview = new TextArea();
    private final Label length;
    private final Subscription watching;

    TextsPane(RollUpViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        length = controls.label("", "hint");
        getStyleClass().add("texts");
        content.getStyleClass().add("texts-content");
        overview.getStyleClass().add("sb-text");
        overview.setId("overview");
        overview.setWrapText(true);
        overview.setPrefRowCount(7);
        overview.setAccessibleText(messages.text("rollup.overview"));
        overview.textProperty().bindBidirectional(viewModel.overviewProperty());
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        watching = Subscription.combine(viewModel.focusProperty().subscribe(focus -> show()), viewModel.texts().subscribe(this::show),
                viewModel.cases().subscribe(this::show), viewModel.overviewProperty().subscribe(this::count),
                overview.focusedProperty().subscribe(focused -> {
                    if (!focused) {
                        viewModel.keepOverview();
                    }
                }));
    }

    void close() {
        watching.unsubscribe();
        overview.textProperty().unbindBidirectional(viewModel.overviewProperty());
    }

    private void count(String text) { length.setText(messages.text("rollup.overview.length", text.strip().length())); }

    private void show() {
        content.getChildren().clear();
        if (!(viewModel.focusProperty().get() instanceof SheetLine.Piece.Narrative narrative)) {
            return;
        }
        content.getChildren().add(controls.wrapping(messages.text("rollup.text.title", narrative.item(), narrative.label()), "section"));
        switch (narrative.rollUp()) {
            case COMPILE -> showCompiled(narrative);
            case SELECT -> showCases();
            case NONE -> content.getChildren().add(controls.wrapping(messages.text("rollup.text.own"), "secondary"));
        }
    }

    private void showCompiled(SheetLine.Piece.Narrative narrative) {
        if (!viewModel.isRoot()) {
            overview.setEditable(viewModel.isOpen());
            content.getChildren().addAll(
                    Controls.row(8, controls.label(messages.text("rollup.overview"), "strong"), Controls.grow(), length),
                    overview);
        }
        content.getChildren().add(controls.label(messages.text("rollup.compiled", viewModel.texts().size()), "strong"));
        if (narrative.rollUp() == TextRollUp.COMPILE && viewModel.texts().isEmpty()) {
            content.getChildren().add(controls.wrapping(messages.text("rollup.compiled.none"), "hint"));
        }
        viewModel.texts().forEach(text -> content.getChildren().add(card(text)));
    }

    private VBox card(RollUpView.Text text) {
        VBox card = new VBox(4, Controls.row(8, controls.label(text.unitName(), "strong")), controls.wrapping(text.text()));
        card.getStyleClass().add("card");
        return card;
    }

    private void showCases() {
        content.getChildren().add(controls.wrapping(messages.text(viewModel.isRoot() ? "rollup.cases.root" : "rollup.cases",
                viewModel.cases().size()), "secondary"));
        viewModel.cases().forEach(row -> content.getChildren().add(caseCard(row)));
    }

    private VBox caseCard(CaseRow row) {
        CheckBox box = new CheckBox(row.text().unitName());
        box.setId("case-" + row.text().unit() + "-" + row.text().item().replace('.', '-'));
        box.getStyleClass().add("case");
        box.selectedProperty().bindBidirectional(row.chosenProperty());
        box.setDisable(!viewModel.isOpen());
        Label designated = row.text().designated()
                ? controls.chip(Mark.NOTICE, Text.of("rollup.case.designated"))
                : controls.label("");
        VBox card = new VBox(4, Controls.row(8, box, Controls.grow(), designated), controls.wrapping(row.text().text()));
        card.getStyleClass().add("card");
        return card;
    }
}
