package org.shangbao.client.ui.fill;

import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;

import org.shangbao.client.ui.common.Text;

/**
 * A permanent field for one figure. Shows thousands signs while nobody types in it; what is typed is never reformatted until the field is
 * left, and never while an input method composes.
 */
final class BlankField extends TextField {
    /** More characters than any way to write a figure has. */
    static final int MOST = 200;

    private final String code;
    private final FillViewModel viewModel;
    private final String words;
    private BlankContent content = new BlankContent("", "", BlankState.EMPTY);
    private String before = "";
    private boolean shownBefore;
    private boolean composing;
    private boolean entering;

    /**
     * A field.
     *
     * @param words code, name and unit, for screen readers
     */
    BlankField(String code, String words, FillViewModel viewModel) {
        this.code = code;
        this.words = words;
        this.viewModel = viewModel;
        getStyleClass().add("blank-field");
        setId("blank-" + code.replace('.', '-'));
        setTextFormatter(new TextFormatter<>(this::bounded));
        focusedProperty().addListener((property, was, is) -> {
            if (is) {
                enter();
            } else {
                leave();
            }
        });
        textProperty().addListener(change -> {
            if (isFocused() && isEditable() && !entering && !composing) {
                viewModel.typing(code, getText());
            }
        });
        EventDispatcher usual = getEventDispatcher();
        setEventDispatcher((event, tail) -> {
            if (!(event instanceof InputMethodEvent composition)) {
                return usual.dispatchEvent(event, tail);
            }
            begin(composition);
            Event result = usual.dispatchEvent(event, tail);
            end(composition);
            return result;
        });
    }

    String code() { return code; }

    boolean isComposing() { return composing; }

    /** True if something was typed since the field was entered. */
    boolean isDirty() {
        return isFocused() && isEditable() && !getText().equals(before);
    }

    void show(BlankContent shown, String word) {
        setAccessibleText(words + " " + word);
        if (shown.equals(content) && shownBefore) {
            return;
        }
        shownBefore = true;
        content = shown;
        for (BlankState state : BlankState.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(state.pseudoClass()), state == shown.state());
        }
        setEditable(!shown.state().isReadOnly());
        setPromptText(shown.state() == BlankState.EMPTY || shown.state() == BlankState.NOT_APPLICABLE ? word : "");
        if (!isFocused()) {
            if (!composing) {
                setText(shown.shown());
            }
        } else if (getText().equals(before)) {
            entering = true;
            setText(shown.edited());
            before = shown.edited();
            selectAll();
            entering = false;
        }
    }

    /** Gives up what was typed since the field was entered. */
    void takeBack() {
        setText(before);
        selectAll();
    }

    /** Takes what was typed without leaving the field. */
    void commitNow() {
        if (isFocused()) {
            save();
            before = getText();
        } else if (composing) {
            composing = false;
            save();
        }
    }

    @Override
    public void paste() {
        String clipboard = Clipboard.getSystemClipboard().getString();
        if (clipboard != null && isEditable() && viewModel.modeProperty().get() == FillMode.TABLE && PastedCells.isSeveral(clipboard)) {
            viewModel.pasteCells(code, clipboard);
        } else if (clipboard != null && isEditable()) {
            switch (PastedText.forBlank(code, clipboard, MOST)) {
                case PastedText.Result.Taken taken -> replaceSelection(taken.text());
                case PastedText.Result.Refused refused -> viewModel.say(refused.why());
            }
        }
    }

    private TextFormatter.Change bounded(TextFormatter.Change change) {
        if (change.isContentChange() && !composing && isFocused() && change.getControlNewText().length() > MOST) {
            viewModel.say(Text.of("fill.paste.long", code, change.getControlNewText().length(), MOST));
            change.setText("");
            change.setRange(change.getRangeStart(), change.getRangeStart());
            change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        }
        return change;
    }

    private void begin(InputMethodEvent composition) {
        boolean begins = !composition.getComposed().isEmpty();
        composing = composing || begins;
        viewModel.keys().composing(begins);
    }

    private void end(InputMethodEvent composition) {
        composing = !composition.getComposed().isEmpty();
        if (composing) {
            return;
        }
        if (isFocused()) {
            viewModel.typing(code, getText());
        } else {
            leave();
        }
    }

    private void enter() {
        if (composing) {
            return;
        }
        entering = true;
        before = content.edited();
        setText(before);
        selectAll();
        entering = false;
    }

    /** What an input method still composes is not taken: it follows with the event that ends the composition. */
    private void leave() {
        if (composing) {
            return;
        }
        if (!save()) {
            setText(content.shown());
        }
        deselect();
    }

    private boolean save() {
        if (!isEditable() || getText().equals(before)) {
            return false;
        }
        viewModel.commit(code, getText());
        return true;
    }
}
