package org.shangbao.client.ui.fill;

import javafx.scene.text.TextFlow;

/** An official sentence with its blanks. It is long and rarely changes, so its height is measured once for a width and not in every layout. */
final class Sentence extends TextFlow {
    private static final double LINE_SPACING = 13;

    private double measuredWidth = Double.NaN;
    private double measuredHeight;

    /** A sentence whose letters are {@code scale} times as large as designed. */
    Sentence(double scale) {
        setLineSpacing(LINE_SPACING * scale);
        getStyleClass().add("sentence");
    }

    @Override
    public void requestLayout() {
        measuredWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width != measuredWidth) {
            measuredHeight = super.computePrefHeight(width);
            measuredWidth = width;
        }
        return measuredHeight;
    }
}
