package org.shangbao.paper;

/** What became of the two codes of a page. */
public enum CodeFinding {
    /** At least one was read, and if both were, they say the same. */
    READ,
    /** None was found. */
    NONE,
    /** There is a code, but of somebody else's or of another format. */
    FOREIGN,
    /** The two codes say different things: the page is put together from two papers. */
    DISAGREE
}
