package org.shangbao.client.ui.common;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.progress.Progress;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.ui.common.TaskRunner.Work;
import org.shangbao.model.error.ReportingException;

/**
 * Work a person waits for. What takes longer than 300 ms is said in words at the foot of the window, with how far it is where the work knows,
 * how long it takes, and 取消 where it can be given up, or why it cannot; what is faster shows nothing. FX thread only.
 */
public final class LongWork {
    /** Time after which it is shown. */
    public static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int TICKS_PER_SECOND = 5;
    private static final Duration LONG = Duration.ofSeconds(10);

    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable Running foremost;

    /** Shows work done by these tasks. */
    public LongWork(TaskRunner tasks) { this.tasks = tasks; }

    /** Work that tells how far it is and ends when it is given up. */
    @FunctionalInterface
    public interface Stoppable<T> {
        /** Does it, off the FX thread; ends with {@link Progress#orGiveUp} once it was given up. */
        T call(Progress progress) throws ReportingException;
    }

    /**
     * What the foot of the window says.
     *
     * @param words what is done
     * @param done  how much of it is done, 0 to 1; negative if not known
     * @param time  how long it has taken, or how much is left
     * @param stop  gives it up; null if that is not possible
     * @param why   why it cannot be given up; empty if it can
     */
    public record Shown(Text words, double done, Text time, @Nullable Action stop, Text why) {}

    /** Why work goes on to its end once it has begun. */
    public enum Whole {
        /** It becomes durable on this computer in one act. */
        STORED,
        /** The server records it in one act. */
        AT_SERVER
    }

    /** The tasks it shows, for what nobody waits for: small pictures that come in one after the other. */
    public TaskRunner tasks() {
        return tasks;
    }

    /** What is said now; null if nothing takes long. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Runs work on the office's own disk, in its order; it cannot be given up. */
    public <T> void inOrder(Text words, Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        Running running = new Running(words, Whole.STORED);
        tasks.run(() -> Watched.by(running, work::call), ending(running, done), ending(running, failed));
        running.watch();
    }

    /** Runs work that depends on no other; it cannot be given up. */
    public <T> void aside(Text words, Whole why, Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        Running running = new Running(words, why);
        tasks.runAside(() -> Watched.by(running, work::call), ending(running, done), ending(running, failed));
        running.watch();
    }

    /**
     * Runs work that depends on no other and can be given up. What it calls finds its progress at {@link Watched#current}, so a call to the
     * server ends at once.
     *
     * @param done    called with what it gave, also if that came just after it was given up
     * @param givenUp called once it has ended because it was given up
     */
    public <T> void stoppable(Text words, Stoppable<T> work, Consumer<T> done, Runnable givenUp, Consumer<ReportingException> failed) {
        Running running = new Running(words, null);
        tasks.<Optional<T>>runAside(() -> {
            try {
                return Optional.of(Watched.by(running, () -> work.call(running)));
            } catch (CancellationException e) {
                return Optional.empty();
            }
        }, ending(running, result -> result.ifPresentOrElse(done, givenUp)), ending(running, failed));
        running.watch();
    }

    private <T> Consumer<T> ending(Running running, Consumer<T> then) {
        return result -> {
            running.end();
            then.accept(result);
        };
    }

    /** One piece of work; its progress comes from another thread. */
    private final class Running implements Progress {
        private final Text words;
        private final @Nullable Whole why;
        private final AtomicBoolean givenUp = new AtomicBoolean();
        private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
        private final long begun = System.nanoTime();
        private final Action stop = new Action(Text.of("common.work.stop"), "", this::giveUp);
        private final @Nullable Running before = foremost;
        private volatile double part = -1;
        private boolean isOver;
        private @Nullable Timeline clock;

        Running(Text words, @Nullable Whole why) {
            this.words = words;
            this.why = why;
        }

        /** Begins to show it unless it is over already. */
        void watch() {
            if (isOver) {
                return;
            }
            foremost = this;
            Timeline ticks = new Timeline(new KeyFrame(javafx.util.Duration.millis(1000.0 / TICKS_PER_SECOND), tick -> tell()));
            ticks.setDelay(javafx.util.Duration.millis(PATIENCE.toMillis() - 1000.0 / TICKS_PER_SECOND));
            ticks.setCycleCount(Animation.INDEFINITE);
            ticks.play();
            clock = ticks;
        }

        private void tell() {
            if (foremost == this) {
                Text said = givenUp.get() ? Text.of("common.work.stopping", words) : words;
                shown.set(new Shown(said, part, time(), why == null ? stop : null,
                        why == null ? Text.NONE : Text.of("common.work.whole." + why)));
            }
        }

        private Text time() {
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            double done = part;
            if (done > 0 && done < 1 && taken.compareTo(LONG) >= 0) {
                long left = Math.round(taken.toSeconds() * (1 - done) / done);
                return Text.of("common.work.left", Math.max(1, left));
            }
            return Text.of("common.work.taken", taken.toSeconds());
        }

        private void giveUp() {
            givenUp.set(true);
            ends.forEach(Runnable::run);
            stop.refuse(Text.of("common.work.stopping", words));
            tell();
        }

        void end() {
            isOver = true;
            Timeline ticks = clock;
            if (ticks != null) {
                ticks.stop();
            }
            if (foremost == this) {
                Running next = before;
                while (next != null && next.isOver) {
                    next = next.before;
                }
                foremost = next;
                shown.set(null);
            }
        }

        @Override
        public void at(long done, long all) { part = all <= 0 ? -1 : Math.clamp((double) done / all, 0, 1); }

        @Override
        public boolean isGivenUp() { return givenUp.get(); }

        @Override
        public Hook whenGivenUp(Runnable end) {
            ends.add(end);
            if (isGivenUp()) {
                end.run();
            }
            return () -> ends.remove(end);
        }
    }
}
