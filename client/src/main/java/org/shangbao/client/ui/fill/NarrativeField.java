package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.check.TextLength;

/** The text an item asks for, with its length, and the files beside it. Saved when it is left. */
final class NarrativeField extends VBox {
    private static final int LEAST_ROWS = 2;
    /** What is longer is scrolled: the sentences around it stay in sight. */
    private static final int MOST_ROWS = 6;
    /** Characters that fit into a row of the sheet. */
    private static final int ROW_LENGTH = 38;
    private static final double LONGEST_NAME = 320;
    private final String code;
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final ItemTexts.Asked asked;
    private final TextArea input = new Input();
    private final Label counter = new Label();
    private final HBox head = Controls.row(8);
    private final FlowPane files = new FlowPane(8, 4);
    private final boolean takesFiles;
    private String before;
    private @Nullable Beside beside;
    private boolean composing;

    /** What stands under the text. */
    private record Beside(boolean editable, boolean unconfirmed, List<String> files) {}

    NarrativeField(Sheet.Line line, FillViewModel viewModel, Messages messages, Controls controls) {
        super(4);
        this.code = line.code();
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        asked = viewModel.texts().asked(code);
        takesFiles = line.files();
        before = viewModel.texts().text(code);
        input.setId("narrative-" + code.replace('.', '-'));
        input.getStyleClass().add("sb-text");
        input.setWrapText(true);
        input.setMinHeight(USE_PREF_SIZE);
        input.setPromptText(messages.text("fill.narrative.prompt"));
        input.setAccessibleText(code + " " + asked.label());
        counter.getStyleClass().add("hint");
        counter.setMinWidth(USE_PREF_SIZE);
        input.setText(before);
        input.setEditable(line.editable() && viewModel.isEditable());
        input.setTextFormatter(new TextFormatter<>(this::bounded));
        input.textProperty().addListener(change -> count());
        input.focusedProperty().addListener((property, was, is) -> {
            if (is) {
                viewModel.focused(code);
            } else if (!composing) {
                commitNow();
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        EventDispatcher usual = input.getEventDispatcher();
        input.setEventDispatcher((event, tail) -> {
            if (!(event instanceof InputMethodEvent composition)) {
                return usual.dispatchEvent(event, tail);
            }
            boolean begins = !composition.getComposed().isEmpty();
            composing = composing || begins;
            viewModel.keys().composing(begins);
            Event result = usual.dispatchEvent(event, tail);
            composing = begins;
            if (!composing && !input.isFocused()) {
                commitNow();
            }
            return result;
        });
        files.managedProperty().bind(files.visibleProperty());
        getChildren().addAll(input, head, files);
        count();
        refresh();
    }

    TextArea input() { return input; }

    void refresh() {
        boolean editable = viewModel.isEditable();
        String stored = viewModel.texts().text(code);
        if (!stored.equals(before) && (!input.isFocused() || input.getText().equals(before))) {
            before = stored;
            input.setText(before);
        }
        Beside now = new Beside(editable, viewModel.texts().isUnconfirmed(code), viewModel.texts().files(code));
        if (now.equals(beside)) {
            return;
        }
        beside = now;
        files.getChildren().clear();
        head.getChildren().setAll(counter, Controls.grow());
        if (now.unconfirmed()) {
            files.getChildren().add(controls.chip(Mark.CARRIED_OVER, Mark.CARRIED_OVER.word()));
            files.getChildren()
                    .add(controls.small(new Action(Text.of("fill.confirm.this"), "Ctrl+D", () -> viewModel.edits().carryOrConfirm(code))));
        }
        for (String file : now.files()) {
            Label name = controls.label(file, "secondary");
            name.setMaxWidth(LONGEST_NAME);
            name.setTooltip(new Tooltip(file));
            files.getChildren().add(name);
        }
        files.setVisible(!files.getChildren().isEmpty());
        if (takesFiles && editable && input.isEditable()) {
            head.getChildren()
                    .add(controls.small(new Action(Text.of("fill.attach"), "Ctrl+O", () -> viewModel.texts().attach(code)),
                            "fth-paperclip"));
        }
    }

    void commitNow() {
        if (input.isEditable() && !input.getText().equals(before)) {
            before = input.getText();
            viewModel.edits().narrative(code, before);
        }
    }

    /** A clerk leaves the text with Tab as she leaves a blank; Ctrl+Tab still writes one. */
    private void pressed(KeyEvent event) {
        if (composing) {
            // some systems hand the keys of the input method on; they must not be written into the text
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
                event.consume();
            }
            return;
        }
        boolean redo = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            viewModel.goTo(event.isShiftDown() ? viewModel.before(code) : viewModel.after(code));
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            input.setText(before);
        } else if (event.isControlDown() && input.getText().equals(before) && (redo || event.getCode() == KeyCode.Z)) {
            // while the text is being written, the keys belong to the text; before and after, to the report
            event.consume();
            if (redo) {
                viewModel.edits().redo();
            } else {
                viewModel.edits().undo();
            }
        }
    }

    private TextFormatter.Change bounded(TextFormatter.Change change) {
        boolean grows = change.isContentChange() && change.getText().length() > change.getRangeEnd() - change.getRangeStart();
        if (grows && !composing && input.isFocused() && asked.most() > 0) {
            String whole = change.getControlNewText();
            int length = whole.codePointCount(0, whole.length());
            if (length > asked.most()) {
                viewModel.say(Text.of("fill.narrative.full", code, asked.most()));
                change.setText("");
                change.setRange(change.getRangeStart(), change.getRangeStart());
                change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
            }
        }
        return change;
    }

    private void count() {
        int length = TextLength.of(input.getText());
        int rows = Math.clamp((int) input.getText().lines().mapToLong(line -> 1 + line.length() / ROW_LENGTH).sum(), LEAST_ROWS, MOST_ROWS);
        if (rows != input.getPrefRowCount()) {
            input.setPrefRowCount(rows);
        }
        counter.setText(asked.about() > 0
                ? messages.text("fill.narrative.about", length, asked.about(), asked.most())
                : messages.text("fill.narrative.most", length, asked.most()));
        counter.getStyleClass().removeAll("red");
        if (asked.most() > 0 && input.getText().codePointCount(0, input.getLength()) > asked.most()) {
            counter.getStyleClass().add("red");
        }
    }

    /** Takes pasted text without its formatting, all of it or none. */
    private final class Input extends TextArea {
        @Override
        public void paste() {
            String clipboard = Clipboard.getSystemClipboard().getString();
            if (clipboard == null || !isEditable()) {
                return;
            }
            int kept = getText().codePointCount(0, getLength()) - getSelectedText().codePointCount(0, getSelectedText().length());
            switch (PastedText.forText(code, clipboard, Math.max(0, asked.most() - kept))) {
                case PastedText.Result.Taken taken -> {
                    replaceSelection(taken.text());
                    if (taken.removed() > 0) {
                        viewModel.say(Text.of("fill.paste.removed", code, taken.removed()));
                    }
                }
                case PastedText.Result.Refused refused -> viewModel.say(refused.why());
            }
        }
    }
}
