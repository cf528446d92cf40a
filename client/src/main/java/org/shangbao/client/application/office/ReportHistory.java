package org.shangbao.client.application.office;

import java.util.List;
import java.util.Optional;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportContent;

/**
 * What this office reported in earlier periods, for comparing; drills are not in it.
 *
 * @param past approved reports under the same edition, oldest first
 */
public record ReportHistory(List<Past> past) {
    /** Nothing was reported yet. */
    public static final ReportHistory NONE = new ReportHistory(List.of());

    /** Copies the list. */
    public ReportHistory {
        past = List.copyOf(past);
    }

    /** A period and what was reported then. */
    public record Past(PeriodId period, ReportContent content) {}

    /** Returns the latest earlier period. */
    public Optional<Past> latest() {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast());
    }

    /** Returns the same period one year before {@code period}. */
    public Optional<Past> yearBefore(PeriodId period) {
        return past.stream().filter(earlier -> earlier.period().month() == period.month() && earlier.period().year() == period.year() - 1)
                .findFirst();
    }
}
