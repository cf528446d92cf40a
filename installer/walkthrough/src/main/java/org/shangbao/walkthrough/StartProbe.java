package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.shangbao.client.launcher.ClientMain;

/**
 * One process of {@link BenchStart}: opens a window, tells on its output what has been reached, and ends when its input ends. The client is the
 * program as it is; this class only watches its window from outside and presses the blue button once it has the focus.
 */
public final class StartProbe {
    private static final int PULSES_TO_PICTURE = 2;
    private static final long RETRY_MILLISECONDS = 2;

    private final PrintWriter out;
    private int pulses;
    private boolean isHome;
    private boolean isTyping;

    private StartProbe(PrintWriter out) { this.out = out; }

    /** {@code empty}, or {@code client} with data folder and unlock file. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        StartProbe probe = new StartProbe(out);
        Thread waiting = new Thread(StartProbe::endWithInput, "probe-input");
        waiting.setDaemon(true);
        waiting.start();
        if (arguments[0].equals("empty")) {
            Platform.startup(() -> {
                probe.watch();
                Stage stage = new Stage();
                stage.setScene(new Scene(new StackPane(new TextField()), 1366, 768));
                stage.show();
            });
        } else {
            Thread watching = new Thread(probe::watchOnceStarted, "probe-watch");
            watching.setDaemon(true);
            watching.start();
            ClientMain.main(new String[]{ "--data", arguments[1], "--unlock-file", arguments[2] });
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said to this process but that it shall end
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private void watchOnceStarted() {
        while (true) {
            try {
                Platform.runLater(this::watch);
                return;
            } catch (IllegalStateException e) {
                // the toolkit is started by the client, not by us
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MILLISECONDS));
            }
        }
    }

    private void watch() {
        List.copyOf(Window.getWindows()).forEach(this::watch);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::watch);
            }
        });
    }

    private void watch(Window window) { window.sceneProperty().subscribe(scene -> scene.addPostLayoutPulseListener(() -> pulse(scene))); }

    private void pulse(Scene scene) {
        pulses++;
        if (pulses == PULSES_TO_PICTURE) {
            out.println("painted");
        }
        Node focused = scene.getFocusOwner();
        if (!isHome && focused != null && "home-primary".equals(focused.getId())) {
            isHome = true;
            out.println("home");
            Event.fireEvent(focused, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false));
        } else if (!isTyping && pulses >= PULSES_TO_PICTURE && focused instanceof TextInputControl) {
            isTyping = true;
            out.println("typing");
        }
        if (!isTyping) {
            Platform.requestNextPulse();
        }
    }
}
