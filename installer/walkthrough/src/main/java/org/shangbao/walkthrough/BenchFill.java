package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.shangbao.client.application.report.Answer;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.client.ui.common.FxTaskRunner;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.model.error.ReportingException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code shangbao bench fill}: a keystroke in the full form, live checks included, against the same keystroke in a window with one field;
 * opening a report with five years of history against opening it without. Without a display it runs on the Headless platform, whose own
 * drawing then makes up most of the floor.
 */
@Command(name = "fill", mixinStandardHelpOptions = true, description = { "在填报画面按一个键、打开报表，与底线相比。",
        "A keystroke on the filling screen and opening a report, each against a floor of the same run." })
final class BenchFill implements Callable<Integer> {
    private static final int FIVE_YEARS = 30;
    private static final int BLOCK = 30;
    private static final double MOST_KEYSTROKE = 2;
    private static final double MOST_OPENING = 1.3;

    @Option(names = "--rounds", defaultValue = "150", description = "次数 / rounds (${DEFAULT-VALUE})")
    private int rounds = 150;
    @Option(names = "--headless", description = "不需要显示器 / no display")
    private boolean headless;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(BenchFill::daemon);
    private final ExecutorService aside = Executors.newFixedThreadPool(2, BenchFill::daemon);

    @Override
    public Integer call() throws ReportingException, IOException {
        // pulses as fast as they can be drawn: at the screen's beat both sides of a ratio would be rounded to 16 ms
        System.setProperty("javafx.animation.fullspeed", "true");
        Path work = Files.createTempDirectory("shangbao-bench");
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        Platform.setImplicitExit(false);
        started.join();
        try {
            measure(work);
        } finally {
            inOrder.shutdown();
            aside.shutdown();
            Platform.exit();
            DemoMain.deleteAll(work);
        }
        return 0;
    }

    private void measure(Path work) throws ReportingException, IOException {
        BenchOffice plain = BenchOffice.enrolled(work.resolve("plain"));
        BenchOffice old = BenchOffice.enrolled(work.resolve("old"));
        old.putHistory(FIVE_YEARS);
        try (ClientRuntime plainClient = plain.open(); ClientRuntime oldClient = old.open()) {
            fill(plainClient, plain);
            fill(oldClient, old);
            Opened without = show(plainClient);
            Opened with = show(oldClient);
            Opened bare = bare();
            PrintWriter out = spec.commandLine().getOut();
            BenchTimes.platform(out);
            out.println(String.format(Locale.ROOT, "%-44s %10s %10s", "milliseconds", "p50", "p95"));
            keystrokes(out, with, bare);
            openings(out, with, without);
            onFx(() -> {
                List.of(with, without, bare).forEach(opened -> opened.stage().close());
                return true;
            });
        }
    }

    private static void fill(ClientRuntime client, BenchOffice office) throws ReportingException {
        List<Answer> answers = SampleFigures.county(office.report().unit()).entrySet().stream()
                .<Answer>map(figure -> new Answer.Figure(figure.getKey(), figure.getValue(), false)).toList();
        client.reports().put(office.report(), answers);
    }

    private void keystrokes(PrintWriter out, Opened form, Opened bare) {
        // a digit more in 3.4.2 makes it larger than the figure it is part of
        BenchTimes full = new BenchTimes(rounds);
        BenchTimes floor = new BenchTimes(rounds);
        BenchTimes seen = new BenchTimes(rounds);
        // in blocks, each window alone on the screen: a blank without the focus is not worked on, and nothing would be checked
        for (int begin = -rounds / 2; begin < rounds; begin += BLOCK) {
            alone(bare, form);
            block(bare, begin, floor);
            alone(form, bare);
            go(form, "fill", "3.4.2");
            end(form);
            requireLiveFindings(form);
            block(form, begin, full);
            blockUntilSeen(form, begin, seen);
        }
        floor.line(out, "floor: keystroke in a window with one field");
        seen.line(out, "keystroke in the full form until it is seen");
        full.line(out, "keystroke until its findings are seen too");
        full.ratio(out, floor, MOST_KEYSTROKE);
    }

    private void block(Opened opened, int begin, BenchTimes times) {
        for (int round = begin; round < Math.min(begin + BLOCK, rounds); round++) {
            // one letter in, one out, in turn, so that the text never grows and each is a change
            times.add(round, stroke(opened, (round - begin) % 2 == 0));
        }
    }

    /** The letter itself does not wait for the checks; they begin when it is there. */
    private void blockUntilSeen(Opened form, int begin, BenchTimes times) {
        Opened letter = new Opened(form.stage(), form.navigator(), () -> true);
        for (int round = begin; round < Math.min(begin + BLOCK, rounds); round++) {
            times.add(round, stroke(letter, (round - begin) % 2 == 0));
            painted(form, () -> {});
        }
    }

