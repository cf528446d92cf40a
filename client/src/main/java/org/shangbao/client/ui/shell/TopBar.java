package org.shangbao.client.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** Product mark, office, entries of the workspace, time left, link, person, display, language. */
final class TopBar extends HBox {
    private final Messages messages;
    private final Controls controls;
    private final ShellViewModel viewModel;
    private final HBox entries = new HBox();
    private final HBox task = new HBox();
    private final HBox link = new HBox();
    private @Nullable DisplayMenu display;

    TopBar(ShellViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("top-bar");
        entries.getStyleClass().add("entries");
        task.setAlignment(Pos.CENTER);
        link.setAlignment(Pos.CENTER);
    }

    /** Shows everything in the language chosen now. */
    void show(List<Screen> screens, Screen open, Consumer<String> opener) {
        Label tile = controls.label(messages.text("shell.tile"), "product-tile");
        Label unit = controls.label(viewModel.unitName(), "unit-name");
        unit.setMinWidth(USE_PREF_SIZE);
        entries.getChildren().clear();
        for (Screen screen : screens) {
            if (!screen.navigationKey().isEmpty()) {
                entries.getChildren().add(entry(screen, screen.name().equals(open.navigationOwner()), opener));
            }
        }
        String language = messages.language().other().name().toLowerCase(java.util.Locale.ROOT);
        Button other = controls
                .small(new Action(Text.of("shell.language." + language), "", () -> messages.use(messages.language().other())));
        other.setId("language");
        display = new DisplayMenu(controls.appearance(), messages);
        Label person = controls.label(messages.text("shell.person", viewModel.personName(), viewModel.roleWords()), "secondary", "person");
        getChildren().setAll(tile, unit, divider(), entries, Controls.grow(), task, link, divider(), person, display, other);
        showTask(open.frame().taskProperty().get());
        showLink();
    }

    /** Opens 显示. */
    void openDisplay() {
        if (display != null) {
            display.open();
        }
    }

    void showTask(Text words) {
        task.getChildren().clear();
        if (!words.isEmpty()) {
            task.getChildren().add(controls.chip(Mark.TIME, words));
        }
    }

    void showLink() {
        link.getChildren().clear();
        var state = viewModel.linkProperty().get();
        if (state != null) {
            Label label = state.connected()
                    ? controls.mark(Mark.CONNECTED, Text.of("shell.link.connected"))
                    : state.lastContact() == null
                            ? controls.mark(Mark.TIME, Text.of("shell.link.never"))
                            : controls.mark(Mark.WAITING_FOR_NETWORK, Text.of("shell.link.none"));
            label.setId("link");
            label.setMinWidth(USE_PREF_SIZE);
            link.getChildren().add(label);
        }
    }

    private Button entry(Screen screen, boolean marked, Consumer<String> opener) {
        Button entry = new Button(messages.text(screen.navigationKey()));
        entry.getStyleClass().setAll("entry");
        entry.setId("entry-" + screen.name());
        entry.setMinWidth(USE_PREF_SIZE);
        if (marked) {
            entry.getStyleClass().add("marked");
        }
        entry.setOnAction(event -> opener.accept(screen.name()));
        return entry;
    }

    private static Region divider() {
        Region line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }
}
