package org.shangbao.model.period;

/** What a period counts for. */
public enum PeriodKind {
    /** The ordinary case. */
    REGULAR,
    /** 试点: real and counted. */
    PILOT,
    /** 试填报: practice, kept apart and never summed. */
    DRILL
}
