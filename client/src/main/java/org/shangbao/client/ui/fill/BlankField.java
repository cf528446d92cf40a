package org.shangbao.client.ui.fill;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

import org.shangbao.client.ui.fill.FillViewModel.BlankContent;

/**
 * A permanent field for one figure. Shows thousands signs while nobody types in it; what is typed is never reformatted until the field is
 * left, so an input method is not disturbed.
 */
final class BlankField extends TextField {
    private final String code;
    private final BiConsumer<String, String> commit;
    private BlankContent content = new BlankContent("", "", BlankState.EMPTY);
    private String before = "";

    /**
     * A field.
     *
     * @param commit called with code and text when the field is left with another text
     */
    BlankField(String code, BiConsumer<String, String> commit) {
        this.code = code;
        this.commit = commit;
        getStyleClass().add("blank-field");
        setId("blank-" + code.replace('.', '-'));
        focusedProperty().addListener((property, was, is) -> {
            if (is) {
                enter();
            } else {
                leave();
            }
        });
    }

    String code() { return code; }

    void show(BlankContent shown, String word) {
        content = shown;
        for (BlankState state : BlankState.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(state.pseudoClass()), state == shown.state());
        }
        setEditable(!shown.state().isReadOnly());
        setPromptText(shown.state() == BlankState.EMPTY ? word : "");
        setAccessibleText(code + " " + word);
        if (!isFocused()) {
            setText(shown.shown());
        } else if (getText().equals(before)) {
            setText(shown.edited());
            before = shown.edited();
            selectAll();
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
        }
    }

    private void enter() {
        before = content.edited();
        setText(before);
        selectAll();
    }

    private void leave() {
        if (!save()) {
            setText(content.shown());
        }
        deselect();
    }

    private boolean save() {
        if (!isEditable() || getText().equals(before)) {
            return false;
        }
        commit.accept(code, getText());
        return true;
    }
}
