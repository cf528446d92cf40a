package org.shangbao.client.application.delivery;

import java.time.Duration;

/** Carried by a failure of the server that says whether and when to come back. A failure of the link itself is always worth retrying. */
public interface RetryAdvice {

    /** True if the same request may succeed later. */
    boolean isWorthRetrying();

    /** Returns how long the server asked to wait; zero if it did not say. */
    Duration retryAfter();
}
