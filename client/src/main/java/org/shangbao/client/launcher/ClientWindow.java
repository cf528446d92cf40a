package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.Delivery;
import org.shangbao.client.ui.common.FxTaskRunner;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.OfficeDoor;
import org.shangbao.client.ui.start.ShangbaoApplication;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the window on the screen and keeps the sending loop going while it is open. */
final class ClientWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ClientWindow.class);
    private static final int WAITING_TASKS = 200;
    private static final long FIRST_ROUND_SECONDS = 3;
    private static final long ROUND_SECONDS = 30;
    private static final long PREPARE_SECONDS = 12;
    private static final long REHEARSE_MILLIS = 1500;
    private static final long CLOSING_SECONDS = 20;
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private ClientWindow() {}

    /**
     * Shows the window and returns when it is closed; if there is one on this folder already, that one comes to the front.
     *
     * @param folder data folder; need not exist yet
     * @param secret what the unlock file named on the command line holds, null if the window asks for a password
     * @throws ReportingException STORE_IN_USE if another person's window has the folder, or one that hangs
     */
    static void show(Path folder, byte @Nullable [] secret, Clock clock, Locale locale) throws ReportingException {
        String person = System.getProperty("user.name", "");
        try (WindowOnce.Found found = WindowOnce.enter(folder, person, ANSWER)) {
            switch (found.start()) {
                case FIRST -> showFirst(folder, secret, clock, locale, found.mine(), person);
                case BROUGHT_TO_FRONT -> LOG.info("The window that is open came to the front; this start ends");
                case TAKEN -> throw new ReportingException(ErrorCode.STORE_IN_USE, Map.of());
            }
        }
    }

    private static void showFirst(Path folder, byte @Nullable [] secret, Clock clock, Locale locale, @Nullable WindowOnce once,
            String person) throws ReportingException {
        ThreadPoolExecutor inOrder = executor("sb-work", 1);
        ThreadPoolExecutor aside = executor("sb-aside", 2);
        ScheduledThreadPoolExecutor front = new ScheduledThreadPoolExecutor(1, named("sb-front"));
        ScheduledThreadPoolExecutor sending = new ScheduledThreadPoolExecutor(1, named("sb-send"));
        // a window closed within seconds does not wait for what was to be prepared
        sending.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        FxTaskRunner tasks = new FxTaskRunner(inOrder, aside);
        FolderDoor door = new FolderDoor(folder, secret, clock, locale, aside,
                runtime -> new UiServices(runtime.offices(), runtime.reports(), runtime.papers(), runtime.reviews(), runtime.preReviews(),
                        runtime.packages(),
                        tasks, clock, ClientRuntime.ZONE, locale, file -> aside.execute(() -> open(file)), runtime.help(),
                        runtime.keeping()));
        CountDownLatch closed = new CountDownLatch(1);
        Runnable toFront = ShangbaoApplication.open(door, tasks, clock, ClientRuntime.ZONE, locale, remembered(folder, tasks),
                new ShangbaoApplication.Listener() {
                    @Override
                    public void opened(OfficeDoor.Opened office) {
                        sending.scheduleWithFixedDelay(() -> exchange(door), FIRST_ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
                        // between two rounds and well after the first keys
                        sending.schedule(() -> prepare(door, "Printing", ClientRuntime::preparePapers), PREPARE_SECONDS, TimeUnit.SECONDS);
                        // before the first figure is typed and left
                        sending.schedule(() -> prepare(door, "Saving", ClientRuntime::prepareSaving), REHEARSE_MILLIS,
                                TimeUnit.MILLISECONDS);
                    }

                    @Override
                    public void closed() { closed.countDown(); }
                });
        if (once != null) {
            once.watch(front, person, toFront);
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(front);
            close(sending);
            close(inOrder);
            close(aside);
            door.close();
        }
    }

    /** The look is written in the order it was chosen, so that the last choice stays. */
    private static ShangbaoApplication.Remembered remembered(Path folder, FxTaskRunner tasks) {
        return new ShangbaoApplication.Remembered(LookFile.read(folder), chosen -> tasks.run(() -> {
            LookFile.write(folder, chosen);
            return chosen;
        }, written -> {
            // it is worn already
        }, failure -> {
            // said in the log by whoever writes
        }));
    }

    private static void exchange(FolderDoor door) {
        ClientRuntime runtime = door.runtime();
        if (runtime == null) {
            return;
        }
        try {
            runtime.offices().exchange(Delivery.Occasion.BY_ITSELF).ifPresent(stopped -> LOG.info("Round ended: {}", stopped.error()));
        } catch (ReportingException e) {
            LOG.warn("The office's store failed while sending", e);
        } catch (RuntimeException e) { // a scheduled round that throws would be the last one
            LOG.error("A round of sending failed", e);
        }
    }

    /** What makes the first time of something as fast as the next ones. */
    @FunctionalInterface
    private interface Preparing {
        void of(ClientRuntime runtime) throws ReportingException;
    }

    private static void prepare(FolderDoor door, String what, Preparing preparing) {
        ClientRuntime runtime = door.runtime();
        if (runtime == null) {
            return;
        }
        try {
            preparing.of(runtime);
            LOG.info("{} is prepared", what);
        } catch (ReportingException | RuntimeException e) { // the first person who asks for it will be told
            LOG.warn("{} could not be prepared", what, e);
        }
    }

    /** AWT runs without a screen here, so the system's own opener is asked. */
    private static void open(Path file) {
        boolean isWindows = System.getProperty("os.name", "").startsWith("Windows");
        List<String> command = isWindows
                ? List.of("rundll32", "url.dll,FileProtocolHandler", file.toString())
                : List.of("xdg-open", file.toString());
        try {
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            LOG.warn("The system could not open a file", e);
        }
    }

    private static ThreadPoolExecutor executor(String name, int threads) {
        return new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_TASKS), named(name));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((failed, cause) -> LOG.error("Thread {} failed", failed.getName(), cause));
            return thread;
        };
    }

    private static void close(ThreadPoolExecutor executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
