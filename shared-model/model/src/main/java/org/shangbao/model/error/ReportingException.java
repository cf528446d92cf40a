package org.shangbao.model.error;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A failure the user can act on. What is shown is the register's text for {@link #error()} with {@link #details()} filled in; the exception
 * message is English, for logs.
 */
public class ReportingException extends Exception {
    private static final long serialVersionUID = 1L;
    private final ErrorCode error;
    private final transient Map<String, String> details;

    /**
     * Makes a failure.
     *
     * @param error   entry of the register
     * @param details values for the placeholders of its texts; no figures of other units, no secrets
     */
    public ReportingException(ErrorCode error, Map<String, String> details) { this(error, details, null); }

    /**
     * Makes a failure with its cause.
     *
     * @param error   entry of the register
     * @param details values for the placeholders of its texts
     * @param cause   what led to it, for the log
     */
    public ReportingException(ErrorCode error, Map<String, String> details, @Nullable Throwable cause) {
        super(error.code() + " " + error.name() + " " + details, cause);
        this.error = error;
        this.details = Map.copyOf(details);
    }

    /** Returns the entry of the register. */
    public ErrorCode error() { return error; }

    /** Returns the values for the placeholders of its texts. */
    public Map<String, String> details() { return details; }
}
