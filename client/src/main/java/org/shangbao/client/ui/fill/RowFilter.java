package org.shangbao.client.ui.fill;

import java.util.Locale;

/** Which rows of the table are shown. */
enum RowFilter {
    /** All. */
    ALL,
    /** 未填. */
    EMPTY,
    /** With a finding. */
    FINDINGS,
    /** 沿用待确认. */
    CARRIED_OVER;

    boolean takes(BlankState state) {
        return switch (this) {
            case ALL -> true;
            case EMPTY -> state == BlankState.EMPTY;
            case FINDINGS -> state == BlankState.UNREADABLE || state == BlankState.MUST_FIX || state == BlankState.RETURNED
                    || state == BlankState.MUST_EXPLAIN;
            case CARRIED_OVER -> state == BlankState.CARRIED_OVER;
        };
    }

    String key() { return "fill.filter." + name().toLowerCase(Locale.ROOT); }
}
