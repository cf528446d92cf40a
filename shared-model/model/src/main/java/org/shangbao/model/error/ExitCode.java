package org.shangbao.model.error;

/** What a command ends with; scripts rely on the numbers. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Anything not named here. */
    FAILED(1),
    /** A rule or a person's decision is needed. */
    DECISION(2),
    /** What was given cannot be used. */
    BAD_INPUT(3),
    /** There is no link to the server. */
    NO_LINK(4),
    /** Stored data are damaged. */
    DAMAGED(5);

    private final int number;

    ExitCode(int number) { this.number = number; }

    /** Returns the process exit code. */
    public int number() { return number; }
}
