package org.shangbao.client.application.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/** What the last call to the server, whichever it was, said about the link. Safe to share between threads. */
public final class LinkWatch {
    private final Clock clock;
    private @Nullable Seen last;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Nothing is known yet. */
    public LinkWatch(Clock clock) { this.clock = clock; }

    /** Whether the server answered, and when. */
    public record Seen(boolean answered, Instant at) {}

    /** Returns what the last call of this run of the program saw, empty before the first. */
    public synchronized Optional<Seen> last() {
        return Optional.ofNullable(last);
    }

    /** Has {@code changed} called, on the thread of the call that saw it, whenever the link comes or goes. */
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    /** The server answered, if only to refuse. */
    public void answered() { note(true); }

    /** Nobody answered, or somebody who is not our server. */
    public void silent() { note(false); }

    /** Has whoever shows the link look again, because a contact brought something that concerns the whole folder. */
    public void tellAgain() {
        listeners.forEach(Runnable::run);
    }

    private void note(boolean isAnswered) {
        boolean isNews;
        synchronized (this) {
            isNews = last == null || last.answered() != isAnswered;
            last = new Seen(isAnswered, clock.instant());
        }
        if (isNews) {
            listeners.forEach(Runnable::run);
        }
    }
}
