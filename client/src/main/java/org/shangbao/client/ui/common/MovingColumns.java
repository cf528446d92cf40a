package org.shangbao.client.ui.common;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A main part with a narrow one at its right; on a narrow screen the side moves below the main part instead of being cut. Made for the inside
 * of a scroll pane that fits its content to the width.
 */
public final class MovingColumns extends Region {
    private static final double NARROW = 960;

    private final Region main;
    private final Region side;
    private final double sideWidth;
    private final double gap;

    /**
     * Columns.
     *
     * @param sideWidth width of the side, px
     * @param gap       px between the two
     */
    public MovingColumns(Region main, Region side, double sideWidth, double gap) {
        this.main = main;
        this.side = side;
        this.sideWidth = sideWidth;
        this.gap = gap;
        getChildren().addAll(main, side);
    }

    @Override
    public Orientation getContentBias() { return Orientation.HORIZONTAL; }

    @Override
    protected double computeMinWidth(double height) { return 0; }

    @Override
    protected double computePrefWidth(double height) { return NARROW; }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double inner = (width < 0 ? NARROW : width) - around.getLeft() - around.getRight();
        double heights = isNarrow(inner)
                ? main.prefHeight(inner) + gap + side.prefHeight(inner)
                : Math.max(main.prefHeight(inner - sideWidth - gap), side.prefHeight(sideWidth));
        return heights + around.getTop() + around.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) { return computePrefHeight(width); }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double left = around.getLeft();
        double top = around.getTop();
        double inner = getWidth() - left - around.getRight();
        if (isNarrow(inner)) {
            double height = main.prefHeight(inner);
            main.resizeRelocate(left, top, inner, height);
            side.resizeRelocate(left, top + height + gap, inner, side.prefHeight(inner));
        } else {
            double mainWidth = inner - sideWidth - gap;
            double height = getHeight() - top - around.getBottom();
            main.resizeRelocate(left, top, mainWidth, height);
            side.resizeRelocate(left + mainWidth + gap, top, sideWidth, height);
        }
    }

    private static boolean isNarrow(double inner) { return inner < NARROW; }
}
