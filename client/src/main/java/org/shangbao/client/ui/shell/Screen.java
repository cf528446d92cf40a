package org.shangbao.client.ui.shell;

import javafx.scene.Node;

/** One screen of a workspace. All methods are called on the FX thread. */
public interface Screen {

    /** Returns the name it is opened by, for example {@code fill}. */
    String name();

    /** Returns the message key of its entry in the top bar; empty if it has none and is reached from another screen. */
    String navigationKey();

    /** Returns the name of the screen whose entry is marked while this one is open; its own name if it has an entry. */
    default String navigationOwner() {
        return name();
    }

    /** True if it shows words in the type of the print, whose fonts are loaded then. */
    default boolean showsPaper() { return true; }

    /** Returns what the frame shows for it; always the same object. */
    ScreenFrame frame();

    /**
     * Builds its body in the language chosen now. Called each time it is opened and when the language changes, so state belongs to the
     * ViewModel.
     */
    Node build();

    /**
     * It has been opened and its body is in the scene; also after the language was changed, then with an empty place.
     *
     * @param place where in it, for example a figure code; empty for where it was left
     */
    void opened(String place);

    /** Returns the figure or item worked on, for help about it; empty if there is none. */
    default String place() { return ""; }

    /** Another screen is opened now; what was typed is saved here. */
    default void left() {}
}
