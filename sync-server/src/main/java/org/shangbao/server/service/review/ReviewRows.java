package org.shangbao.server.service.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.shangbao.model.report.ReportAct;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.report.RevisionContents;
import org.shangbao.server.service.review.ReviewRepository.StoredReview;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;

/** Keeps the rows of the levels right when a report changes under them. Safe to share between threads. */
public final class ReviewRows {
    /** Act in the history of a summary that was overtaken by what it sums. */
    public static final String STALE = "STALE";
    private static final int MOST_WORDS = 2_000;
    private final RevisionContents contents;

    /** Makes the rows. */
    public ReviewRows(RevisionContents contents) { this.contents = contents; }

    /** A revision became the head: it waits for the level next above, whatever was decided about the one before is over. */
    public void submitted(Transaction transaction, UnitList units, Unit unit, StoredReport report, StoredRevision revision,
            PersonRecord person, Instant now) {
        List<StoredReview> rows = new ArrayList<>();
        for (Unit level : units.reviewChain(unit)) {
            StoredReview nothing = StoredReview.nothingThere(report.id(), level.id().value(), rows.size());
            rows.add(rows.isEmpty() ? nothing.waiting(revision.id()) : nothing);
        }
        transaction.reviews().replace(report.id(), rows);
        history(transaction, report.id(), now, ReportAct.SUBMIT.name(), person.name(), report.unit(), revision.number(), "");
        markStale(transaction, units, unit, report, now);
    }

    /** True if the report went to the ministry. */
    public boolean isReported(Transaction transaction, String report) {
        return transaction.reviews().of(report).stream().anyMatch(row -> row.status() == ReviewStatus.REPORTED);
    }

    /** Notes in every summary above that sums this report that it no longer stands on what is current. */
    public void markStale(Transaction transaction, UnitList units, Unit unit, StoredReport report, Instant now) {
        List<UnitId> summing = new ArrayList<>(units.tree().chainAbove(unit.id()).stream().map(Unit::id).toList());
        for (UnitId above : summing) {
            String id = above.value() + "/" + report.period() + "/" + report.edition();
            StoredReport summary = transaction.reports().find(id).orElse(null);
            UUID head = summary == null ? null : summary.head();
            if (head == null) {
                continue;
            }
            FinalizedReport sum = contents.of(transaction, head);
            if (sum.children().stream().anyMatch(child -> child.unit().equals(report.unit()))) {
                history(transaction, id, now, STALE, "", report.unit(), sum.number(), unit.name());
                changed(transaction, id);
            }
        }
    }

    /** Appends to the history of a report. */
    public void history(Transaction transaction, String report, Instant at, String act, String by, String unit, int number, String words) {
        transaction.reviews().addHistory(report, new ReportState.HistoryEntry(at, act, by, unit, number,
                words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words));
    }

    /** Lets clients know that a report changed. */
    public void changed(Transaction transaction, String report) {
        transaction.reports().setChange(report, transaction.counters().next(Counter.CHANGE));
    }
}
