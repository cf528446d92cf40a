package org.shangbao.client.ui.review;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** How much of a whole is approved, how much has arrived; numbers always stand beside it in words. */
public final class CountBar extends Pane {
    private final Region approved = new Region();
    private final Region arrived = new Region();
    private final int whole;
    private final int done;
    private final int here;

    /** A bar for {@code done} of {@code here} of {@code whole}. */
    public CountBar(int whole, int done, int here) {
        this.whole = whole;
        this.done = done;
        this.here = here;
        getStyleClass().add("count-bar");
        approved.getStyleClass().add("approved");
        arrived.getStyleClass().add("arrived");
        getChildren().addAll(arrived, approved);
        setMinHeight(8);
        setPrefHeight(8);
        setMaxHeight(8);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        arrived.resizeRelocate(0, 0, whole == 0 ? 0 : width * here / whole, getHeight());
        approved.resizeRelocate(0, 0, whole == 0 ? 0 : width * done / whole, getHeight());
    }
}
