package org.shangbao.client.ui.keeping;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.keeping.KeepingDoctor.Page;

/** 检查数据: the button, and the page of what was found. */
final class KeepingDoctorCard extends VBox {
    private final KeepingDoctor model;
    private final Messages messages;
    private final Controls controls;
    private final VBox found = new VBox(8);

    KeepingDoctorCard(KeepingDoctor model, Messages messages, Controls controls) {
        super(12);
        this.model = model;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("card");
        found.setId("keeping-found");
        Button check = controls.secondary(model.checkAction(), "fth-activity");
        check.setId("keeping-check");
        Label outcome = controls.wrapping("", "blue");
        outcome.setId("keeping-doctor-outcome");
        outcome.textProperty().bind(model.outcomeProperty().map(messages::text));
        outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
        getChildren().addAll(Controls.row(12, controls.label(messages.text("keeping.doctor"), "section"), Controls.grow(), check),
                controls.wrapping(messages.text("keeping.doctor.hint"), "secondary"), outcome, found);
        model.pageProperty().subscribe(this::show);
    }

    private void show(@Nullable Page page) {
        found.getChildren().clear();
        found.setManaged(page != null);
        if (page == null) {
            return;
        }
        VBox lines = new VBox(6);
        lines.getStyleClass().add("keeping-preview");
        for (KeepingDoctor.Line line : page.lines()) {
            VBox words = new VBox(2, controls.wrapping(messages.text(line.words())));
            if (!line.todo().isEmpty()) {
                words.getChildren().add(controls.wrapping(messages.text(line.todo()), "strong"));
            }
            HBox.setHgrow(words, Priority.ALWAYS);
            lines.getChildren().add(new HBox(8, controls.shape(line.mark(), line.verdict()), words));
        }
        Button copy = controls.small(new Action(Text.of("keeping.doctor.copy"), "", this::copy));
        copy.setId("keeping-copy");
        Button save = controls.small(model.saveAction());
        save.setId("keeping-save");
        Label at = controls.wrapping(messages.text(page.at()), "secondary");
        HBox.setHgrow(at, Priority.ALWAYS);
        at.setMaxWidth(Double.MAX_VALUE);
        found.getChildren().addAll(controls.mark(page.mark(), page.summary()), lines,
                controls.wrapping(messages.text("keeping.doctor.unchecked"), "secondary"), Controls.row(8, at, copy, save));
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.text()));
        model.copied();
    }
}
