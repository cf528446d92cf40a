package org.shangbao.server.service.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.period.PeriodService;
import org.shangbao.server.service.period.Windows;
import org.shangbao.server.service.prereview.PreReviewRepository.StoredDraft;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.review.ReviewRepository.StoredReview;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;

/** 报送情况: every unit of a subtree that owes a report, whether it came or not. Safe to share between threads. */
public final class ProgressService {
    private final Transactions transactions;
    private final UnitDirectory units;
    private final AuditTrail audit;

    /** Makes the service. */
    public ProgressService(Transactions transactions, UnitDirectory units, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.audit = audit;
    }

    /**
     * Returns a row for every unit of the subtree that owes a county form, a city's summary or a province's form, in tree order.
     *
     * @throws ReportingException UNIT_UNKNOWN, NOT_PERMITTED
     */
    public List<ProgressRow> progress(PersonRecord person, UnitId unit, String period, String edition) throws ReportingException {
        return transactions.read(transaction -> {
            UnitList list = units.in(transaction);
            list.require(unit);
            Permissions.see(person, list, unit);
            Map<String, StoredReport> reports = new HashMap<>();
            transaction.reports().ofPeriod(period, edition).forEach(report -> reports.put(report.unit(), report));
            Map<UUID, StoredRevision> heads = new HashMap<>();
            transaction.reports().heads(period, edition).forEach(head -> heads.put(head.id(), head));
            Map<String, List<StoredReview>> reviews = transaction.reviews().ofPeriod(period, edition).stream()
                    .collect(Collectors.groupingBy(StoredReview::report));
            Set<UnitId> due = PeriodService.due(transaction, list, period, edition, unit).stream().map(Unit::id)
                    .collect(Collectors.toCollection(HashSet::new));
            Windows windows = Windows.of(transaction, list);
            Map<String, StoredDraft> drafts = new HashMap<>();
            transaction.preReviews().ofPeriod(period, edition).forEach(draft -> drafts.put(draft.report(), draft));
            Set<UUID> answered = Set.copyOf(transaction.preReviews().answered(period, edition));
            Map<String, String> requests = transaction.reviews().openRequests(period, edition);
            List<ProgressRow> rows = new ArrayList<>();
            for (Unit owing : list.tree().subtree(unit)) {
                if (due.contains(owing.id()) || owesSummary(owing)) {
                    StoredReport report = reports.get(owing.id().value());
                    StoredRevision head = report == null || report.head() == null ? null : heads.get(report.head());
                    List<StoredReview> levels = report == null ? List.of() : reviews.getOrDefault(report.id(), List.of());
                    boolean late = head == null ? windows.isLate(period, edition, owing.id(), audit.now()) : head.late();
                    StoredDraft draft = report == null ? null : drafts.get(report.id());
                    rows.add(row(list, owing, unit, report, head, levels, late,
                            report == null || draft == null || isOvertaken(report, head, draft) ? null : here(draft, answered),
                            report == null ? "" : requests.getOrDefault(report.id(), "")));
                }
            }
            return rows;
        });
    }

    private static boolean owesSummary(Unit unit) {
        return unit.isFilling() && unit.fills() == FormLevel.PROVINCE || unit.fills() == null && unit.level() == AdminLevel.CITY;
    }

    /** A draft is of interest until a revision came after it. */
    private static boolean isOvertaken(StoredReport report, @Nullable StoredRevision head, StoredDraft draft) {
        return report.status() == ReportStatus.SUBMITTED || head != null && head.receivedAt().isAfter(draft.receivedAt());
    }

    private static ProgressRow.DraftHere here(StoredDraft draft, Set<UUID> answered) {
        return new ProgressRow.DraftHere(draft.id(), draft.number(), draft.receivedAt(), answered.contains(draft.id()));
    }

    private static ProgressRow row(UnitList list, Unit owing, UnitId asking, @Nullable StoredReport report,
            @Nullable StoredRevision head, List<StoredReview> levels, boolean late,
            ProgressRow.@Nullable DraftHere draft, String request) {
        Unit parent = list.tree().parent(owing.id()).orElse(owing);
        ReviewStatus below = levels.isEmpty() ? ReviewStatus.NOT_SUBMITTED : levels.getFirst().status();
        ReviewStatus last = levels.isEmpty() ? ReviewStatus.NOT_SUBMITTED : levels.getLast().status();
        ReviewStatus mine = owing.id().equals(asking)
                ? below
                : levels.stream().filter(level -> level.unit().equals(asking.value())).map(StoredReview::status).findFirst().orElse(last);
        return new ProgressRow(owing.id().value(), owing.name(), parent.id().value(), parent.name(),
                report == null ? ReportStatus.DRAFT : report.status(), mine, below, head == null ? null : head.id(),
                head == null ? 0 : head.number(), head == null ? null : head.receivedAt(),
                head == null ? ReportState.Paper.NOT_THERE : head.paper(), late, head == null ? 0 : head.explained(),
                list.telephone(owing.id()), draft, request);
    }
}
