package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.client.ui.common.FxTaskRunner;
import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.model.error.ReportingException;

/** The real window on real offices: keys go to whatever has the focus, pictures are taken when the screen has come to rest. */
final class DemoWindow implements DemoScreens, AutoCloseable {
    private static final int MOST_SECONDS = 120;

    private final Path pictures;
    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(DemoWindow::daemon);
    private final ExecutorService aside = Executors.newFixedThreadPool(2, DemoWindow::daemon);

    DemoWindow(Path pictures) {
        this.pictures = pictures;
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        Platform.setImplicitExit(false);
        await(started);
    }

    /** Opens the client's window on the office that the demo leaves, and waits until it is closed. */
    static void openForReal(DemoFolders folders) throws IOException {
        Process client = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "org.shangbao.client.launcher.ClientMain", "--data",
                folders.office().toString(), "--unlock-file", folders.unlockFile(folders.office()).toString()).inheritIO().start();
        try {
            client.waitFor();
        } catch (InterruptedException e) {
            client.destroy();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void fillCounty(DemoOffice office, Map<String, String> figures) throws ReportingException {
        try (Open open = new Open(office)) {
            open.go("home", "");
            open.picture("01-home");
            for (Map.Entry<String, String> figure : figures.entrySet()) {
                open.type(figure.getKey(), figure.getValue());
            }
            open.go("fill", "3.3.2");
            open.picture("02-fill");
            open.use(Language.ENGLISH);
            open.picture("02-fill-en");
        }
        Map<String, String> stored = new TreeMap<>();
        office.client().reports().open(office.report()).figures().forEach((code, figure) -> stored.put(code, figure.value().canonical()));
        if (!stored.equals(new TreeMap<>(figures))) {
            throw new IllegalStateException("the window stored " + stored + " where " + figures + " was typed");
        }
    }

    @Override
    public void check(DemoOffice office) throws ReportingException { show(office, "check", "", "04-check"); }

    @Override
    public void paper(DemoOffice office) throws ReportingException {
        show(office, "paper", "", Files.exists(pictures.resolve("05-paper.png")) ? "05-paper-wrong-page" : "05-paper");
    }

    @Override
    public void returned(DemoOffice office) throws ReportingException { show(office, "home", "", "01-home-returned"); }

    @Override
    public void signOff(DemoOffice office) throws ReportingException {
        show(office, "signoff", Walk.PERIOD.value(), "08-sign-off-" + office.unit().id());
    }

    @Override
    public void review(DemoOffice reviewer, String county) throws ReportingException {
        try (Open open = new Open(reviewer)) {
            open.go("review", Walk.PERIOD.value());
            open.go("review", county);
            open.picture("06-review-" + reviewer.unit().id());
        }
    }

    @Override
    public void rollUp(DemoOffice province, DemoOffice city, DemoOffice root) throws ReportingException {
        show(city, "rollup", Walk.PERIOD.value(), "07-rollup-city");
        show(province, "rollup", Walk.PERIOD.value(), "07-rollup-province");
        show(root, "rollup", Walk.PERIOD.value(), "07-rollup-root");
    }

    private void show(DemoOffice office, String screen, String place, String picture) throws ReportingException {
        try (Open open = new Open(office)) {
            open.go(screen, place);
            open.picture(picture);
        }
    }

    @Override
    public void close() {
        inOrder.shutdown();
        aside.shutdown();
        Platform.exit();
    }

    /** A window that is open on an office. */
    private final class Open implements AutoCloseable {
        private final SettlingTaskRunner tasks = new SettlingTaskRunner(new FxTaskRunner(inOrder, aside));
        private final ShangbaoWindow window;
        private final Stage stage;

        Open(DemoOffice office) throws ReportingException {
            var about = office.client().offices().office();
            UiServices services = new UiServices(office.client().offices(), office.client().reports(), office.client().papers(),
                    office.client().reviews(), tasks, Clock.systemUTC(), ClientRuntime.ZONE, Locale.SIMPLIFIED_CHINESE, file -> {});
            window = onFx(() -> new ShangbaoWindow(services, about));
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

        void go(String screen, String place) {
            onFx(() -> {
                window.navigator().open(screen, place);
                return true;
            });
            settle();
            if (!onFx(window::openScreen).equals(screen)) {
                throw new IllegalStateException("screen " + screen + " did not open");
            }
        }

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
            if (!onFx(() -> hasFocus(id))) {
                go("fill", code);
            }
            onFx(() -> {
                Node blank = window.scene().getFocusOwner();
                if (!(blank instanceof TextInputControl) || !id.equals(blank.getId())) {
                    throw new IllegalStateException("the focus is on " + blank + ", not on " + id);
                }
                for (int index = 0; index < text.length(); index++) {
                    String character = text.substring(index, index + 1);
                    Event.fireEvent(blank,
                            new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
                }
                Event.fireEvent(blank, new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "", KeyCode.ENTER, false, false, false, false));
                return true;
            });
            settle();
        }

        private boolean hasFocus(String id) {
            Node owner = window.scene().getFocusOwner();
            return owner != null && id.equals(owner.getId());
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
    }

    private static <T> T onFx(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
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

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo-window");
        thread.setDaemon(true);
        return thread;
    }
}
