package org.shangbao.model.report;

import org.shangbao.model.edition.EditionId;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;

/**
 * The natural key of a report, written {@code {unitId}/{period}/{editionId}}.
 *
 * @param unit    who reports
 * @param period  for when
 * @param edition under which form
 */
public record ReportId(UnitId unit, PeriodId period, EditionId edition) implements Comparable<ReportId> {

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not three parts of the right form
     */
    public static ReportId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a report id: " + text);
        }
        return new ReportId(new UnitId(parts[0]), new PeriodId(parts[1]), new EditionId(parts[2]));
    }

    @Override
    public int compareTo(ReportId other) { return toString().compareTo(other.toString()); }

    @Override
    public String toString() { return unit + "/" + period + "/" + edition; }
}
