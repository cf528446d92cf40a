package org.shangbao.server.service.period;

import java.util.List;

import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.WindowRecord;

/** Windows, 应报 and designations as stored. */
public interface PeriodRepository {
    /** Returns all windows that were set, by period. */
    List<WindowRecord> windows();

    /** Sets a window; one that was set for the same period, edition and unit before is replaced. */
    void putWindow(WindowRecord window);

    /** Returns the ids of the units that owe a report, as frozen when the period opened; empty if it never was. */
    List<String> due(String period, String edition);

    /** Freezes the units that owe a report. */
    void freezeDue(String period, String edition, List<String> units);

    /** Returns all designations, by period, unit and item. */
    List<DesignationRecord> designations();

    /** Adds a designation; a known one changes nothing. */
    void addDesignation(DesignationRecord designation);
}
