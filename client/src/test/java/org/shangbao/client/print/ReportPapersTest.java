package org.shangbao.client.print;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.application.progress.GivingUp;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.edition.EditionLoader;
import org.shangbao.wire.v1.units.UnitCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Finalized reports of the official edition become papers. */
class ReportPapersTest {

    private static final FormEdition EDITION = new EditionLoader().official();
    private static final UnitTree UNITS = new UnitTree(
            List.of(Unit.of("000000", "", "教育部基础教育司", AdminLevel.MINISTRY, null, null),
                    Unit.of("210000", "210000", "辽宁省", AdminLevel.PROVINCE, "000000", FormLevel.PROVINCE),
                    Unit.of("210900", "210900", "阜新市", AdminLevel.CITY, "210000", null),
                    Unit.of("211000", "211000", "辽阳市", AdminLevel.CITY, "210000", null),
                    Unit.of("210922", "210922", "彰武县", AdminLevel.COUNTY, "210900", FormLevel.COUNTY),
                    Unit.of("211002", "211002", "白塔区", AdminLevel.COUNTY, "211000", FormLevel.COUNTY)));

    @TempDir
    Path fonts;

    @Test
    void printsACountysOwnItemsWithPointersToItsAnnexes() throws Exception {
        FinalizedReport finalized = county();
        PrintableReport paper = new ReportPapers(finalized, EDITION, UNITS, Optional.empty()).report();
        assertEquals(PrintableReport.Kind.COUNTY, paper.kind());
        assertEquals(EDITION.itemsOf(FormLevel.COUNTY).size(), paper.rows().size());
        assertEquals("基础教育重点任务“双月报”报表", paper.title());
        assertEquals("（2024年10月）", paper.subtitle());
        assertEquals("填报单位：彰武县（210922）", paper.unit());
        assertEquals("所属：辽宁省阜新市", paper.affiliation());
        assertEquals("辽宁省阜新市彰武县", paper.head().runningUnit());
        assertEquals("第2稿，2024年10月28日15时20分生成。各页编号、校验码须一致；单面打印，连同附件全部扫描回传。", paper.revisionLine());
        assertNull(paper.scope());
        assertEquals("见附件1（一）", row(paper, "1.目前学前三年适龄幼儿").pointer());
        assertEquals("核实说明1", row(paper, "2.今年以来新建公办园").pointer());
        assertEquals("本期未报", row(paper, "7.在核编补充").pointer());
        assertEquals("210922-2024-10-R02", paper.coding().number());
        assertEquals(List.of("情况说明", "核实说明"), paper.annexes().stream().map(Annex::title).toList());
        PrintFonts.install(fonts);
        PrintedReport printed = new ReportPrinter().print(paper);
        assertEquals(49, printed.map().size());
        assertTrue(printed.map().stream().anyMatch(figure -> "5.1.1".equals(figure.code()) && figure.text().equals("52.3")));
        assertTrue(printed.map().stream().anyMatch(figure -> "4.1.1".equals(figure.code()) && figure.text().equals("不适用")));
    }

    @Test
    void printsTheEmptyFormWithTheCodesOfItsFiguresAndNothingThatTiesItToARevision() throws Exception {
        PrintableReport paper = new ReportPapers(county(), EDITION, UNITS, Optional.empty()).blank();
        assertEquals(PrintableReport.Kind.BLANK, paper.kind());
        assertNull(paper.coding());
        assertEquals(List.of(), paper.annexes());
        assertTrue(paper.rows().stream().allMatch(row -> row.pointer().isEmpty()));
    }

    @Test
    void printsADraftWithItsAnnexesButWithoutNumberAndCode() throws Exception {
        PrintableReport paper = new ReportPapers(county(), EDITION, UNITS, Optional.empty()).draft();
        assertEquals(PrintableReport.Kind.DRAFT, paper.kind());
        assertNull(paper.coding());
        assertEquals("2024年10月28日15时20分打印。仅供校对和征求意见，不得签字盖章，不作上报依据。", paper.revisionLine());
        PrintFonts.install(fonts);
        assertTrue(new ReportPrinter().print(paper).pages() >= 4);
    }

