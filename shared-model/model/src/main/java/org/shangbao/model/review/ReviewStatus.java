package org.shangbao.model.review;

/** Where a report stands with one level above it, seen from that level. For a province's own form: where its 审签 stands. */
public enum ReviewStatus {
    /** 未报: nothing lies before this level. */
    NOT_SUBMITTED,
    /** 待审: arrived, not opened yet. */
    PENDING,
    /** 审核中: opened by this level; the office can no longer withdraw. */
    OPENED,
    /** 审核通过. */
    APPROVED,
    /** 已退回, waiting for a new revision. */
    RETURNED,
    /** 已审签: the last step of sign-off is done. */
    SIGNED_OFF,
    /** 已报部. */
    REPORTED
}
