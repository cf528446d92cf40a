package org.shangbao.client.ui.start;

import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;

/** The card of 忘了密码 for the user of the operating system. */
final class StartResetPane {
    private final Messages messages;
    private final Controls controls;
    private final StartRecovery model;
    private final BiFunction<String, StringProperty, PasswordField> fields;

    /** @param fields makes a password field with an id */
    StartResetPane(Messages messages, Controls controls, StartRecovery model, BiFunction<String, StringProperty, PasswordField> fields) {
        this.messages = messages;
        this.controls = controls;
        this.model = model;
        this.fields = fields;
    }

    /** Fills the head of the card. */
    void head(VBox card) {
        VBox answer = new VBox();
        answer.setId("start-reset-answer");
        model.reset().answerProperty().subscribe(given -> answer.getChildren().setAll(controls.mark(given.mark(), given.words())));
        card.getChildren().addAll(controls.wrapping(messages.text("start.reset.headline"), "headline"),
                controls.wrapping(messages.text("start.reset.sentence"), "start-words"), answer);
    }

    /** Fills the card; returns what has the focus first. */
    Node reset(VBox card, StringProperty password, StringProperty repeated) {
        if (model.reset().people().size() > 1) {
            card.getChildren().add(people());
        }
        PasswordField first = fields.apply("start-password", password);
        card.getChildren().add(Controls.row(16, labelled("start.recovery.new", first),
                labelled("start.password.again", fields.apply("start-repeated", repeated))));
        var go = controls.primary(model.reset().resetAction());
        go.setId("start-reset");
        go.getStyleClass().add("large");
        Label reason = controls.wrapping("", "secondary");
        reason.textProperty().bind(model.reset().resetAction().reasonProperty().map(messages::text));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox row = Controls.row(12, go, reason);
        if (model.isByProvince()) {
            var province = controls.secondary(model.provinceAction());
            province.setId("start-reset-province");
            row.getChildren().add(province);
        }
        row.getChildren().add(controls.secondary(model.backAction()));
        row.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(row);
        return first;
    }

    private Node people() {
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox(6, controls.label(messages.text("start.reset.who"), "strong"));
        for (String name : model.reset().people()) {
            RadioButton choice = new RadioButton(messages.text(StartReset.words(name)));
            choice.setToggleGroup(group);
            choice.setSelected(name.equals(model.reset().person()));
            choice.selectedProperty().subscribe(selected -> {
                if (selected) {
                    model.reset().choose(name);
                }
            });
            choices.getChildren().add(choice);
        }
        return choices;
    }

    private Node labelled(String key, PasswordField field) {
        Label words = controls.label(messages.text(key), "strong");
        words.setLabelFor(field);
        field.setAccessibleText(words.getText());
        return new VBox(4, words, field);
    }
}
