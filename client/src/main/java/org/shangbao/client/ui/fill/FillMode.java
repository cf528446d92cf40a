package org.shangbao.client.ui.fill;

/** The two views of one report. */
enum FillMode {
    /** 原表视图: the official sentences. */
    DOCUMENT,
    /** 表格视图: a row per figure. */
    TABLE
}
