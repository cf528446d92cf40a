package org.shangbao.client.ui.common;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith(ApplicationExtension.class)
class LongWorkTest {
    private static final Text WORDS = Text.plain("正在读取扫描件");

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() { threads.shutdownNow(); }

    @Test
    void workThatIsDoneAtOnceShowsNothing() {
        LongWork work = new LongWork(new SameThreadTaskRunner());
        work.shownProperty().subscribe(shown -> told.add(String.valueOf(shown)));
        work.aside(WORDS, LongWork.Whole.STORED, () -> "pages", told::add, problem -> told.add("failed"));
        assertEquals(List.of("null", "pages"), told);
    }

    @Test
    void workThatTakesLongIsShownWithHowFarItIsAndEndsWhenItIsGivenUp() throws Exception {
        CompletableFuture<LongWork.Shown> seen = new CompletableFuture<>();
        CompletableFuture<String> end = new CompletableFuture<>();
        LongWork work = new LongWork(new FxTaskRunner(threads, threads));
        Platform.runLater(() -> {
            work.shownProperty().subscribe(shown -> {
                if (shown != null) {
                    seen.complete(shown);
                }
            });
            work.stoppable(WORDS, progress -> {
                progress.at(3, 6);
                while (true) {
                    progress.orGiveUp();
                    Thread.onSpinWait();
                }
            }, done -> end.complete("done"), () -> end.complete("given up"), problem -> end.complete("failed"));
        });
        LongWork.Shown shown = seen.get(20, TimeUnit.SECONDS);
        assertEquals(WORDS, shown.words());
        assertEquals(0.5, shown.done());
        Platform.runLater(Objects.requireNonNull(shown.stop())::perform);
        assertEquals("given up", end.get(20, TimeUnit.SECONDS));
        CompletableFuture<String> afterwards = new CompletableFuture<>();
        Platform.runLater(() -> afterwards.complete(String.valueOf(work.shownProperty().get())));
        assertEquals("null", afterwards.get(20, TimeUnit.SECONDS));
    }
}
