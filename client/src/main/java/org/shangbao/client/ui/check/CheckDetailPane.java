package org.shangbao.client.ui.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.check.CheckDetail.Bar;
import org.shangbao.client.ui.check.CheckDetail.Entry;
import org.shangbao.client.ui.check.CheckDetail.Fact;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The figure looked at: what is said about it with live values, figures to compare, its place in the form, explanations, recent periods. */
final class CheckDetailPane extends BorderPane {
    private static final double BAR_HEIGHT = 56;
    private static final double LEAST_BAR = 2;

    private final CheckViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox body = new VBox(12);
    private final Map<String, TextArea> explanations = new LinkedHashMap<>();
    private @Nullable CheckDetail shown;
    private boolean isShowing;

    CheckDetailPane(CheckViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        body.getStyleClass().add("check-detail");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getStyleClass().add("check-paper");
        setCenter(scroll);
    }

    /** Puts the focus into the first explanation that is not sufficient, else into the first; false if there is none. */
    boolean focusExplanation() {
        TextArea first = explanations.values().stream().filter(area -> !viewModel.isSufficient(area.getText())).findFirst()
                .or(() -> explanations.values().stream().findFirst()).orElse(null);
        if (first != null) {
            first.requestFocus();
            first.end();
        }
        return first != null;
    }

    /** Hands over what stands in the fields. */
    void commit() {
        if (getScene() != null && !isShowing) {
            Map.copyOf(explanations).forEach((key, area) -> viewModel.explain(key, area.getText().strip()));
        }
    }

    void show(@Nullable CheckDetail detail) {
        CheckDetail before = shown;
        if (detail != null && before != null && detail.looksLike(before)) {
            // only texts changed, and they came from these very fields
            shown = detail;
            return;
        }
        commit();
        isShowing = true;
        explanations.clear();
        body.getChildren().clear();
        shown = detail;
        if (detail == null) {
            passed();
            setBottom(null);
        } else {
            compose(detail);
        }
        isShowing = false;
    }

    private void passed() {
        boolean isFrozen = viewModel.frozenProperty().get();
        VBox done = new VBox(6, controls.wrapping(messages.text(isFrozen ? "check.frozen" : "check.passed"), "headline"),
                controls.wrapping(messages.text(isFrozen ? "check.frozenHint" : "check.passedHint"), "secondary"));
        done.getStyleClass().addAll("card", "edge-green");
        body.getChildren().add(done);
    }

    private void compose(CheckDetail detail) {
        Label mark = controls.mark(detail.mark(), detail.mark().word());
        mark.getStyleClass().add("strong");
        mark.setMinWidth(USE_PREF_SIZE);
        Label code = controls.label(detail.code(), "section");
        code.setMinWidth(USE_PREF_SIZE);
        Label name = controls.wrapping(messages.text(detail.name()), "section");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label place = controls.label(messages.text(detail.place()), "secondary");
        place.setMinWidth(USE_PREF_SIZE);
        body.getChildren().add(Controls.row(12, mark, code, name, place));
        List<Entry> entries = detail.entries();
        for (Entry entry : entries) {
            body.getChildren().add(said(entry, entries.size() > 1));
            if (entry.isExplained()) {
                body.getChildren().add(explanation(entry));
            }
            if (entry == entries.getFirst()) {
                compare(detail);
            }
        }
        if (!detail.bars().isEmpty()) {
            body.getChildren().add(bars(detail.bars()));
        }
        boolean isReady = viewModel.finish().enabledProperty().get();
        FlowPane foot = new FlowPane(8, 8,
                isReady ? controls.secondary(viewModel.written()) : controls.primary(viewModel.written()));
        if (!detail.code().isEmpty()) {
            foot.getChildren().add(controls.secondary(viewModel.jumpAction(), "fth-edit"));
        }
        foot.getChildren().add(Controls.row(8, controls.secondary(viewModel.previous()), controls.secondary(viewModel.next())));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("check-buttons");
        setBottom(foot);
    }

    private void compare(CheckDetail detail) {
        if (!detail.facts().isEmpty()) {
            body.getChildren().add(facts(detail.facts()));
        }
        if (!detail.before().isEmpty() || !detail.after().isEmpty()) {
            body.getChildren().add(sentence(detail));
        }
    }

