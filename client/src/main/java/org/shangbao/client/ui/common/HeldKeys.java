package org.shangbao.client.ui.common;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/**
 * Tells a key that is still held down from one that is pressed anew. A desktop repeats a held key after half a second, and people hold
 * Ctrl+Enter for longer than that: without this one long press goes through several screens, or approves several units. FX thread only.
 */
public final class HeldKeys {
    private @Nullable KeyCode held;

    /** Watches the keys that reach a node, and forgets them when its window loses the focus: the release then goes elsewhere. */
    public HeldKeys(Node node) {
        node.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == held) {
                held = null;
            }
        });
        node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::focusedProperty).subscribe(focused -> held = null);
    }

    /** Returns whether this press only repeats a deciding key, Enter or an F-key, that has not been let go; remembers the key. */
    public boolean repeats(KeyEvent pressed) {
        KeyCode code = pressed.getCode();
        boolean again = code == held && (code == KeyCode.ENTER || code.isFunctionKey());
        held = code;
        return again;
    }
}
