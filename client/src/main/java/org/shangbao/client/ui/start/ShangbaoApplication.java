package org.shangbao.client.ui.start;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.shangbao.client.application.office.Office;
import org.shangbao.client.ui.shell.UiServices;

/** Opens the program's window; what it works with is handed in, so there is no static state to find it by. */
public final class ShangbaoApplication {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 500;

    private ShangbaoApplication() {}

    /**
     * Starts JavaFX and opens the window; returns at once. To be called once in a process, from any thread but the FX thread.
     *
     * @param services what the window works with
     * @param office   the office, read before
     * @param title    title of the window
     * @param closed   called on the FX thread after the window was closed and what was being typed was handed over for saving
     * @throws IllegalStateException if JavaFX was started before
     */
    public static void open(UiServices services, Office office, String title, Runnable closed) {
        Platform.startup(() -> show(new Stage(), new ShangbaoWindow(services, office), title, closed));
    }

    private static void show(Stage stage, ShangbaoWindow window, String title, Runnable closed) {
        stage.setTitle(title);
        stage.setScene(window.scene());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(event -> {
            window.leave();
            closed.run();
        });
        stage.show();
    }
}