    private static void alone(Opened shown, Opened hidden) {
        onFx(() -> {
            hidden.stage().hide();
            shown.stage().show();
            shown.stage().requestFocus();
            return true;
        });
        painted(shown, () -> {});
    }

    /** Goes behind the last digit; a blank that is entered has all of them selected. */
    private static void end(Opened opened) {
        painted(opened, () -> ((TextInputControl) opened.stage().getScene().getFocusOwner()).end());
    }

    /** A form that does not check while it is typed into would win for the wrong reason. */
    private static void requireLiveFindings(Opened form) {
        String before = findings(form);
        stroke(form, true);
        String typed = findings(form);
        stroke(form, false);
        if (typed.equals(before) || !findings(form).equals(before)) {
            throw new IllegalStateException("the findings do not follow what is typed: " + before + " / " + typed + " / "
                    + onFx(() -> String.valueOf(form.stage().getScene().getFocusOwner()) + form.stage().isFocused()));
        }
    }

    private static String findings(Opened form) {
        return onFx(() -> form.stage().getScene().getRoot().lookupAll(".finding").stream().filter(Node::isVisible)
                .flatMap(node -> node.lookupAll(".label").stream()).map(node -> node instanceof Labeled label ? label.getText() : "")
                .collect(Collectors.joining("|")));
    }

    private void openings(PrintWriter out, Opened with, Opened without) {
        int opened = Math.max(2, rounds / 5);
        BenchTimes history = new BenchTimes(opened);
        BenchTimes floor = new BenchTimes(opened);
        for (int begin = -opened; begin < opened; begin += 10) {
            alone(without, with);
            open(without, begin, opened, floor);
            alone(with, without);
            open(with, begin, opened, history);
        }
        floor.line(out, "floor: opening a report without history");
        history.line(out, "opening it with five years of history");
        history.ratio(out, floor, MOST_OPENING);
    }

    private static void open(Opened window, int begin, int end, BenchTimes times) {
        for (int round = begin; round < Math.min(begin + 10, end); round++) {
            go(window, "home", "");
            times.add(round, go(window, "fill", "3.3.2"));
        }
    }

    /** A window to be measured. */
    private record Opened(Stage stage, BiConsumer<String, String> navigator, BooleanSupplier settled) {}

    private Opened show(ClientRuntime client) throws ReportingException {
        SettlingTaskRunner tasks = new SettlingTaskRunner(new FxTaskRunner(inOrder, aside));
        var about = client.offices().office();
        UiServices services = new UiServices(client.offices(), client.reports(), client.papers(), client.reviews(), client.preReviews(),
                tasks, Clock.systemUTC(), ClientRuntime.ZONE, Locale.SIMPLIFIED_CHINESE, file -> {});
        return onFx(() -> {
            ShangbaoWindow window = new ShangbaoWindow(services, about);
            return new Opened(stage(window.scene()), (screen, place) -> window.navigator().open(screen, place), tasks::isSettled);
        });
    }

    private static Opened bare() {
        return onFx(() -> new Opened(stage(new Scene(new VBox(new TextField("3000")), ShangbaoWindow.WIDTH, ShangbaoWindow.HEIGHT)),
                (screen, place) -> {}, () -> true));
    }

    private static Stage stage(Scene scene) {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setWidth(ShangbaoWindow.WIDTH);
        stage.setHeight(ShangbaoWindow.HEIGHT);
        stage.show();
        return stage;
    }

    private static long stroke(Opened opened, boolean in) {
        return painted(opened, () -> {
            Node field = opened.stage().getScene().getFocusOwner();
            if (in) {
                field.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "9", "9", KeyCode.UNDEFINED, false, false, false, false));
            } else {
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.BACK_SPACE, false, false, false, false));
            }
        });
    }

    private static long go(Opened opened, String screen, String place) {
        return painted(opened, () -> opened.navigator().accept(screen, place));
    }

    /** Returns the nanoseconds from an act until everything it set going has come back and the pulse that draws it is over. */
    private static long painted(Opened opened, Runnable act) {
        CompletableFuture<Long> over = new CompletableFuture<>();
        onFx(() -> {
            long begun = System.nanoTime();
            act.run();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    pulses = opened.settled().getAsBoolean() ? pulses + 1 : 0;
                    // the first pulse after coming to rest lays out and draws; the second begins when that is done
                    if (pulses == 2) {
                        stop();
                        over.complete(System.nanoTime() - begun);
                    }
                }
            }.start();
            return true;
        });
        return over.join();
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
        return answer.join();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "bench");
        thread.setDaemon(true);
        return thread;
    }
}
