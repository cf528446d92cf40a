package org.shangbao.server.service.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.shangbao.model.check.CheckContext;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Explanations;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.ReportChecker;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.FinalizedReport;

/** Asks of a revision what was asked of it at its office, under the same edition, once more. Safe to share between threads. */
public final class RevisionChecks {
    private static final Set<ReviewStatus> SETTLED = Set.of(ReviewStatus.APPROVED, ReviewStatus.SIGNED_OFF, ReviewStatus.REPORTED);
    private final RevisionContents contents;
    private final SummaryChecks summaries;

    /** Makes the checks. */
    public RevisionChecks(RevisionContents contents) {
        this.contents = contents;
        summaries = new SummaryChecks(contents);
    }

    /**
     * Checks a revision.
     *
     * @throws ReportingException PERIOD_UNKNOWN, FIGURE_UNKNOWN, FIGURE_TOO_PRECISE, FIGURE_TOO_LARGE, ITEM_UNKNOWN, TEXT_TOO_LONG or
     *                            REPORT_FORMAT if it is not this unit's form under this edition; FINDINGS_OPEN if a MUST_FIX rule is broken or
     *                            a broken MUST_EXPLAIN rule has no sufficient explanation; for a summary also what {@link SummaryChecks} throws
     */
    void check(Transaction transaction, UnitList units, Unit unit, FormEdition edition, FinalizedReport report) throws ReportingException {
        PeriodId period = new PeriodId(report.period());
        if (edition.calendarEntry(period).isEmpty()) {
            throw new ReportingException(ErrorCode.PERIOD_UNKNOWN, Map.of("period", report.period()));
        }
        boolean ownFigures = UnitList.fillsOwnFigures(unit);
        if (ownFigures != (report.kind() == FinalizedReport.Kind.FORM) || ownFigures && !report.children().isEmpty()) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "kind " + report.kind()));
        }
        ReportContent content = report.content();
        AnswerBounds.check(edition, unit, content, ownFigures);
        if (ownFigures) {
            checkRules(transaction, unit, edition, FormLevel.COUNTY, report, content);
        } else {
            summaries.check(transaction, units, unit, edition, report);
            if (unit.fills() == FormLevel.PROVINCE) {
                checkRules(transaction, unit, edition, FormLevel.PROVINCE, report, content);
            }
        }
    }

    private void checkRules(Transaction transaction, Unit unit, FormEdition edition, FormLevel form, FinalizedReport report,
            ReportContent content) throws ReportingException {
        CheckContext context = CheckContext.of(edition, form, new PeriodId(report.period()), content)
                .withDesignated(designated(transaction, report));
        Optional<FinalizedReport> previous = previous(transaction, edition, report);
        if (previous.isPresent()) {
            context = context.withPrevious(new PeriodId(previous.get().period()), previous.get().content());
        }
        // a rule that cannot be evaluated is no refusal: this server may know less of earlier periods than the office
        List<Finding> broken = ReportChecker.check(context).stream().filter(finding -> finding.stage() == CheckRule.Stage.FINALIZE)
                .filter(finding -> finding.outcome() == Finding.Outcome.FAILED).toList();
        List<Finding> mustFix = broken.stream().filter(finding -> finding.severity() == Severity.MUST_FIX).toList();
        List<Finding> unexplained = broken.stream().filter(finding -> finding.severity() == Severity.MUST_EXPLAIN).filter(
                finding -> !Explanations.isSufficient(content.explanations().getOrDefault(finding.key(), ""), edition)).toList();
        if (!mustFix.isEmpty() || !unexplained.isEmpty()) {
            throw new ReportingException(ErrorCode.FINDINGS_OPEN,
                    Map.of("mustFix", Integer.toString(mustFix.size()), "mustExplain", Integer.toString(unexplained.size()), "keys",
                            java.util.stream.Stream.concat(mustFix.stream(), unexplained.stream()).map(Finding::key).limit(50)
                                    .collect(Collectors.joining(" "))));
        }
    }

    private static Set<String> designated(Transaction transaction, FinalizedReport report) {
        return transaction.periods().designations().stream()
                .filter(entry -> entry.period().equals(report.period()) && entry.unit().equals(report.unit()))
                .map(DesignationRecord::item).collect(Collectors.toSet());
    }

    /** The latest earlier report of the unit that every level approved; drills do not count. */
    private Optional<FinalizedReport> previous(Transaction transaction, FormEdition edition, FinalizedReport report) {
        return transaction.reports().ofUnit(report.unit()).stream().filter(earlier -> earlier.period().compareTo(report.period()) < 0)
                .filter(earlier -> edition.calendarEntry(new PeriodId(earlier.period())).map(entry -> entry.kind() != PeriodKind.DRILL)
                        .orElse(true))
                .sorted(Comparator.comparing(StoredReport::period).reversed()).filter(earlier -> earlier.head() != null)
                .filter(earlier -> transaction.reviews().of(earlier.id()).stream().allMatch(review -> SETTLED.contains(review.status())))
                .findFirst().map(earlier -> contents.of(transaction, java.util.Objects.requireNonNull(earlier.head())));
    }
}
