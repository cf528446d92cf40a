package org.shangbao.client.ui.shell;

import java.util.List;

/** A feature's screens. */
@FunctionalInterface
public interface ScreenProvider {

    /** Returns the feature's screens in the order of their entries; empty if this office or person has no use for them. */
    List<Screen> screens(UiContext context);
}
