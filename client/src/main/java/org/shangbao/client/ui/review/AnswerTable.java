package org.shangbao.client.ui.review;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ObservationStatus;

/** The table of answers; a county's explanation stands right under its figure. */
final class AnswerTable extends VBox {
    private static final int CODE = 46;
    private static final int VALUE = 86;
    private static final int PREVIOUS = 66;
    private static final int CHANGE = 60;
    private static final int VERDICT = 92;
    /** Gaps, the cell's own margins and the scroll bar. */
    private static final int AROUND = 74;

    private final SubmissionViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final ListView<TableRow> list = new ListView<>();
    private final Subscription watching;

    AnswerTable(SubmissionViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("answer-table");
        HBox head = new HBox(8, cell("review.column.code", CODE, Pos.CENTER_LEFT), grow("review.column.answer"),
                cell("review.column.now", VALUE, Pos.CENTER_RIGHT), cell("review.column.previous", PREVIOUS, Pos.CENTER_RIGHT),
                cell("review.column.change", CHANGE, Pos.CENTER_RIGHT), opinion());
        head.getStyleClass().add("table-head");
        list.getStyleClass().add("answer-list");
        list.setId("answer-list");
        list.setItems(viewModel.rows());
        list.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(messages.text("review.answers"));
        list.setPlaceholder(new Region());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row instanceof TableRow.Answer answer) {
                viewModel.selectedProperty().set(answer);
            }
        });
        watching = Subscription.combine(viewModel.selectedProperty().subscribe(this::select), viewModel.marked().subscribe(list::refresh),
                viewModel.shownProperty().subscribe(shown -> list.refresh()), list.widthProperty().subscribe(width -> list.refresh()));
    }

    void close() {
        watching.unsubscribe();
        list.setItems(null);
    }

    void focusList() { list.requestFocus(); }

    private void select(TableRow.@Nullable Answer answer) {
        int index = answer == null ? -1 : list.getItems().indexOf(answer);
        if (index >= 0 && list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 3));
        }
    }

    private Label opinion() {
        Label label = cell("review.column.opinion", controls.px(VERDICT), Pos.CENTER_LEFT);
        label.getStyleClass().add("verdict");
        return label;
    }

    private Label cell(String key, double width, Pos alignment) { return sized(controls.label(messages.text(key)), width, alignment); }

    private Label grow(String key) {
        Label label = controls.label(messages.text(key));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static <T extends Region> T sized(T region, double width, Pos alignment) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
        if (region instanceof Label label) {
            label.setAlignment(alignment);
        }
        return region;
    }

    private final class Cell extends ListCell<TableRow> {
        Cell() {
            getStyleClass().add("answer-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable TableRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            getStyleClass().removeAll("heading", "tall");
            setAccessibleText(null);
            if (empty || row == null) {
                return;
            }
            switch (row) {
                case TableRow.Heading heading -> heading(messages.text("review.part." + heading.part().name(), heading.count()),
                        messages.text("review.part." + heading.part().name() + ".note"));
                case TableRow.Group group -> heading(messages.text("review.group", group.number(),
                        new Text.Bilingual(group.name(), group.nameEn())), "");
                case TableRow.Figure figure -> figure(figure);
                case TableRow.Text text -> text(text);
            }
        }

        private void heading(String words, String note) {
            getStyleClass().add("heading");
            Label title = controls.label(words, "strong");
            title.setMinWidth(Region.USE_PREF_SIZE);
            Label remark = controls.label(note, "secondary");
            remark.setTooltip(new Tooltip(note));
            setGraphic(Controls.row(12, title, remark));
        }

        private void figure(TableRow.Figure figure) {
            Label value = value(figure.value(), figure.unit());
            Label previous = controls.label(Formats.figure(figure.previous()), "grey");
            Label change = ChangeLabels.plain(figure.change(), Change.UNUSUAL_FOR_A_UNIT, messages, controls);
            HBox line = line(figure, sized(value, VALUE, Pos.CENTER_RIGHT), sized(previous, PREVIOUS, Pos.CENTER_RIGHT),
                    sized(change, CHANGE, Pos.CENTER_RIGHT));
            VBox lines = new VBox(2, line);
            if (figure.explained() != null) {
                lines.getChildren().add(below(messages.text("review.explained", figure.explained().text())));
            }
            if (figure.changed()) {
                lines.getChildren().add(below(messages.text("review.changedFrom", figure.before().status() == ObservationStatus.VALUE
                        ? Formats.figure(figure.before())
                        : messages.text("common.mark.empty"))));
            }
            if (lines.getChildren().size() > 1) {
                getStyleClass().add("tall");
            }
            setGraphic(lines);
            setAccessibleText(figure.code() + " " + figure.label() + " " + Formats.figure(figure.value()) + " " + figure.unit());
        }

        private void text(TableRow.Text text) {
            Label files = controls.label(text.files().isEmpty() ? "" : messages.text("review.files", text.files().size()), "grey");
            HBox line = line(text, sized(files, VALUE + PREVIOUS + CHANGE + 16, Pos.CENTER_RIGHT));
            VBox lines = new VBox(2, line, below(text.text().isBlank() ? messages.text("review.text.none") : text.text()));
            if (!text.files().isEmpty()) {
                lines.getChildren().add(below(String.join("  ", text.files())));
            }
            getStyleClass().add("tall");
            setGraphic(lines);
            setAccessibleText(text.code() + " " + text.label() + " " + text.text());
        }

        private HBox line(TableRow.Answer answer, Node... columns) {
            Label code = sized(controls.label(answer.code(), "code"), CODE, Pos.CENTER_LEFT);
            Label name = controls.label(messages.text(new Text.Bilingual(answer.label(), answer.labelEn())));
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            name.setWrapText(true);
            // a cell asks for its height without a width: the name says how wide it will be
            name.setPrefWidth(Math.max(80, list.getWidth() - AROUND - CODE - VALUE - PREVIOUS - CHANGE - controls.px(VERDICT)));
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox line = Controls.row(8, code, name);
            line.getChildren().addAll(columns);
            Label verdict = sized(verdict(answer), controls.px(VERDICT), Pos.CENTER_LEFT);
            verdict.getStyleClass().add("verdict");
            line.getChildren().add(verdict);
            return line;
        }

        private Label below(String words) {
            Label label = controls.wrapping(words, "below");
            label.setPrefWidth(Math.max(200, list.getWidth() - 40));
            return label;
        }

        private Label value(FigureValue value, String unit) {
            return switch (value.status()) {
                case VALUE -> {
                    Label label = controls.label(Formats.figure(value), "figure");
                    Label printed = controls.label(unit, "unit");
                    label.setGraphic(printed);
                    label.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
                    yield label;
                }
                case MISSING -> controls.label(messages.text("common.mark.empty"), "grey");
                case NOT_APPLICABLE -> controls.label(messages.text("review.notApplicable"), "grey");
            };
        }

        private Label verdict(TableRow.Answer answer) {
            TableRow.Verdict verdict = viewModel.verdictOf(answer);
            Label label = controls.mark(switch (verdict) {
                case NOTE -> Mark.PRE_REVIEW;
                case DRAFT -> Mark.CANNOT_EVALUATE;
                case REASON -> Mark.RETURNED;
                case EXPLAINED -> Mark.WRITTEN;
                case AGREES -> Mark.DONE;
                case BY_EYE -> Mark.NOT_MACHINE_READ;
                case NO_PAPER -> Mark.CANNOT_EVALUATE;
            }, verdict == TableRow.Verdict.REASON || verdict == TableRow.Verdict.NOTE
                    ? Text.of("review.verdict." + verdict.name(), viewModel.marked().indexOf(answer.code()) + 1)
                    : verdict == TableRow.Verdict.DRAFT ? Text.NONE : Text.of("review.verdict." + verdict.name()));
            if (verdict == TableRow.Verdict.REASON) {
                label.getStyleClass().add("strong");
            }
            return label;
        }
    }
}
