package org.shangbao.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Files made to harm or broken on the way. The memory of the test JVM (1 GB) is the bound: whatever unfolds would break it. */
class HostileScanTest {
    private static final byte[] PAPER = PaperFixture.paper();

    private final ScanReader reader = new ScanReader();

    @Test
    void refusesNoFilesAndNoBytes() {
        assertEquals(new ScanReading.Refused(0, ScanRefusal.EMPTY), reader.read(List.of()));
        assertRefused(ScanRefusal.EMPTY, new byte[0]);
    }

    @Test
    void refusesWhatIsNoScanAndNamesTheFile() {
        byte[] archive = "PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(new ScanReading.Refused(2, ScanRefusal.UNKNOWN_FORMAT), reader.read(List.of(PAPER, archive)));
    }

    @Test
    void refusesMoreBytesThanAllowedWithoutLookingAtThem() {
        ScanLimits limits = new ScanLimits(1000, 60, 1_000_000, 1_000_000, 1000);
        assertEquals(new ScanReading.Refused(0, ScanRefusal.TOO_MANY_BYTES),
                new ScanReader(limits).read(List.of(new byte[600], new byte[600])));
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.3, 0.7, 0.98 })
    void refusesAPdfThatEndsEarly(double share) {
        assertRefused(ScanRefusal.TRUNCATED, Arrays.copyOf(PAPER, (int) (PAPER.length * share)));
    }

    @Test
    void refusesPicturesThatEndEarly() throws IOException {
        BufferedImage noise = noise(400, 600);
        for (String format : List.of("jpeg", "png")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(noise, format, bytes);
            assertRefused(ScanRefusal.TRUNCATED, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "secret" })
    void refusesAnEncryptedPdf(String userPassword) throws IOException {
        assertRefused(ScanRefusal.ENCRYPTED, pdf(document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
        }));
    }

    @Test
    void refusesAScript() throws IOException {
        assertRefused(ScanRefusal.ACTIVE_CONTENT, pdf(document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        }));
    }

    @Test
    void refusesAFileThatStartsAProgram() throws IOException {
        assertRefused(ScanRefusal.ACTIVE_CONTENT, pdf(document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            PDActionLaunch start = new PDActionLaunch();
            start.setF("calc.exe");
            document.getDocumentCatalog().setOpenAction(start);
        }));
    }

    @Test
    void refusesAPageLargerThanAnyPaper() throws IOException {
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, pdf(document -> document.addPage(new PDPage(new PDRectangle(2_000_000, 2_000_000)))));
    }

    @Test
    void refusesFiveHundredPages() throws IOException {
        assertRefused(ScanRefusal.TOO_MANY_PAGES, pdf(document -> {
            for (int page = 0; page < 500; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
        }));
    }

    @Test
    void refusesTooManyPagesInSeveralFiles() {
        ScanReader narrow = new ScanReader(new ScanLimits(10_000_000, 4, 52_000_000, 160_000_000, 300_000));
        assertEquals(new ScanReading.Refused(2, ScanRefusal.TOO_MANY_PAGES), narrow.read(List.of(PAPER, PAPER)));
    }

    @Test
    void refusesAPdfWithoutPages() throws IOException { assertRefused(ScanRefusal.NO_PAGES, pdf(document -> {})); }

    @Test
    void refusesAPictureOfTwentyThousandPixelsASide() throws IOException {
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, whitePng(20_000, 20_000));
    }

    @Test
    void refusesAPictureInAPdfThatIsLargerThanStated() throws IOException {
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, pdfWithPicture(40_000, 40_000, new byte[100]));
    }

    @Test
    void refusesAStreamThatUnfoldsWithoutEnd() throws IOException {
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, pdfWithPicture(100, 100, new byte[200_000_000]));
    }

    @Test
    void refusesAPackedStreamPackedAgain() throws IOException {
        assertRefused(ScanRefusal.UNSUPPORTED_PICTURE, pdf(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream content = document.getDocument().createCOSStream();
            COSArray filters = new COSArray();
            filters.add(COSName.FLATE_DECODE);
            filters.add(COSName.FLATE_DECODE);
            try (OutputStream out = content.createOutputStream(filters)) {
                out.write(new byte[10_000]);
            }
            page.setContents(new PDStream(content));
        }));
    }

    @Test
    void refusesAPageOfEndlessDrawing() throws IOException {
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, pdf(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream content = document.getDocument().createCOSStream();
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] operators = "q Q ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 200; i++) {
                    out.write(operators);
                }
            }
            page.setContents(new PDStream(content));
        }));
    }

    @Test
    void survivesAnyDamagedByte() {
        long start = new Random().nextLong();
        Random random = new Random(start);
        ScanReader small = new ScanReader(new ScanLimits(10_000_000, 4, 52_000_000, 160_000_000, 300_000));
        byte[] paper = PaperFixture.pdf(List.of(PaperFixture.EXPECTED.page(1)));
        for (int round = 0; round < 6; round++) {
            byte[] damaged = paper.clone();
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            ScanReading reading = small.read(List.of(damaged));
            if (reading instanceof ScanReading.Read read) {
                // a flipped byte may blank the page, but must never make a code say something else
                for (ScanPage page : read.pages()) {
                    assertEquals(page.code() == null ? null : PaperFixture.EXPECTED.page(1), page.code(),
                            "start " + start + ", round " + round);
                }
            }
        }
    }

    @Test
    void refusesToCropFromAnotherFile() {
        ScanPage page = assertInstanceOf(ScanReading.Read.class, reader.read(List.of(PAPER))).pages().getLast();
        byte[] shorter = PaperFixture.pdf(List.of(PaperFixture.EXPECTED.page(1)));
        ScanUnreadableException refused = assertThrows(ScanUnreadableException.class,
                () -> reader.crop(shorter, page, PaperGeometry.STAMP_SQUARE));
        assertEquals(ScanRefusal.UNREADABLE, refused.refusal());
    }

    private void assertRefused(ScanRefusal refusal, byte[] file) {
        assertEquals(new ScanReading.Refused(1, refusal), reader.read(List.of(file)));
    }

    private interface Filling {
        void into(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Filling filling) throws IOException {
        try (PDDocument document = new PDDocument()) {
            filling.into(document);
            return PaperFixture.bytes(document);
        }
    }

    private static byte[] pdfWithPicture(int width, int height, byte[] levels) throws IOException {
        return pdf(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream picture = document.getDocument().createCOSStream();
            picture.setItem(COSName.TYPE, COSName.XOBJECT);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            picture.setInt(COSName.WIDTH, width);
            picture.setInt(COSName.HEIGHT, height);
            picture.setInt(COSName.BITS_PER_COMPONENT, 8);
            picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            try (OutputStream out = picture.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(levels);
            }
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("Im0"), new PDImageXObject(new PDStream(picture), null));
            COSStream content = document.getDocument().createCOSStream();
            try (OutputStream out = content.createOutputStream()) {
                out.write("q 500 0 0 700 0 0 cm /Im0 Do Q".getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(new PDStream(content));
        });
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        return noise;
    }

    /** A white picture of any size in a few hundred kilobytes, written without making it. */
    private static byte[] whitePng(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[]{ (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' });
        chunk(png, "IHDR", new byte[]{ (byte) (width >> 24), (byte) (width >> 16), (byte) (width >> 8), (byte) width, (byte) (height >> 24),
                (byte) (height >> 16), (byte) (height >> 8), (byte) height, 1, 0, 0, 0, 0 });
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] row = new byte[1 + (width + 7) / 8];
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        }
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.write(number(data.length));
        png.write(name);
        png.write(data);
        png.write(number((int) sum.getValue()));
    }

    private static byte[] number(int value) {
        return new byte[]{ (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value };
    }
}
