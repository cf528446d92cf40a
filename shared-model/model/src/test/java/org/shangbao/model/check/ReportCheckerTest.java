package org.shangbao.model.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.model.check.Finding.Outcome;
import org.shangbao.model.check.MissingOperand.Reason;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FillObligation;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.ItemKind;
import org.shangbao.model.edition.PaperPolicy;
import org.shangbao.model.edition.RollUpRule;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.FormLevel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ReportCheckerTest {
    private static final PeriodId OCTOBER = new PeriodId("2024-10");

    @Test
    void findingsComeBySeverityThenInFormOrderAndUndecidedOnesLast() {
        FormEdition edition = edition(rule("N1", "{1.1.1} > 100", Severity.NOTICE), rule("E1", "{1.1.2} > 100", Severity.MUST_EXPLAIN),
                rule("C1", "{1.1.3} = 0", Severity.MUST_FIX), rule("F2", "{1.1.2} > 100", Severity.MUST_FIX),
                rule("F0", "scanAccepted()", Severity.MUST_FIX),
                rule("F1", "{1.1.1} > 100", Severity.MUST_FIX));
        List<Finding> findings = ReportChecker.check(context(edition, "5", "3").withScan(ScanState.NOT_ACCEPTED));
        assertEquals(List.of("F1", "F2", "F0", "E1", "N1", "C1"), findings.stream().map(Finding::ruleId).toList());
        assertEquals(Outcome.CANNOT_EVALUATE, findings.getLast().outcome());
    }

    @Test
    void switchedOffRulesAndRulesOfAnotherFormAreSkipped() {
        CheckRule off = rule("R1", "{1.1.1} > 100", Severity.MUST_FIX);
        FormEdition edition = edition(
                new CheckRule("R1", off.expression(), off.condition(), List.of(), Severity.MUST_FIX, CheckRule.Stage.FINALIZE, null,
                        off.basis(),
                        List.of(), false, "", ""),
                new CheckRule("R2", off.expression(), off.condition(), List.of(), Severity.MUST_FIX, CheckRule.Stage.FINALIZE,
                        FormLevel.PROVINCE, off.basis(), List.of(), true, "", ""));
        assertEquals(List.of(), ReportChecker.check(context(edition, "5", "3")));
    }

    @Test
    void ruleForEachFigureFindsOncePerFigureAskedOfTheForm() {
        FormEdition edition = edition(each("R0", "filled({x})", "1.1.1", "1.1.2", "1.1.3", "2.1.1"));
        List<Finding> findings = ReportChecker.check(context(edition, "0"));
        assertEquals(List.of("R0@1.1.2", "R0@1.1.3"), findings.stream().map(Finding::key).toList());
        assertEquals(List.of("1.1.2"), findings.getFirst().codes());
        assertEquals("1.1.2 第二 所 未填", findings.getFirst().message());
        assertEquals("1.1.2 second 所 (empty)", findings.getFirst().messageEn());
    }

    @Test
    void conclusionOfAnImplicationIsTheFigureToJumpTo() {
        FormEdition edition = edition(rule("R1", "{1.1.1} = 0 implies {1.1.2} = 0", Severity.MUST_FIX));
        assertEquals(List.of("1.1.2", "1.1.1"), ReportChecker.check(context(edition, "0", "3")).getFirst().codes());
    }

    @Test
    void messageCarriesLiveValuesInBothLanguages() {
        CheckRule rule = rule("R1", "{1.1.1} >= previous({1.1.1})", Severity.MUST_EXPLAIN);
        FormEdition edition = edition(
                new CheckRule("R1", rule.expression(), rule.condition(), List.of(), rule.severity(), rule.stage(), null,
                        rule.basis(), List.of("原文"), true, "{label 1.1.1} {1.1.1} {unit 1.1.1}，上期 {previous 1.1.1}，{1.1.3}，{length 1.1} 字",
                        "{label 1.1.1}: {1.1.1}, before {previous 1.1.1}, {1.1.3}"));
        Finding finding = ReportChecker.check(context(edition, "5").withPrevious(new PeriodId("2024-08"), content("12.50"))).getFirst();
        assertEquals("第一 5 所，上期 12.5，未填，0 字", finding.message());
        assertEquals("first: 5, before 12.5, (empty)", finding.messageEn());
        assertEquals(List.of("原文"), finding.backedBy());
    }

    @Test
    void undecidedFindingSaysWhatIsMissing() {
        FormEdition edition = edition(rule("R1", "{1.1.1} + {1.1.2} >= previous({1.1.1})", Severity.MUST_EXPLAIN));
        Finding finding = ReportChecker.check(context(edition, "5")).getFirst();
        assertEquals("1.1.2 未填、缺已审核的上期数据，1.1.1、1.1.2 这一条无法判断，不算通过。", finding.message());
        assertEquals("Cannot be evaluated (1.1.1, 1.1.2), which is not a pass: 1.1.2 is empty, there is no approved earlier report.",
                finding.messageEn());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {1.1.1} = 1 implies {1.1.3} = 0    | FIGURE_MISSING
            {1.1.3} = 0 or {1.1.1} = 5         | FIGURE_MISSING
            {1.1.1} = 5 or {1.1.3} = 0         | FIGURE_MISSING
            {1.1.1} = 6 and {1.1.3} = 0        | FIGURE_MISSING
            {1.1.3} = {1.1.3}                  | FIGURE_MISSING
            {1.1.3} * 0 = 0                    | FIGURE_MISSING
            {1.1.1} / ({1.1.1} - 5) > 0        | DIVISION_BY_ZERO
            previous({1.1.1}) >= 0             | NO_PREVIOUS_REPORT
            sameYear()                         | NO_PREVIOUS_REPORT
            samePlan() implies {1.1.1} = 5     | NO_PREVIOUS_REPORT
            length({1.1}) < 10                 | NARRATIVE_MISSING
            designated({1.1})                  | DESIGNATION_UNKNOWN
            scanAccepted()                     | SCAN_UNKNOWN
            """)
    void anythingMissingIsNeverAPassEvenIfTheOtherSideWouldDecide(String expression, Reason reason) {
        RuleOutcome outcome = ReportChecker.evaluate(rule("R1", expression, Severity.NOTICE), null, context(edition(), "5", "3"));
        assertEquals(Outcome.CANNOT_EVALUATE, outcome.outcome());
        assertEquals(List.of(reason), outcome.missing().stream().map(MissingOperand::reason).toList());
    }

    @Test
    void notApplicableIsFilledButNoOperand() {
        ReportContent content = ReportContent.EMPTY.withFigures(Map.of("1.1.1", FigureValue.NOT_APPLICABLE));
        CheckContext context = CheckContext.of(edition(), FormLevel.COUNTY, OCTOBER, content);
        assertEquals(Outcome.PASSED, evaluate("filled({1.1.1})", context).outcome());
        assertEquals(List.of(new MissingOperand(Reason.FIGURE_NOT_APPLICABLE, "1.1.1")), evaluate("{1.1.1} >= 0", context).missing());
    }

    @Test
    void partsThatWereNotLoadedAreUnknownAndNotEmpty() {
        CheckContext context = context(edition(), "5").withKnown(Set.of());
        assertEquals(List.of(Reason.FIGURES_UNKNOWN), reasons("{1.1.1} = 5", context));
        assertEquals(List.of(Reason.FIGURES_UNKNOWN), reasons("filled({1.1.1})", context));
        assertEquals(List.of(Reason.NARRATIVES_UNKNOWN), reasons("narrated({1.1})", context));
        assertEquals(List.of(Reason.NARRATIVES_UNKNOWN), reasons("length({1.1}) > 3", context));
        assertEquals(List.of(Reason.ATTACHMENTS_UNKNOWN), reasons("attached({1.1})", context));
    }

    @Test
    void previousFigureThatWasEmptyIsMissing() {
        CheckContext context = context(edition(), "5").withPrevious(new PeriodId("2024-08"), ReportContent.EMPTY);
        assertEquals(List.of(Reason.PREVIOUS_FIGURE_MISSING), reasons("previous({1.1.1}) >= 0", context));
    }

    @ParameterizedTest
    @CsvSource({ "0.1,0.2,{1.1.1} + {1.1.2} = 0.3", "9007199254740993,9007199254740992,{1.1.1} != {1.1.2}",
            "1,3,{1.1.1} / {1.1.2} * 3 != 1",
            "5,3,abs({1.1.2} - {1.1.1}) = 2", "5,3,month() = 10", "1.50,1.5,{1.1.1} = {1.1.2}",
            "5,3,{1.1.1} >= 5 and {1.1.1} <= 5 and {1.1.2} < 4" })
    void arithmeticIsDecimalAndExact(String first, String second, String expression) {
        assertEquals(Outcome.PASSED, evaluate(expression, context(edition(), first, second)).outcome());
    }

    @ParameterizedTest
    @CsvSource({ "2024-10,2024-02,true,true", "2024-02,2023-12,false,true", "2025-02,2024-12,false,false", "2025-04,2025-02,true,true" })
    void planLastsUntilTheEndOfThePlanYearAndThenForTheCalendarYear(String period, String previous, boolean sameYear, boolean samePlan) {
        CheckContext context = CheckContext.of(edition(), FormLevel.COUNTY, new PeriodId(period), content("5"))
                .withPrevious(new PeriodId(previous), content("5"));
        assertEquals(sameYear, evaluate("sameYear()", context).outcome() == Outcome.PASSED);
        assertEquals(samePlan, evaluate("samePlan()", context).outcome() == Outcome.PASSED);
    }

    @Test
    void ruleWithPlaceholderNeedsAFigure() {
        CheckRule rule = each("R0", "filled({x})", "1.1.1");
        CheckContext context = context(edition(), "5");
        assertThrows(IllegalArgumentException.class, () -> ReportChecker.evaluate(rule, null, context));
    }

    @Test
    void lengthCountsVisibleCharacters() { assertEquals(4, TextLength.of(" 甲乙\u3000\n丙\u200B𠮷\u00A0")); }

    private static List<Reason> reasons(String expression, CheckContext context) {
        return evaluate(expression, context).missing().stream().map(MissingOperand::reason).toList();
    }

    private static RuleOutcome evaluate(String expression, CheckContext context) {
        return ReportChecker.evaluate(rule("R1", expression, Severity.NOTICE), null, context);
    }

    private static CheckContext context(FormEdition edition, String... figures) {
        return CheckContext.of(edition, FormLevel.COUNTY, OCTOBER, content(figures));
    }

    private static ReportContent content(String... figures) {
        Map<String, FigureValue> values = new TreeMap<>();
        for (int index = 0; index < figures.length; index++) {
            values.put("1.1." + (index + 1), FigureValue.of(figures[index]));
        }
        return ReportContent.EMPTY.withFigures(values);
    }

    private static CheckRule rule(String id, String expression, Severity severity) { return rule(id, expression, severity, List.of()); }

    private static CheckRule each(String id, String expression, String... figures) {
        return rule(id, expression, Severity.MUST_FIX, Arrays.asList(figures));
    }

    private static CheckRule rule(String id, String expression, Severity severity, List<String> each) {
        try {
            return new CheckRule(id, expression, ExpressionParser.parse(expression, Map.<String, BigDecimal>of()), each, severity,
                    CheckRule.Stage.FINALIZE, null, CheckRule.Basis.TEXT, List.of(), true,
                    each.isEmpty() ? "" : "{code x} {label x} {unit x} {x}",
                    each.isEmpty() ? "" : "{code x} {label x} {unit x} {x}");
        } catch (RuleSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static FormEdition edition(CheckRule... rules) {
        Item county = item("1.1", FormLevel.COUNTY, figure("1.1.1", "第一", "first"), figure("1.1.2", "第二", "second"),
                figure("1.1.3", "第三", "third"));
        Item province = item("2.1", FormLevel.PROVINCE, figure("2.1.1", "第四", "fourth"));
        return new FormEdition(new EditionId("test"), "0".repeat(64), "指标", "第1版", "1号", "某厅",
                List.of(new Indicator(1, "一", "", List.of(county)), new Indicator(2, "二", "", List.of(province))), List.of(rules),
                List.of(),
                new PaperPolicy(true, PaperPolicy.CityPaper.NONE), 6, 2024);
    }

    private static Item item(String code, FormLevel level, FigureDefinition... figures) {
        return new Item(code, "短名", "", ItemKind.QUANTITY, level, FillObligation.REQUIRED, List.of(), List.of(figures), null, null, "", "",
                "", "");
    }

    private static FigureDefinition figure(String code, String label, String labelEn) {
        return new FigureDefinition(code, label, labelEn, "所", 0, 9, RollUpRule.SUM, "填报时现有");
    }
}
