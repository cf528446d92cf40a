package org.shangbao.client.ui.review;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.wire.v1.ProgressRow;

/** Counts, filters and the list of units. */
final class UnitListPane extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final ReviewViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final Formats formats;
    private final ListView<UnitList.Entry> list = new ListView<>();
    private final VBox head = new VBox(8);
    private Subscription watching = Subscription.EMPTY;

    UnitListPane(ReviewViewModel viewModel, Messages messages, Controls controls, Formats formats) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        this.formats = formats;
        getStyleClass().add("unit-pane");
        head.getStyleClass().add("unit-head");
        list.getStyleClass().add("unit-list");
        list.setId("unit-list");
        list.setItems(viewModel.entries());
        list.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(messages.text("review.units"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isControlDown()
                    && list.getSelectionModel().getSelectedItem() instanceof UnitList.Entry.Unit unit) {
                event.consume();
                viewModel.open(unit.row());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Button quiet = controls.secondary(viewModel.approveQuietAction());
        quiet.setId("approve-quiet");
        quiet.setMaxWidth(Double.MAX_VALUE);
        VBox foot = new VBox(quiet);
        foot.getStyleClass().add("unit-foot");
        getChildren().addAll(head, list, foot);
        watching = Subscription.combine(viewModel.countsProperty().subscribe(counts -> showHead()),
                viewModel.filterProperty().subscribe(filter -> showHead()), viewModel.parentProperty().subscribe(parent -> showHead()),
                viewModel.currentProperty().subscribe(this::showCurrent));
    }

    void close() {
        watching.unsubscribe();
        list.setItems(null);
    }

    void focusList() { list.requestFocus(); }

    private void showHead() {
        UnitList.Counts counts = viewModel.countsProperty().get();
        Label due = controls.label(messages.text("review.count.due", counts.due()), "strong");
        Label reported = controls.label(messages.text("review.count.reported", counts.reported()), "grey");
        Label approved = controls.label(messages.text("review.count.approved", counts.approved()), "strong", "green");
        Label missing = controls.label(messages.text("review.count.notReported", counts.notReported()), "strong");
        missing.getStyleClass().add(counts.notReported() == 0 ? "grey" : "red");
        List.of(due, reported, approved, missing).forEach(number -> number.setMinWidth(Region.USE_PREF_SIZE));
        HBox numbers = Controls.row(6, due, reported, approved, Controls.grow(), missing);
        HBox filters = new HBox(segment(UnitList.Filter.WAITING, counts.waiting()), segment(UnitList.Filter.RETURNED, counts.returned()),
                segment(UnitList.Filter.ALL, -1));
        filters.getStyleClass().add("segmented");
        HBox choices = Controls.row(8, filters, Controls.grow());
        if (viewModel.parents().size() > 1) {
            choices.getChildren().add(parents());
        }
        head.getChildren().setAll(numbers, new CountBar(counts.due(), counts.approved(), counts.reported()), choices);
    }

    private Button segment(UnitList.Filter filter, int count) {
        String key = "review.filter." + filter.name().toLowerCase(java.util.Locale.ROOT);
        Button button = new Button(count < 0 ? messages.text(key) : messages.text(key, count));
        button.getStyleClass().setAll("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("filter-" + filter.name().toLowerCase(java.util.Locale.ROOT));
        if (viewModel.filterProperty().get() == filter) {
            button.getStyleClass().add("marked");
        }
        button.setOnAction(event -> viewModel.filterProperty().set(filter));
        return button;
    }

    private MenuButton parents() {
        String chosen = viewModel.parentProperty().get();
        MenuButton menu = new MenuButton(chosen.isEmpty() ? messages.text("review.parent") : chosen, Controls.icon("fth-filter"));
        menu.getStyleClass().add("small-menu");
        menu.setMinWidth(0);
        menu.getItems().add(parentItem("", messages.text("review.parent.all")));
        viewModel.parents().forEach(name -> menu.getItems().add(parentItem(name, name)));
        return menu;
    }

    private MenuItem parentItem(String name, String words) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> viewModel.parentProperty().set(name));
        return item;
    }

    private void showCurrent(@Nullable UnitRow current) {
        list.refresh();
        if (current == null) {
            return;
        }
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof UnitList.Entry.Unit unit
                    && unit.row().progress().unit().equals(current.progress().unit())) {
                list.getSelectionModel().select(i);
                return;
            }
        }
    }

    private String line(UnitRow row) {
        ProgressRow progress = row.progress();
        ProgressRow.DraftHere draft = progress.preReview();
        if (draft != null) {
            return messages.text(draft.answered() ? "review.unit.draftAnswered" : "review.unit.draft", progress.parentName(),
                    formats.dateTime(draft.receivedAt()), draft.number());
        }
        if (progress.receivedAt() == null || !row.isReported()) {
            return progress.telephone().isEmpty()
                    ? progress.parentName()
                    : messages.text("review.unit.call", progress.parentName(), progress.telephone());
        }
        return messages.text("review.unit.arrived", progress.parentName(), formats.dateTime(progress.receivedAt()), progress.number());
    }

    private Label mark(UnitRow row) {
        UnitRow.Mark mark = row.mark();
        Text words = Text.of("review.mark." + mark.name(), row.progress().explained());
        Label label = controls.mark(switch (mark) {
            case RETURNED -> Mark.RETURNED;
            case EXPLAINED -> Mark.MUST_EXPLAIN;
            case LATE -> Mark.OVERDUE;
            case NOT_MACHINE_READ -> Mark.NOT_MACHINE_READ;
            case NO_PAPER -> Mark.WAITING_FOR_NETWORK;
            case PENDING, BELOW -> Mark.PENDING;
            case PRE_REVIEW -> Mark.PRE_REVIEW;
            case APPROVED -> Mark.DONE;
            case WITHDRAWN -> Mark.CANNOT_EVALUATE;
            case NOT_REPORTED -> Mark.NOT_REPORTED;
        }, words);
        if (mark != UnitRow.Mark.PENDING && mark != UnitRow.Mark.BELOW && mark != UnitRow.Mark.APPROVED) {
            label.getStyleClass().add("strong");
        }
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private final class Cell extends ListCell<UnitList.Entry> {
        Cell() {
            getStyleClass().add("unit-cell");
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof UnitList.Entry.Unit unit) {
                    viewModel.open(unit.row());
                }
            });
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(UnitList.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(null);
            getStyleClass().remove("heading");
            pseudoClassStateChanged(OPEN, false);
            if (empty || entry == null) {
                return;
            }
            switch (entry) {
                case UnitList.Entry.Heading heading -> {
                    getStyleClass().add("heading");
                    setGraphic(Controls.row(8, controls.label(messages.text("review.section." + heading.section().name()), "strong"),
                            Controls.grow(), controls.label(messages.text("review.section.count", heading.count()), "secondary")));
                }
                case UnitList.Entry.Unit unit -> showUnit(unit.row());
            }
        }

        private void showUnit(UnitRow row) {
            Label name = controls.label(row.progress().unitName(), "unit-title");
            Label second = controls.label(line(row), "unit-line");
            VBox words = new VBox(name, second);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            setGraphic(Controls.row(8, words, mark(row)));
            UnitRow current = viewModel.currentProperty().get();
            pseudoClassStateChanged(OPEN, current != null && current.progress().unit().equals(row.progress().unit()));
            setAccessibleText(row.progress().unitName() + " " + line(row) + " " + messages.text(Text.of("review.mark." + row.mark().name(),
                    row.progress().explained())));
        }
    }
}
