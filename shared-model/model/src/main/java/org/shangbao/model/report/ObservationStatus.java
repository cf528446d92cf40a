package org.shangbao.model.report;

/** Whether a figure has a value; after SDMX {@code CL_OBS_STATUS}: missing is not "not applicable", and neither is 0. */
public enum ObservationStatus {
    /** A value, 0 included. */
    VALUE,
    /** 未填. */
    MISSING,
    /** 不适用, set by the edition, never by the clerk. */
    NOT_APPLICABLE
}
