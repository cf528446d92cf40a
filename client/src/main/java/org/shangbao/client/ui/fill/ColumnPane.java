package org.shangbao.client.ui.fill;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.fill.PastedBlock.Column;

/** Which of several pasted columns is meant, over the rest of the screen: each with what stands above it and its first values. */
final class ColumnPane extends StackPane {
    private static final double WIDTH = 560;

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private Action act = new Action(Text.NONE, "", () -> {});

    ColumnPane(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("dialog-overlay");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(@Nullable ColumnChoice choice) {
        boolean wasOpen = isVisible();
        getChildren().clear();
        setVisible(choice != null);
        if (choice == null) {
            if (wasOpen && viewModel.choices().openProperty().get() == null) {
                viewModel.goTo(viewModel.currentProperty().get());
            }
            return;
        }
        ToggleGroup group = new ToggleGroup();
        VBox rows = new VBox();
        rows.getStyleClass().add("choice-rows");
        choice.columns().forEach(column -> rows.getChildren().add(row(column, group)));
        group.getToggles().getFirst().setSelected(true);
        act = new Action(Text.of("fill.column.act"), "Ctrl+Enter",
                () -> viewModel.choices().take((Column) group.getSelectedToggle().getUserData()));
        Button primary = controls.primary(act);
        primary.setId("column-act");
        Button back = controls.secondary(new Action(Text.of("common.dialog.back"), "Esc", viewModel.choices()::close));
        VBox card = new VBox(12, controls.wrapping(messages.text("fill.column.headline"), "headline"),
                controls.wrapping(messages.text("fill.column.sentence")), rows, Controls.row(8, Controls.grow(), back, primary));
        card.getStyleClass().add("dialog-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        StackPane.setMargin(card, new javafx.geometry.Insets(16));
        getChildren().add(card);
        applyCss();
        layout();
        ((RadioButton) group.getToggles().getFirst()).requestFocus();
    }

    private HBox row(Column column, ToggleGroup group) {
        String head = column.head().isEmpty() ? messages.text("fill.column.noHead") : column.head();
        String place = messages.text("fill.column.place", column.place() + 1);
        String values = String.join(messages.text("fill.column.comma"), column.values());
        RadioButton box = new RadioButton();
        box.setToggleGroup(group);
        box.setUserData(column);
        box.setId("column-" + (column.place() + 1));
        box.setAccessibleText(place + " " + head + " " + values);
        Label shown = controls.label(values, "figure");
        shown.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Controls.row(8, box, controls.label(place, "secondary"), controls.label(head, "strong"), Controls.grow(), shown);
        row.getStyleClass().add("choice-row");
        row.setOnMouseClicked(event -> box.setSelected(true));
        return row;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            viewModel.choices().close();
        } else if (event.getCode() == KeyCode.ENTER && (event.isControlDown() || getScene().getFocusOwner() instanceof RadioButton)) {
            event.consume();
            act.perform();
        }
    }
}
