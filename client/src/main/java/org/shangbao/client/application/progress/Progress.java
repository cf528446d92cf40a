package org.shangbao.client.application.progress;

import java.util.concurrent.CancellationException;

/** Told by long work how far it is, and asked by it whether anybody still waits. Safe on any thread. */
public interface Progress {
    /** For work that nobody watches. */
    Progress UNWATCHED = new Progress() {
        @Override
        public void at(long done, long all) {
            // nobody is told
        }

        @Override
        public boolean isGivenUp() { return false; }
    };

    /**
     * Tells how far it is.
     *
     * @param done pieces done, 0 to {@code all}
     * @param all  pieces in all, at least 1
     */
    void at(long done, long all);

    /** True once the person gave it up. */
    boolean isGivenUp();

    /**
     * Has something done when it is given up, on the thread of whoever gives it up; at once if it was given up before. For what waits and
     * cannot ask, such as a call over the network.
     */
    default Hook whenGivenUp(Runnable end) { return () -> {}; }

    /** Holds until it is closed. */
    interface Hook extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Ends the work if it was given up; to be called where nothing is left half done.
     *
     * @throws CancellationException if it was given up
     */
    default void orGiveUp() {
        if (isGivenUp()) {
            throw new CancellationException("given up by the person");
        }
    }
}
