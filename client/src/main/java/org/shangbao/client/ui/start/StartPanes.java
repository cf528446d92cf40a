package org.shangbao.client.ui.start;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** Cards of the start for what does not happen every day: repaired data and damaged data. */
final class StartPanes {
    private final Messages messages;
    private final Controls controls;

    StartPanes(Messages messages, Controls controls) {
        this.messages = messages;
        this.controls = controls;
    }

    /** Fills the card; returns what has the focus first. */
    Node repaired(VBox card, StartRepaired model) {
        card.getStyleClass().add("edge-green");
        card.getChildren().add(Controls.row(10, controls.shape(Mark.DONE, Mark.DONE.word()),
                controls.wrapping(messages.text(model.headline()), "headline")));
        model.sentences().forEach(sentence -> card.getChildren().add(controls.wrapping(messages.text(sentence), "start-words")));
        HBox facts = new HBox(fact("start.repaired.fact.checked", messages.text(model.checked())),
                fact("start.repaired.fact.restored", messages.text(model.restored())));
        if (!model.last().isEmpty()) {
            facts.getChildren().add(fact("start.repaired.fact.last", model.last()));
        }
        facts.getStyleClass().add("start-facts");
        card.getChildren().add(facts);
        List<StartRepaired.Row> rows = model.rows();
        if (!rows.isEmpty()) {
            card.getChildren().add(table(rows));
        }
        if (model.more() > 0) {
            card.getChildren().add(controls.label(messages.text("start.repaired.more", model.more()), "secondary"));
        }
        var go = controls.primary(model.goOnAction());
        go.setId("start-repaired-on");
        go.getStyleClass().add("large");
        Label kept = controls.wrapping(model.keptIn().isEmpty() ? "" : messages.text("start.repaired.kept", model.keptIn()), "hint");
        HBox.setHgrow(kept, Priority.ALWAYS);
        kept.setMaxWidth(Double.MAX_VALUE);
        kept.setAlignment(Pos.CENTER_RIGHT);
        Label outcome = controls.wrapping("", "secondary");
        outcome.textProperty().bind(model.outcomeProperty().map(messages::text));
        outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
        card.getChildren().addAll(Controls.row(12, go, controls.secondary(model.exportAction()), kept), outcome);
        return go;
    }

    private VBox fact(String key, String value) {
        VBox fact = new VBox(2, controls.label(messages.text(key), "secondary"), controls.label(value, "strong"));
        fact.getStyleClass().add("start-fact");
        HBox.setHgrow(fact, Priority.ALWAYS);
        return fact;
    }

    private GridPane table(List<StartRepaired.Row> rows) {
        GridPane table = new GridPane();
        table.getStyleClass().add("start-table");
        for (double percent : new double[]{ 12, 46, 18, 24 }) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            table.getColumnConstraints().add(column);
        }
        table.getColumnConstraints().get(2).setHalignment(HPos.RIGHT);
        table.setHgap(12);
        table.setVgap(8);
        int row = 0;
        table.addRow(row++, head("start.repaired.code"), head("start.repaired.name"), head("start.repaired.typed"),
                head("start.repaired.at"));
        for (StartRepaired.Row each : rows) {
            table.addRow(row++, controls.label(each.code()), controls.wrapping(messages.text(each.name())),
                    controls.label(each.typed(), "strong"), controls.label(each.at(), "secondary"));
        }
        return table;
    }

    private Label head(String key) { return controls.label(messages.text(key), "secondary"); }

    /** Fills the card; returns what has the focus first, the card itself if there is nothing to do. */
    Node damaged(VBox card, StartDamage model, Text problem, String contact) {
        card.getStyleClass().add("edge-red");
        card.getChildren().addAll(controls.wrapping(messages.text("start.damage.headline"), "headline"),
                controls.wrapping(messages.text(problem), "start-words"),
                new VBox(6, controls.label(messages.text("start.damage.safe"), "strong"),
                        controls.mark(Mark.DONE, Text.of("start.damage.kept")), controls.mark(Mark.DONE, Text.of("start.damage.sent"))));
        if (!contact.isEmpty()) {
            card.getChildren().add(controls.mark(Mark.TELEPHONE, Text.of("start.damage.call", contact)));
        }
        if (model.backups().isEmpty()) {
            card.getChildren().add(controls.wrapping(messages.text("start.damage.none"), "start-words"));
            return card;
        }
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox(6, controls.label(messages.text("start.damage.choose"), "strong"));
        for (BackupEntry backup : model.backups()) {
            RadioButton choice = new RadioButton(messages.text(model.words(backup)));
            choice.setToggleGroup(group);
            choice.setSelected(model.isChosen(backup) || model.backups().getFirst().equals(backup));
            choice.selectedProperty().subscribe(selected -> {
                if (selected) {
                    model.choose(backup);
                }
            });
            choices.getChildren().add(choice);
        }
        Label preview = controls.wrapping("", "secondary");
        preview.setId("start-preview");
        preview.textProperty().bind(model.previewProperty().map(messages::text));
        var go = controls.primary(model.restoreAction());
        go.setId("start-restore");
        go.getStyleClass().add("large");
        Region line = new Region();
        line.getStyleClass().add("start-line");
        card.getChildren().addAll(line, choices, preview, Controls.row(12, go));
        return go;
    }
}
