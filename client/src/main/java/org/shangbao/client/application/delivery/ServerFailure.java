package org.shangbao.client.application.delivery;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** The server, or what stood in its place, did not do what was asked. */
public final class ServerFailure extends ReportingException {
    private static final long serialVersionUID = 1L;

    /** What may be done about it. */
    public enum Remedy {
        /** Try again later; nothing is wrong with what was sent. */
        RETRY,
        /** A person has to look; sending the same again changes nothing. */
        LOOK,
        /** Sign in anew. */
        SIGN_IN
    }

    private final Remedy remedy;
    private final @Nullable Duration retryAfter;

    /**
     * Makes a failure.
     *
     * @param retryAfter how long the server asks to wait, null if it does not say
     */
    public ServerFailure(ErrorCode error, Map<String, String> details, Remedy remedy, @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(error, details, cause);
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    /** Returns what may be done. */
    public Remedy remedy() { return remedy; }

    /** Returns how long the server asks to wait, null if it does not say. */
    public @Nullable Duration retryAfter() { return retryAfter; }
}
