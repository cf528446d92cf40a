package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The list shown before many answers change at once, over the rest of the screen. */
final class ChoicePane extends StackPane {
    private static final double WIDTH = 690;

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final List<CheckBox> boxes = new ArrayList<>();
    private Action act = new Action(Text.NONE, "", () -> {});

    ChoicePane(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("dialog-overlay");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    boolean isOpen() { return isVisible(); }

    void show(@Nullable Choice choice) {
        boxes.clear();
        getChildren().clear();
        boolean wasOpen = isVisible();
        setVisible(choice != null);
        if (choice == null) {
            if (wasOpen) {
                viewModel.goTo(viewModel.currentProperty().get());
            }
            return;
        }
        VBox rows = new VBox();
        choice.options().forEach(option -> rows.getChildren().add(row(option)));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("choice-rows");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        IntegerBinding chosen = Bindings.createIntegerBinding(() -> (int) boxes.stream().filter(CheckBox::isSelected).count(),
                boxes.stream().map(CheckBox::selectedProperty).toArray(javafx.beans.Observable[]::new));
        act = new Action(Text.of(choice.act(), boxes.size()), "Ctrl+Enter", () -> viewModel.choices().take(chosenOf(choice)));
        chosen.addListener((property, was, is) -> {
            act.wordsProperty().set(Text.of(choice.act(), is.intValue()));
            act.enabledProperty().set(is.intValue() > 0);
        });
        Button primary = controls.primary(act);
        primary.setId("choice-act");
        // the binding is held by the button, so that it lives as long as what it counts for
        primary.setUserData(chosen);
        Button all = controls.secondary(new Action(Text.of("fill.choice.all"), "Ctrl+A", this::toggleAll));
        all.setId("choice-all");
        Button back = controls.secondary(new Action(Text.of("common.dialog.back"), "Esc", viewModel.choices()::close));
        VBox card = new VBox(12, controls.wrapping(messages.text(choice.headline()), "headline"),
                controls.wrapping(messages.text(choice.sentence())), scroll, Controls.row(8, all, Controls.grow(), back, primary));
        card.getStyleClass().add("dialog-card");
        card.setMaxWidth(WIDTH);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        scroll.setPrefHeight(Math.min(boxes.size() * controls.px(32) + 4, 380));
        StackPane.setMargin(card, new javafx.geometry.Insets(16));
        getChildren().add(card);
        // the rows are in the scene with the skin of their scroll pane only; before that none of them can have the focus
        applyCss();
        layout();
        boxes.getFirst().requestFocus();
    }

    private Node row(Choice.Option option) {
        CheckBox box = new CheckBox();
        box.setSelected(true);
        String name = messages.text(option.name());
        String value = messages.text(option.value());
        box.setAccessibleText(option.code() + " " + name + " " + value);
        box.setId("choice-" + option.key().kind().name().toLowerCase(java.util.Locale.ROOT) + "-" + option.code().replace('.', '-'));
        boxes.add(box);
        Label code = controls.label(option.code(), "note-code");
        code.setMinWidth(controls.px(52));
        Label words = controls.label(name);
        Label shown = controls.label(value, "figure");
        HBox row = Controls.row(8, box, code, words, Controls.grow(), shown);
        if (option.mark() != Mark.EMPTY) {
            row.getChildren().add(1, controls.shape(option.mark(), option.name()));
            words.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            shown.setMinWidth(Region.USE_PREF_SIZE);
        }
        row.getStyleClass().add("choice-row");
        row.setOnMouseClicked(event -> box.setSelected(!box.isSelected()));
        return row;
    }

    private List<AnswerKey> chosenOf(Choice choice) {
        List<AnswerKey> chosen = new ArrayList<>();
        for (int at = 0; at < boxes.size(); at++) {
            if (boxes.get(at).isSelected()) {
                chosen.add(choice.options().get(at).key());
            }
        }
        return chosen;
    }

    private void toggleAll() {
        boolean allTaken = boxes.stream().allMatch(CheckBox::isSelected);
        boxes.forEach(box -> box.setSelected(!allTaken));
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        int at = boxes.indexOf(getScene().getFocusOwner());
        if (key == KeyCode.ESCAPE) {
            event.consume();
            viewModel.choices().close();
        } else if (key == KeyCode.ENTER && event.isControlDown()) {
            event.consume();
            act.perform();
        } else if (key == KeyCode.A && event.isControlDown()) {
            event.consume();
            toggleAll();
        } else if (at >= 0 && (key == KeyCode.DOWN || key == KeyCode.UP || key == KeyCode.ENTER)) {
            event.consume();
            boxes.get(Math.clamp(at + (key == KeyCode.UP ? -1 : 1), 0, boxes.size() - 1)).requestFocus();
        }
    }
}
