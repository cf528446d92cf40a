package org.shangbao.client.ui.shell;

import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.shangbao.client.ui.common.Appearance;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.Messages;

/** 显示 in the top bar: how large words are and which colours. F7 opens it from everywhere. FX thread only. */
public final class DisplayMenu extends MenuButton {
    /** Opens the menu. */
    public static final String KEYS = "F7";

    private final Appearance appearance;
    private final Messages messages;

    /** A menu that changes {@code appearance}. */
    public DisplayMenu(Appearance appearance, Messages messages) {
        super(messages.text("shell.display"));
        this.appearance = appearance;
        this.messages = messages;
        setId("display");
        getStyleClass().add("display-menu");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(messages.text("shell.display.words", KEYS));
        Look now = appearance.look();
        ToggleGroup sizes = new ToggleGroup();
        for (Look.Size size : Look.Size.values()) {
            add("size", size, now.size() == size, sizes, now.with(size));
        }
        getItems().add(new SeparatorMenuItem());
        ToggleGroup shades = new ToggleGroup();
        for (Look.Shade shade : Look.Shade.values()) {
            add("shade", shade, now.shade() == shade, shades, now.with(shade));
        }
    }

    /** Opens it with the focus in it. */
    public void open() {
        requestFocus();
        show();
    }

    private void add(String what, Enum<?> choice, boolean isChosen, ToggleGroup group, Look wanted) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        RadioMenuItem item = new RadioMenuItem(messages.text("shell.display." + what + "." + name));
        item.setId("display-" + what + "-" + name);
        item.setToggleGroup(group);
        item.setSelected(isChosen);
        item.setOnAction(event -> appearance.use(wanted));
        getItems().add(item);
    }
}
