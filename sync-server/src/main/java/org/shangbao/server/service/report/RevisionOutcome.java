package org.shangbao.server.service.report;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of a revision that was sent.
 *
 * @param result     what
 * @param receipt    signed receipt as JSON; empty for a conflict
 * @param head       current head of the report, null if there is none yet
 * @param headNumber 第R n 稿 of the head, 0 if there is none yet
 */
public record RevisionOutcome(Result result, String receipt, @Nullable UUID head, int headNumber) {
    /** Kinds of outcome; each is an HTTP status of the contract. */
    public enum Result {
        /** It is the head now. */
        TAKEN,
        /** It was here before; the same receipt. */
        REPEATED,
        /** Its parent is not here; kept. */
        PARKED,
        /** Its parent is no longer the head; kept as the other branch. */
        CONFLICT
    }
}
