package org.shangbao.client.ui.shell;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Appearance;

/**
 * A screen with one view that is built anew each time it is opened: closes the view it leaves, dresses the new one and gives it the focus.
 *
 * @param <V> its view
 */
public abstract class BodyScreen<V extends Node & BodyScreen.Body> implements Screen {
    private final String name;
    private final Appearance appearance;
    private @Nullable V view;

    /**
     * A screen.
     *
     * @param name       name it is opened by; also of its package and style sheet
     * @param appearance look of the window
     */
    protected BodyScreen(String name, Appearance appearance) {
        this.name = name;
        this.appearance = appearance;
    }

    /** The view of a screen. */
    public interface Body {
        /** Hands over what is being typed and stops listening. */
        void close();

        /** Puts the focus where work begins. */
        void focusFirst();
    }

    /** Builds the view in the language chosen now. */
    protected abstract V view();

    /** Tells the ViewModel that the screen was opened at a place. */
    protected abstract void show(String place);

    @Override
    public final String name() { return name; }

    @Override
    public final Node build() {
        left();
        V built = view();
        if (built instanceof javafx.scene.Parent parent) {
            parent.getStylesheets().add(appearance.style(name + "/" + name + ".css"));
        }
        view = built;
        return built;
    }

    @Override
    public final void opened(String place) {
        show(place);
        V shown = view;
        if (shown != null) {
            shown.focusFirst();
        }
    }

    @Override
    public final void left() {
        V shown = view;
        if (shown != null) {
            shown.close();
            view = null;
        }
    }
}
