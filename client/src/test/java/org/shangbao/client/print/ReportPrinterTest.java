package org.shangbao.client.print;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.PaperRectangle;

import com.google.zxing.ResultPoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Papers of the official form, judged by their finished pages. */
class ReportPrinterTest {

    private static ReportPrinter printer;
    private static PrintedReport county;
    private static PrintedReport province;

    @BeforeAll
    static void printOnce(@TempDir Path fonts) throws Exception {
        PrintFonts.install(fonts);
        printer = new ReportPrinter();
        county = printer.print(PaperFixtures.county());
        province = printer.print(PaperFixtures.province());
    }

    @Test
    void findsEveryFigureOfTheCountyFormOnceAndInOrder() {
        List<String> wanted = figures(PaperFixtures.county());
        assertEquals(49, wanted.size());
        assertEquals(wanted, county.map().stream().map(figure -> figure.code() + "=" + figure.text()).toList());
    }

    @Test
    void findsEveryFigureOfTheProvinceFormOnceAndInOrder() {
        List<String> wanted = figures(PaperFixtures.province());
        assertEquals(54, wanted.size());
        assertEquals(wanted, province.map().stream().map(figure -> figure.code() + "=" + figure.text()).toList());
    }

    @Test
    void placesEveryFigureInsideTheColumnOfContentOverInk() throws Exception {
        try (PaperLook look = new PaperLook(county)) {
            for (PrintedFigure figure : county.map()) {
                assertTrue(figure.x() >= 790 && figure.x() + figure.width() <= 1600, figure.toString());
                PaperRectangle place = new PaperRectangle(figure.x() / 10.0, figure.y() / 10.0, figure.width() / 10.0,
                        figure.height() / 10.0);
                BufferedImage crop = PaperLook.crop(look.page(figure.page()), place);
                assertTrue(PaperLook.ink(crop) > crop.getWidth() * crop.getHeight() / 12, figure.toString());
            }
        }
    }

    @Test
    void printsBothCodesOfEveryPageWhereTheScannerLooks() throws Exception {
        try (PaperLook look = new PaperLook(province)) {
            assertEquals(province.pages(), look.pages());
            for (int page = 1; page <= look.pages(); page++) {
                BufferedImage picture = look.page(page);
                boolean landscape = picture.getWidth() > picture.getHeight();
                PaperRectangle upper = landscape ? PaperGeometry.CODE_A_LANDSCAPE : PaperGeometry.CODE_A;
                PaperRectangle lower = landscape ? PaperGeometry.CODE_B_LANDSCAPE : PaperGeometry.CODE_B;
                for (PaperRectangle place : List.of(upper, lower)) {
                    BufferedImage crop = PaperLook.crop(picture, place.grownBy(2.5));
                    assertEquals("SB1.990000.2024-10.R03." + page + "/" + look.pages() + ".KD25HIARJ7Q2MZ4XTWLPB6NE3A",
                            PaperLook.code(crop).getText());
                    assertTrue(Math.abs(leftInk(crop) / PaperLook.PIXELS - 2.5) < 0.2, "left edge on page " + page);
                    assertTrue(Math.abs(topInk(crop) / PaperLook.PIXELS - 2.5) < 0.2, "upper edge on page " + page);
                }
            }
        }
    }

    @Test
    void turnsTheCodeWithALandscapeSheet() throws Exception {
        try (PaperLook look = new PaperLook(province)) {
            int landscape = landscapePage(look);
            ResultPoint[] finders = PaperLook.code(PaperLook.crop(look.page(landscape), PaperGeometry.CODE_A_LANDSCAPE.grownBy(2.5)))
                    .getResultPoints();
            // finder patterns come as lower left, upper left, upper right of the code
            assertTrue(finders[0].getX() < finders[1].getX() - 50, "lower left stands left of upper left");
            assertTrue(finders[2].getY() > finders[1].getY() + 50, "upper right stands under upper left");
        }
    }

