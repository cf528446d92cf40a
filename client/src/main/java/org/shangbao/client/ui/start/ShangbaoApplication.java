package org.shangbao.client.ui.start;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.ui.common.Appearance;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Theme;
import org.shangbao.client.ui.shell.UiServices;

/** The program's window from the first picture on: start, then the office's screens. What it works with is handed in. */
public final class ShangbaoApplication {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 500;

    private final Listener listener;
    private final Remembered look;
    private @Nullable Stage stage;
    private @Nullable ShangbaoWindow window;

    private ShangbaoApplication(Listener listener, Remembered look) {
        this.listener = listener;
        this.look = look;
    }

    /**
     * What the program looked like the last time.
     *
     * @param look   that look
     * @param chosen hears on the FX thread that another look was chosen
     */
    public record Remembered(Look look, Consumer<Look> chosen) {}

    /** Hears what happens to the window; all on the FX thread. */
    public interface Listener {
        /** An office's screens stand in the window. */
        void opened(OfficeDoor.Opened office);

        /** The window was closed and what was being typed was handed over for saving. */
        void closed();
    }

    /**
     * Starts JavaFX and opens the window; returns when all fonts are loaded, not when the window closes. To be called once in a process, from any thread but the FX thread.
     *
     * @param door   the way into the data folder
     * @param tasks  the way off the FX thread
     * @param locale first language
     * @param look   what it looks like first, and whom to tell when another look is chosen
     * @return brings the window to the front; from any thread
     * @throws IllegalStateException if JavaFX was started before
     */
    public static Runnable open(OfficeDoor door, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale, Remembered look,
            Listener listener) {
        ShangbaoApplication application = new ShangbaoApplication(listener, look);
        Platform.startup(() -> application.show(new Stage(), door, tasks, clock, zone, locale));
        // beside the FX thread, which needs the first of them only when its scene is made
        Theme.loadFonts();
        return () -> tasks.runAside(() -> Boolean.TRUE, called -> application.toFront(), failure -> {
            // nothing was done that could fail
        });
    }

    private void toFront() {
        Stage shown = stage;
        if (shown != null) {
            shown.setIconified(false);
            // Windows lets no program put itself before others; being on top for a moment is allowed
            shown.setAlwaysOnTop(true);
            shown.toFront();
            shown.requestFocus();
            shown.setAlwaysOnTop(false);
        }
    }

    private void show(Stage opening, OfficeDoor door, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale) {
        stage = opening;
        StartWindow[] start = new StartWindow[1];
        Appearance appearance = new Appearance(look.look(), look.chosen());
        Consumer<OfficeDoor.Opened> opened = office -> enter(opening, office, start[0].messages().language().locale(), appearance.look(),
                tasks);
        start[0] = new StartWindow(door, tasks, clock, zone, locale, opened, appearance);
        opening.titleProperty().bind(start[0].titleProperty());
        opening.setScene(start[0].scene());
        opening.setMinWidth(LEAST_WIDTH);
        opening.setMinHeight(LEAST_HEIGHT);
        opening.setOnHidden(event -> {
            if (window != null) {
                window.leave();
            }
            listener.closed();
        });
        // looked at while the scene is dressed, so that the first picture has the office's name already
        start[0].begin();
        opening.show();
    }

    private void enter(Stage shown, OfficeDoor.Opened office, Locale locale, Look worn, TaskRunner tasks) {
        ShangbaoWindow entered = build(shown, office.services().in(locale), office.office(), worn, tasks);
        shown.titleProperty().unbind();
        shown.setTitle(office.office().unit().name());
        if (!office.place().isEmpty()) {
            entered.navigator().open("fill", office.place());
        }
        listener.opened(office);
    }

    /** Puts an office's screens into the window; after a backup was restored they are built again from what was restored. */
    private ShangbaoWindow build(Stage shown, UiServices services, Office office, Look worn, TaskRunner tasks) {
        ShangbaoWindow[] built = new ShangbaoWindow[1];
        built[0] = new ShangbaoWindow(services, office, new Appearance(worn, look.chosen()), () -> tasks.run(services.office()::office,
                again -> build(shown, services.in(built[0].messages().language().locale()), again, built[0].appearance().look(), tasks),
                failure -> built[0].leave()));
        window = built[0];
        shown.setScene(built[0].scene());
        return built[0];
    }
}
