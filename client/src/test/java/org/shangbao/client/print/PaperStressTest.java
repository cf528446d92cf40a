package org.shangbao.client.print;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.print.PaperGlyphs.Glyph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Papers of answers longer than any seen: nothing is cut off, nothing stands on anything else. */
class PaperStressTest {

    private static final double BODY_LEFT = 79;
    private static final double BODY_RIGHT = 79 + 442;
    private static final String TWENTY = "98765432109876543210";
    private static final String NAME = "双江拉祜族佤族布朗族傣族自治县";

    @TempDir
    private static Path fonts;
    private static ReportPrinter printer;

    @BeforeAll
    static void install() throws Exception {
        PrintFonts.install(fonts);
        printer = new ReportPrinter();
    }

    @Test
    void setsNarrativesWithTwoStraightEdges() throws Exception {
        PrintedReport paper = printer.print(county(PaperFixtures::figure, List.of(narratives(PaperFixtures.LONG, 12))));
        int lines = 0;
        for (List<Glyph> line : lines(PaperGlyphs.of(paper))) {
            Glyph last = line.getLast();
            if (last.size() != 12 || last.direction() != 0 || last.x() < 470 || endsParagraph(line)) {
                continue;
            }
            lines++;
            assertEquals(BODY_RIGHT, last.right(), 1.6, text(line));
            assertTrue(line.getFirst().x() - BODY_LEFT < 0.5 || Math.abs(line.getFirst().x() - BODY_LEFT - 24) < 2.5, text(line));
            assertTrue("。，、；：！？）》”%".indexOf(line.getFirst().text()) < 0, "a line begins with " + text(line));
            assertTrue("（《“".indexOf(last.text()) < 0, "a line ends with " + text(line));
            for (int i = 1; i < line.size(); i++) {
                assertTrue(line.get(i).x() - line.get(i - 1).right() < 2.2, "torn: " + text(line));
            }
        }
        assertTrue(lines > 40, lines + " full lines");
    }

    @Test
    void loosensNoLineOfMixedTextBeyondWhatIsRead() throws Exception {
        String mixed = "按照《“十四五”学前教育发展提升行动计划》（教基〔2021〕8号）要求，我县“三统一”（统一编制、统一工资、统一社保）做法已覆盖96.4%的公办园；"
                + "其中www.example.gov.cn/kindergarten/2024/report.html所列12个乡镇，生均公用经费由500.00元提高到600.00元！";
        PrintedReport paper = printer.print(county(PaperFixtures::figure, List.of(narratives(mixed, 10))));
        List<Glyph> glyphs = PaperGlyphs.of(paper);
        assertEquals(List.of(), PaperGlyphs.overlaps(glyphs));
        for (List<Glyph> line : lines(glyphs)) {
            assertTrue(line.getLast().right() <= BODY_RIGHT + 5.5, "beyond the edge: " + text(line));
        }
        try (PaperLook look = new PaperLook(paper)) {
            assertEquals(10, all(look).split("report.html所列12个乡镇", -1).length - 1);
        }
    }