    @Test
    void pinsTheSignatureAreaAndLeavesTheStampSquareEmpty() throws Exception {
        try (PaperLook look = new PaperLook(county)) {
            int page = pageWith(look, "（单位盖章）");
            BufferedImage picture = look.page(page);
            PaperRectangle line = new PaperRectangle(64, 220.7, 60, 2);
            assertTrue(PaperLook.ink(PaperLook.crop(picture, line)) > PaperLook.pixel(58), "line for the signature");
            assertEquals(0, PaperLook.ink(PaperLook.crop(picture, PaperGeometry.STAMP_SQUARE.grownBy(-6))),
                    "grey words only in the square");
            assertEquals(0, PaperLook.ink(PaperLook.crop(picture, new PaperRectangle(63, 209, 62, 11))), "room to sign");
        }
        assertEquals(3, pageOfSignature(county));
    }

    @Test
    void pinsTheSignatureAreaOfAShortFormTooAndListsTheAnnexesUnderTheTable() throws Exception {
        PrintedReport shortForm = printer
                .print(PaperFixtures.county(PaperFixtures.countyRows(PaperFixtures::figure).subList(0, 2), List.of()));
        assertEquals(1, shortForm.pages());
        try (PaperLook look = new PaperLook(shortForm)) {
            PaperRectangle line = new PaperRectangle(64, 220.7, 60, 2);
            assertTrue(PaperLook.ink(PaperLook.crop(look.page(1), line)) > PaperLook.pixel(58));
            assertFalse(look.text(1).contains("附件：1"));
            assertTrue(look.text(1).contains("第1页共1页"));
        }
    }

    @Test
    void numbersPagesOverAllParts() throws Exception {
        try (PaperLook look = new PaperLook(province)) {
            for (int page = 1; page <= look.pages(); page++) {
                String text = look.text(page);
                assertTrue(text.contains("第" + page + "页共" + look.pages() + "页"), text);
                assertTrue(text.contains("990000-2024-10-R03"), text);
                assertTrue(text.contains("KD25HIAR"), text);
            }
        }
    }

    @Test
    void repeatsTheHeadOfTheTableAndMarksAContinuedIndicator() throws Exception {
        try (PaperLook look = new PaperLook(county)) {
            for (int page = 1; page <= 3; page++) {
                assertTrue(look.text(page).contains("填报内容"), "page " + page);
            }
            assertTrue(look.text(3).contains("（续）"));
            assertFalse(look.text(1).contains("（续）"));
            assertFalse(look.text(4).contains("填报内容"));
        }
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        assertArrayEquals(county.pdf(), printer.print(PaperFixtures.county()).pdf());
        assertArrayEquals(printer.print(PaperFixtures.signOff()).pdf(), new ReportPrinter().print(PaperFixtures.signOff()).pdf());
    }

    @Test
    void printsFiguresOfTwentyDigitsOnOneLine() {
        PrintedReport long20 = printer
                .print(PaperFixtures.county(
                        PaperFixtures.countyRows(code -> code.equals("5.1.1") ? "12345678901234567.123" : "98765432109876543210"),
                        List.of()));
        assertEquals(49, long20.map().size());
        assertTrue(long20.map().stream().allMatch(figure -> figure.height() < 50 && figure.x() + figure.width() <= 1600));
    }

    @Test
    void printsTheWordsForNotApplicableInTheFigureFace() {
        PrintedReport paper = printer
                .print(PaperFixtures.county(PaperFixtures.countyRows(code -> code.equals("4.1.1") ? "不适用" : "0"), List.of()));
        assertEquals("不适用", paper.map().stream().filter(figure -> "4.1.1".equals(figure.code())).findFirst().orElseThrow().text());
    }

    @Test
    void keepsALongNarrativeWholeOverPages() throws Exception {
        PrintedReport paper = printer
                .print(PaperFixtures.county(PaperFixtures.countyRows(PaperFixtures::figure), List.of(PaperFixtures.narratives(16))));
        try (PaperLook look = new PaperLook(paper)) {
            StringBuilder all = new StringBuilder();
            for (int page = 4; page <= look.pages(); page++) {
                all.append(look.text(page));
            }
            assertTrue(look.pages() > 6);
            assertEquals(16, all.toString().split("我县现有学前", -1).length - 1);
            assertEquals(16, all.toString().split("6.4%。", -1).length - 1);
        }
    }

