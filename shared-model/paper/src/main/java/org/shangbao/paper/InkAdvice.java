package org.shangbao.paper;

/** What the program makes out on the line of 负责同志. Advice for people, never a reason to refuse. */
public enum InkAdvice {
    /** As much ink as a signature has. */
    SEEN,
    /** The line is empty. */
    NOT_SEEN,
    /** A little ink; a person should look. */
    UNSURE,
    /** Not the page with the 签章区, or a page without a code of ours. */
    NOT_LOOKED_FOR
}
