package org.shangbao.client.ui.fill;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Keeps what is worked on in sight. FX thread only. */
final class Revealing {
    private Revealing() {}

    /** Scrolls no further than needed to show a line with some room around it. */
    static void reveal(ScrollPane pane, Node content, Node line, double room) {
        double viewport = pane.getViewportBounds().getHeight();
        double total = content.getBoundsInLocal().getHeight();
        if (total <= viewport) {
            return;
        }
        Bounds bounds = line.getBoundsInParent();
        double top = pane.getVvalue() * (total - viewport);
        double margin = Math.min(Math.min(room, viewport / 4), Math.max(0, viewport - bounds.getHeight()) / 2);
        if (bounds.getMinY() - margin < top) {
            top = bounds.getMinY() - margin;
        } else if (bounds.getMaxY() + margin > top + viewport) {
            // of a line higher than the window the beginning is shown
            top = Math.min(bounds.getMaxY() + margin - viewport, bounds.getMinY());
        }
        pane.setVvalue(Math.clamp(top / (total - viewport), 0, 1));
    }

    /** Shows it again after the pane got another size, once everything has found its place. */
    static void whenResized(ScrollPane pane, Runnable reveal) {
        pane.widthProperty().subscribe((was, is) -> afterLayout(pane, reveal));
        pane.heightProperty().subscribe((was, is) -> afterLayout(pane, reveal));
    }

    private static void afterLayout(ScrollPane pane, Runnable reveal) {
        Scene scene = pane.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    if (pane.getScene() == scene) {
                        reveal.run();
                    }
                }
            });
            Platform.requestNextPulse();
        }
    }
}
