package org.shangbao.client.application.keeping;

import java.time.Instant;

/**
 * Something done to the ways of opening a folder.
 *
 * @param at     when, by this computer's clock
 * @param kind   what
 * @param holder whose password, empty if no person's
 * @param by     who had the folder open, empty if it was not opened by a person's password
 * @param user   user of the operating system who was signed in
 */
public record KeyAct(Instant at, Kind kind, String holder, String by, String user) {

    /** What was done. */
    public enum Kind {
        /** A person got a password, or another one. */
        PASSWORD_SET,
        /** A person's password was taken away. */
        PASSWORD_REMOVED,
        /** The user of the operating system was allowed to open the folder. */
        USER_ALLOWED,
        /** No user of the operating system may any more. */
        USER_FORBIDDEN,
        /** A forgotten password was replaced by the user of the operating system. */
        RESET_BY_USER,
        /** A forgotten password was replaced with the answer of the holder of the recovery key. */
        RESET_BY_ANSWER
    }
}
