package org.shangbao.client.ui.fill;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard between blanks, the same in both views; in the table the arrows move too. */
final class BlankKeys {
    private final FillViewModel viewModel;
    private final boolean table;

    BlankKeys(FillViewModel viewModel, boolean table) {
        this.viewModel = viewModel;
        this.table = table;
    }

    /** Handles a key pressed anywhere in a view; to be used as a filter. */
    void pressed(KeyEvent event) {
        if (!(event.getTarget() instanceof BlankField field)) {
            return;
        }
        if (field.isComposing()) {
            // some systems hand the keys of the input method on; they must neither leave the blank nor choose in it
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
                event.consume();
            }
            return;
        }
        if (event.isControlDown()) {
            undoOrRedo(event, field);
        } else if (!event.isAltDown()) {
            move(event, field);
        }
    }

    private void undoOrRedo(KeyEvent event, BlankField field) {
        boolean redo = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        if (redo) {
            event.consume();
            viewModel.edits().redo();
        } else if (event.getCode() == KeyCode.Z) {
            event.consume();
            if (field.isDirty()) {
                field.takeBack();
            } else {
                viewModel.edits().undo();
            }
        }
    }

    private void move(KeyEvent event, BlankField field) {
        KeyCode key = event.getCode();
        if (key == KeyCode.ENTER || key == KeyCode.TAB) {
            go(event, field, event.isShiftDown() ? viewModel.before(field.code()) : viewModel.after(field.code()));
        } else if (key == KeyCode.ESCAPE) {
            event.consume();
            field.takeBack();
        } else if (table && !event.isShiftDown()) {
            boolean up = key == KeyCode.UP
                    || key == KeyCode.LEFT && field.getCaretPosition() == 0 && field.getSelection().getLength() == 0;
            boolean down = key == KeyCode.DOWN || key == KeyCode.RIGHT && field.getCaretPosition() == field.getLength()
                    && field.getSelection().getLength() == 0;
            if (up || down) {
                go(event, field, up ? viewModel.before(field.code()) : viewModel.after(field.code()));
                event.consume();
            }
        }
    }

    private void go(KeyEvent event, BlankField field, String next) {
        if (!next.equals(field.code())) {
            event.consume();
            viewModel.goTo(next);
        } else if (event.getCode() != KeyCode.TAB) {
            event.consume();
            field.commitNow();
        }
    }
}
