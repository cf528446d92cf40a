package org.shangbao.client.ui.common;

/** A state as shape, word and colour; solid only for what blocks, outline for the rest, so they stay apart in grey print. */
public enum Mark {
    /** 强制. */
    MUST_FIX("mdi2c-close-octagon", "red", "common.mark.mustFix"),
    /** 核实. */
    MUST_EXPLAIN("fth-alert-triangle", "amber", "common.mark.mustExplain"),
    /** 提示. */
    NOTICE("fth-info", "blue", "common.mark.notice"),
    /** 无法判断. */
    CANNOT_EVALUATE("fth-minus", "grey", "common.mark.cannotEvaluate"),
    /** 已填, 已通过. */
    DONE("fth-check", "green", "common.mark.done"),
    /** 未填. */
    EMPTY("fth-minus", "grey", "common.mark.empty"),
    /** 沿用待确认. */
    CARRIED_OVER("fth-rotate-ccw", "violet", "common.mark.carriedOver"),
    /** 已退回. */
    RETURNED("fth-corner-up-left", "red", "common.mark.returned"),
    /** 已写核实说明, 草稿. */
    WRITTEN("fth-edit", "grey", "common.mark.written"),
    /** 待审. */
    PENDING("fth-inbox", "grey", "common.mark.pending"),
    /** 预审意见. */
    PRE_REVIEW("fth-message-square", "blue", "common.mark.preReview"),
    /** 未机读. */
    NOT_MACHINE_READ("fth-eye", "amber", "common.mark.notMachineRead"),
    /** 逾期. */
    OVERDUE("fth-clock", "red", "common.mark.overdue"),
    /** 等网络. */
    WAITING_FOR_NETWORK("fth-wifi-off", "amber", "common.mark.waitingForNetwork"),
    /** 已连接. */
    CONNECTED("fth-wifi", "green", "common.mark.connected"),
    /** 现在不能做. */
    LOCKED("fth-lock", "grey", "common.mark.locked"),
    /** 未报. */
    NOT_REPORTED("fth-x", "red", "common.mark.notReported"),
    /** A time to keep. */
    TIME("fth-clock", "grey", "common.mark.time"),
    /** A page or file. */
    PAPER("fth-file-text", "green", "common.mark.paper"),
    /** Whom to call. */
    TELEPHONE("fth-phone", "ink", "common.mark.telephone");

    private final String icon;
    private final String tone;
    private final String wordKey;

    Mark(String icon, String tone, String wordKey) {
        this.icon = icon;
        this.tone = tone;
        this.wordKey = wordKey;
    }

    /** Returns the Ikonli code of the shape. */
    public String icon() { return icon; }

    /** Returns the tone, part of the style class {@code tone-…}. */
    public String tone() { return tone; }

    /** Returns the state in one word, for where nothing more exact is said. */
    public Text word() { return Text.of(wordKey); }
}
