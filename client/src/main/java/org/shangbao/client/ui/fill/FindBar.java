package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** 查找: finds a figure by code, name, sentence or the office's own words and goes to it. */
final class FindBar extends VBox {
    private static final int MOST = 60;
    private static final double ROW = 30;
    private static final int ROWS = 9;

    private final FillViewModel viewModel;
    private final Messages messages;
    private final CustomTextField query = new CustomTextField();
    private final ListView<Finder.Hit> hits = new ListView<>();
    private final Label none;

    FindBar(FillViewModel viewModel, Messages messages, Controls controls) {
        super(6);
        this.viewModel = viewModel;
        this.messages = messages;
        query.setId("find-query");
        query.getStyleClass().add("own-note");
        query.setPromptText(messages.text("fill.find.prompt"));
        query.setAccessibleText(messages.text("fill.find.prompt"));
        query.setTextFormatter(new TextFormatter<>(change -> {
            if (change.isContentChange() && change.getControlNewText().length() > MOST) {
                change.setText("");
                change.setRange(change.getRangeStart(), change.getRangeStart());
                change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
            }
            return change;
        }));
        query.textProperty().addListener(change -> search());
        query.setLeft(Controls.icon("fth-search"));
        query.setRight(clearing(controls));
        none = controls.label(messages.text("fill.find.none"), "secondary");
        hits.setId("find-hits");
        hits.getStyleClass().add("find-hits");
        hits.setFixedCellSize(controls.px(ROW));
        hits.setFocusTraversable(false);
        hits.setCellFactory(list -> new HitCell());
        hits.setOnMouseClicked(event -> take());
        getStyleClass().addAll("margin-note", "find-bar");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        close();
    }

    private Node clearing(Controls controls) {
        Button clear = controls.small(new Action(Text.of("fill.find.clear"), "", this::clear), "fth-x");
        clear.setId("find-clear");
        clear.getStyleClass().add("find-clear");
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(query.textProperty().isNotEmpty());
        return clear;
    }

    private void clear() {
        query.clear();
        query.requestFocus();
    }

    /** Opens it and gives it the focus. */
    void open() {
        if (getChildren().isEmpty()) {
            // not before somebody looks for something: every control takes its time when the screen opens
            getChildren().addAll(query, none, hits);
        }
        setVisible(true);
        setManaged(true);
        query.requestFocus();
        query.selectAll();
        search();
    }

    boolean isOpen() { return isVisible(); }

    private void close() {
        setVisible(false);
        setManaged(false);
    }

    private void search() {
        List<Finder.Hit> found = viewModel.find(query.getText());
        hits.getItems().setAll(found);
        hits.getSelectionModel().selectFirst();
        hits.setPrefHeight(Math.min(found.size(), ROWS) * hits.getFixedCellSize() + 2);
        hits.setVisible(!found.isEmpty());
        hits.setManaged(!found.isEmpty());
        boolean nothing = found.isEmpty() && !query.getText().isBlank();
        none.setVisible(nothing);
        none.setManaged(nothing);
    }

    private void pressed(KeyEvent event) {
        int selected = hits.getSelectionModel().getSelectedIndex();
        KeyCode key = event.getCode();
        if (key == KeyCode.DOWN || key == KeyCode.UP) {
            event.consume();
            int next = Math.clamp(selected + (key == KeyCode.DOWN ? 1 : -1), 0, Math.max(0, hits.getItems().size() - 1));
            hits.getSelectionModel().select(next);
            hits.scrollTo(Math.max(0, next - ROWS + 2));
        } else if (key == KeyCode.ENTER) {
            event.consume();
            take();
        } else if (key == KeyCode.ESCAPE) {
            event.consume();
            close();
            viewModel.goTo(viewModel.currentProperty().get());
        }
    }

    private void take() {
        Finder.Hit hit = hits.getSelectionModel().getSelectedItem();
        if (hit != null) {
            close();
            viewModel.goTo(hit.code());
        }
    }

    /** Places it over the blanks, at the right. */
    Node over(Node body) {
        StackPane.setAlignment(this, javafx.geometry.Pos.TOP_RIGHT);
        return new StackPane(body, this);
    }

    private final class HitCell extends ListCell<Finder.Hit> {
        @Override
        protected void updateItem(Finder.Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(null);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            Label code = new Label(hit.code());
            code.getStyleClass().add("note-code");
            code.setMinWidth(52);
            Label name = new Label(messages.text(hit.name()));
            Label group = new Label(messages.text(hit.group()));
            group.getStyleClass().add("hint");
            HBox row = Controls.row(8, code, name, Controls.grow(), group);
            row.setMaxWidth(Double.MAX_VALUE);
            // as wide as the list and no wider: the group gives way, the name does not
            name.setMinWidth(USE_PREF_SIZE);
            group.setMinWidth(0);
            setPrefWidth(0);
            setGraphic(row);
        }
    }
}
