package org.shangbao.client.ui.start;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Appearance;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Pictures;
import org.shangbao.client.ui.common.SceneDialogs;
import org.shangbao.client.ui.common.TaskRunner;

/** The scene before an office is open: loading the 授权文件, or the password. FX thread only. */
public final class StartWindow {
    private final Messages messages;
    private final StartViewModel viewModel;
    private final StartView view;
    private final Scene scene;

    /**
     * Builds the scene; nothing is read before {@link #begin}.
     *
     * @param opened called with the open office
     */
    public StartWindow(OfficeDoor door, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale, Consumer<OfficeDoor.Opened> opened) {
        this(door, tasks, clock, zone, locale, opened, new Appearance());
    }

    /** Builds the scene in a look that is remembered. */
    public StartWindow(OfficeDoor door, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale, Consumer<OfficeDoor.Opened> opened,
            Appearance appearance) {
        this(door, tasks, clock, zone, locale, opened, null, appearance);
    }

    /** Builds the scene with questions answered elsewhere, for where no person sits before it. */
    public StartWindow(OfficeDoor door, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale, Consumer<OfficeDoor.Opened> opened,
            Dialogs answering) {
        this(door, tasks, clock, zone, locale, opened, answering, new Appearance());
    }

    private StartWindow(OfficeDoor door, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale, Consumer<OfficeDoor.Opened> opened,
            @Nullable Dialogs answering, Appearance appearance) {
        messages = new Messages(Language.of(locale));
        Controls controls = new Controls(messages, appearance);
        StackPane overlay = new StackPane();
        overlay.setVisible(false);
        Dialogs dialogs = answering == null ? new SceneDialogs(overlay, messages, controls, file -> {}) : answering;
        viewModel = new StartViewModel(door, tasks, dialogs, new Formats(messages, clock, zone), opened);
        view = new StartView(viewModel, messages, controls, overlay);
        scene = new Scene(view, ShangbaoWindow.WIDTH, ShangbaoWindow.HEIGHT);
        appearance.dress(scene, "start/start.css");
        appearance.lookProperty().subscribe((was, look) -> {
            appearance.dress(scene, "start/start.css");
            view.show();
        });
    }

    /** Looks at the folder and shows what is next; returns at once. */
    public void begin() { viewModel.begin(); }

    /** Takes files as if they were dropped onto the window. */
    public void take(List<Path> files) { viewModel.dropped(files); }

    /** Returns the scene. */
    public Scene scene() { return scene; }

    /** Returns the texts; changing their language changes the screen at once. */
    public Messages messages() { return messages; }

    /** Title of the window. */
    ObservableValue<String> titleProperty() {
        return messages.languageProperty().map(language -> messages.text("start.title"));
    }

    /** Takes a picture of the scene as it is now, as PNG. */
    public byte[] picture() { return Pictures.png(scene.snapshot(null)); }
}
