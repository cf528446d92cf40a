package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.launcher.WindowOnce.Found;
import org.shangbao.client.launcher.WindowOnce.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One window for each folder and person. */
class WindowOnceTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** Two programs as a person starts them: the second ends at once with success, the first hears of it and stays. */
    @Test
    void aSecondProgramBringsTheFirstOnesWindowToTheFrontAndEnds() throws Exception {
        Path data = Files.createDirectory(folder.resolve("office"));
        Process first = start(data);
        try {
            Path log = data.resolve("logs").resolve("client.log");
            until(() -> Files.exists(data.resolve("window.lock")) || !first.isAlive());
            Process second = start(data);
            assertTrue(second.waitFor(LONG.toSeconds(), TimeUnit.SECONDS), "the second start ends by itself");
            assertEquals(0, second.exitValue(), () -> read(folder.resolve("output")));
            assertTrue(first.isAlive(), () -> read(folder.resolve("output")));
            assertTrue(read(log).contains("A second start brings this window to the front"), () -> read(log));
            assertFalse(Files.exists(data.resolve("window.show")));
        } finally {
            first.destroyForcibly().waitFor();
        }
        try (Found again = WindowOnce.enter(data, "clerk", Duration.ofMillis(1))) {
            assertEquals(Start.FIRST, again.start(), "a program that was killed leaves no lock behind");
        }
    }

    @Test
    void anotherPersonsWindowDoesNotAnswer() throws Exception {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch called = new CountDownLatch(1);
        try (Found first = WindowOnce.enter(folder, "wang", Duration.ofMillis(1))) {
            first.mine().watch(executor, "wang", called::countDown);
            assertEquals(Start.TAKEN, WindowOnce.enter(folder, "li", Duration.ofMillis(900)).start());
            assertEquals(1, called.getCount());
            assertEquals(Start.BROUGHT_TO_FRONT, WindowOnce.enter(folder, "wang", LONG).start());
            assertTrue(called.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aFolderThatMustNotBeUsedIsNotTouched() {
        Path synchronised = folder.resolve("OneDrive").resolve("office");
        Found found = WindowOnce.enter(synchronised, "wang", Duration.ofMillis(1));
        assertEquals(Start.FIRST, found.start());
        assertNull(found.mine());
        assertFalse(Files.exists(synchronised));
    }

    private Process start(Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ClientMain.class.getName(), "--data",
                data.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile())).start();
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.holds() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
