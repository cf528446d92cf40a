package org.shangbao.client.ui.fill;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Keeps the focus where it was when a part of the screen is drawn anew. */
final class Focus {
    private Focus() {}

    /** Draws the inside of a pane anew; if the focus was in it, it goes to the node that has the same id afterwards. */
    static void keptIn(Pane pane, Runnable draw) {
        Node owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        String id = owner != null && isInside(owner, pane) ? owner.getId() : null;
        draw.run();
        if (id != null) {
            Node same = pane.lookup("#" + id);
            if (same != null) {
                same.requestFocus();
            }
        }
    }

    /** True if a node lies in a pane. */
    static boolean isInside(Node node, Node pane) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == pane) {
                return true;
            }
        }
        return false;
    }
}
