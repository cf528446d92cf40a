package org.shangbao.client.ui.check;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.check.CheckViewModel.Detail;
import org.shangbao.client.ui.check.CheckViewModel.Fact;
import org.shangbao.client.ui.check.CheckViewModel.Group;
import org.shangbao.client.ui.check.CheckViewModel.Line;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** List of findings at the left, the one looked at at the right. */
final class CheckView extends BorderPane {
    private static final double LIST = 424;

    private final CheckViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox list = new VBox();
    private final VBox right = new VBox(12);
    private final TextArea explanation = new TextArea();
    private final Label judgement = new Label();
    private final Subscription subscription;
    private String key = "";

    CheckView(CheckViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        explanation.setId("explanation");
        explanation.getStyleClass().add("sb-text");
        explanation.setWrapText(true);
        explanation.setPrefRowCount(3);
        explanation.setMinHeight(86);
        explanation.textProperty().addListener(change -> judge());
        explanation.focusedProperty().addListener((property, was, is) -> {
            if (was) {
                commitNow();
            }
        });
        setLeft(left());
        right.getStyleClass().add("check-detail");
        setCenter(right);
        viewModel.commitWith(this::commitNow);
        subscription = Subscription.combine(viewModel.groupsProperty().subscribe(this::showGroups),
                viewModel.detailProperty().subscribe(this::showDetail));
    }

    void close() {
        commitNow();
        viewModel.commitWith(() -> {});
        subscription.unsubscribe();
    }

    void focusExplanation() {
        Detail detail = viewModel.detailProperty().get();
        if (detail != null && detail.explainable()) {
            explanation.requestFocus();
            explanation.end();
        }
    }

    private Node left() {
        HBox head = Controls.row(8, controls.label(messages.text("check.title"), "section"), Controls.grow(),
                controls.small(viewModel.again()));
        head.getStyleClass().add("check-head");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label reason = controls.wrapping("", "secondary");
        reason.textProperty().bind(viewModel.finish().reasonProperty()
                .map(words -> messages.text(words.isEmpty() ? Text.of("check.finalize.ready") : words)));
        HBox foot = Controls.row(8, Controls.icon("fth-info"), reason);
        foot.getStyleClass().add("check-foot");
        VBox panel = new VBox(head, scroll, foot);
        panel.getStyleClass().add("check-list");
        panel.setMinWidth(LIST);
        panel.setMaxWidth(LIST);
        return panel;
    }

    private void showGroups(List<Group> groups) {
        list.getChildren().clear();
        for (Group group : groups) {
            Label mark = controls.mark(group.mark(), group.head());
            mark.getStyleClass().add("strong");
            HBox head = Controls.row(12, mark, controls.label(messages.text(group.hint()), "secondary"));
            head.getStyleClass().add("check-group");
            list.getChildren().add(head);
            group.lines().forEach(line -> list.getChildren().add(line(line, group.mark())));
        }
        if (groups.isEmpty()) {
            Label none = controls.wrapping(messages.text("check.none"), "secondary");
            none.setPadding(new Insets(16));
            list.getChildren().add(none);
        }
    }

