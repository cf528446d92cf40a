package org.shangbao.client.ui.help;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.MovingColumns;
import org.shangbao.client.ui.shell.BodyScreen;

/** The seven steps with the words that tell each is done, what helps when something went wrong, 填报说明, 诊断包. */
final class HelpView extends ScrollPane implements BodyScreen.Body {
    private static final double SIDE = 380;

    private final HelpViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final Subscription subscription;
    private final Button back;

    HelpView(HelpViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        back = controls.secondary(viewModel.backAction());
        VBox main = new VBox(16, steps(), troubles());
        subscription = viewModel.askedProperty().subscribe(guide -> showAsked(main, guide));
        VBox side = new VBox(16);
        if (viewModel.hasKeeping()) {
            side.getChildren().add(keeping());
        }
        side.getChildren().addAll(diagnostics(), guides());
        MovingColumns columns = new MovingColumns(main, side, SIDE, 16);
        columns.setPadding(new Insets(16));
        setContent(columns);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    @Override
    public void close() { subscription.unsubscribe(); }

    @Override
    public void focusFirst() { back.requestFocus(); }

    /** What help was asked about stands first. */
    private void showAsked(VBox main, HelpViewModel.@Nullable Guide guide) {
        main.getChildren().removeIf(node -> "help-asked".equals(node.getId()));
        if (guide != null) {
            VBox box = new VBox(6,
                    Controls.row(8, controls.label(guide.code(), "note-code"), controls.label(messages.text(guide.name()), "section")),
                    controls.wrapping(messages.text(guide.words())));
            box.getStyleClass().addAll("card", "edge-blue");
            box.setId("help-asked");
            main.getChildren().addFirst(box);
        }
    }

    private Node steps() {
        GridPane table = table(7, 23, 40, 30);
        int row = 0;
        for (HelpViewModel.Step step : HelpViewModel.steps()) {
            Label number = controls.label(Integer.toString(step.number()), "help-number");
            table.addRow(row, number, cell(messages.text(step.name()), "strong"), cell(messages.text(step.todo()), "help-words"),
                    cell(messages.text("help.quoted", step.seen()), "strong"));
            row++;
        }
        HBox head = Controls.row(12, controls.label(messages.text("help.title"), "headline"), Controls.grow(),
                controls.secondary(viewModel.cardAction(), "fth-printer"), back);
        VBox box = new VBox(12, head, controls.wrapping(messages.text("help.sentence"), "secondary"), table);
        box.getStyleClass().add("card");
        return box;
    }

    private Node troubles() {
        GridPane table = table(30, 70);
        int row = 0;
        for (HelpViewModel.Trouble trouble : HelpViewModel.troubles()) {
            table.addRow(row, cell(messages.text(trouble.what()), "strong"), cell(messages.text(trouble.cure()), "help-words"));
            row++;
        }
        VBox box = new VBox(8, controls.label(messages.text("help.troubles"), "section"), table);
        box.getStyleClass().add("card");
        return box;
    }

    private Node keeping() {
        var open = controls.secondary(viewModel.keepingAction(), "fth-shield");
        open.setId("help-keeping");
        VBox box = new VBox(8, controls.label(messages.text("help.keeping.title"), "section"),
                controls.wrapping(messages.text("help.keeping.hint"), "secondary"), open);
        box.getStyleClass().add("card");
        return box;
    }

    private Node diagnostics() {
        CheckBox figures = new CheckBox(messages.text("help.export.figures"));
        figures.setWrapText(true);
        figures.setId("help-figures");
        figures.selectedProperty().bindBidirectional(viewModel.withFiguresProperty());
        var export = controls.secondary(viewModel.exportAction());
        export.setId("help-export");
        Label outcome = controls.wrapping("", "secondary");
        outcome.setId("help-outcome");
        outcome.textProperty().bind(viewModel.outcomeProperty().map(messages::text));
        VBox box = new VBox(8, controls.label(messages.text("help.diagnostics"), "section"),
                controls.wrapping(messages.text("help.diagnostics.hint"), "secondary"), figures, export, outcome);
        box.getStyleClass().add("card");
        return box;
    }

    private Node guides() {
        VBox box = new VBox(10, controls.label(messages.text("help.guides"), "section"));
        for (HelpViewModel.Guide guide : viewModel.guides()) {
            Label code = controls.label(guide.code(), "strong");
            code.setMinWidth(USE_PREF_SIZE);
            Label name = controls.wrapping(messages.text(guide.name()), "strong");
            HBox.setHgrow(name, Priority.ALWAYS);
            box.getChildren().add(new VBox(2, Controls.row(8, code, name), controls.wrapping(messages.text(guide.words()), "secondary")));
        }
        box.getStyleClass().add("card");
        return box;
    }

    private Label cell(String words, String styleClass) {
        Label cell = controls.wrapping(words, styleClass);
        cell.setMaxWidth(Double.MAX_VALUE);
        return cell;
    }

    private static GridPane table(double... percents) {
        GridPane table = new GridPane();
        table.setHgap(12);
        table.setVgap(10);
        table.setAlignment(Pos.TOP_LEFT);
        for (double percent : List.copyOf(java.util.Arrays.stream(percents).boxed().toList())) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            table.getColumnConstraints().add(column);
        }
        return table;
    }
}
