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

import org.shangbao.client.application.keeping.OfficeFromBackup.FoundBackup;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The cards of 从备份恢复: where the backup is and its password, then what is in it. */
final class StartFromBackupPane {
    private final Messages messages;
    private final Controls controls;
    private final StartFromBackup model;
    private final BiFunction<String, StringProperty, PasswordField> fields;

    /** @param fields makes a password field with an id */
    StartFromBackupPane(Messages messages, Controls controls, StartFromBackup model,
            BiFunction<String, StringProperty, PasswordField> fields) {
        this.messages = messages;
        this.controls = controls;
        this.model = model;
        this.fields = fields;
    }

    /** The way here, on the card of a computer on which nothing is enrolled. */
    Node offer() {
        var begin = controls.secondary(model.beginAction(), "fth-hard-drive");
        begin.setId("start-from-backup");
        VBox words = new VBox(2, controls.wrapping(messages.text("start.restore.offer"), "strong"),
                controls.wrapping(messages.text("start.restore.offerHint"), "secondary"));
        HBox.setHgrow(words, Priority.ALWAYS);
        return Controls.row(16, words, begin);
    }

    /** Fills the head of the card for choosing. */
    void head(VBox card) {
        card.getChildren().add(controls.wrapping(messages.text("start.restore.headline"), "headline"));
        if (model.backups().isEmpty()) {
            card.getChildren().add(controls.wrapping(messages.text("start.restore.sentence"), "start-words"));
        }
    }

    /** Fills the card for choosing; returns what has the focus first. */
    Node choose(VBox card, StringProperty password) {
        Label words = controls.wrapping(messages.text("start.restore.drop"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        boolean isFound = !model.backups().isEmpty();
        var folder = isFound ? controls.secondary(model.folderAction()) : controls.primary(model.folderAction());
        folder.setId("start-backup-folder");
        var file = controls.secondary(model.fileAction());
        file.setId("start-backup-file");
        HBox drop = Controls.row(12, Controls.icon("fth-hard-drive"), words, folder, file);
        drop.getStyleClass().add("start-drop");
        card.getChildren().add(drop);
        if (!isFound) {
            card.getChildren().add(Controls.row(12, Controls.grow(), controls.secondary(model.backAction())));
            return folder;
        }
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox(6, controls.label(messages.text("start.restore.which"), "strong"));
        for (FoundBackup backup : model.backups()) {
            RadioButton choice = new RadioButton(messages.text(model.words(backup)));
            choice.setToggleGroup(group);
            choice.setSelected(model.isChosen(backup));
            choice.selectedProperty().subscribe(selected -> {
                if (selected) {
                    model.choose(backup);
                }
            });
            choices.getChildren().add(choice);
        }
        Label facts = controls.wrapping("", "secondary");
        facts.setId("start-backup-facts");
        facts.textProperty().bind(model.factsProperty().map(messages::text));
        PasswordField field = fields.apply("start-password", password);
        field.setOnAction(event -> model.lookAction().perform());
        Label name = controls.label(messages.text("start.restore.password"), "strong");
        name.setLabelFor(field);
        field.setAccessibleText(name.getText());
        var forgot = controls.small(model.forgotAction());
        forgot.setId("start-forgot");
        var go = controls.primary(model.lookAction());
        go.setId("start-look");
        go.getStyleClass().add("large");
        HBox ask = Controls.row(12, new VBox(4, name, field), go);
        ask.setAlignment(Pos.BOTTOM_LEFT);
        card.getChildren().addAll(new VBox(8, choices, facts), ask,
                Controls.row(12, reason(model.lookAction()), forgot, controls.secondary(model.backAction())),
                reason(model.forgotAction()));
        return field;
    }

    /** Fills the card with what is in the backup; returns what has the focus first. */
    Node content(VBox card, String folder) {
        VBox lines = new VBox(6);
        for (StartFromBackup.Line line : model.lines()) {
            Label words = controls.wrapping(messages.text(line.words()));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(8, controls.shape(line.mark(), line.mark().word()), words);
            lines.getChildren().add(row);
        }
        lines.getStyleClass().add("start-unit");
        var go = controls.primary(model.restoreAction());
        go.setId("start-restore");
        go.getStyleClass().add("large");
        card.getChildren().addAll(controls.mark(Mark.DONE, Text.of("start.restore.whole")), lines,
                controls.wrapping(messages.text("start.restore.once"), "start-words"),
                Controls.row(12, go, Controls.grow(), controls.secondary(model.backAction())),
                controls.wrapping(messages.text("start.folder", folder), "hint"));
        return go;
    }

    private Label reason(Action action) {
        Label reason = controls.wrapping("", "secondary");
        reason.textProperty().bind(action.reasonProperty().map(messages::text));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        return reason;
    }
}
