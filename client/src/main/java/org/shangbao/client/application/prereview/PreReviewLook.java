package org.shangbao.client.application.prereview;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a report stands with the look from above.
 *
 * @param stage   where the latest draft is
 * @param number  which sending it was, 0 before the first
 * @param at      when it was sent, or once the server has it when it arrived; null before the first
 * @param level   name of the level next above, whose look it is; empty if nobody is above
 * @param problem register's sentence of why the draft was refused, empty otherwise
 * @param answers what was said to the latest draft that was answered, oldest first; empty if none was
 * @param answeredNumber which sending these answers are about, 0 if none
 */
public record PreReviewLook(Stage stage, int number, @Nullable Instant at, String level, String problem, List<Answer> answers,
        int answeredNumber) {
    /** Never sent, nobody to send it to. */
    public static final PreReviewLook NONE = new PreReviewLook(Stage.NOT_SENT, 0, null, "", "", List.of(), 0);

    /** Where the latest draft is. */
    public enum Stage {
        /** Nothing was sent. */
        NOT_SENT,
        /** In the outbox. */
        WAITING,
        /** In the outbox, and saved in a package that somebody carries. */
        CARRIED,
        /** The server did not take it. */
        REFUSED,
        /** With the levels above, not answered yet. */
        LYING,
        /** Answered. */
        ANSWERED
    }

    /**
     * What one level said.
     *
     * @param unitName name of the level's unit
     * @param by       name of the person
     * @param at       server time
     * @param opinion  overall words, empty if none
     * @param notes    words tied to figures or items
     */
    public record Answer(String unitName, String by, Instant at, String opinion, List<Note> notes) {
        /** Copies the list. */
        public Answer {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Words tied to a figure or item.
     *
     * @param code figure or item
     * @param text words
     * @param then canonical value in the draft that was looked at, empty for 未填 and for texts
     */
    public record Note(String code, String text, String then) {}

    /** Copies the list. */
    public PreReviewLook {
        answers = List.copyOf(answers);
    }

    /** Returns the words of all answers that are tied to figures or items. */
    public List<Note> notes() {
        return answers.stream().flatMap(answer -> answer.notes().stream()).toList();
    }
}
