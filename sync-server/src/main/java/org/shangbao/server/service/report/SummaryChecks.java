package org.shangbao.server.service.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.NarrativeDefinition;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.rollup.RollUp;
import org.shangbao.model.rollup.RollUpCalculator;
import org.shangbao.model.rollup.RollUpInput;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.server.service.period.PeriodService;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.FinalizedReport;

/**
 * Checks that a summary is the sum of what it names: every named child is its unit's head, approved by the level that sums, with that digest;
 * every unit that owes a report is either summed or named as missing; and every summed figure is what the calculator makes of the children.
 */
final class SummaryChecks {
    private final RevisionContents contents;

    SummaryChecks(RevisionContents contents) { this.contents = contents; }

    /**
     * @throws ReportingException CHILDREN_OUTSTANDING if a named child is not the approved head any more, or a unit is neither summed nor
     *                            named; SUMMARY_DIFFERS if a figure is not the sum; REPORT_FORMAT if a passed-on case is not a child's
     */
    void check(Transaction transaction, UnitList units, Unit unit, FormEdition edition, FinalizedReport report) throws ReportingException {
        List<Unit> due = PeriodService.due(transaction, units, report.period(), report.edition(), unit.id());
        Map<String, FinalizedReport.ChildRevision> named = new HashMap<>();
        for (FinalizedReport.ChildRevision child : report.children()) {
            if (named.put(child.unit(), child) != null) {
                throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "child twice " + child.unit()));
            }
        }
        Set<String> excused = report.missing().stream().map(FinalizedReport.MissingUnit::unit).collect(Collectors.toSet());
        List<Unit> outstanding = new ArrayList<>();
        List<RollUpInput> inputs = new ArrayList<>();
        for (Unit below : due) {
            FinalizedReport.ChildRevision child = named.remove(below.id().value());
            if (child == null) {
                if (!excused.contains(below.id().value())) {
                    outstanding.add(below);
                }
            } else if (isApprovedHead(transaction, report, unit, child)) {
                inputs.add(new RollUpInput(below, contents.of(transaction, child.revision()).content()));
            } else {
                outstanding.add(below);
            }
        }
        if (!outstanding.isEmpty()) {
            throw new ReportingException(ErrorCode.CHILDREN_OUTSTANDING, Map.of("count", Integer.toString(outstanding.size()), "units",
                    outstanding.stream().limit(10).map(Unit::name).collect(Collectors.joining("、"))));
        }
        if (!named.isEmpty()) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "not below this unit: " + named.keySet()));
        }
        checkFigures(edition, report.content(), RollUpCalculator.combine(edition, FormLevel.COUNTY, due, inputs));
        checkCases(edition, report);
    }

    private static boolean isApprovedHead(Transaction transaction, FinalizedReport report, Unit unit, FinalizedReport.ChildRevision child) {
        String id = child.unit() + "/" + report.period() + "/" + report.edition();
        boolean head = transaction.reports().find(id).map(StoredReport::head).filter(child.revision()::equals).isPresent();
        return head
                && transaction.reports().revision(child.revision()).map(StoredRevision::digest).filter(child.digest()::equals).isPresent()
                && transaction.reviews().of(id).stream().anyMatch(
                        review -> review.unit().equals(unit.id().value()) && review.status() == ReviewStatus.APPROVED);
    }

    private static void checkFigures(FormEdition edition, ReportContent content, RollUp sum) throws ReportingException {
        for (FigureDefinition figure : edition.figuresOf(FormLevel.COUNTY)) {
            FigureValue expected = sum.value(figure.code());
            if (!expected.equals(content.figure(figure.code()))) {
                throw new ReportingException(ErrorCode.SUMMARY_DIFFERS, Map.of("code", figure.code(), "expected", expected.canonical(),
                        "found", content.figure(figure.code()).canonical()));
            }
        }
    }

    private static void checkCases(FormEdition edition, FinalizedReport report) throws ReportingException {
        Set<String> children = report.children().stream().map(FinalizedReport.ChildRevision::unit)
                .collect(Collectors.toCollection(HashSet::new));
        for (FinalizedReport.SelectedCase selected : report.cases()) {
            NarrativeDefinition narrative = edition.item(selected.item()).map(Item::narrative).orElse(null);
            if (!children.contains(selected.unit()) || narrative == null || narrative.rollUp() != TextRollUp.SELECT) {
                throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "case " + selected.unit() + " " + selected.item()));
            }
        }
    }
}