    private Node line(Line line, Mark mark) {
        Label severity = controls.mark(mark, mark.word());
        severity.getStyleClass().add("strong");
        severity.setMinWidth(64);
        VBox words = new VBox(2, Controls.row(8, controls.label(line.code(), "strong"), controls.label(messages.text(line.name()))),
                controls.label(messages.text(line.values()), "secondary"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Controls.row(8, severity, words);
        if (line.settled()) {
            row.getChildren().add(controls.shape(Mark.DONE, Mark.WRITTEN.word()));
        }
        row.getStyleClass().add("check-line");
        if (line.selected()) {
            row.getStyleClass().add("selected");
        }
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(line.code() + " " + messages.text(line.name()));
        row.setOnMouseClicked(event -> {
            commitNow();
            viewModel.select(line.key());
        });
        return row;
    }

    private void showDetail(@Nullable Detail detail) {
        boolean typing = explanation.isFocused() && detail != null && detail.key().equals(key);
        if (detail == null || !detail.key().equals(key)) {
            commitNow();
        }
        if (typing) {
            return;
        }
        right.getChildren().clear();
        key = detail == null ? "" : detail.key();
        if (detail == null) {
            VBox done = new VBox(6, controls.label(messages.text("check.passed"), "headline"),
                    controls.wrapping(messages.text("check.passedHint"), "secondary"));
            done.getStyleClass().addAll("card", "edge-green");
            right.getChildren().add(done);
            return;
        }
        Label mark = controls.mark(detail.mark(), detail.word());
        mark.getStyleClass().add("strong");
        right.getChildren().addAll(
                Controls.row(12, mark, controls.label(detail.code(), "section"), controls.label(messages.text(detail.name()), "section"),
                        Controls.grow(), controls.label(messages.text(detail.place()), "secondary")),
                controls.wrapping(messages.text(detail.sentence()), "check-sentence"));
        if (!detail.facts().isEmpty()) {
            right.getChildren().add(facts(detail.facts()));
        }
        if (!detail.before().isEmpty() || !detail.after().isEmpty()) {
            right.getChildren().add(sentence(detail));
        }
        if (!detail.source().isEmpty() && !messages.isEnglish()) {
            right.getChildren().add(controls.wrapping(messages.text("check.source", detail.source()), "hint"));
        }
        if (detail.explainable()) {
            explanation.setText(detail.explanation());
            judge();
            right.getChildren().add(new VBox(6, Controls.row(8, controls.label(messages.text("check.explain"), "strong"),
                    controls.label(messages.text("check.explain.seen"), "secondary")), explanation, judgement));
        }
        VBox space = new VBox();
        VBox.setVgrow(space, Priority.ALWAYS);
        HBox buttons = Controls.row(8, controls.secondary(viewModel.written()), controls.secondary(viewModel.jumpAction(), "fth-edit"),
                Controls.grow(), controls.secondary(viewModel.previous()), controls.secondary(viewModel.next()));
        right.getChildren().addAll(space, buttons);
    }

    private Node facts(List<Fact> facts) {
        HBox row = new HBox();
        row.getStyleClass().add("check-facts");
        for (Fact fact : facts) {
            VBox cell = new VBox(2, controls.label(messages.text(fact.label()), "secondary"),
                    controls.label(fact.value().isEmpty() ? messages.text("check.fact.none") : fact.value(), "title"));
            cell.getStyleClass().add("check-fact");
            if (!row.getChildren().isEmpty()) {
                cell.getStyleClass().add("later");
            }
            HBox.setHgrow(cell, Priority.ALWAYS);
            cell.setPrefWidth(10);
            cell.setMaxWidth(Double.MAX_VALUE);
            row.getChildren().add(cell);
        }
        return row;
    }

    private Node sentence(Detail detail) {
        TextFlow flow = new TextFlow();
        flow.getChildren().add(paper(detail.before()));
        if (!detail.value().isEmpty()) {
            Label value = controls.label(detail.value(), "check-value", "tone-" + detail.mark().tone());
            flow.getChildren().add(value);
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

    private void judge() {
        boolean sufficient = viewModel.isSufficient(explanation.getText());
        judgement.setText(messages.text(viewModel.judge(explanation.getText())));
        judgement.setGraphic(sufficient ? controls.shape(Mark.DONE, Mark.DONE.word()) : null);
        judgement.getStyleClass().setAll("label", "mark", sufficient ? "tone-green" : "tone-amber");
    }

    private void commitNow() {
        Detail detail = viewModel.detailProperty().get();
        if (!key.isEmpty() && explanation.getScene() != null && (detail == null || detail.explainable() || !detail.key().equals(key))) {
            viewModel.explain(key, explanation.getText().strip());
        }
    }
}
