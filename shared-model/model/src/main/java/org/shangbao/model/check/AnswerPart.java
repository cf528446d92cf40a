package org.shangbao.model.check;

/** A part of a report's answers that can be at hand or not: figures arrive before texts and files, and some imports bring figures only. */
public enum AnswerPart {
    /** The figures. */
    FIGURES,
    /** The texts. */
    NARRATIVES,
    /** The list of files. */
    ATTACHMENTS
}
