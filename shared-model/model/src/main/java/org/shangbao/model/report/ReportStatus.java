package org.shangbao.model.report;

/** Where a report stands in its own office; delivery and each level's review are separate states. */
public enum ReportStatus {
    /** 草稿: being edited. */
    DRAFT,
    /** 预审中: a draft lies with the level above for a look; still edited. */
    IN_PRE_REVIEW,
    /** 已生成: figures frozen and digested; may be printed; nothing sent. */
    FINALIZED,
    /** 已上报: figures and scan handed to the outbox or received above. */
    SUBMITTED,
    /** 已退回: sent back with reasons; editable as a new revision. */
    RETURNED,
    /** 已撤回: taken back before the level above opened it; editable. */
    WITHDRAWN,
    /** 更正: after 报部, a separate finalized record stands beside the reported one. */
    CORRECTED;

    /** True if figures may be typed. */
    public boolean isEditable() {
        return this == DRAFT || this == IN_PRE_REVIEW || this == RETURNED || this == WITHDRAWN;
    }
}
