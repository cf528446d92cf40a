package org.shangbao.paper;

/** Why a scan file was not read at all. None of them says anything about the paper. */
public enum ScanRefusal {
    /** No bytes. */
    EMPTY,
    /** More bytes than {@link ScanLimits#maxBytes}. */
    TOO_MANY_BYTES,
    /** Neither PDF nor JPEG, PNG or TIFF, whatever the name says. */
    UNKNOWN_FORMAT,
    /** The end is missing: copied or sent half. */
    TRUNCATED,
    /** Asks for a password or carries restrictions. */
    ENCRYPTED,
    /** Carries a script, starts a program or hides other files; a scanner makes none of these. */
    ACTIVE_CONTENT,
    /** No page in it. */
    NO_PAGES,
    /** More pages than {@link ScanLimits#maxPages}. */
    TOO_MANY_PAGES,
    /** A page or picture larger than any paper, or that unfolds to far more bytes than a page has. */
    PAGE_TOO_LARGE,
    /** Pictures packed in a way this program cannot unpack; another setting of the scanner helps. */
    UNSUPPORTED_PICTURE,
    /** Pictures in JPEG 2000, as the "compact" PDF of some copiers holds them; no maintained reader of it keeps to bounds. */
    JPEG_2000,
    /** Pictures put together from symbols, in which one digit may stand for another that looked like it. */
    JBIG2_SYMBOLS,
    /** Took longer to read than any honest scan. */
    TOO_SLOW,
    /** Damaged or malformed. */
    UNREADABLE
}
