package org.shangbao.model.edition;

/** 指标类型. */
public enum ItemKind {
    /** 数量型. */
    QUANTITY,
    /** 任务型. */
    TASK,
    /** 创新型. */
    INNOVATION
}
