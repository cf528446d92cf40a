package org.shangbao.client.application.progress;

import org.shangbao.model.error.ReportingException;

/**
 * The progress of what this thread does, so that a call to the server or the export of a page deep inside a use case ends when the person
 * gives up, without every method between handing it on.
 */
public final class Watched {
    private static final ScopedValue<Progress> CURRENT = ScopedValue.newInstance();

    private Watched() {}

    /** Work with a result. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T call() throws ReportingException;
    }

    /** Returns the progress of what this thread does; {@link Progress#UNWATCHED} if nobody waits for it. */
    public static Progress current() {
        return CURRENT.orElse(Progress.UNWATCHED);
    }

    /** Does work under a progress. */
    public static <T> T by(Progress progress, Work<T> work) throws ReportingException {
        return ScopedValue.where(CURRENT, progress).call(work::call);
    }

    /** Does a part that must not be left half done: it goes on to its end although the whole was given up meanwhile. */
    public static <T> T whole(Work<T> part) throws ReportingException {
        return by(Progress.UNWATCHED, part);
    }
}
