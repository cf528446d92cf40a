package org.shangbao.client.ui.common;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A place that is as large as its surroundings make it, whatever happens inside: what changes there is laid out there, and nothing around it
 * is measured again. For parts that change with every key. Its size is asked of the content once; after that only its own style changes it.
 */
public class Enclosure extends Region {
    private final Region content;

    /** Encloses a part. */
    public Enclosure(Region content) {
        this.content = content;
        content.setManaged(false);
        getChildren().add(content);
    }

    @Override
    public final Orientation getContentBias() { return content.getContentBias(); }

    @Override
    protected final double computeMinWidth(double height) { return across() + content.minWidth(height); }

    @Override
    protected final double computeMinHeight(double width) { return along() + content.minHeight(width); }

    @Override
    protected final double computePrefWidth(double height) { return across() + content.prefWidth(height); }

    @Override
    protected final double computePrefHeight(double width) { return along() + content.prefHeight(width); }

    @Override
    protected final void layoutChildren() {
        Insets insets = getInsets();
        content.resizeRelocate(insets.getLeft(), insets.getTop(), getWidth() - across(), getHeight() - along());
    }

    private double across() { return getInsets().getLeft() + getInsets().getRight(); }

    private double along() { return getInsets().getTop() + getInsets().getBottom(); }
}