    @Test
    void holdsLongNamesLongFiguresAndLongExplanationsWithoutCuttingAny() throws Exception {
        String explanation = "经逐校核对竣工验收备案表、学籍系统和编制台账，" + "本期数据以九月三十日实有数为准，".repeat(60) + "特此说明。";
        List<Annex.Explanation> rows = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            rows.add(new Annex.Explanation("3.1." + i, "与上期相比变动超过50%（" + NAME + "）", TWENTY, "12345678901234567.123",
                    i == 5 ? explanation : "第" + i + "条：" + NAME + "新建学校集中竣工。"));
        }
        PrintedReport paper = printer.print(county(_ -> TWENTY, List.of(narratives(PaperFixtures.LONG, 3),
                new Annex.Explanations("核实说明", "12条", "共12条。", rows),
                new Annex.MissingUnits("未报单位", "1个", null, List.of(new Annex.MissingUnit(NAME, NAME, "0883-12345678转8001", explanation))),
                new Annex.Cases("案例目录", "1篇", null, List.of(new Annex.Case("2.6", explanation.substring(0, 120), NAME + "教育局", "指定"))))));
        List<Glyph> glyphs = PaperGlyphs.of(paper);
        assertEquals(List.of(), PaperGlyphs.overlaps(glyphs));
        assertInside(glyphs);
        try (PaperLook look = new PaperLook(paper)) {
            String all = all(look);
            assertEquals(2, all.split("特此说明。", -1).length - 1);
            assertEquals(120, all.split("本期数据以九月三十日实有数为准，", -1).length - 1, 6);
            for (int i = 1; i <= 12; i++) {
                assertTrue(i == 5 || all.contains("第" + i + "条：" + NAME), "entry " + i);
            }
            assertEquals(12, count(all, "12345678901234567.123"));
        }
        assertEquals(49, paper.map().size());
    }

    @Test
    void printsAnnexesThatHaveNothingInThem() throws Exception {
        PrintedReport paper = printer.print(county(PaperFixtures::figure,
                List.of(new Annex.Narratives("情况说明", "", List.of()), new Annex.Explanations("核实说明", "0条", "本期没有需要核实的数据。", List.of()),
                        new Annex.Overview("分县一览表", "", List.of(), List.of(overview("1.1.1", 0))))));
        assertEquals(List.of(), PaperGlyphs.overlaps(PaperGlyphs.of(paper)));
        try (PaperLook look = new PaperLook(paper)) {
            String all = all(look);
            assertTrue(all.contains("本期没有需要核实的数据。") && all.contains("附件3"), all);
        }
    }

    @Test
    void widensTheOverviewForLongFiguresAndPutsEveryUnitAndFigureOnIt() throws Exception {
        for (int units : new int[]{ 1, 14, 15, 120 }) {
            List<String> names = new ArrayList<>();
            for (int unit = 1; unit <= units; unit++) {
                names.add(unit % 3 == 0 ? NAME : "第" + unit + "县");
            }
            List<Annex.OverviewRow> rows = new ArrayList<>();
            for (int figure = 1; figure <= 20; figure++) {
                rows.add(overview("3.1." + figure, units));
            }
            PrintedReport paper = printer.print(county(PaperFixtures::figure, List.of(new Annex.Overview("分县一览表", "", names, rows))));
            List<Glyph> glyphs = PaperGlyphs.of(paper);
            assertEquals(List.of(), PaperGlyphs.overlaps(glyphs), units + " units");
            assertInside(glyphs);
            try (PaperLook look = new PaperLook(paper)) {
                String all = all(look);
                for (int figure = 1; figure <= 20; figure++) {
                    for (int unit = 0; unit < units; unit++) {
                        assertTrue(all.contains(value("3.1." + figure, unit)), "3.1." + figure + " of unit " + unit + " of " + units);
                    }
                }
            }
        }
    }

    private static Annex.OverviewRow overview(String code, int units) {
        List<String> values = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            values.add(value(code, unit));
        }
        return new Annex.OverviewRow("3\n义务教育\n优质均衡\n发展", code, "“一校一案”制定劳动教育清单并有效执行的学校数" + code, "所", TWENTY, values);
    }

    private static String value(String code, int unit) {
        return "7" + code.replace(".", "") + "0" + (1000 + unit) + (unit % 7 == 0 ? "0000000" : "");
    }

    private static void assertInside(List<Glyph> glyphs) {
        for (Glyph glyph : glyphs) {
            double width = glyph.direction() == 0 || glyph.direction() == 180 ? 842 : 1200;
            assertTrue(glyph.x() > 15 && glyph.right() < width - 15, glyph.toString());
        }
    }

    private static int count(String all, String part) { return all.split(java.util.regex.Pattern.quote(part), -1).length - 1; }

    private static PrintableReport county(Function<String, String> value, List<Annex> annexes) {
        return PaperFixtures.county(PaperFixtures.countyRows(value), annexes);
    }

    private static Annex.Narratives narratives(String paragraph, int times) {
        return new Annex.Narratives("情况说明", "2.1", List.of(new Annex.Section("（一）2.1　布局规划情况", Collections.nCopies(times, paragraph))));
    }

    private static boolean endsParagraph(List<Glyph> line) { return "。！".contains(line.getLast().text()) && line.size() < 33; }

    /** Glyphs of one face size on one baseline, left to right. */
    private static List<List<Glyph>> lines(List<Glyph> glyphs) {
        Map<String, List<Glyph>> lines = glyphs.stream()
                .filter(glyph -> glyph.page() > 3 && glyph.face().contains("Song") && glyph.size() == 12)
                .filter(glyph -> glyph.y() > 110 && glyph.y() < 740)
                .collect(Collectors.groupingBy(glyph -> String.format("%03d %06.1f", glyph.page(), glyph.y()), TreeMap::new,
                        Collectors.toList()));
        return List.copyOf(lines.values());
    }

    private static String text(List<Glyph> line) { return line.stream().map(Glyph::text).collect(Collectors.joining()); }

    private static String all(PaperLook look) throws Exception {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= look.pages(); page++) {
            all.append(look.text(page));
        }
        return all.toString();
    }
}
