package org.shangbao.client.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Something a person can do on a screen, by button and by key. What cannot be done now stays visible, disabled, with its reason beside it.
 * Knows no control, so ViewModels offer actions.
 */
public final class Action {
    private final ObjectProperty<Text> words = new SimpleObjectProperty<>(Text.NONE);
    private final ObjectProperty<Text> reason = new SimpleObjectProperty<>(Text.NONE);
    private final BooleanProperty enabled = new SimpleBooleanProperty(true);
    private final String keys;
    private final Runnable work;

    /**
     * An action.
     *
     * @param words what it does, as on the button
     * @param keys  its key as written on the cap, for example {@code F9} or {@code Ctrl+Enter}; empty if it has none
     * @param work  does it, on the FX thread
     */
    public Action(Text words, String keys, Runnable work) {
        this.words.set(words);
        this.keys = keys;
        this.work = work;
    }

    /** Does it if it can be done now. */
    public void perform() {
        if (enabled.get()) {
            work.run();
        }
    }

    /** Returns the key, empty if none. */
    public String keys() { return keys; }

    /** Words on the button. */
    public ObjectProperty<Text> wordsProperty() { return words; }

    /** Why it cannot be done now; empty while it can. */
    public ObjectProperty<Text> reasonProperty() { return reason; }

    /** Whether it can be done now. */
    public BooleanProperty enabledProperty() { return enabled; }

    /** Makes it possible. */
    public void allow() {
        enabled.set(true);
        reason.set(Text.NONE);
    }

    /** Makes it impossible and says why. */
    public void refuse(Text why) {
        enabled.set(false);
        reason.set(why);
    }
}
