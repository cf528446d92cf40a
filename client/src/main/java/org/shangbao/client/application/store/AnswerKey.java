package org.shangbao.client.application.store;

/**
 * Names one answer of a report.
 *
 * @param kind what it is
 * @param code figure code, item code, or key of the finding that is explained
 */
public record AnswerKey(Kind kind, String code) {

    /** What an answer can be. */
    public enum Kind {
        /** A figure. */
        FIGURE,
        /** The text of an item. */
        NARRATIVE,
        /** The files of an item. */
        FILES,
        /** The explanation of a finding. */
        EXPLANATION
    }

    /** Names a figure. */
    public static AnswerKey figure(String code) { return new AnswerKey(Kind.FIGURE, code); }

    /** Names the text of an item. */
    public static AnswerKey narrative(String itemCode) { return new AnswerKey(Kind.NARRATIVE, itemCode); }

    /** Names the files of an item. */
    public static AnswerKey files(String itemCode) { return new AnswerKey(Kind.FILES, itemCode); }

    /** Names an explanation. */
    public static AnswerKey explanation(String findingKey) {
        return new AnswerKey(Kind.EXPLANATION, findingKey);
    }
}