    @Test
    void printsAProvincesSummaryOfAllItemsWithItsScope() throws Exception {
        PrintableReport paper = new ReportPapers(province(), EDITION, UNITS, Optional.of(rollUp())).report();
        assertEquals(EDITION.items().size(), paper.rows().size());
        assertEquals("辽宁省基础教育重点任务“双月报”报表", paper.title());
        assertEquals("报送：教育部基础教育司", paper.affiliation());
        assertEquals("应报2个县（市、区），已审核1个，未报1个（见附件2，不计入合计）", paper.scope());
        assertEquals("1个县合计，下同", paper.rows().getFirst().pointer());
        assertEquals(List.of("分市一览表", "未报单位", "案例目录"), paper.annexes().stream().map(Annex::title).toList());
        assertTrue(row(paper, "3.目前公办园生均公用经费标准").emphasised());
        List<SentencePiece> centres = row(paper, "2.辖区内建有省级").sentence();
        assertEquals(3, centres.stream().filter(SentencePiece.Figure.class::isInstance).count());
        assertEquals(2, centres.stream().filter(new SentencePiece.Text("、")::equals).count());
        PrintFonts.install(fonts);
        assertEquals(54, new ReportPrinter().print(paper).map().size());
    }

    @Test
    void listsTheLargestJumpsOfTheUnitsBelowAndSaysHowManyThereAre() throws Exception {
        List<RollUpView.Explanation> all = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            all.add(new RollUpView.Explanation("210922", "彰武县", "3.1." + i, "与上期相比变动超过50%", String.valueOf(100 + i), "100", "第" + i + "条"));
        }
        all.add(new RollUpView.Explanation("210922", "彰武县", "2.6", "未附案例", "", "", "本期没有。"));
        RollUpView sum = rollUp();
        RollUpView view = new RollUpView(sum.unit(), sum.period(), sum.edition(), sum.due(), sum.reported(), sum.counted(), sum.figures(),
                sum.children(), sum.included(), sum.missing(), sum.texts(), sum.cases(), all);

        PrintableReport paper = new ReportPapers(province(), EDITION, UNITS, Optional.of(view)).report();

