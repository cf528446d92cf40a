package org.shangbao.client.ui.start;

import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;

/** The two cards of 忘了密码: asking, and waiting for the answer. */
final class StartRecoveryPane {
    private final Messages messages;
    private final Controls controls;
    private final StartRecovery model;
    private final BiFunction<String, StringProperty, PasswordField> fields;

    /** @param fields makes a password field with an id */
    StartRecoveryPane(Messages messages, Controls controls, StartRecovery model, BiFunction<String, StringProperty, PasswordField> fields) {
        this.messages = messages;
        this.controls = controls;
        this.model = model;
        this.fields = fields;
    }

    /** Fills the head of the card for asking. */
    void head(VBox card) {
        card.getChildren().addAll(controls.wrapping(messages.text("start.recovery.headline"), "headline"),
                controls.wrapping(messages.text("start.recovery.sentence"), "start-words"));
    }

    /** Fills the card for asking; returns what has the focus first. */
    Node ask(VBox card, StringProperty password, StringProperty repeated) {
        TextField name = new TextField();
        name.setId("start-name");
        name.getStyleClass().add("sb-field");
        name.textProperty().bindBidirectional(model.nameProperty());
        card.getChildren().addAll(labelled("start.recovery.name", name),
                Controls.row(16, labelled("start.password.new", fields.apply("start-password", password)),
                        labelled("start.password.again", fields.apply("start-repeated", repeated))),
                controls.wrapping(messages.text("start.recovery.hint"), "secondary"));
        buttons(card, model.askAction(), "start-ask");
        return name;
    }

    /** Fills the head of the card for waiting. */
    void waitingHead(VBox card) {
        Label number = controls.label(model.checkNumber(), "headline", "start-number");
        number.setId("start-number");
        VBox box = new VBox(4, controls.wrapping(messages.text("start.recovery.number"), "secondary"), number);
        box.getStyleClass().add("start-unit");
        card.getChildren().addAll(controls.wrapping(messages.text("start.recovery.waiting"), "headline"),
                controls.mark(Mark.DONE, model.asked()), box, controls.wrapping(messages.text("start.recovery.steps"), "start-words"));
    }

    /** Fills the card for waiting; returns what has the focus first. */
    Node answer(VBox card, StringProperty password) {
        PasswordField field = fields.apply("start-password", password);
        card.getChildren().add(labelled("start.recovery.password", field));
        buttons(card, model.answerAction(), "start-answer");
        card.getChildren().add(Controls.row(12, controls.small(model.anewAction())));
        return field;
    }

    private void buttons(VBox card, Action action, String id) {
        var go = controls.primary(action);
        go.setId(id);
        go.getStyleClass().add("large");
        Label reason = controls.wrapping("", "secondary");
        reason.textProperty().bind(action.reasonProperty().map(messages::text));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox row = Controls.row(12, go, reason, controls.secondary(model.backAction()));
        row.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(row);
    }

    private Node labelled(String key, TextField field) {
        Label words = controls.label(messages.text(key), "strong");
        words.setLabelFor(field);
        field.setAccessibleText(words.getText());
        return new VBox(4, words, field);
    }
}
