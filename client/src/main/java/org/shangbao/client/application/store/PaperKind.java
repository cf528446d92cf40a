package org.shangbao.client.application.store;

/** Which paper of a revision. */
public enum PaperKind {
    /** The report itself. */
    REPORT,
    /** 审签单. */
    SIGN_OFF_SHEET
}
