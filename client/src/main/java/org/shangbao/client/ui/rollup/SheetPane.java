package org.shangbao.client.ui.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.Change;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.model.report.ObservationStatus;

/** The official sentences with their figures on white paper; a figure is a button that shows what it is made of. */
final class SheetPane extends VBox {
    private static final PseudoClass FOCUSED_ITEM = PseudoClass.getPseudoClass("current");
    private static final int LONGEST_UNIT = 6;

    private final RollUpViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox paper = new VBox();
    private final Map<SheetLine.Piece, Button> buttons = new HashMap<>();
    private final Map<SheetLine.Piece, HBox> rows = new HashMap<>();
    private final Subscription watching;

    SheetPane(RollUpViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("sheet-pane");
        paper.getStyleClass().add("sheet");
        ScrollPane scroll = new ScrollPane(paper);
        scroll.setId("sheet");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label origin = controls.label(messages.text("rollup.sheet.hint"), "secondary");
        getChildren().addAll(Controls.row(8, controls.label(messages.text("rollup.sheet"), "section"), Controls.grow(), origin), scroll);
        watching = Subscription.combine(viewModel.sheet().subscribe(this::show), viewModel.focusProperty().subscribe(this::mark));
        show();
    }

    void close() { watching.unsubscribe(); }

    private void show() {
        paper.getChildren().clear();
        buttons.clear();
        rows.clear();
        for (SheetLine line : viewModel.sheet()) {
            switch (line) {
                case SheetLine.Group group ->
                    paper.getChildren().add(controls.wrapping(messages.text("rollup.group." + Math.min(group.number(), 9),
                            new Text.Bilingual(group.name(), group.nameEn())), "sheet-group"));
                case SheetLine.Sentence sentence -> paper.getChildren().add(sentence(sentence));
            }
        }
        mark(viewModel.focusProperty().get());
    }

    private void mark(SheetLine.@Nullable Piece focus) {
        buttons.forEach((piece, button) -> button.pseudoClassStateChanged(FOCUSED_ITEM, piece.equals(focus)));
        rows.values().forEach(row -> row.pseudoClassStateChanged(FOCUSED_ITEM, false));
        HBox row = focus == null ? null : rows.get(focus);
        if (row != null) {
            row.pseudoClassStateChanged(FOCUSED_ITEM, true);
        }
    }

    private HBox sentence(SheetLine.Sentence sentence) {
        Label code = controls.label(sentence.code(), "gutter");
        code.setMinWidth(controls.px(56));
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("sentence");
        flow.setLineSpacing(6);
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox row = new HBox(code, flow);
        row.getStyleClass().add("sheet-row");
        List<SheetLine.Piece> pieces = sentence.pieces();
        String carried = "";
        for (int i = 0; i < pieces.size(); i++) {
            SheetLine.Piece piece = pieces.get(i);
            switch (piece) {
                case SheetLine.Piece.Words words -> addWords(flow, words.text().substring(carried.length()));
                case SheetLine.Piece.Figure figure -> {
                    carried = i + 1 < pieces.size() && pieces.get(i + 1) instanceof SheetLine.Piece.Words next ? glued(next.text()) : "";
                    HBox inline = new HBox(register(piece, figure(figure), row), controls.label(carried, "paper-text"));
                    inline.getStyleClass().add("inline");
                    inline.setAlignment(Pos.BASELINE_LEFT);
                    flow.getChildren().add(inline);
                    continue;
                }
                case SheetLine.Piece.Narrative narrative -> flow.getChildren().add(register(piece, narrative(narrative), row));
            }
            carried = "";
        }
        if (sentence.origin() == SheetLine.Origin.OWN) {
            Label tag = controls.label(messages.text("rollup.own"), "tag");
            tag.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(tag);
        }
        return row;
    }

    // unit and punctuation stay with the figure, so that no line begins with 个 or a comma
    private static String glued(String following) {
        for (int i = 0; i < Math.min(LONGEST_UNIT, following.length()); i++) {
            if ("，。；、".indexOf(following.charAt(i)) >= 0) {
                return following.substring(0, i + 1);
            }
        }
        return "";
    }

    private static void addWords(TextFlow flow, String words) {
        javafx.scene.text.Text text = new javafx.scene.text.Text(words);
        text.getStyleClass().add("paper-text");
        flow.getChildren().add(text);
    }

    private Button register(SheetLine.Piece piece, Button button, HBox row) {
        buttons.put(piece, button);
        rows.put(piece, row);
        button.setOnAction(event -> viewModel.focusProperty().set(piece));
        button.focusedProperty().subscribe(focused -> {
            if (focused) {
                viewModel.focusProperty().set(piece);
            }
        });
        return button;
    }

    private Button figure(SheetLine.Piece.Figure figure) {
        boolean empty = figure.value().status() == ObservationStatus.MISSING;
        Button button = new Button(empty ? messages.text("common.mark.empty") : Formats.figure(figure.value()));
        button.getStyleClass().setAll("sum");
        button.setId("sum-" + figure.code().replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (empty) {
            button.getStyleClass().add("empty");
        }
        if (figure.change().isBeyond(Change.UNUSUAL_FOR_A_SUM)) {
            button.getStyleClass().add("unusual");
            button.setGraphic(Controls.icon("fth-alert-triangle"));
        }
        button.setAccessibleText(figure.code() + " " + figure.label() + " " + button.getText() + " " + figure.unit());
        return button;
    }

    private Button narrative(SheetLine.Piece.Narrative narrative) {
        String key = narrative.rollUp() == TextRollUp.SELECT
                ? "rollup.narrative.select"
                : narrative.rollUp() == TextRollUp.COMPILE ? "rollup.narrative.compile" : "rollup.narrative.own";
        Button button = new Button(messages.text(key, narrative.below()));
        button.getStyleClass().setAll("narrative");
        button.setId("text-" + narrative.item().replace('.', '-'));
        return button;
    }
}