    @Test
    void printsRareCharactersAsInkAndNotAsBoxes() throws Exception {
        // each on a page of its own in the same place: three rare characters and one that no font has
        List<Integer> ink = new ArrayList<>();
        Set<Integer> pictures = new TreeSet<>();
        for (String character : List.of("䓖", "㵲", "𬭊", "\uf8ff")) {
            PrintableReport plain = PaperFixtures.county(PaperFixtures.countyRows(PaperFixtures::figure).subList(0, 1), List.of());
            PrintableReport report = new PrintableReport(plain.kind(), plain.head(), character, "", "", "", null, plain.rows(), List.of(),
                    PaperSignature.NONE, plain.coding(), plain.revisionLine());
            try (PaperLook look = new PaperLook(printer.print(report))) {
                BufferedImage title = PaperLook.crop(look.page(1), new PaperRectangle(60, 37, 90, 10));
                ink.add(PaperLook.ink(title));
                pictures.add(java.util.Arrays.hashCode(title.getRGB(0, 0, title.getWidth(), title.getHeight(), null, 0, title.getWidth())));
            }
        }
        assertTrue(ink.subList(0, 3).stream().allMatch(dark -> dark > 250), ink.toString());
        assertEquals(4, pictures.size(), "three characters and the box look alike");
    }

    @Test
    void fallsBackToSongWhereTheSmallFacesLackACharacter() throws Exception {
        PrintableReport plain = PaperFixtures.county(PaperFixtures.countyRows(PaperFixtures::figure).subList(0, 1), List.of());
        PrintableReport report = new PrintableReport(plain.kind(), plain.head(), plain.title(), plain.subtitle(), plain.unit(),
                plain.affiliation(), null,
                plain.rows(), List.of(), new PaperSignature("龘朤朤", "欧阳龘", "1"), plain.coding(), plain.revisionLine());
        try (PaperLook look = new PaperLook(printer.print(report))) {
            assertTrue(look.text(1).contains("龘朤朤") && look.text(1).contains("欧阳龘"), look.text(1));
        }
    }

    @Test
    void printsNamesOfFifteenCharactersAndMarkupAsText() throws Exception {
        String unit = "双江拉祜族佤族布朗族傣族自治县";
        assertEquals(15, unit.length());
        PrintableReport plain = PaperFixtures.county();
        List<Annex> annexes = List
                .of(new Annex.MissingUnits("未报单位", "1个", null, List.of(new Annex.MissingUnit(unit, unit, "0", "<b>&amp;</b>"))));
        PrintableReport report = new PrintableReport(plain.kind(), PaperFixtures.head(unit, "报表<i>"), unit + "“双月报”报表", plain.subtitle(),
                "填报单位：" + unit + "教育局（990301）", "所属：" + "云南省临沧市", null, plain.rows().subList(0, 3), annexes,
                new PaperSignature("阿卜杜外力·买买提艾力", "张<晓>&岚", "1"), plain.coding(), plain.revisionLine());
        PrintedReport paper = printer.print(report);
        try (PaperLook look = new PaperLook(paper)) {
            assertTrue(look.text(1).contains(unit + "教育局（990301）"), look.text(1));
            assertTrue(look.text(1).contains("张<晓>&岚"));
            assertTrue(look.text(2).contains(unit + "报表<i>"));
            assertTrue(look.text(2).contains("<b>&amp;</b>"));
        }
    }

    @Test
    void mergesTheGroupsOfAnOverviewAndNumbersItsSheets() throws Exception {
        try (PaperLook look = new PaperLook(province)) {
            String first = look.text(landscapePage(look));
            assertEquals(2, first.split("1中小学党建德育", -1).length, first);
            assertTrue(first.contains("第1张共4张"), first);
            assertTrue(first.contains("附件2"), first);
        }
    }

    @Test
    void printsADraftWithoutCodesAndSignatureAreaAndNamesWhatIsOpen() throws Exception {
        List<SentenceRow> rows = PaperFixtures.countyRows(code -> code.equals("3.4.3") ? "" : PaperFixtures.figure(code));
        PrintedReport draft = printer.print(PaperFixtures.of(PrintableReport.Kind.DRAFT, PaperFixtures.county(), rows));
        assertEquals(48, draft.map().size());
        try (PaperLook look = new PaperLook(draft)) {
            String all = allText(look);
            assertTrue(all.contains("▲未填：3.4.3"));
            assertFalse(all.contains("单位盖章）"));
            assertFalse(all.contains("KD25HIAR"));
            assertEquals(0, PaperLook.ink(PaperLook.crop(look.page(1), PaperGeometry.CODE_A)));
            assertTrue(grey(PaperLook.crop(look.page(4), new PaperRectangle(60, 90, 90, 120))) > 500, "mark across the page");
        }
    }

