package org.shangbao.client.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Text that wraps to the width it is given. Chinese text is slow to measure, so its height is measured once for a width and not in every layout. */
final class WrappedLabel extends Label {
    private double measuredWidth = Double.NaN;
    private double measuredHeight;

    WrappedLabel(String words) {
        super(words);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
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
