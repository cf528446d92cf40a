package org.shangbao.paper;

/** What the program makes out of the 公章 in the 签章区. Advice for people, never a reason to refuse: a colour copy passes too. */
public enum StampAdvice {
    /** A red ring with a red star of the size of a 公章. */
    SEEN,
    /** The page is in colour and nothing red is there. */
    NOT_SEEN,
    /** The page has no colour, so a stamp cannot be told from print: ask for a colour scan. */
    GREY_SCAN,
    /** Something red that is not clearly a stamp: a person should look. */
    UNSURE,
    /** Not the page with the 签章区, or a page without a code of ours. */
    NOT_LOOKED_FOR
}
