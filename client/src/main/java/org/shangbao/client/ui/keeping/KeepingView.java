package org.shangbao.client.ui.keeping;

import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.MovingColumns;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.keeping.KeepingViewModel.Shown;

/** Backups with what restoring one would change on the left; second drive and passwords on the right. */
final class KeepingView extends ScrollPane {
    private static final double SIDE = 460;

    private final KeepingViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox backups = new VBox(8);
    private final VBox second = new VBox(8);
    private final VBox people = new VBox(8);

    KeepingView(KeepingViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        MovingColumns columns = new MovingColumns(new VBox(16, backupCard(), new KeepingDoctorCard(viewModel.doctor(), messages, controls)),
                new VBox(16, secondCard(), peopleCard(), new KeepingUserCard(viewModel.user(), messages, controls)), SIDE, 16);
        columns.setPadding(new Insets(16));
        setContent(columns);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        viewModel.shownProperty().subscribe(this::show);
    }

    private Node backupCard() {
        var make = controls.primary(viewModel.backupAction());
        make.setId("keeping-backup");
        HBox head = Controls.row(12, controls.label(messages.text("keeping.title"), "headline"), Controls.grow(), make,
                controls.secondary(viewModel.backAction()));
        Label outcome = controls.wrapping("", "blue");
        outcome.setId("keeping-outcome");
        outcome.textProperty().bind(viewModel.outcomeProperty().map(messages::text));
        outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
        Label preview = controls.wrapping("", "keeping-preview");
        preview.setId("keeping-preview");
        preview.textProperty().bind(viewModel.previewProperty().map(messages::text));
        var restore = controls.secondary(viewModel.restoreAction(), "fth-rotate-ccw");
        restore.setId("keeping-restore");
        VBox card = new VBox(12, head, controls.wrapping(messages.text("keeping.sentence"), "secondary"), outcome, backups, preview,
                Controls.row(12, restore));
        card.getStyleClass().add("card");
        return card;
    }

    private Node secondCard() {
        VBox card = new VBox(8, controls.label(messages.text("keeping.second"), "section"),
                controls.wrapping(messages.text("keeping.second.hint"), "secondary"), second);
        card.getStyleClass().add("card");
        return card;
    }

    private Node peopleCard() {
        TextField name = new TextField();
        name.setId("keeping-name");
        name.textProperty().bindBidirectional(viewModel.nameProperty());
        var set = controls.secondary(viewModel.setPasswordAction());
        set.setId("keeping-set");
        Label reason = controls.wrapping("", "secondary");
        reason.textProperty().bind(viewModel.setPasswordAction().reasonProperty().map(messages::text));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        VBox card = new VBox(8, controls.label(messages.text("keeping.people"), "section"),
                controls.wrapping(messages.text("keeping.people.hint"), "secondary"), people, labelled("keeping.password.who", name),
                Controls.row(12, labelled("keeping.password.new", password("keeping-password", viewModel.passwordProperty())),
                        labelled("keeping.password.again", password("keeping-repeated", viewModel.repeatedProperty()))),
                Controls.row(12, set, reason));
        card.getStyleClass().add("card");
        return card;
    }

    private PasswordField password(String id, StringProperty text) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Node labelled(String key, TextField field) {
        Label words = controls.label(messages.text(key), "strong");
        words.setLabelFor(field);
        field.setAccessibleText(words.getText());
        VBox box = new VBox(4, words, field);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void show(Shown found) {
        backups.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (BackupEntry entry : found.backups()) {
            RadioButton choice = new RadioButton(messages.text(viewModel.words(entry)));
            choice.setToggleGroup(group);
            choice.setSelected(viewModel.isChosen(entry));
            choice.selectedProperty().subscribe(selected -> {
                if (selected) {
                    viewModel.choose(entry);
                }
            });
            backups.getChildren().add(choice);
        }
        if (found.backups().isEmpty()) {
            backups.getChildren().add(controls.wrapping(messages.text("keeping.empty"), "secondary"));
        }
        second.getChildren().clear();
        Mark mark = found.secondMark();
        Label words = controls.wrapping(messages.text(viewModel.secondWords()));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox buttons = Controls.row(8, controls.small(viewModel.chooseDriveAction()));
        if (found.hasSecond()) {
            buttons.getChildren().add(controls.small(viewModel.noDriveAction()));
        }
        second.getChildren().addAll(Controls.row(8, controls.shape(mark, mark.word()), words), buttons);
        people.getChildren().clear();
        for (String person : found.people()) {
            HBox row = Controls.row(8, controls.label(messages.text(KeepingViewModel.holder(person))), Controls.grow());
            if (found.people().size() > 1) {
                row.getChildren().add(controls.small(new Action(Text.of("keeping.remove"), "", () -> viewModel.remove(person))));
            }
            people.getChildren().add(row);
        }
        Mark recovery = found.isRecoverable() ? Mark.DONE : Mark.NOTICE;
        Label ways = controls.wrapping(messages.text(found.isRecoverable() ? "keeping.recoverable" : "keeping.unrecoverable"),
                "tone-" + recovery.tone());
        HBox.setHgrow(ways, Priority.ALWAYS);
        people.getChildren().add(new HBox(8, controls.shape(recovery, recovery.word()), ways));
    }
}
