package org.shangbao.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Black-and-white scans as copiers pack them. */
class Jbig2ScanTest {
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;

    private final ScanReader reader = new ScanReader();

    @Test
    void acceptsAReportPackedDotByDot() throws IOException {
        byte[] scan;
        try (PDDocument paper = Loader.loadPDF(PaperFixture.paper())) {
            PDFRenderer renderer = new PDFRenderer(paper);
            List<byte[]> pages = new ArrayList<>();
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                pages.add(Jbig2Writer.page(blackAndWhite(renderer.renderImageWithDPI(page, 200))));
            }
            scan = pdf(COSName.JBIG2_DECODE, pages);
        }

        assertInstanceOf(ScanVerdict.Accepted.class, ScanCheck.check(PaperFixture.EXPECTED, reader.read(List.of(scan))));
    }

    @Test
    void refusesPicturesPutTogetherFromSymbols() throws IOException {
        byte[] page = Jbig2Writer.segment(0, 48, Jbig2Writer.pageData(WIDTH, HEIGHT));
        for (int type : new int[]{ 0, 4, 6, 7, 16, 20, 22, 23, 36, 40, 42, 43 }) {
            assertRefused(ScanRefusal.JBIG2_SYMBOLS, Jbig2Writer.joined(page, Jbig2Writer.segment(1, type, new byte[40])));
        }
    }

    @Test
    void refusesSizesNoSheetHas() throws IOException {
        byte[] page = Jbig2Writer.segment(0, 48, Jbig2Writer.pageData(WIDTH, HEIGHT));
        byte[] region = new byte[30];
        Arrays.fill(region, 0, 8, (byte) 0x7F);
        byte[] overlaid = new byte[30];
        overlaid[2] = 0x1B; // 7,000 dots across and down
        overlaid[3] = 0x58;
        overlaid[6] = 0x1B;
        overlaid[7] = 0x58;
        byte[] regions = page;
        for (int number = 1; number <= 4; number++) {
            regions = Jbig2Writer.joined(regions, Jbig2Writer.segment(number, 38, overlaid));
        }

        assertRefused(ScanRefusal.PAGE_TOO_LARGE, Jbig2Writer.segment(0, 48, Jbig2Writer.pageData(2_000_000, 2_000_000)));
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, Jbig2Writer.joined(page, Jbig2Writer.segment(1, 38, region)));
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, Jbig2Writer.joined(page, Jbig2Writer.segment(1, 50, new byte[]{ 0x7F, -1, -1, -1 })));
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, regions);
    }

    @Test
    void refusesSegmentsThatEndEarlyOrNeverEnd() throws IOException {
        byte[] page = Jbig2Writer.segment(0, 48, Jbig2Writer.pageData(WIDTH, HEIGHT));
        byte[] endless = Jbig2Writer.segment(1, 38, new byte[30]);
        Arrays.fill(endless, 7, 11, (byte) 0xFF);

        assertRefused(ScanRefusal.UNREADABLE, Arrays.copyOf(page, page.length - 5));
        assertRefused(ScanRefusal.UNSUPPORTED_PICTURE, Jbig2Writer.joined(page, endless));
        byte[] many = new byte[11 * 10_001];
        for (int i = 0; i < 10_001; i++) {
            System.arraycopy(Jbig2Writer.segment(i, 62, new byte[0]), 0, many, 11 * i, 11);
        }
        assertRefused(ScanRefusal.PAGE_TOO_LARGE, many);
    }

    @Test
    void refusesWhatSeveralPagesShareAndJpeg2000() throws IOException {
        byte[] page = Jbig2Writer.segment(0, 48, Jbig2Writer.pageData(WIDTH, HEIGHT));
        assertEquals(new ScanReading.Refused(1, ScanRefusal.JBIG2_SYMBOLS),
                reader.read(List.of(pdf(COSName.JBIG2_DECODE, List.of(page), true))));
        assertEquals(new ScanReading.Refused(1, ScanRefusal.JPEG_2000),
                reader.read(List.of(pdf(COSName.JPX_DECODE, List.of(new byte[100])))));
    }

    private void assertRefused(ScanRefusal refusal, byte[] segments) throws IOException {
        assertEquals(new ScanReading.Refused(1, refusal), reader.read(List.of(pdf(COSName.JBIG2_DECODE, List.of(segments)))));
    }

    private static BufferedImage blackAndWhite(BufferedImage page) {
        BufferedImage bits = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = bits.createGraphics();
        graphics.drawImage(page, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return bits;
    }

    private static byte[] pdf(COSName packing, List<byte[]> pictures) throws IOException { return pdf(packing, pictures, false); }

    private static byte[] pdf(COSName packing, List<byte[]> pictures, boolean shared) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (byte[] packed : pictures) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                COSStream picture = document.getDocument().createCOSStream();
                picture.setItem(COSName.TYPE, COSName.XOBJECT);
                picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
                picture.setInt(COSName.WIDTH, WIDTH);
                picture.setInt(COSName.HEIGHT, HEIGHT);
                picture.setInt(COSName.BITS_PER_COMPONENT, 1);
                picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
                picture.setItem(COSName.FILTER, packing);
                if (shared) {
                    COSStream globals = document.getDocument().createCOSStream();
                    try (OutputStream out = globals.createOutputStream()) {
                        out.write(Jbig2Writer.segment(0, 62, new byte[0]));
                    }
                    COSDictionary options = new COSDictionary();
                    options.setItem(COSName.JBIG2_GLOBALS, globals);
                    picture.setItem(COSName.DECODE_PARMS, options);
                }
                try (OutputStream out = picture.createRawOutputStream()) {
                    out.write(packed);
                }
                page.setResources(new PDResources());
                page.getResources().put(COSName.getPDFName("Im0"), new PDImageXObject(new PDStream(picture), null));
                COSStream content = document.getDocument().createCOSStream();
                try (OutputStream out = content.createOutputStream()) {
                    out.write("q 595.276 0 0 841.89 0 0 cm /Im0 Do Q".getBytes(StandardCharsets.US_ASCII));
                }
                page.setContents(new PDStream(content));
            }
            return PaperFixture.bytes(document);
        }
    }
}
