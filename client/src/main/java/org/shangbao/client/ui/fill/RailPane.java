package org.shangbao.client.ui.fill;

import java.util.List;
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
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;

/** The list of groups and items at the left. */
final class RailPane extends ScrollPane {
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox rail = new VBox();
    private @Nullable Shown shown;

    /** What was shown last. */
    private record Shown(List<Rail.Group> groups, @Nullable Sheet sheet, String item) {}

    RailPane(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        rail.getStyleClass().add("rail");
        setContent(rail);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("rail-scroll");
    }

    /** Shows the groups and which of them is worked on; builds nothing if that is what it shows already. */
    void show() {
        String current = viewModel.currentProperty().get();
        Shown wanted = new Shown(viewModel.railProperty().get(), viewModel.sheetProperty().get(),
                viewModel.railProperty().get().stream().flatMap(group -> group.items().stream()).filter(item -> holds(item, current))
                        .map(Rail.Entry::code).findFirst().orElse(""));
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        Focus.keptIn(rail, () -> {
            rail.getChildren().clear();
            for (Rail.Group group : viewModel.railProperty().get()) {
                boolean open = group.items().stream().anyMatch(item -> holds(item, current));
                rail.getChildren().add(group(group, open));
                if (open) {
                    group.items().forEach(item -> rail.getChildren().add(item(item, holds(item, current))));
                }
            }
            Sheet laid = viewModel.sheetProperty().get();
            if (laid != null && !laid.elsewhere().isEmpty()) {
                String numbers = String.join(messages.text("fill.rail.and"), laid.elsewhere().stream().map(String::valueOf).toList());
                Label elsewhere = controls.wrapping(messages.text("fill.rail.elsewhere", numbers), "secondary");
                elsewhere.getStyleClass().add("rail-elsewhere");
                rail.getChildren().add(elsewhere);
            }
        });
    }

    /** Gives the focus to the group worked on. */
    boolean focusInside() {
        Node goal = rail.lookup(".rail-item.current");
        Node group = goal != null ? goal : rail.lookup(".rail-group");
        if (group != null) {
            group.requestFocus();
        }
        return group != null;
    }

    private static boolean holds(Rail.Entry item, String current) {
        return current.equals(item.code()) || current.startsWith(item.code() + ".");
    }

    private Node group(Rail.Group group, boolean open) {
        Label number = controls.label(Integer.toString(group.number()), "rail-number");
        Label name = controls.wrapping(messages.text(group.name()), "rail-name");
        HBox facts = Controls.row(12);
        if (!group.filled().isEmpty()) {
            facts.getChildren().add(controls.label(group.filled(), "tag"));
        }
        facts.getChildren().add(controls.mark(group.mark(), group.word()));
        facts.getStyleClass().add("rail-facts");
        VBox words = new VBox(1, name, facts);
        words.getStyleClass().add("rail-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = clickable(new HBox(8, number, words), name.getText() + " " + messages.text(group.word()),
                () -> viewModel.goTo(group.items().getFirst().firstBlank()));
        row.getStyleClass().add("rail-group");
        row.setId("rail-" + group.number());
        if (open) {
            row.getStyleClass().add("open");
        }
        return row;
    }

    private Node item(Rail.Entry item, boolean current) {
        Label name = controls.wrapping(messages.text("fill.rail.item", item.code(), item.name()), "rail-item-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox row = clickable(Controls.row(4, name, controls.shape(item.mark(), item.word())),
                name.getText() + " " + messages.text(item.word()), () -> viewModel.goTo(item.firstBlank()));
        row.getStyleClass().add("rail-item");
        row.setId("rail-item-" + item.code().replace('.', '-'));
        if (current) {
            row.getStyleClass().add("current");
        }
        return row;
    }

    private HBox clickable(HBox row, String words, Runnable work) {
        row.getStyleClass().add("rail-button");
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(words);
        row.setFocusTraversable(true);
        row.setOnMouseClicked(event -> work.run());
        row.setOnKeyPressed(event -> pressed(event, row, work));
        return row;
    }

    private void pressed(KeyEvent event, Node row, Runnable work) {
        int at = rail.getChildren().indexOf(row);
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            work.run();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            event.consume();
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int next = at + step;
            // on a narrow window the items are not shown
            while (next >= 0 && next < rail.getChildren().size() && !rail.getChildren().get(next).isVisible()) {
                next += step;
            }
            if (next >= 0 && next < rail.getChildren().size() && rail.getChildren().get(next).isFocusTraversable()) {
                rail.getChildren().get(next).requestFocus();
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            viewModel.goTo(viewModel.currentProperty().get());
        }
    }
}
