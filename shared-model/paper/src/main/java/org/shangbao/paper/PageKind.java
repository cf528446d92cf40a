package org.shangbao.paper;

/** Which paper a page belongs to; one letter in the code of the page. */
public enum PageKind {
    /** A page of the report itself, 报表; letter {@code R}. */
    REPORT('R'),
    /** A page of the 审签单, which carries the digest of the report it signs off; letter {@code S}. */
    SIGN_OFF('S');

    private final char letter;

    PageKind(char letter) { this.letter = letter; }

    /** Returns the letter in the code, {@code R} or {@code S}. */
    public char letter() { return letter; }
}
