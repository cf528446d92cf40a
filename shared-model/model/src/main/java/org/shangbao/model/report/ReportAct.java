package org.shangbao.model.report;

/** Everything anybody may do to a report. */
public enum ReportAct {
    /** 送预审. */
    SEND_FOR_PRE_REVIEW,
    /** 生成报表. */
    FINALIZE,
    /** 解锁修改. */
    UNLOCK,
    /** 上报. */
    SUBMIT,
    /** 撤回, until the level above opens it. */
    WITHDRAW,
    /** 申请退回. */
    REQUEST_RETURN,
    /** The level above looks at it for the first time. */
    OPEN,
    /** 退回 by the level next above. */
    RETURN,
    /** 直退县级（抄送市级） by a level further up. */
    RETURN_DIRECTLY,
    /** 审核通过. */
    APPROVE,
    /** 取消审核. */
    CANCEL_APPROVAL,
    /** 代录: the level above enters the figures from signed paper. */
    ENTER_ON_BEHALF,
    /** 代审: a level further up reviews in place of the level that should. */
    REVIEW_ON_BEHALF,
    /** 审签: the last step of the chain is done. */
    SIGN_OFF,
    /** 报部. */
    REPORT_TO_MINISTRY,
    /** 更正, after 报部. */
    CORRECT
}
