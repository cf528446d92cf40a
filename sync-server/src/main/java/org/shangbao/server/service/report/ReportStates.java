package org.shangbao.server.service.report;

import java.util.List;

import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.PreReview;
import org.shangbao.wire.v1.ReportState;

/** Puts together what the server knows of a report, as it travels. */
public final class ReportStates {
    private ReportStates() {}

    /** Returns the state of a stored report. */
    public static ReportState of(Transaction transaction, UnitList units, StoredReport report) {
        List<StoredRevision> revisions = transaction.reports().revisions(report.id());
        boolean late = revisions.stream().anyMatch(revision -> revision.id().equals(report.head()) && revision.late());
        return new ReportState(report.id(), name(units, report.unit()), report.status(), report.head(),
                revisions.stream()
                        .map(revision -> new ReportState.RevisionState(revision.id(), revision.number(), revision.parent(),
                                revision.digest(),
                                revision.receivedAt(), revision.paper(), revision.scan(), revision.pages(),
                                revision.paper() == ReportState.Paper.NOT_MACHINE_READ
                                        ? transaction.reports().byHand(revision.id()).orElse(null)
                                        : null))
                        .toList(),
                transaction.reviews().of(report.id()).stream()
                        .map(review -> new ReportState.LevelReview(review.unit(), name(units, review.unit()), review.status(),
                                review.revision(), review.opinion(), review.reasons(), review.dueAt(), review.by(), review.at()))
                        .toList(),
                transaction.reviews().history(report.id()), late, preReviews(transaction, units, report));
    }

    private static List<PreReview> preReviews(Transaction transaction, UnitList units, StoredReport report) {
        return transaction.preReviews().latest(report.id(), ReportState.MOST_PRE_REVIEWS).reversed().stream()
                .map(draft -> new PreReview(draft.id(), draft.number(), draft.digest(), draft.receivedAt(), draft.sender(),
                        transaction.preReviews().answers(draft.id()).stream().map(answer -> new PreReview.Answer(answer.unit(),
                                name(units, answer.unit()), answer.by(), answer.at(), answer.opinion(), answer.reasons())).toList()))
                .toList();
    }

    private static String name(UnitList units, String unit) { return units.find(new UnitId(unit)).map(Unit::name).orElse(unit); }
}