        Annex.ExplanationSummary annex = assertInstanceOf(Annex.ExplanationSummary.class, paper.annexes().get(2));
        assertEquals("已审核的1个县共报核实说明26条，均经审核认可。下表列变动幅度最大的20条，全部条目随电子表报送。", annex.intro());
        assertEquals(20, annex.rows().size());
        assertEquals(new Annex.UnitExplanation("阜新市彰武县", "3.1.25", "与上期相比变动超过50%（本期125，上期100）", "第25条"), annex.rows().getFirst());
        assertEquals("3.1.6", annex.rows().getLast().code());
    }

    @Test
    void printsADraftOfASummaryWithItsScopeAndAnnexes() {
        PrintableReport paper = new ReportPapers(province(), EDITION, UNITS, Optional.of(rollUp())).draft();
        assertEquals("应报2个县（市、区），已审核1个，未报1个（见附件2，不计入合计）", paper.scope());
        assertEquals(List.of("分市一览表", "未报单位", "案例目录"), paper.annexes().stream().map(Annex::title).toList());
    }

    @Test
    void printsEveryCityOfARealProvinceOnItsOverview() throws Exception {
        UnitTree tree = UnitCsv.shipped();
        UnitId sichuan = new UnitId("510000");
        List<RollUpView.Part> parts = new ArrayList<>();
        int due = 0;
        for (Unit city : tree.children(sichuan)) {
            int below = (int) tree.subtree(city.id()).stream().filter(Unit::isFilling).count();
            due += below;
            SortedMap<String, String> figures = new TreeMap<>();
            EDITION.figuresOf(FormLevel.COUNTY)
                    .forEach(
                            figure -> figures.put(figure.code(), "7" + Math.abs((city.id().value() + figure.code()).hashCode() % 100_000)));
            parts.add(new RollUpView.Part(city.id().value(), city.name(), below, below, below, figures));
        }
        assertTrue(due > 100 && parts.size() > 20, due + " counties in " + parts.size() + " cities");
        RollUpView sum = rollUp();
        RollUpView view = new RollUpView("510000", sum.period(), sum.edition(), due, due, due, sum.figures(), parts, List.of(), List.of(),
                List.of(), List.of(), List.of());
        FinalizedReport finalized = report(FinalizedReport.Kind.SUMMARY, "510000", "四川省", 1,
                figures(new ArrayList<>(EDITION.figures().keySet())), new TreeMap<>(), List.of(), List.of(), List.of(), List.of());
        PrintFonts.install(fonts);

        PrintedReport printed = new ReportPrinter().print(new ReportPapers(finalized, EDITION, tree, Optional.of(view)).report());

        assertEquals(List.of(), PaperGlyphs.overlaps(PaperGlyphs.of(printed)));
        try (PaperLook look = new PaperLook(printed)) {
            StringBuilder all = new StringBuilder();
            for (int page = 1; page <= look.pages(); page++) {
                all.append(look.text(page));
            }
            for (RollUpView.Part part : parts) {
                assertTrue(all.toString().contains(part.unitName()), part.unitName());
                part.figures().values().forEach(value -> assertTrue(all.toString().contains(value), value + " of " + part.unitName()));
            }
        }
    }

    @Test
    void headsATextWithTheOfficialSentenceWhereTheItemIsNothingButAText() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("2.1", "一段");
        texts.put("2.4", "二段");
        texts.put("6.1", "三段");
        FinalizedReport finalized = report(FinalizedReport.Kind.SUMMARY, "210000", "辽宁省", 1, new TreeMap<>(), texts, List.of(), List.of(),
                List.of(), List.of());
        Annex annex = new ReportPapers(finalized, EDITION, UNITS, Optional.empty()).report().annexes().getFirst();
        assertEquals(List.of("（一）2.1　根据人口规模，调整优化县域普惠性幼儿园布局规划情况", "（二）2.4　完成幼儿园办园不规范行为专项治理工作情况",
                "（三）6.1　贯彻落实《中共中央办公厅 国务院办公厅印发〈关于构建优质均衡的基本公共教育服务体系的意见〉的通知》情况"),
                assertInstanceOf(Annex.Narratives.class, annex).sections().stream().map(Annex.Section::heading).toList());
    }

    @Test
    void printsTheSignOffSheetWithTheDigestOfTheReport() {
        FinalizedReport finalized = province();
        PrintableSignOff sheet = new ReportPapers(finalized, EDITION, UNITS, Optional.of(rollUp()))
                .signOff(List.of(new SignOffView.Step("处室负责人", "王芳", false, "", null, "PAPER", "")), 7);
        assertEquals("210000-2024-10-S03", sheet.coding().number());
        assertEquals("2024年10月基础教育重点任务“双月报”省级报表，报教育部基础教育司。", sheet.fields().getFirst().lines().getFirst());
        assertTrue(sheet.fields().get(1).lines().getFirst().startsWith("编号 210000-2024-10-R03　校验码 "), sheet.fields().get(1).toString());
        assertEquals(finalized.digest().hex().toUpperCase(java.util.Locale.ROOT),
                String.join("", sheet.fields().get(2).lines()).replace(" ", ""));
        assertEquals("处室负责人", sheet.steps().getFirst().role());
    }

    @Test
    void aPrintThatIsGivenUpAfterItsFirstPageEndsWithNoPaper() throws Exception {
        PrintFonts.install(fonts);
        assertThrows(CancellationException.class,
                () -> Watched.by(GivingUp.after(1), () -> new ReportPrinter().print(WarmUpPaper.report())));
    }

    @Test
    void preparesWithAPaperThatHasEveryFaceOnIt() throws Exception {
        PrintFonts.install(fonts);
        PrintedReport paper = new ReportPrinter().print(WarmUpPaper.report());
        assertEquals(Typeface.values().length,
                PaperGlyphs.of(paper).stream().map(glyph -> glyph.face().replaceFirst("^.*[+]", "")).distinct().count());
    }

    @Test
    void numbersHeadingsInChinese() {
        assertEquals(List.of("一", "九", "十", "十一", "二十", "九十九"),
                List.of(1, 9, 10, 11, 20, 99).stream().map(ReportAnnexes::numeral).toList());
    }

    private static SentenceRow row(PrintableReport paper, String start) {
        return paper.rows().stream()
                .filter(row -> row.sentence().getFirst() instanceof SentencePiece.Text text && text.text().startsWith(start))
                .findFirst().orElseThrow();
    }

    private static SortedMap<String, String> figures(List<String> codes) {
        SortedMap<String, String> figures = new TreeMap<>();
        codes.forEach(code -> figures.put(code, "17"));
        figures.put("5.1.1", "52.3000");
        figures.put("4.1.1", FinalizedReport.NOT_APPLICABLE);
        return figures;
    }

    private static FinalizedReport county() {
        List<String> codes = EDITION.figuresOf(FormLevel.COUNTY).stream().map(figure -> figure.code()).toList();
        return report(FinalizedReport.Kind.FORM, "210922", "彰武县", 2, figures(codes), new TreeMap<>(java.util.Map.of("2.1", "第一段。\n\n第二段。")),
                List.of(new FinalizedReport.Explained("R20/2.2.1", "2.2.1", "与上期相比变动超过50%", "17", "3", "新建两所，已投入使用。")), List.of(),
                List.of(), List.of());
    }

    private static FinalizedReport province() {
        return report(FinalizedReport.Kind.SUMMARY, "210000", "辽宁省", 3, figures(new ArrayList<>(EDITION.figures().keySet())),
                new TreeMap<>(), List.of(),
                List.of(new FinalizedReport.ChildRevision("210922", new UUID(0, 2), "ab".repeat(32))),
                List.of(new FinalizedReport.MissingUnit("211002", "白塔区", "数据未核实完毕")),
                List.of(new FinalizedReport.SelectedCase("210922", "彰武县", "2.6", "“三统一”做法", true)));
    }

    private static RollUpView rollUp() {
        SortedMap<String, String> sums = figures(new ArrayList<>(EDITION.figures().keySet()));
        return new RollUpView("210000", "2024-10", EDITION.id().value(), 2, 1, 1, sums,
                List.of(new RollUpView.Part("210900", "阜新市", 1, 1, 1, sums),
                        new RollUpView.Part("211000", "辽阳市", 1, 0, 0, new TreeMap<>())),
                List.of(),
                List.of(new RollUpView.Missing("211002", "白塔区", "NOT_SUBMITTED", "0419-1234567")), List.of(), List.of(), List.of());
    }

    private static FinalizedReport report(FinalizedReport.Kind kind, String unit, String name, int number,
            SortedMap<String, String> figures,
            SortedMap<String, String> narratives, List<FinalizedReport.Explained> explanations,
            List<FinalizedReport.ChildRevision> children,
            List<FinalizedReport.MissingUnit> missing, List<FinalizedReport.SelectedCase> cases) {
        return new FinalizedReport(FinalizedReport.FORMAT, 1, kind, unit, name, "2024-10", EDITION.id().value(), EDITION.digest(),
                new UUID(0, 1), number, null,
                Instant.parse("2024-10-28T07:20:00Z"), figures, narratives, new TreeMap<>(), explanations, children, missing, cases,
                new FinalizedReport.People("张晓岚", "李建国", "", "0999-6220187"), "test");
    }
}
