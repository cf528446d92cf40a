package org.shangbao.client.ui.common;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts every screen is made of; one place for their look. FX thread only. */
public final class Controls {
    private final Messages messages;
    private final Appearance appearance;

    /** Parts with texts of these messages, in the look of their window. */
    public Controls(Messages messages, Appearance appearance) {
        this.messages = messages;
        this.appearance = appearance;
    }

    /** Returns how much room is needed by parts for which {@code standard} px are enough with words of the usual size. */
    public double room(double standard) {
        return appearance.look().size() == Look.Size.LARGE ? standard * Lengths.LARGER : standard;
    }

    /** Returns the look of the window. */
    public Appearance appearance() { return appearance; }

    /** Returns how long what measures {@code standard} px is in the look chosen now; for lengths no style sheet sets. */
    public double px(double standard) {
        return appearance.px(standard);
    }

    /** Returns a line of text with style classes, for example {@code title}, {@code section}, {@code hint}. */
    public Label label(String words, String... styleClasses) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** Returns a text that wraps to the width it is given. */
    public Label wrapping(String words, String... styleClasses) {
        Label label = new WrappedLabel(words);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** Returns the shape alone; the word goes into the accessible text. */
    public FontIcon shape(Mark mark, Text word) {
        FontIcon icon = icon(mark.icon());
        icon.getStyleClass().add("tone-" + mark.tone());
        icon.setAccessibleText(messages.text(word));
        return icon;
    }

    /** Returns an icon that is no state, for buttons. */
    public static FontIcon icon(String code) {
        FontIcon icon = new FontIcon(code);
        icon.getStyleClass().add("shape");
        return icon;
    }

    /** Returns shape and word, coloured. */
    public Label mark(Mark mark, Text word) {
        Label label = new Label(messages.text(word), shape(mark, word));
        label.getStyleClass().addAll("mark", "tone-" + mark.tone());
        return label;
    }

    /** Returns shape and word on a tint. */
    public Label chip(Mark mark, Text word) {
        Label chip = mark(mark, word);
        chip.getStyleClass().add("chip");
        return chip;
    }

    /** Returns a key as a cap; arrows are drawn as arrows. */
    public static Label keyCap(String keys) {
        Label cap = new Label(keys.replace("Up", "↑").replace("Down", "↓").replace("Left", "←").replace("Right", "→"));
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /** Returns the one blue button of a screen. */
    public Button primary(Action action) { return styled(button(action, null), "primary"); }

    /** Returns an ordinary button. */
    public Button secondary(Action action) { return button(action, null); }

    /** Returns an ordinary button with an icon before its words. */
    public Button secondary(Action action, String iconCode) {
        return button(action, icon(iconCode));
    }

    /** Returns a small button for use inside cards. */
    public Button small(Action action) { return styled(button(action, null), "small"); }

    /** Returns a small button with an icon. */
    public Button small(Action action, String iconCode) {
        return styled(button(action, icon(iconCode)), "small");
    }

    /** Returns words that act like a link. */
    public Hyperlink link(Text words, Runnable work) {
        Hyperlink link = new Hyperlink(messages.text(words));
        link.getStyleClass().add("link");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            work.run();
        });
        return link;
    }

    /**
     * Lets a scroll pane draw only what changes. Its skin keeps a picture of all that is seen and draws the whole of it anew with every letter
     * typed inside, which on a sheet of blanks takes longer than everything else a key sets going.
     */
    public static void drawnInParts(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> pane.getChildrenUnmodifiable().stream()
                .filter(part -> part.getStyleClass().contains("viewport")).forEach(part -> part.setCache(false)));
    }

    /** Returns space that grows between two parts of a row. */
    public static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Returns parts in a row, centred, with a gap in px. */
    public static HBox row(int gap, Node... parts) {
        HBox row = new HBox(gap, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(Action action, @Nullable Node icon) {
        Button button = new Button();
        button.getStyleClass().add("sb-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setOnAction(event -> action.perform());
        button.disableProperty().bind(action.enabledProperty().not());
        // bindings are held weakly by the action, so that a button of a view long gone is not kept
        button.graphicProperty().bind(Bindings.createObjectBinding(() -> content(action, icon), action.wordsProperty(),
                action.enabledProperty()));
        button.accessibleTextProperty().bind(Bindings.createStringBinding(() -> messages.text(action.wordsProperty().get()),
                action.wordsProperty()));
        return button;
    }

    private Node content(Action action, @Nullable Node icon) {
        HBox content = row(6);
        content.setAlignment(Pos.CENTER);
        if (!action.enabledProperty().get()) {
            content.getChildren().add(icon("fth-lock"));
        } else if (icon != null) {
            content.getChildren().add(icon);
        }
        content.getChildren().add(label(messages.text(action.wordsProperty().get()), "button-words"));
        if (!action.keys().isEmpty()) {
            content.getChildren().add(keyCap(action.keys()));
        }
        return content;
    }

    private static Button styled(Button button, String styleClass) {
        button.getStyleClass().add(styleClass);
        return button;
    }
}
