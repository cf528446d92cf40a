package org.shangbao.model.check;

/** What follows when a rule is broken. */
public enum Severity {
    /** 强制: blocks finalizing or submitting, by the rule's stage. */
    MUST_FIX,
    /** 核实: needs a written reason. */
    MUST_EXPLAIN,
    /** 提示: informs. */
    NOTICE
}
