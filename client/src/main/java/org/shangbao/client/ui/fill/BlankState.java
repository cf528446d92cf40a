package org.shangbao.client.ui.fill;

import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;

/** What a blank shows while nobody types in it; one at a time, the heaviest. */
enum BlankState {
    /** What was typed is no number; kept as typed. */
    UNREADABLE("unreadable", Mark.MUST_FIX, "fill.blank.unreadable"),
    /** 强制. */
    MUST_FIX("must-fix", Mark.MUST_FIX, "fill.blank.mustFix"),
    /** 退回理由. */
    RETURNED("returned", Mark.RETURNED, "fill.blank.returned"),
    /** 核实 without a reason. */
    MUST_EXPLAIN("must-explain", Mark.MUST_EXPLAIN, "fill.blank.mustExplain"),
    /** 沿用待确认. */
    CARRIED_OVER("carried-over", Mark.CARRIED_OVER, "fill.blank.carriedOver"),
    /** 核实 with a reason. */
    EXPLAINED("explained", Mark.WRITTEN, "fill.blank.explained"),
    /** 未填. */
    EMPTY("vacant", Mark.EMPTY, "fill.blank.empty"),
    /** A value, 0 included. */
    FILLED("filled", Mark.DONE, "fill.blank.filled"),
    /** 不适用, set by the edition. */
    NOT_APPLICABLE("not-applicable", Mark.EMPTY, "fill.blank.notApplicable"),
    /** 已生成报表, or summed from below: to read and copy. */
    FIXED("fixed", Mark.LOCKED, "fill.blank.fixed");

    private final String pseudoClass;
    private final Mark mark;
    private final String wordKey;

    BlankState(String pseudoClass, Mark mark, String wordKey) {
        this.pseudoClass = pseudoClass;
        this.mark = mark;
        this.wordKey = wordKey;
    }

    /** Returns the pseudo-class of its look. */
    String pseudoClass() { return pseudoClass; }

    /** Returns the mark in rail and blank. */
    Mark mark() { return mark; }

    /** Returns the state in words. */
    Text words() { return Text.of(wordKey); }

    /** True if the mark stands inside the blank. */
    boolean showsMark() {
        return this == MUST_FIX || this == RETURNED || this == MUST_EXPLAIN || this == CARRIED_OVER || this == EXPLAINED;
    }

    /** True if nothing can be typed. */
    boolean isReadOnly() { return this == NOT_APPLICABLE || this == FIXED; }
}
