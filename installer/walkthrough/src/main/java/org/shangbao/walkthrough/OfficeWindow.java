package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.client.ui.common.FxTaskRunner;
import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.signoff.ReviewWorkspace;
import org.shangbao.client.ui.start.FillerScreens;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.model.error.ReportingException;

/** The real window open on an office, with the hands and eyes of somebody at the desk. Every act waits until the window has come to rest. */
final class OfficeWindow implements AutoCloseable {
    private static final int MOST_SECONDS = 120;
    private static boolean started;

    private final Path pictures;
    private final SettlingTaskRunner tasks;
    private final ShangbaoWindow window;
    private final Stage stage;
    private final AnsweredDialogs.Answers answers = new AnsweredDialogs.Answers();

    /** Starts JavaFX if it does not run yet. It starts once in a process and is not ended here: it could not be started again. */
    static synchronized void startPlatform() {
        if (!started) {
            CompletableFuture<Boolean> begun = new CompletableFuture<>();
            Platform.startup(() -> begun.complete(true));
            Platform.setImplicitExit(false);
            started = await(begun);
        }
    }

    OfficeWindow(DemoOffice office, Path pictures, ExecutorService inOrder, ExecutorService aside) throws ReportingException {
        this.pictures = pictures;
        tasks = new SettlingTaskRunner(new FxTaskRunner(inOrder, aside));
        var about = office.client().offices().office();
        UiServices services = new UiServices(office.client().offices(), office.client().reports(), office.client().papers(),
                office.client().reviews(), office.client().preReviews(), office.client().packages(), tasks, Clock.systemUTC(),
                ClientRuntime.ZONE, Locale.SIMPLIFIED_CHINESE, file -> {}, office.client().help(), null);
        window = onFx(() -> new ShangbaoWindow(services, about,
                Stream.of(new FillerScreens(), new ReviewWorkspace()).map(screens -> AnsweredDialogs.over(screens, answers)).toList()));
        stage = onFx(() -> {
            Stage shown = new Stage();
            shown.setScene(window.scene());
            shown.setWidth(ShangbaoWindow.WIDTH);
            shown.setHeight(ShangbaoWindow.HEIGHT);
            shown.show();
            return shown;
        });
        settle();
    }

    /** Opens a screen at a place in it, as its links do. */
    void go(String screen, String place) {
        onFx(() -> {
            window.navigator().open(screen, place);
            return true;
        });
        settle();
        if (!screen().equals(screen)) {
            throw new IllegalStateException("screen " + screen + " did not open");
        }
    }

    /** Lays a file out for the next choosers of files. */
    void layOut(Path file) {
        onFx(() -> {
            answers.file = file;
            return true;
        });
    }

    /** Returns the name the last chooser suggested for a file to save. */
    String suggestedName() { return onFx(() -> answers.suggested); }

    /** Returns the open screen's name. */
    String screen() { return onFx(window::openScreen); }

    void use(Language language) {
        onFx(() -> {
            window.messages().use(language);
            return true;
        });
        settle();
    }

    /** Types into a blank and leaves it with Enter. */
    void type(String code, String text) {
        String id = "blank-" + code.replace('.', '-');
        if (!focus().equals(id)) {
            go("fill", code);
        }
        if (!focus().equals(id)) {
            throw new IllegalStateException("the focus is on " + focus() + ", not on " + id);
        }
        write(text);
        press(KeyCode.ENTER);
    }

    /** Types characters into whatever has the focus. */
    void write(String text) {
        onFx(() -> {
            if (!(window.scene().getFocusOwner() instanceof TextInputControl field)) {
                throw new IllegalStateException("nothing to type into has the focus, but " + window.scene().getFocusOwner());
            }
            for (int index = 0; index < text.length(); index++) {
                String character = text.substring(index, index + 1);
                Event.fireEvent(field,
                        new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
            }
            return true;
        });
        settle();
    }

    /** Presses and lets go a key, with or without the keys to hold. */
    void press(KeyCode key, KeyCombination.Modifier... held) {
        onFx(() -> {
            fire(KeyEvent.KEY_PRESSED, key, List.of(held));
            return true;
        });
        onFx(() -> {
            fire(KeyEvent.KEY_RELEASED, key, List.of(held));
            return true;
        });
        settle();
    }

    private void fire(EventType<KeyEvent> type, KeyCode key, List<KeyCombination.Modifier> held) {
        Node target = window.scene().getFocusOwner() == null ? window.scene().getRoot() : window.scene().getFocusOwner();
        Event.fireEvent(target, new KeyEvent(type, key == KeyCode.ENTER ? "\r" : "", "", key, held.contains(KeyCodeCombination.SHIFT_DOWN),
                held.contains(KeyCodeCombination.CONTROL_DOWN), held.contains(KeyCodeCombination.ALT_DOWN), false));
    }

    /** Presses the one button that shows these words. */
    void click(String words) {
        onFx(() -> {
            List<ButtonBase> found = visible().filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast)
                    .filter(candidate -> wordsOf(candidate).contains(words)).toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                        found.size() + " buttons say “" + words + "” among: " + String.join(" | ", wordsShown()));
            }
            if (found.getFirst().isDisabled()) {
                throw new IllegalStateException("the button “" + words + "” is not to be pressed now");
            }
            found.getFirst().fire();
            return true;
        });
        settle();
    }

    /** Returns the id of what has the focus, empty if it has none. */
    String focus() {
        return onFx(() -> {
            Node owner = window.scene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /** Returns everything that can be read on the screen, piece by piece. */
    List<String> words() { return onFx(this::wordsShown); }

    private List<String> wordsShown() { return visible().map(OfficeWindow::wordsOf).filter(words -> !words.isBlank()).toList(); }

    /** Returns whether a piece of text on the screen contains the words. */
    boolean sees(String words) {
        return words().stream().anyMatch(piece -> piece.contains(words));
    }

    private Stream<Node> visible() { return below(window.scene().getRoot()); }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> children = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(OfficeWindow::below)
                : Stream.empty();
        return Stream.concat(Stream.of(node), children);
    }

    private static String wordsOf(Node node) {
        String shown = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl field -> field.getText();
            case Text text -> text.getText();
            default -> "";
        };
        if (node instanceof ButtonBase button && button.getGraphic() != null) {
            return below(button.getGraphic()).map(OfficeWindow::wordsOf).reduce(shown == null ? "" : shown, String::concat);
        }
        return shown == null ? "" : shown;
    }

    void picture(String name) {
        settle();
        onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return true;
        });
        settle();
        byte[] png = onFx(window::picture);
        try {
            Files.write(pictures.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until nothing is under way and its answers have reached the screen. */
    private void settle() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        int quiet = 0;
        while (quiet < 3) {
            onFx(() -> true);
            quiet = tasks.isSettled() ? quiet + 1 : 0;
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("the window did not come to rest in " + MOST_SECONDS + " s");
            }
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
    }

    private static <T> T onFx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("would wait for itself");
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                // an Error too has to reach the test; unanswered it would look like a window that hangs
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the window hangs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
