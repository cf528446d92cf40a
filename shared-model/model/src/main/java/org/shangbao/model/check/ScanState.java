package org.shangbao.model.check;

/** What is known about the signed or stamped paper of a revision. */
public enum ScanState {
    /** A scan of exactly this revision was accepted. */
    ACCEPTED,
    /** There is none, or none was accepted. */
    NOT_ACCEPTED,
    /** Whoever asks cannot tell, for example because scans have not been loaded. */
    UNKNOWN
}
