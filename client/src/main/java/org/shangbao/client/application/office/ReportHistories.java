package org.shangbao.client.application.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.shangbao.client.application.report.ReportDesk;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.model.edition.CalendarEntry;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.report.ReportId;

/** Reads what was reported before. Two years are enough to compare with; older periods would only slow the screen down. */
final class ReportHistories {
    private static final int MOST_PERIODS = 12;

    private ReportHistories() {}

    static ReportHistory before(OfficeRecords records, Editions editions, ReportId report) throws ReportingException {
        List<CalendarEntry> calendar = editions.get(records, report.edition()).calendar();
        List<StoredReport> earlier = records.reports().stream()
                .filter(other -> other.id().unit().equals(report.unit()) && other.id().edition().equals(report.edition()))
                .filter(other -> other.id().period().compareTo(report.period()) < 0 && ReportDesk.isApproved(other))
                .filter(other -> !isDrill(calendar, other.id().period()))
                .sorted(Comparator.comparing((StoredReport other) -> other.id().period()).reversed()).limit(MOST_PERIODS).toList();
        List<ReportHistory.Past> past = new ArrayList<>();
        for (StoredReport other : earlier.reversed()) {
            Optional<StoredRevision> head = other.head() == null ? Optional.empty() : records.revision(other.head());
            if (head.isPresent()) {
                past.add(new ReportHistory.Past(other.id().period(), head.get().content().content()));
            }
        }
        return new ReportHistory(past);
    }

    private static boolean isDrill(List<CalendarEntry> calendar, PeriodId period) {
        return calendar.stream().anyMatch(entry -> entry.period().equals(period) && entry.kind() == PeriodKind.DRILL);
    }
}
