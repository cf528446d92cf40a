package org.shangbao.model.person;

/** What a person may do, always within the subtree of the person's unit. One person may hold several, the administrators' only alone. */
public enum Role {
    /** 填报人: fills, prints, scans, submits. */
    FILLER,
    /** 审核人: reviews, returns, rolls up. */
    REVIEWER,
    /** 负责同志: signs off and reports out. */
    OFFICER,
    /** 系统管理员: units, windows, editions. */
    SYSADMIN,
    /** 安全管理员: accounts and keys. */
    SECADMIN,
    /** 审计管理员: reads the audit record. */
    AUDITOR
}
