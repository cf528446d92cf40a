package org.shangbao.client.sync;

import java.time.Duration;
import java.util.Map;

import org.shangbao.client.application.delivery.RetryAdvice;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** What our server said no to, with its advice when to come back. */
final class ServerRefusal extends ReportingException implements RetryAdvice {
    private static final long serialVersionUID = 1L;
    private final int httpStatus;
    private final Duration retryAfter;

    ServerRefusal(ErrorCode error, Map<String, String> details, int httpStatus, Duration retryAfter) {
        super(error, details);
        this.httpStatus = httpStatus;
        this.retryAfter = retryAfter;
    }

    int httpStatus() { return httpStatus; }

    @Override
    public boolean isWorthRetrying() { return httpStatus >= 500 || httpStatus == 408 || httpStatus == 423 || httpStatus == 429; }

    @Override
    public Duration retryAfter() { return retryAfter; }
}
