package org.shangbao.client.ui.home;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.home.PreReviewLines.Line;

/** 预审 on the home screen: one line while nothing was said, the words on the figures once something was. */
final class PreReviewCard {
    private final HomeViewModel viewModel;
    private final Messages messages;
    private final Controls controls;

    PreReviewCard(HomeViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
    }

    Node of(PreReviewLines lines) {
        Label words = controls.wrapping(messages.text(lines.words()));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button send = controls.small(viewModel.sendForPreReview(), "fth-message-square");
        send.setId("home-pre-review");
        Label title = controls.mark(lines.mark(), lines.title());
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Controls.row(12, title, words);
        if (lines.waits()) {
            Button save = controls.small(viewModel.savePackage(), "fth-save");
            save.setId("home-save-package");
            head.getChildren().add(save);
        }
        head.getChildren().add(send);
        VBox box = new VBox(head);
        lines.answers().forEach(answer -> {
            box.getChildren().add(said(answer.head()));
            answer.lines().forEach(line -> box.getChildren().add(row(line)));
        });
        box.getStyleClass().addAll("card", "edge-blue", "pre-review");
        box.setPadding(new Insets(10, 16, 10, 16));
        return box;
    }

    private Label said(Text head) {
        Label said = controls.wrapping(messages.text(head), "secondary");
        VBox.setMargin(said, new Insets(8, 0, 2, 0));
        return said;
    }

    private Node row(Line line) {
        Label code = controls.label(line.code(), "strong");
        code.setMinWidth(controls.px(60));
        Label name = controls.wrapping(messages.text(line.name()));
        name.setMinWidth(150);
        name.setPrefWidth(200);
        name.setMaxWidth(200);
        Label value = controls.label(messages.text(line.value()), "strong");
        value.setMinWidth(150);
        value.setAlignment(Pos.CENTER_RIGHT);
        Label words = controls.wrapping(line.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = Controls.row(12, controls.shape(line.changed() ? Mark.DONE : Mark.PRE_REVIEW, line.mark()), code, name, value, words,
                controls.link(Text.of("home.preReview.go"), () -> viewModel.correct(line.code())));
        row.getStyleClass().add("reason-row");
        return row;
    }
}
