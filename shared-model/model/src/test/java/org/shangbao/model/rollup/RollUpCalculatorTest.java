package org.shangbao.model.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FillObligation;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.ItemKind;
import org.shangbao.model.edition.NarrativeDefinition;
import org.shangbao.model.edition.PaperPolicy;
import org.shangbao.model.edition.RollUpRule;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RollUpCalculatorTest {
    private static final Unit EAST = Unit.of("A1", "", "东县", AdminLevel.COUNTY, "A", FormLevel.COUNTY);
    private static final Unit WEST = Unit.of("A2", "", "西县", AdminLevel.COUNTY, "A", FormLevel.COUNTY);
    private static final Unit SILENT = Unit.of("A3", "", "北县", AdminLevel.COUNTY, "A", FormLevel.COUNTY);

    @Test
    void eachFigureIsCombinedByItsOwnRuleAndExactly() {
        RollUp result = RollUpCalculator.combine(edition(), FormLevel.COUNTY, List.of(EAST, WEST, SILENT),
                List.of(input(EAST, "9007199254740993", "12.5", "3"), input(WEST, "1", "0.0001", "8")));
        assertEquals(new BigDecimal("9007199254740994"), result.value("sum").number());
        assertEquals("12.5001", result.value("decimal").canonical());
        assertEquals(FigureValue.MISSING, result.value("rate"));
        assertEquals(List.of("3", "8"),
                result.figures().get("rate").contributors().stream().map(part -> part.number().toPlainString()).toList());
        assertEquals(List.of(SILENT.id()), result.missing());
    }

    @Test
    void blankZeroAndNotApplicableStayThreeThings() {
        RollUpInput blank = new RollUpInput(EAST, ReportContent.EMPTY);
        RollUpInput none = new RollUpInput(WEST, ReportContent.EMPTY.withFigures(Map.of("sum", FigureValue.NOT_APPLICABLE)));
        RollUp result = RollUpCalculator.combine(edition(), FormLevel.COUNTY, List.of(EAST, WEST, SILENT),
                List.of(blank, none, new RollUpInput(SILENT, ReportContent.EMPTY.withFigures(Map.of("sum", FigureValue.of("0"))))));
        RolledUpFigure sum = result.figures().get("sum");
        assertEquals(FigureValue.of("0"), sum.value());
        assertEquals(1, sum.contributors().size());
        assertEquals(1, sum.missing());
        assertEquals(1, sum.notApplicable());
        assertEquals(FigureValue.MISSING, result.value("decimal"));
    }

    @Test
    void aUnitThatIsNotDueIsNotCounted() {
        RollUp result = RollUpCalculator.combine(edition(), FormLevel.COUNTY, List.of(EAST),
                List.of(input(EAST, "1", "1", "1"), input(WEST, "5", "5", "5")));
        assertEquals("1", result.value("sum").canonical());
        assertEquals(List.of(EAST.id()), result.counted());
    }

    @Test
    void textsAreCompiledOrOfferedForSelectionInTreeOrder() {
        RollUp result = RollUpCalculator.combine(edition(), FormLevel.COUNTY, List.of(EAST, WEST),
                List.of(text(EAST, "T", "东"), text(WEST, "T", "西"), text(WEST, "C", "案例")));
        assertEquals(List.of(new ReportedText(EAST.id(), "T", "东"), new ReportedText(WEST.id(), "T", "西")), result.compile());
        assertEquals(List.of(new ReportedText(WEST.id(), "C", "案例")), result.select());
    }

    private static RollUpInput input(Unit unit, String sum, String decimal, String rate) {
        return new RollUpInput(unit, ReportContent.EMPTY
                .withFigures(Map.of("sum", FigureValue.of(sum), "decimal", FigureValue.of(decimal), "rate", FigureValue.of(rate))));
    }

    private static RollUpInput text(Unit unit, String item, String text) {
        return new RollUpInput(unit,
                new ReportContent(new TreeMap<>(), new TreeMap<>(Map.of(item, text)), new TreeMap<>(), new TreeMap<>()));
    }

    private static FormEdition edition() {
        Item figures = new Item("F", "", "", ItemKind.QUANTITY, FormLevel.COUNTY, FillObligation.REQUIRED, List.of(),
                List.of(figure("sum", 0, RollUpRule.SUM), figure("decimal", 4, RollUpRule.SUM), figure("rate", 2, RollUpRule.NONE)), null,
                null, "", "", "", "");
        return new FormEdition(new EditionId("test"), "0".repeat(64), "", "", "", "",
                List.of(new Indicator(1, "", "", List.of(figures, textItem("T", TextRollUp.COMPILE), textItem("C", TextRollUp.SELECT)))),
                List.of(), List.of(), new PaperPolicy(true, PaperPolicy.CityPaper.NONE), 6, null);
    }

    private static Item textItem(String code, TextRollUp rollUp) {
        return new Item(code, "", "", ItemKind.TASK, FormLevel.COUNTY, FillObligation.REQUIRED, List.of(), List.of(),
                new NarrativeDefinition("", rollUp, 0, 1000), null, "", "", "", "");
    }

    private static FigureDefinition figure(String code, int scale, RollUpRule rule) {
        return new FigureDefinition(code, code, "", "", scale, 30, rule, "");
    }
}
