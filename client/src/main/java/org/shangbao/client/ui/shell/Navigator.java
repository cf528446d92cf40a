package org.shangbao.client.ui.shell;

/** Opens screens by name. FX thread only. */
public interface Navigator {

    /** Opens a screen where it was left. */
    default void open(String screen) { open(screen, ""); }

    /**
     * Opens a screen at a place.
     *
     * @param screen name of the screen
     * @param place  for example a figure code; empty for where it was left
     * @throws IllegalArgumentException if there is no such screen in this workspace
     */
    void open(String screen, String place);
}
