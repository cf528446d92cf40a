package org.shangbao.client.ui.check;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.check.CheckViewModel.Group;
import org.shangbao.client.ui.check.CheckViewModel.Line;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;

/** The lists by severity, one stop of the Tab key: arrows move, Enter jumps to the blank. */
final class CheckList extends VBox {
    private final CheckViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final ScrollPane scroll = new ScrollPane();

    CheckList(CheckViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        setId("check-list");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(messages.text("check.title"));
        getStyleClass().add("check-lines");
        scroll.setContent(this);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Returns the pane it scrolls in. */
    ScrollPane scroll() { return scroll; }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() || event.isControlDown() || event.isShiftDown()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            viewModel.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            viewModel.jump();
            event.consume();
        }
    }

    void show(List<Group> groups) {
        boolean wasFocused = isFocused();
        getChildren().clear();
        Node selected = null;
        for (Group group : groups) {
            getChildren().add(head(group));
            for (Line line : group.lines()) {
                Node row = row(line, group.kind());
                getChildren().add(row);
                if (line.isSelected()) {
                    selected = row;
                }
            }
        }
        if (groups.isEmpty()) {
            Label none = controls.wrapping(messages.text("check.none"), "secondary");
            none.setPadding(new Insets(16));
            getChildren().add(none);
        }
        if (wasFocused) {
            requestFocus();
        }
        reveal(selected);
    }

    private Node head(Group group) {
        Label mark = controls.mark(group.kind().mark(), group.head());
        mark.getStyleClass().add("strong");
        mark.setMinWidth(USE_PREF_SIZE);
        Label hint = controls.wrapping(messages.text(group.hint()), "secondary");
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox head = Controls.row(12, mark, hint);
        head.getStyleClass().add("check-group");
        if (group.isFoldable()) {
            var turn = controls.link(org.shangbao.client.ui.common.Text.of(group.isFolded() ? "check.unfold" : "check.fold"),
                    () -> viewModel.turn(group.kind()));
            turn.setId("fold-" + group.kind().name());
            turn.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(turn);
        }
        return head;
    }

    private Node row(Line line, Subject.Kind kind) {
        Label name = controls.wrapping(messages.text(line.name()));
        HBox.setHgrow(name, Priority.ALWAYS);
        Label code = controls.label(line.code(), "strong");
        code.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(2, line.code().isEmpty() ? new HBox() : Controls.row(8, code, name));
        if (kind != Subject.Kind.EMPTY) {
            words.getChildren().add(controls.wrapping(messages.text(line.words()), "secondary"));
        }
        if (line.more() > 0) {
            words.getChildren().add(controls.label(messages.text("check.more", line.more()), "hint"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Controls.row(10, controls.shape(kind.mark(), kind.mark().word()), words);
        if (line.isSettled()) {
            row.getChildren().add(controls.shape(Mark.DONE, Mark.WRITTEN.word()));
        }
        row.getStyleClass().add("check-line");
        if (line.isSelected()) {
            row.getStyleClass().add("selected");
        }
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(messages.text(kind.mark().word()) + " " + line.code() + " " + messages.text(line.name()));
        row.setOnMouseClicked(event -> {
            viewModel.select(line.key());
            requestFocus();
            if (event.getClickCount() == 2) {
                viewModel.jump();
            }
        });
        return row;
    }

    private void reveal(@Nullable Node row) {
        if (row == null || getScene() == null) {
            return;
        }
        applyCss();
        scroll.layout();
        double height = getHeight() - scroll.getViewportBounds().getHeight();
        if (height <= 0) {
            return;
        }
        Bounds bounds = row.getBoundsInParent();
        double top = scroll.getVvalue() * height;
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (bounds.getMinY() < top) {
            scroll.setVvalue(bounds.getMinY() / height);
        } else if (bounds.getMaxY() > bottom) {
            scroll.setVvalue((bounds.getMaxY() - scroll.getViewportBounds().getHeight()) / height);
        }
    }
}
