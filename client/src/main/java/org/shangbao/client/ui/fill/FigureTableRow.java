package org.shangbao.client.ui.fill;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Enclosure;
import org.shangbao.client.ui.common.Messages;

/** A figure as a row: code, name, unit, the permanent field, last period, the same period last year, change, state, own words. */
final class FigureTableRow extends HBox {
    private static final double AROUND = 8;

    private final BlankField field;
    private final Messages messages;
    private final Controls controls;
    private final FontIcon mark = Controls.icon("fth-minus");
    private final Label previous = new Label();
    private final Label lastYear = new Label();
    private final Label difference = new Label();
    private final Label percent = new Label();
    private final HBox state = new HBox();
    private final Label note = new Label();
    private @Nullable FigureRow shown;

    FigureTableRow(Sheet.Figure figure, FillViewModel viewModel, Messages messages, Controls controls) {
        this.messages = messages;
        this.controls = controls;
        field = new BlankField(figure.code(), figure.code() + " " + messages.text(figure.name()) + " " + figure.unit(), viewModel);
        field.getStyleClass().add("in-table");
        field.focusedProperty().addListener((property, was, is) -> {
            mark.setOpacity(is ? 0 : 1);
            if (is) {
                viewModel.focused(figure.code());
            }
        });
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        StackPane.setAlignment(mark, Pos.CENTER_LEFT);
        Enclosure now = new Enclosure(new StackPane(field, mark));
        now.getStyleClass().add("cell-now");
        Label name = controls.label(messages.text(figure.name()), "cell-name");
        name.setTooltip(new Tooltip(name.getText()));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setWrapText(true);
        // a row asks for its height before its name knows its width: its lines are counted once it has been laid out
        name.widthProperty().subscribe(width -> makeRoom(name));
        HBox.setHgrow(name, Priority.ALWAYS);
        previous.getStyleClass().addAll("cell-previous", "figure-cell");
        lastYear.getStyleClass().addAll("cell-last-year", "figure-cell", "grey");
        HBox change = Controls.row(12, Controls.grow(), difference, percent);
        change.getStyleClass().add("cell-change");
        state.setAlignment(Pos.CENTER_LEFT);
        state.getStyleClass().add("cell-state");
        note.getStyleClass().addAll("cell-note", "hint");
        getChildren().addAll(controls.label(figure.code(), "cell-code", "hint"), name,
                controls.label(messages.unit(figure.unit()), "cell-unit", "secondary"), now, previous, lastYear, change, state, note);
        for (Region cell : new Region[]{ previous, lastYear, change, state, note, now }) {
            cell.setMinWidth(USE_PREF_SIZE);
        }
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("table-row");
    }

    BlankField field() { return field; }

    /** A name that needs more than a line makes its row as high as it is. */
    private void makeRoom(Label name) {
        if (name.getWidth() <= 0) {
            return;
        }
        Text words = new Text(name.getText());
        words.setFont(name.getFont());
        words.setLineSpacing(name.getLineSpacing());
        double line = words.getLayoutBounds().getHeight();
        words.setWrappingWidth(Math.floor(name.getWidth()));
        double height = words.getLayoutBounds().getHeight();
        String room = Integer.toString((int) Math.ceil(height + AROUND));
        setStyle(height < line * 1.5 ? "" : "-fx-min-height: " + room + "; -fx-max-height: " + room);
    }

    void show(BlankContent content) {
        field.show(content, messages.text(content.state().words()));
        mark.setVisible(content.state().showsMark());
        mark.setIconLiteral(content.state().mark().icon());
        mark.getStyleClass().removeIf(styleClass -> styleClass.startsWith("tone-"));
        mark.getStyleClass().add("tone-" + (content.state() == BlankState.EXPLAINED ? "blue" : content.state().mark().tone()));
    }

    void show(FigureRow row) {
        if (row.equals(shown)) {
            return;
        }
        shown = row;
        previous.setText(row.previous());
        lastYear.setText(row.lastYear());
        boolean same = row.difference().equals("0");
        difference.setText(row.difference().isEmpty() ? messages.text("fill.table.noChange") : same ? "" : row.difference());
        percent.setText(same ? messages.text("fill.table.same") : row.percent());
        difference.getStyleClass().setAll("label", row.difference().isEmpty() ? "hint" : "secondary");
        percent.getStyleClass().setAll("label", row.loud() ? "amber" : "hint", row.loud() ? "strong" : "hint");
        state.getChildren().setAll(row.state() == BlankState.FILLED || row.state().showsMark() || row.state() == BlankState.UNREADABLE
                ? controls.mark(row.state().mark(), row.state() == BlankState.UNREADABLE
                        ? org.shangbao.client.ui.common.Text.of("fill.card.unreadable")
                        : row.state().words())
                : controls.label(messages.text(row.state().words()), "hint"));
        note.setText(row.ownNote());
        note.setTooltip(row.ownNote().isEmpty() ? null : new Tooltip(row.ownNote()));
    }
}