    private Node said(Entry entry, boolean isOneOfMany) {
        Label words = controls.wrapping(messages.text(entry.words()), "check-sentence");
        VBox box = new VBox(4, words);
        if (!entry.source().isEmpty()) {
            box.getChildren().add(controls.wrapping(messages.text("check.source", entry.source()), "hint"));
        }
        if (!isOneOfMany) {
            return box;
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        return new HBox(8, controls.shape(entry.mark(), entry.mark().word()), box);
    }

    private Node explanation(Entry entry) {
        TextArea area = new TextArea(entry.explanation());
        area.setId(explanations.isEmpty() ? "explanation" : "explanation-" + (explanations.size() + 1));
        area.getStyleClass().add("sb-text");
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.setMinHeight(76);
        area.setAccessibleText(messages.text("check.explain") + " " + messages.text(entry.words()));
        Label judgement = new Label();
        judgement.setWrapText(true);
        area.textProperty().subscribe(text -> judge(text, judgement));
        area.focusedProperty().addListener((property, was, is) -> {
            if (was) {
                commit();
            }
        });
        explanations.put(entry.key(), area);
        VBox box = new VBox(6, Controls.row(8, controls.label(messages.text("check.explain"), "strong"),
                controls.wrapping(messages.text("check.explain.seen"), "secondary")), area, judgement);
        if (!entry.lastText().isEmpty()) {
            Label last = controls.wrapping(entry.lastText());
            HBox.setHgrow(last, Priority.ALWAYS);
            last.setMaxWidth(Double.MAX_VALUE);
            Label period = controls.label(messages.text("check.explain.last", entry.lastPeriod()), "strong");
            period.setMinWidth(USE_PREF_SIZE);
            var take = controls.small(new Action(Text.of("check.explain.take"), "", () -> {
                area.setText(entry.lastText());
                area.requestFocus();
                area.end();
            }));
            take.setId("take-" + area.getId());
            HBox offer = Controls.row(12, period, last, take);
            offer.getStyleClass().add("check-last");
            box.getChildren().add(offer);
        }
        return box;
    }

    private void judge(String text, Label judgement) {
        boolean isSufficient = viewModel.isSufficient(text);
        judgement.setText(messages.text(viewModel.judge(text)));
        judgement.setGraphic(isSufficient ? controls.shape(Mark.DONE, Mark.DONE.word()) : null);
        judgement.getStyleClass().setAll("label", "mark", isSufficient ? "tone-green" : "tone-amber");
    }

    private Node facts(List<Fact> facts) {
        GridPane row = new GridPane();
        row.getStyleClass().add("check-facts");
        for (Fact fact : facts) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / facts.size());
            row.getColumnConstraints().add(share);
            Label value = controls.label(fact.value().isEmpty() ? messages.text("check.fact.none") : fact.value(),
                    fact.value().isEmpty() ? "secondary" : "title");
            value.setMinWidth(USE_PREF_SIZE);
            VBox cell = new VBox(2, controls.wrapping(messages.text(fact.label()), "secondary"), value);
            cell.getStyleClass().add("check-fact");
            if (!row.getChildren().isEmpty()) {
                cell.getStyleClass().add("later");
            }
            row.addRow(0, cell);
        }
        return row;
    }

    private Node sentence(CheckDetail detail) {
        TextFlow flow = new TextFlow();
        flow.getChildren().add(paper(detail.before()));
        if (!detail.value().isEmpty()) {
            flow.getChildren().add(controls.label(detail.value(), "check-value", "tone-" + detail.mark().tone()));
        }
        flow.getChildren().add(paper(detail.after()));
        flow.setLineSpacing(8);
        flow.getStyleClass().add("check-quote");
        return flow;
    }

    private static javafx.scene.text.Text paper(String words) {
        javafx.scene.text.Text text = new javafx.scene.text.Text(words);
        text.getStyleClass().add("paper-text");
        return text;
    }

    private Node bars(List<Bar> bars) {
        HBox row = new HBox(16);
        row.setAlignment(Pos.BOTTOM_LEFT);
        for (Bar bar : bars) {
            Region column = new Region();
            double height = Math.max(LEAST_BAR, BAR_HEIGHT * bar.percent() / 100);
            column.setMinSize(40, height);
            column.setMaxSize(40, height);
            column.getStyleClass().addAll("check-bar", bar.isNow() ? "now" : "earlier");
            Label value = controls.label(bar.value().isEmpty() ? messages.text("check.fact.none") : bar.value(),
                    bar.isNow() ? "strong" : "secondary");
            VBox cell = new VBox(2, value, column, controls.label(bar.period(), "tag"));
            cell.setAlignment(Pos.BOTTOM_CENTER);
            HBox.setHgrow(cell, Priority.ALWAYS);
            row.getChildren().add(cell);
        }
        return new VBox(4, controls.label(messages.text("check.bars", bars.size()), "secondary"), row);
    }
}