    @Test
    void printsABlankFormWithTheCodesOfItsFigures() throws Exception {
        PrintableReport empty = PaperFixtures.of(PrintableReport.Kind.BLANK, PaperFixtures.county(), PaperFixtures.countyRows(_ -> ""));
        PrintedReport blank = printer.print(empty);
        try (PaperLook look = new PaperLook(blank)) {
            String all = allText(look);
            for (SentenceRow row : empty.rows()) {
                for (SentencePiece piece : row.sentence()) {
                    if (piece instanceof SentencePiece.Blank open) {
                        assertTrue(all.contains(open.code()), open.code());
                    }
                }
            }
            assertTrue(all.contains("（单位盖章）") && all.contains("交回时间"));
            assertFalse(all.contains("校验码"));
        }
    }

    @Test
    void printsTheSignOffSheetOnOnePageAndRunsOnWithMoreSteps() throws Exception {
        PrintableSignOff sheet = PaperFixtures.signOff();
        PrintedReport one = printer.print(sheet);
        assertEquals(1, one.pages());
        List<PrintableSignOff.Step> steps = new ArrayList<>(sheet.steps());
        steps.addAll(sheet.steps());
        PrintedReport two = printer
                .print(new PrintableSignOff(sheet.issuer(), sheet.title(), sheet.subtitle(), sheet.fields(), steps, sheet.notes(),
                        sheet.coding(), sheet.revisionLine()));
        assertEquals(2, two.pages());
        try (PaperLook look = new PaperLook(one); PaperLook longer = new PaperLook(two)) {
            assertTrue(PaperLook.code(PaperLook.crop(look.page(1), PaperGeometry.CODE_A.grownBy(2.5))).getText()
                    .startsWith("SB1.990000.2024-10.S03.1/1."));
            assertTrue(longer.text(2).contains("环节") && longer.text(2).contains("分管厅领导"), longer.text(2));
        }
    }

    @Test
    void refusesAFigureTheFaceCannotPrint() {
        assertThrows(IllegalArgumentException.class, () -> new SentencePiece.Figure("1.1.1", "1,000"));
    }

    @Test
    void tellsPapersOfOtherFiguresApart() {
        PrintedReport other = printer
                .print(PaperFixtures.county(PaperFixtures.countyRows(code -> code.equals("1.1.1") ? "97" : PaperFixtures.figure(code)),
                        List.of(PaperFixtures.narratives(3), PaperFixtures.explanations())));
        assertNotEquals(java.util.Arrays.hashCode(county.pdf()), java.util.Arrays.hashCode(other.pdf()));
    }

    private static List<String> figures(PrintableReport report) {
        return report.rows().stream().flatMap(row -> row.sentence().stream()).filter(SentencePiece.Figure.class::isInstance)
                .map(SentencePiece.Figure.class::cast).map(figure -> figure.code() + "=" + figure.value()).collect(Collectors.toList());
    }

    private static int pageOfSignature(PrintedReport paper) throws Exception {
        try (PaperLook look = new PaperLook(paper)) {
            return pageWith(look, "（单位盖章）");
        }
    }

    private static int pageWith(PaperLook look, String words) throws Exception {
        for (int page = 1; page <= look.pages(); page++) {
            if (look.text(page).contains(words)) {
                return page;
            }
        }
        return 0;
    }

    private static int landscapePage(PaperLook look) throws Exception { return pageWith(look, "第1张"); }

    private static String allText(PaperLook look) throws Exception {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= look.pages(); page++) {
            all.append(look.text(page));
        }
        return all.toString();
    }

    private static int grey(BufferedImage picture) {
        int grey = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int level = picture.getRGB(x, y) & 0xff;
                if (level > 150 && level < 220) {
                    grey++;
                }
            }
        }
        return grey;
    }

    private static int leftInk(BufferedImage picture) {
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                if (PaperLook.isDark(picture, x, y)) {
                    return x;
                }
            }
        }
        return picture.getWidth();
    }

    private static int topInk(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (PaperLook.isDark(picture, x, y)) {
                    return y;
                }
            }
        }
        return picture.getHeight();
    }
}
