package org.shangbao.walkthrough;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.start.ShangbaoWindow;

/** A window of the program with the hands and eyes of somebody at the desk. Every act waits until it has come to rest. */
class DrivenWindow implements AutoCloseable {
    private static final int MOST_SECONDS = 120;
    /** Layout may ask for another round, and notes are put beside what was laid out in the one before. */
    private static final int ROUNDS = 3;
    private static boolean started;

    private final SettlingTaskRunner tasks;
    private final Scene scene;
    private final Messages messages;
    private final Stage stage;

    /** Starts JavaFX if it does not run yet. It starts once in a process and is not ended here: it could not be started again. */
    static synchronized void startPlatform() {
        if (!started) {
            CompletableFuture<Boolean> begun = new CompletableFuture<>();
            Platform.startup(() -> begun.complete(true));
            Platform.setImplicitExit(false);
            started = await(begun);
        }
    }

    /** Shows a scene; without decoration, so that the window is as large as its scene everywhere. */
    DrivenWindow(SettlingTaskRunner tasks, Scene scene, Messages messages) {
        this.tasks = tasks;
        this.scene = scene;
        this.messages = messages;
        stage = onFx(() -> {
            Stage shown = new Stage(StageStyle.UNDECORATED);
            shown.setScene(scene);
            shown.setWidth(ShangbaoWindow.WIDTH);
            shown.setHeight(ShangbaoWindow.HEIGHT);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        settle();
    }

    /** Gives the window another size. */
    void resize(double width, double height) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        // a window system answers when it likes
        while (!onFx(() -> scene.getWidth() == width && scene.getHeight() == height)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("the window did not become " + width + " × " + height);
            }
        }
        settle();
    }

    Language language() { return onFx(messages::language); }

    void use(Language language) {
        onFx(() -> {
            messages.use(language);
            return true;
        });
        settle();
    }

    /** Types characters into whatever has the focus. */
    void write(String text) {
        onFx(() -> {
            if (!(scene.getFocusOwner() instanceof TextInputControl field)) {
                throw new IllegalStateException("nothing to type into has the focus, but " + scene.getFocusOwner());
            }
            if (!field.isFocused()) {
                throw new IllegalStateException("the window has lost the focus");
            }
            // nobody types into a field before it is drawn: until then it has no skin, and keys do nothing
            field.applyCss();
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
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
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

    /** Presses the button with this id. */
    void push(String id) {
        onFx(() -> {
            ButtonBase button = visible().filter(node -> id.equals(node.getId())).findFirst().map(ButtonBase.class::cast)
                    .orElseThrow(() -> new IllegalStateException("no button " + id + " among: " + String.join(" | ", wordsShown())));
            if (button.isDisabled()) {
                throw new IllegalStateException("the button " + id + " is not to be pressed now");
            }
            button.fire();
            return true;
        });
        settle();
    }

    /** Puts the focus on what has this id. */
    void focusOn(String id) {
        onFx(() -> {
            visible().filter(node -> id.equals(node.getId())).findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing is called " + id + " among: " + String.join(" | ", wordsShown())))
                    .requestFocus();
            return true;
        });
        settle();
    }

    /** Returns the id of what has the focus, empty if it has none. */
    String focus() {
        return onFx(() -> {
            Node owner = scene.getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /** Returns everything that can be read on the screen, piece by piece. */
    List<String> words() { return onFx(this::wordsShown); }

    private List<String> wordsShown() { return visible().map(DrivenWindow::wordsOf).filter(words -> !words.isBlank()).toList(); }

    /** Returns whether a piece of text on the screen contains the words. */
    boolean sees(String words) {
        return words().stream().anyMatch(piece -> piece.contains(words));
    }

    private Stream<Node> visible() { return below(scene.getRoot()); }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> children = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(DrivenWindow::below)
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
            return below(button.getGraphic()).map(DrivenWindow::wordsOf).reduce(shown == null ? "" : shown, String::concat);
        }
        return shown == null ? "" : shown;
    }

    /** Returns what is seen now, drawn anew at a scale as a screen of that scale draws it. */
    Image seen(double scale, int width, int height) {
        rest();
        return onFx(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            parameters.setViewport(new Rectangle2D(0, 0, width, height));
            return scene.getRoot().snapshot(parameters, null);
        });
    }

    /** Returns words that end in dots because they have no room, and buttons beyond the edge. */
    List<String> cut() {
        return onFx(() -> visible().flatMap(node -> switch (node) {
            case Text text when text.getParent() instanceof Labeled label && !text.getText().equals(label.getText())
                    && (text.getText().endsWith("...") || text.getText().endsWith("…")) ->
                Stream.of(label.getText());
            case ButtonBase button when button.localToScene(button.getLayoutBounds()).getMaxX() > scene.getWidth() + 1 ->
                Stream.of("beyond the edge: " + wordsOf(button));
            default -> Stream.<String>empty();
        }).distinct().toList());
    }

    /** Waits until the window has come to rest and is laid out. */
    void rest() {
        settle();
        for (int round = 0; round < ROUNDS; round++) {
            await(pulse());
            settle();
        }
    }

    /** Completes when the scene was laid out once more. */
    private CompletableFuture<Boolean> pulse() {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        Platform.runLater(() -> {
            Runnable listener = new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    passed.complete(true);
                }
            };
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        return passed;
    }

    /** Waits until nothing is under way and its answers have reached the screen. */
    final void settle() {
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

    static <T> T onFx(Callable<T> work) {
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
