package org.shangbao.model.edition;

/** How texts and attachments of several units reach the level above. */
public enum TextRollUp {
    /** Children's texts in tree order plus the level's own 综述. */
    COMPILE,
    /** The level ticks the cases it passes on. */
    SELECT,
    /** They stay where they were written. */
    NONE
}
