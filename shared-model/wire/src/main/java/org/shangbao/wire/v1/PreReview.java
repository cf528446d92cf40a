package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A draft that lies with the levels above for a look, as the server holds it. It locks nothing and is no revision: nothing of it is ever
 * counted.
 *
 * @param draft      id of the {@link PreReviewDraft}
 * @param number     which sending it is
 * @param digest     SHA-256 of its canonical bytes
 * @param receivedAt server time
 * @param by         name of the person who sent it
 * @param answers    answers, oldest first
 */
public record PreReview(UUID draft, int number, String digest, Instant receivedAt, String by, List<Answer> answers) {

    /**
     * What a level said to it.
     *
     * @param unit     the level's unit
     * @param unitName its name
     * @param by       name of the person
     * @param at       server time
     * @param opinion  overall words, empty if none
     * @param reasons  words tied to figures or items, empty if nothing was found
     */
    public record Answer(String unit, String unitName, String by, Instant at, String opinion, List<ReviewDecision.Reason> reasons) {
        /** Copies the list. */
        public Answer {
            reasons = List.copyOf(reasons);
        }
    }

    /** Copies the list. */
    public PreReview {
        answers = List.copyOf(answers);
    }
}
