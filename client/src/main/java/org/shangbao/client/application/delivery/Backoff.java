package org.shangbao.client.application.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt: full jitter, at most a quarter of an hour, never less than the server asked for. */
public final class Backoff {
    private static final long MOST_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long FIRST_MILLIS = 2000;
    private final RandomGenerator random;

    /** Makes it on a source of randomness. */
    public Backoff(RandomGenerator random) { this.random = random; }

    /**
     * Returns the wait.
     *
     * @param attempts   failed attempts so far, 1 after the first
     * @param retryAfter what the server asked for, null if nothing; taken up to a day
     * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">full jitter</a>
     */
    public Duration next(int attempts, @Nullable Duration retryAfter) {
        long ceiling = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(Math.max(attempts - 1, 0), 20));
        Duration jitter = Duration.ofMillis(random.nextLong(ceiling + 1));
        if (retryAfter == null || retryAfter.isNegative()) {
            return jitter;
        }
        Duration asked = retryAfter.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : retryAfter;
        return asked.plus(jitter);
    }
}
