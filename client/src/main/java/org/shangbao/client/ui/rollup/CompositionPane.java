package org.shangbao.client.ui.rollup;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.Change;
import org.shangbao.client.ui.review.ChangeLabels;
import org.shangbao.model.report.FigureValue;

/** What the focused figure is made of, by direct child or by filling unit. */
final class CompositionPane extends VBox {
    private static final int COUNT = 52;
    private static final int VALUE = 104;
    private static final int CHANGE = 84;
    private static final double ALL_COLUMNS = 560;
    private static final int SHARE = 64;
    private static final int LOW_VALUE = 92;
    private static final int LOW_CHANGE = 64;
    private static final int LOW = 28;
    private static final int HIGH = 44;
    private static final int MOST_NOTES = 3;

    private final RollUpViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final HBox head = Controls.row(8);
    private final HBox columns = new HBox(8);
    private final ListView<PartRow> list = new ListView<>();
    private final VBox note = new VBox(4);
    private final Subscription watching;
    private boolean narrow;

    CompositionPane(RollUpViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("composition");
        columns.getStyleClass().add("table-head");
        list.getStyleClass().add("part-list");
        list.setId("parts");
        list.setItems(viewModel.parts());
        list.setFixedCellSize(controls.px(LOW));
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Region());
        list.setAccessibleText(messages.text("rollup.parts"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                viewModel.selectedProperty().set(row);
            }
        });
        VBox table = new VBox(columns, list);
        table.getStyleClass().add("part-table");
        list.prefHeightProperty().bind(javafx.beans.binding.Bindings.size(viewModel.parts()).multiply(list.fixedCellSizeProperty()).add(2));
        list.setMinHeight(60);
        VBox.setVgrow(list, Priority.SOMETIMES);
        note.getStyleClass().addAll("card", "edge-amber");
        getChildren().addAll(head, table, note);
        watching = Subscription.combine(viewModel.focusProperty().subscribe(focus -> showHead()),
                viewModel.divisionProperty().subscribe(division -> showHead()), viewModel.notes().subscribe(this::showNote),
                viewModel.selectedProperty().subscribe(this::select), widthProperty().subscribe(width -> {
                    boolean isNarrow = width.doubleValue() > 0 && width.doubleValue() < controls.room(ALL_COLUMNS);
                    if (isNarrow != narrow) {
                        narrow = isNarrow;
                        showHead();
                    }
                }));
        showNote();
    }

    void close() {
        watching.unsubscribe();
        list.setItems(null);
    }

    void focusList() { list.requestFocus(); }

    private void pressed(KeyEvent event) {
        PartRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        boolean opens = event.getCode() == KeyCode.ENTER && !event.isControlDown()
                || event.getCode() == KeyCode.RIGHT && row.kind() == PartRow.Kind.CLOSED
                || event.getCode() == KeyCode.LEFT && row.kind() == PartRow.Kind.OPEN;
        if (opens) {
            event.consume();
            viewModel.open(row);
        }
    }

    private void select(@Nullable PartRow row) {
        if (row == null) {
            list.getSelectionModel().clearSelection();
        } else if (!row.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(row);
        }
    }

    private void showHead() {
        head.getChildren().clear();
        columns.getChildren().clear();
        if (!(viewModel.focusProperty().get() instanceof SheetLine.Piece.Figure figure)) {
            return;
        }
        Label title = controls.wrapping(messages.text("rollup.made", figure.code(), new Text.Bilingual(figure.label(), figure.labelEn())),
                "section");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox segments = new HBox(segment(RollUpViewModel.Division.BY_CHILD), segment(RollUpViewModel.Division.BY_FILLING_UNIT));
        segments.getStyleClass().add("segmented");
        head.getChildren().addAll(title, segments);
        segments.setMinWidth(Region.USE_PREF_SIZE);
        boolean isFlat = viewModel.divisionProperty().get() == RollUpViewModel.Division.BY_FILLING_UNIT;
        list.setFixedCellSize(controls.px(narrow && isFlat ? HIGH : LOW));
        list.refresh();
        Label unit = controls.label(messages.text("rollup.column.unit"));
        unit.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(unit, Priority.ALWAYS);
        columns.getChildren().add(unit);
        if (narrow) {
            columns.getChildren().addAll(column("rollup.column.share", SHARE),
                    sized(controls.label(messages.text("rollup.column.now", figure.unit())), LOW_VALUE),
                    column("rollup.column.change", LOW_CHANGE));
        } else {
            allColumns(figure);
        }
        if (figure.origin() == SheetLine.Origin.OWN) {
            columns.getChildren().setAll(controls.label(messages.text("rollup.ownFigure")));
        }
    }

    private void allColumns(SheetLine.Piece.Figure figure) {
        columns.getChildren().addAll(column("rollup.column.due", COUNT), column("rollup.column.reported", COUNT),
                column("rollup.column.counted", COUNT),
                sized(controls.label(messages.text("rollup.column.now", figure.unit())), VALUE),
                sized(controls.label(messages.text("rollup.column.previous", figure.unit())), VALUE),
                column("rollup.column.change", CHANGE));
    }

    private Button segment(RollUpViewModel.Division division) {
        Button button = new Button(messages.text("rollup.division." + division.name()));
        button.getStyleClass().setAll("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("division-" + division.name().toLowerCase(Locale.ROOT));
        if (viewModel.divisionProperty().get() == division) {
            button.getStyleClass().add("marked");
        }
        button.setOnAction(event -> viewModel.divisionProperty().set(division));
        return button;
    }

    private void showNote() {
        boolean any = !viewModel.notes().isEmpty();
        note.setVisible(any);
        note.setManaged(any);
        note.getChildren().clear();
        if (!any) {
            return;
        }
        PartRow row = viewModel.selectedProperty().get();
        note.getChildren().add(controls.label(messages.text("rollup.note.title", row == null ? "" : row.unitName(),
                viewModel.notes().size()), "strong", "amber"));
        viewModel.notes().stream().limit(MOST_NOTES).forEach(line -> note.getChildren().add(controls.wrapping(messages.text(line))));
        if (viewModel.notes().size() > MOST_NOTES) {
            note.getChildren().add(controls.label(messages.text("rollup.note.more", viewModel.notes().size() - MOST_NOTES), "secondary"));
        }
        note.getChildren().add(controls.label(messages.text("rollup.note.added"), "secondary"));
    }

    private Label column(String key, int width) { return sized(controls.label(messages.text(key)), width); }

    private Label sized(Label label, int standard) {
        // names need the room more than figures do; only the mark beside a change is never let go
        double width = standard == CHANGE || standard == LOW_CHANGE ? controls.px(standard) : standard;
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private final class Cell extends ListCell<PartRow> {
        Cell() {
            getStyleClass().add("part-cell");
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                PartRow row = getItem();
                if (event.getButton() == MouseButton.PRIMARY && row != null) {
                    viewModel.open(row);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable PartRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            getStyleClass().remove("total");
            if (empty || row == null) {
                return;
            }
            boolean total = row.kind() == PartRow.Kind.TOTAL;
            if (total) {
                getStyleClass().add("total");
            }
            Label name = controls.label(total ? messages.text("rollup.total", row.unitName()) : row.unitName());
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(name.getText()));
            Label above = controls.label(row.above(), "hint");
            HBox title = narrow && list.getFixedCellSize() == controls.px(HIGH) && !total
                    ? Controls.row(6, symbol(row), new VBox(name, above))
                    : Controls.row(6, symbol(row), name, above);
            title.setPadding(new javafx.geometry.Insets(0, 0, 0, row.depth() * 18.0));
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            Label change = sized(ChangeLabels.marked(row.change(), Change.UNUSUAL_FOR_A_SUM, messages, controls),
                    narrow ? LOW_CHANGE : CHANGE);
            setGraphic(narrow
                    ? Controls.row(8, title, share(row), value(row.value(), "figure"), change)
                    : Controls.row(8, title, count(row.due(), row.due()), count(row.reported(), row.due()),
                            count(row.counted(), row.reported()), value(row.value(), "figure"), value(row.previous(), "grey"), change));
            setAccessibleText(row.unitName() + " " + Formats.figure(row.value()));
        }

        private Region symbol(PartRow row) {
            Label symbol = new Label();
            symbol.setMinWidth(18);
            switch (row.kind()) {
                case CLOSED -> symbol.setGraphic(Controls.icon("fth-chevron-right"));
                case OPEN -> symbol.setGraphic(Controls.icon("fth-chevron-down"));
                case FILLING -> symbol.setGraphic(Controls.icon("fth-file-text"));
                case TOTAL -> symbol.setMinWidth(0);
            }
            return symbol;
        }

        private Label share(PartRow row) {
            Label label = sized(controls.label(row.counted() + "/" + row.due()), SHARE);
            if (row.counted() < row.due()) {
                label.getStyleClass().addAll("strong", "red");
            }
            return label;
        }

        private Label count(int number, int of) {
            Label label = sized(controls.label(String.valueOf(number)), COUNT);
            if (number < of) {
                label.getStyleClass().addAll("strong", "red");
            }
            return label;
        }

        private Label value(FigureValue value, String style) {
            return sized(controls.label(switch (value.status()) {
                case VALUE -> Formats.figure(value);
                case MISSING -> "—";
                case NOT_APPLICABLE -> messages.text("review.notApplicable");
            }, style), narrow ? LOW_VALUE : VALUE);
        }
    }
}
