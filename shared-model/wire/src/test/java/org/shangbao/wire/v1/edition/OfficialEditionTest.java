package org.shangbao.wire.v1.edition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.CalendarEntry;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.ItemKind;
import org.shangbao.model.edition.PaperPolicy;
import org.shangbao.model.edition.RollUpRule;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.wire.v1.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OfficialEditionTest {
    private final FormEdition edition = new EditionLoader().official();

    @Test
    void officialEditionIsNamedAsItsDocumentNamesIt() {
        assertEquals("moe-jjs-bimonthly-2023-10", edition.id().value());
        assertEquals("基础教育重点任务“双月报”填报指标", edition.title());
        assertEquals("教基司函〔2023〕34号", edition.documentNumber());
        assertEquals("教育部基础教育司", edition.issuer());
        assertEquals(6, edition.explanationMin());
        assertEquals(new PaperPolicy(true, PaperPolicy.CityPaper.NONE), edition.paper());
        assertEquals(Sha256.of(EditionLoader.officialBytes()).hex(), edition.digest());
    }

    @Test
    void officialEditionHas27ItemsAnd54FiguresIn52Blanks() {
        assertEquals(7, edition.indicators().size());
        assertEquals(27, edition.items().size());
        assertEquals(54, edition.figures().size());
        long blanks = edition.items().stream().flatMap(item -> item.sentence().stream())
                .filter(SentencePart.Blank.class::isInstance).count();
        assertEquals(52, blanks);
        assertEquals(49, edition.figuresOf(FormLevel.COUNTY).size());
        assertEquals(5, edition.figuresOf(FormLevel.PROVINCE).size());
        assertEquals(Map.of(ItemKind.QUANTITY, 17L, ItemKind.TASK, 8L, ItemKind.INNOVATION, 2L),
                edition.items().stream().collect(Collectors.groupingBy(Item::kind, Collectors.counting())));
        assertEquals(List.of("2.3", "2.4", "2.5", "5.2", "6.1", "6.2", "7.1", "7.2"),
                edition.itemsOf(FormLevel.PROVINCE).stream().map(Item::code).toList());
    }

    @Test
    void blanksOfEachGroupAndUnitsAreThoseOfTheDocument() {
        assertEquals(List.of(6L, 7L, 16L, 15L, 8L, 0L, 0L), edition.indicators().stream().map(indicator -> indicator.items().stream()
                .flatMap(item -> item.sentence().stream()).filter(SentencePart.Blank.class::isInstance).count()).toList());
        assertEquals(Map.of("所", 32L, "个", 12L, "人", 7L, "元/年·人", 2L, "万人", 1L),
                edition.figures().values().stream().collect(Collectors.groupingBy(FigureDefinition::unit, Collectors.counting())));
    }

    @Test
    void threeFiguresShareTheOneBlankOfItem52() {
        Item item = edition.item("5.2").orElseThrow();
        assertTrue(item.sentence().contains(new SentencePart.Blank(List.of("5.2.1a", "5.2.1b", "5.2.1c"))), item.toString());
    }

    @Test
    void sentenceKeepsItsWordsAndPrintsChinesePunctuation() {
        assertEquals("1.现有义务教育优质学校□所，可提供学位□个。其中，“一案一校”制定挖潜扩容方案的优质学校□所，计划扩增优质学位□个，目前已扩增优质学位□个。（优质学校口径由各地把握，主要是指教学质量较高、群众认可度较高的学校）",
                words(edition.item("3.1").orElseThrow()));
        assertEquals("1.辖区内有中小学□所，已按要求落实党组织领导的校长负责制的□所。（按文件要求，完成书记校长选配工作，明确书记校长职责分工，建立党政协调运行工作机制）",
                words(edition.item("1.1").orElseThrow()));
    }

    @Test
    void everyItemHasShortNameGuidanceAndEnglishReading() {
        for (Item item : edition.items()) {
            assertFalse(item.shortName().isEmpty(), item.code());
            assertFalse(item.shortNameEn().isEmpty(), item.code());
            assertFalse(item.guidance().isEmpty(), item.code());
            assertFalse(item.readingEn().isEmpty(), item.code());
            item.figures().forEach(figure -> assertFalse(figure.labelEn().isEmpty(), figure.code()));
        }
    }

    @Test
    void rateIsNeverSummedAndPopulationTakesFourDecimals() {
        assertEquals(RollUpRule.NONE, edition.figures().get("2.3.1").rollUp());
        assertEquals(RollUpRule.SUM, edition.figures().get("1.1.1").rollUp());
        FigureDefinition population = edition.figures().get("5.1.1");
        assertEquals("万人", population.unit());
        assertEquals(4, population.scale());
    }

    @Test
    void all89RulesAreThereWithTheirSeverities() {
        assertEquals(89, edition.rules().size());
        assertEquals(89, edition.rules().stream().map(CheckRule::id).distinct().count());
        assertEquals(Map.of(Severity.MUST_FIX, 31L, Severity.MUST_EXPLAIN, 39L, Severity.NOTICE, 19L),
                edition.rules().stream().collect(Collectors.groupingBy(CheckRule::severity, Collectors.counting())));
        assertEquals(Map.of(CheckRule.Basis.TEXT, 28L, CheckRule.Basis.INFERRED, 55L, CheckRule.Basis.ENGINEERING, 6L),
                edition.rules().stream().collect(Collectors.groupingBy(CheckRule::basis, Collectors.counting())));
        assertEquals(List.of("R41"), edition.rules().stream().filter(rule -> rule.stage() == CheckRule.Stage.SUBMIT)
                .map(CheckRule::id).toList());
        assertTrue(edition.rules().stream().allMatch(CheckRule::enabled));
    }

    @Test
    void calendarHasThreePilotMonthsAndThenTheLastTwoDaysOfEvenMonths() {
        Map<PeriodId, CalendarEntry> calendar = edition.calendar().stream()
                .collect(Collectors.toMap(CalendarEntry::period, Function.identity()));
        assertEquals(21, calendar.size());
        assertEquals(PeriodKind.PILOT, calendar.get(new PeriodId("2023-11")).kind());
        CalendarEntry february = calendar.get(new PeriodId("2024-02"));
        assertEquals("2024-02-28/2024-02-29 REGULAR", february.firstDay() + "/" + february.lastDay() + " " + february.kind());
        assertFalse(calendar.containsKey(new PeriodId("2024-01")));
    }

    @Test
    void switchedOffRulesAreKeptAndDisabled() {
        FormEdition switched = new EditionLoader(Set.of("R31", "R19", "R999")).official();
        assertEquals(89, switched.rules().size());
        assertEquals(List.of("R19", "R31"),
                switched.rules().stream().filter(rule -> !rule.enabled()).map(CheckRule::id).toList());
        assertEquals(edition.digest(), switched.digest());
    }

    private static String words(Item item) {
        return item.sentence().stream().map(part -> part instanceof SentencePart.Words words ? words.text() : "□")
                .collect(Collectors.joining());
    }
}
