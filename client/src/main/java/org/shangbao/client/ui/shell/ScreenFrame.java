package org.shangbao.client.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Text;

/** What a screen tells the frame to show. Knows no control, so a ViewModel may own it. FX thread only. */
public final class ScreenFrame {
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ObservableList<Action> actions = FXCollections.observableArrayList();
    private final ObservableList<KeyHint> hints = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Action> stepAction = new SimpleObjectProperty<>();
    private final ObjectProperty<Text> task = new SimpleObjectProperty<>(Text.NONE);
    private final ObjectProperty<Text> saved = new SimpleObjectProperty<>(Text.NONE);
    private final ObjectProperty<Text> note = new SimpleObjectProperty<>(Text.NONE);

    /** The steps of the step bar; without any there is no bar. */
    public ObservableList<Step> steps() { return steps; }

    /** What the keys of this screen do; each action's key works wherever the focus is. */
    public ObservableList<Action> actions() {
        return actions;
    }

    /** Hints at the right of the status bar. */
    public ObservableList<KeyHint> hints() { return hints; }

    /** The blue button at the right end of the step bar, or null. */
    public ObjectProperty<@Nullable Action> stepActionProperty() {
        return stepAction;
    }

    /** Period and time left, in the top bar; empty for none. */
    public ObjectProperty<Text> taskProperty() { return task; }

    /** What is safe: shown with a green check at the left of the status bar. Set only after it is durable. */
    public ObjectProperty<Text> savedProperty() {
        return saved;
    }

    /** A second, grey remark beside it. */
    public ObjectProperty<Text> noteProperty() { return note; }

    /** A key and what it does here. */
    public record KeyHint(String keys, Text words) {}

    /**
     * A step of the seven.
     *
     * @param number 1 to 7
     * @param words  its name
     * @param fact   one fact, empty if there is none yet
     * @param state  where it stands
     * @param urgent true if the fact is in red
     * @param screen screen it leads to, empty if it leads nowhere now
     */
    public record Step(int number, Text words, Text fact, State state, boolean urgent, String screen) {
        /** Where a step stands. */
        public enum State {
            /** Done. */
            DONE,
            /** The one to work on. */
            CURRENT,
            /** Comes later. */
            LATER
        }
    }
}
