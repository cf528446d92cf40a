package org.shangbao.client.ui.fill;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.check.TextLength;

/** The text an item asks for, with its length, and the files beside it. Saved when it is left. */
final class NarrativeField extends VBox {
    private final String code;
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final TextArea input = new TextArea();
    private final Label counter = new Label();
    private final HBox files = Controls.row(8);
    private final boolean takesFiles;
    private String before = "";

    NarrativeField(Sheet.Line line, FillViewModel viewModel, Messages messages, Controls controls) {
        super(4);
        this.code = line.code();
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        takesFiles = line.files();
        input.setId("narrative-" + code.replace('.', '-'));
        input.getStyleClass().add("sb-text");
        input.setWrapText(true);
        input.setPrefRowCount(3);
        input.setPromptText(messages.text("fill.narrative.prompt"));
        input.setAccessibleText(viewModel.narrativeLabel(code));
        counter.getStyleClass().add("hint");
        before = viewModel.narrative(code);
        input.setText(before);
        input.setEditable(line.editable() && viewModel.isEditable());
        input.textProperty().addListener(change -> count());
        input.focusedProperty().addListener((property, was, is) -> {
            if (is) {
                viewModel.focused(code);
            } else {
                commitNow();
            }
        });
        // a clerk leaves the text with Tab as she leaves a blank; Ctrl+Tab still writes one
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                input.fireEvent(new KeyEvent(event.getSource(), event.getTarget(), KeyEvent.KEY_PRESSED, "", "\t", KeyCode.TAB,
                        event.isShiftDown(), true, false, false));
            }
        });
        getChildren().addAll(input, Controls.row(8, counter, Controls.grow(), files));
        count();
        refresh();
    }

    TextArea input() { return input; }

    void refresh() {
        boolean editable = viewModel.isEditable();
        if (!input.isFocused() && !viewModel.narrative(code).equals(input.getText())) {
            before = viewModel.narrative(code);
            input.setText(before);
        }
        files.getChildren().clear();
        viewModel.attachments(code).forEach(file -> files.getChildren().add(controls.label(file, "secondary")));
        if (takesFiles && editable && input.isEditable()) {
            files.getChildren()
                    .add(controls.small(new Action(Text.of("fill.attach"), "", () -> viewModel.attach(code)), "fth-paperclip"));
        }
    }

    void commitNow() {
        if (input.isEditable() && !input.getText().equals(before)) {
            before = input.getText();
            viewModel.commitNarrative(code, before);
        }
    }

    private void count() {
        int[] bounds = viewModel.narrativeBounds(code);
        int length = TextLength.of(input.getText());
        counter.setText(bounds[0] > 0
                ? messages.text("fill.narrative.about", length, bounds[0])
                : messages.text("fill.narrative.most", length, bounds[1]));
        counter.getStyleClass().removeAll("red");
        if (bounds[1] > 0 && length > bounds[1]) {
            counter.getStyleClass().add("red");
        }
    }
}
