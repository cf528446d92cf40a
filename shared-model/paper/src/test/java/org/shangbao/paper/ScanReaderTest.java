package org.shangbao.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangbao.paper.simulation.Damage.Colour;
import org.shangbao.paper.simulation.PaperSimulator;
import org.shangbao.paper.simulation.PrintedSheets;
import org.shangbao.paper.simulation.SimulatedScan;
import org.shangbao.paper.simulation.SimulationOptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class ScanReaderTest {
    private static final SimulationOptions OFFICE = SimulationOptions.office(20241030).withDpi(150)
            .withSignaturePage(PaperFixture.SIGNATURE_PAGE);
    private static final SimulationOptions SIGNATURE_PAGE_ONLY = OFFICE.withPagesToDrop(1, 3);
    private static final QrText FIRST = PaperFixture.EXPECTED.page(1);

    private static final Map<Integer, PrintedSheets> SHEETS = new ConcurrentHashMap<>();

    private final PaperSimulator simulator = new PaperSimulator();
    private final ScanReader reader = new ScanReader();

    @ParameterizedTest
    @ValueSource(ints = { 150, 200 })
    void readsASignedAndStampedScan(int dpi) throws IOException {
        List<ScanPage> pages = read(simulator.scan(sheets(dpi), OFFICE.withDpi(dpi)));
        assertEquals(List.of(FIRST, FIRST.onPage(2), FIRST.onPage(3)), pages.stream().map(ScanPage::code).toList());
        assertEquals(List.of(2, 2, 2), pages.stream().map(ScanPage::codesRead).toList());
        assertEquals(List.of(StampAdvice.NOT_LOOKED_FOR, StampAdvice.SEEN, StampAdvice.NOT_LOOKED_FOR),
                pages.stream().map(ScanPage::stamp).toList());
        assertEquals(List.of(InkAdvice.NOT_LOOKED_FOR, InkAdvice.SEEN, InkAdvice.NOT_LOOKED_FOR),
                pages.stream().map(ScanPage::ink).toList());
        assertEquals(List.of(Legibility.GOOD, Legibility.GOOD, Legibility.GOOD), pages.stream().map(ScanPage::legibility).toList());
        assertEquals(List.of(dpi, dpi, dpi), pages.stream().map(ScanPage::resolution).toList());
        assertInstanceOf(ScanVerdict.Accepted.class, ScanCheck.check(PaperFixture.EXPECTED, new ScanReading.Read(pages)));
    }

    @Test
    void readsPagesUpsideDownAndOutOfOrder() throws IOException {
        SimulatedScan scan = simulator.scan(sheets(150), OFFICE.withUpsideDownPages(1, 2).shuffled());
        List<ScanPage> pages = read(scan);
        assertEquals(scan.order(), pages.stream().map(page -> page.code().page()).toList());
        for (ScanPage page : pages) {
            boolean upsideDown = Math.abs(page.rotationDegrees()) > 170;
            assertEquals(page.code().page() != 3, upsideDown, page.toString());
            assertEquals(page.code().page() == 2 ? StampAdvice.SEEN : StampAdvice.NOT_LOOKED_FOR, page.stamp());
        }
        assertInstanceOf(ScanVerdict.Accepted.class, ScanCheck.check(PaperFixture.EXPECTED, new ScanReading.Read(pages)));
    }

    @Test
    void findsForgottenAndDoubledPages() throws IOException {
        List<ScanPage> pages = read(simulator.scan(sheets(150), OFFICE.withPagesToDrop(1).withPagesToDouble(3)));
        assertEquals(new ScanVerdict.Refused(List.of(new ScanProblem.MissingPage(1), new ScanProblem.DuplicatePage(3, List.of(2, 3)))),
                ScanCheck.check(PaperFixture.EXPECTED, new ScanReading.Read(pages)));
    }

    @Test
    void saysWhichPageHasNoCode() throws IOException {
        List<ScanPage> pages = read(simulator.scan(sheets(150), OFFICE.withPagesWithoutCodes(2)));
        assertEquals(CodeFinding.NONE, pages.get(1).finding());
        assertEquals(Legibility.UNKNOWN, pages.get(1).legibility());
        assertEquals(new ScanVerdict.Refused(List.of(new ScanProblem.NoCode(2), new ScanProblem.MissingPage(2))),
                ScanCheck.check(PaperFixture.EXPECTED, new ScanReading.Read(pages)));
    }

    @Test
    void tellsAScanOfTheRevisionBefore() throws IOException {
        ExpectedPaper before = new ExpectedPaper(FIRST.unit(), FIRST.period(), PageKind.REPORT, 2, 1,
                new PageDigest("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        ExpectedPaper now = new ExpectedPaper(FIRST.unit(), FIRST.period(), PageKind.REPORT, 3, 1, PaperFixture.EXPECTED.digest());
        ScanReading reading = reader.read(List.of(simulator.scan(PaperFixture.paper(before), OFFICE.withSignaturePage(1)).pdf()));
        assertEquals(new ScanVerdict.Refused(List.of(new ScanProblem.WrongRevision(1, 1, 2))), ScanCheck.check(now, reading));
    }

    @Test
    void seesThatNobodySignedOrStamped() throws IOException {
        ScanPage page = read(simulator.scan(sheets(150), SIGNATURE_PAGE_ONLY.withMarks(false, false))).getFirst();
        assertEquals(StampAdvice.NOT_SEEN, page.stamp());
        assertEquals(InkAdvice.NOT_SEEN, page.ink());
    }

    @Test
    void seesASignatureWithoutAStampAndAStampWithoutASignature() throws IOException {
        ScanPage signed = read(simulator.scan(sheets(150), SIGNATURE_PAGE_ONLY.withMarks(true, false))).getFirst();
        assertEquals(List.of(StampAdvice.NOT_SEEN, InkAdvice.SEEN), List.of(signed.stamp(), signed.ink()));
        ScanPage stamped = read(simulator.scan(sheets(150), SIGNATURE_PAGE_ONLY.withMarks(false, true))).getFirst();
        assertEquals(List.of(StampAdvice.SEEN, InkAdvice.NOT_SEEN), List.of(stamped.stamp(), stamped.ink()));
    }

    @ParameterizedTest
    @EnumSource(value = Colour.class, names = { "GREY", "ONE_BIT" })
    void readsAScanWithoutColourButCannotTellTheStamp(Colour colour) throws IOException {
        List<ScanPage> pages = read(simulator.scan(sheets(150), SIGNATURE_PAGE_ONLY.withColour(colour)));
        assertEquals(StampAdvice.GREY_SCAN, pages.getFirst().stamp());
        assertEquals(FIRST.onPage(2), pages.getFirst().code());
    }

    @Test
    void readsThePageWhenAStampLiesOverOneCode() throws IOException {
        double toTheLeft = PaperGeometry.CODE_B.centreX() - PaperGeometry.STAMP_SQUARE.centreX();
        double down = PaperGeometry.CODE_B.centreY() - PaperGeometry.STAMP_SQUARE.centreY();
        ScanPage page = read(simulator.scan(sheets(150), SIGNATURE_PAGE_ONLY.withStampAt(toTheLeft + 14, down - 6))).getFirst();
        assertEquals(FIRST.onPage(2), page.code());
        assertEquals(2, page.codesRead());
    }

    @Test
    void refusesAPagePutTogetherFromTwoPapers() {
        QrText other = new QrText(FIRST.unit(), FIRST.period(), FIRST.kind(), 2, 1, 3, FIRST.digest());
        ScanPage page = pages(reader.read(List.of(PaperFixture.pdf(FIRST, other)))).getFirst();
        assertEquals(CodeFinding.DISAGREE, page.finding());
    }

    @Test
    void readsPhotographsAsSeparateFilesInAllFourDirections() throws IOException {
        BufferedImage upright = simulator.pictures(sheets(150), OFFICE.withPagesToDrop(2, 3)).getFirst();
        List<byte[]> files = new ArrayList<>();
        BufferedImage turned = upright;
        for (int quarter = 0; quarter < 4; quarter++) {
            files.add(file(turned, quarter % 2 == 0 ? "jpeg" : "png"));
            turned = quarterTurn(turned);
        }
        List<ScanPage> pages = pages(reader.read(files));
        for (int quarter = 0; quarter < 4; quarter++) {
            assertEquals(FIRST, pages.get(quarter).code());
            double turn = pages.get(quarter).rotationDegrees() - 90 * quarter;
            assertEquals(pages.getFirst().rotationDegrees(), (turn + 540) % 360 - 180, 0.3);
            assertEquals(quarter + 1, pages.get(quarter).file());
        }
    }

    @Test
    void findsThePaperInAPhotographWithTableRoundIt() throws IOException {
        BufferedImage sheet = simulator.pictures(sheets(150), OFFICE.withPagesToDrop(2, 3)).getFirst();
        BufferedImage photograph = new BufferedImage(2200, 2600, BufferedImage.TYPE_INT_RGB);
        Graphics2D table = photograph.createGraphics();
        table.setColor(new Color(120, 95, 70));
        table.fillRect(0, 0, 2200, 2600);
        table.drawImage(sheet, 480, 420, null);
        table.dispose();
        assertEquals(FIRST, pages(reader.read(List.of(file(photograph, "jpeg")))).getFirst().code());
    }

    @Test
    void readsAllPagesOfATiff() throws IOException {
        List<BufferedImage> pictures = simulator.pictures(sheets(150), OFFICE.withPagesToDrop(2));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(tiff)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (BufferedImage picture : pictures) {
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        }
        assertEquals(List.of(1, 3), pages(reader.read(List.of(tiff.toByteArray()))).stream().map(page -> page.code().page()).toList());
    }

    @Test
    void tellsAPrintedFileFromAScanByItsMissingPicture() {
        ScanPage page = pages(reader.read(List.of(PaperFixture.pdf(List.of(FIRST))))).getFirst();
        assertEquals(0, page.resolution());
        assertEquals(FIRST, page.code());
    }

    @Test
    void refusesThePrintedFileItselfSinceNobodySignedIt() throws IOException {
        byte[] file;
        try (PDDocument document = Loader.loadPDF(PaperFixture.paper())) {
            for (PDPage page : document.getPages()) {
                try (PDPageContentStream content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(200, 400);
                    content.showText("printed into a file");
                    content.endText();
                }
            }
            file = PaperFixture.bytes(document);
        }
        ScanVerdict printed = ScanCheck.check(PaperFixture.EXPECTED, reader.read(List.of(file)));
        assertEquals(List.of(new ScanProblem.NeverOnPaper(1, 1), new ScanProblem.NeverOnPaper(2, 2), new ScanProblem.NeverOnPaper(3, 3)),
                assertInstanceOf(ScanVerdict.Refused.class, printed).problems());
    }

    @Test
    void cutsTheSamePlaceOutOfAnyScanOfThePage() throws Exception {
        byte[] upsideDown = simulator.scan(sheets(150), OFFICE.withUpsideDownPages(1).withPagesToDrop(2, 3)).pdf();
        ScanPage page = pages(reader.read(new ByteArrayInputStream(upsideDown))).getFirst();
        PaperRectangle finder = new PaperRectangle(PaperGeometry.CODE_A.x(), PaperGeometry.CODE_A.y(), 7 * PaperGeometry.CODE_MODULE,
                7 * PaperGeometry.CODE_MODULE);
        PageImage crop = reader.crop(upsideDown, page, finder);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(crop.bytes()));
        assertEquals(crop.width(), picture.getWidth());
        for (int module = 0; module < 7; module++) {
            int x = (int) ((module + 0.5) * picture.getWidth() / 7);
            boolean dark = (picture.getRGB(x, picture.getHeight() / 2) >> 8 & 0xFF) < 128;
            assertEquals(module != 1 && module != 5, dark, "module " + module);
        }
    }

    @Test
    void countsMillimetresOfTheLyingSheetWhereAnAnnexIsReadLying() {
        ScanPage page = pages(reader.read(List.of(PaperFixture.pdf(List.of(FIRST))))).getFirst();
        PageFrame upright = page.frame();
        PageFrame lying = page.readLying().frame();
        PaperRectangle place = PaperGeometry.CODE_A;
        PaperRectangle lyingPlace = PaperGeometry.CODE_A_LANDSCAPE;
        assertEquals(upright.pixelX(place.centreX(), place.centreY()), lying.pixelX(lyingPlace.centreX(), lyingPlace.centreY()), 0.01);
        assertEquals(upright.pixelY(place.centreX(), place.centreY()), lying.pixelY(lyingPlace.centreX(), lyingPlace.centreY()), 0.01);
        assertEquals(page.readLying(), page.readLying().readLying());
    }

    /** Damage of all kinds within what an office does to paper; the seed in a failure message makes the very same scan again. */
    @Test
    void readsEveryPageOfDamagedScans() throws IOException {
        long start = new Random().nextLong();
        Random random = new Random(start);
        ExpectedPaper single = new ExpectedPaper(FIRST.unit(), FIRST.period(), PageKind.REPORT, 3, 1, FIRST.digest());
        byte[] paper = PaperFixture.paper(single);
        for (int round = 0; round < 5; round++) {
            Colour colour = Colour.values()[random.nextInt(2)];
            SimulationOptions options = SimulationOptions.office(random.nextLong()).withSignaturePage(1)
                    .withDpi(150 + random.nextInt(3) * 25)
                    .withScanner(random.nextDouble() * 4, 30 + random.nextInt(50), random.nextDouble() * 8)
                    .withColour(colour)
                    .withUpsideDownPages(random.nextBoolean() ? new Integer[]{ 1 } : new Integer[0]);
            ScanReading reading = reader.read(List.of(simulator.scan(paper, options).pdf()), 1);
            assertInstanceOf(ScanVerdict.Accepted.class, ScanCheck.check(single, reading),
                    "start " + start + ", round " + round + ", " + options);
            assertEquals(colour == Colour.COLOUR ? StampAdvice.SEEN : StampAdvice.GREY_SCAN, pages(reading).getFirst().stamp(),
                    "start " + start + ", round " + round + ", " + options);
        }
    }

    /** The paper of the fixture, drawn once for each resolution. */
    private static PrintedSheets sheets(int dpi) {
        return SHEETS.computeIfAbsent(dpi, wanted -> {
            try {
                return PrintedSheets.of(PaperFixture.paper(), wanted);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<ScanPage> read(SimulatedScan scan) { return pages(reader.read(List.of(scan.pdf()), scan.signaturePage())); }

    private static List<ScanPage> pages(ScanReading reading) {
        return assertInstanceOf(ScanReading.Read.class, reading, reading.toString()).pages();
    }

    private static BufferedImage quarterTurn(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                turned.setRGB(picture.getHeight() - 1 - y, x, picture.getRGB(x, y));
            }
        }
        return turned;
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
