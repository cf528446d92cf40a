package org.shangbao.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;

/** Papers as the printer makes them, drawn with rectangles only: dense squares in place of Chinese text, real codes, a 签章区. */
final class PaperFixture {
    static final ExpectedPaper EXPECTED = new ExpectedPaper(new UnitId("210921"), new PeriodId("2024-10"), PageKind.REPORT, 3, 3,
            PageDigest.ofSha256Hex("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    static final int SIGNATURE_PAGE = 2;
    private static final float POINTS = 72 / 25.4f;

    private PaperFixture() {}

    /** The paper of {@link #EXPECTED}. */
    static byte[] paper() { return paper(EXPECTED); }

    static byte[] paper(ExpectedPaper paper) { return pdf(IntStream.rangeClosed(1, paper.pages()).mapToObj(paper::page).toList()); }

    /** One page for each text, both codes the same. */
    static byte[] pdf(List<QrText> pages) {
        try (PDDocument document = new PDDocument()) {
            for (QrText text : pages) {
                addPage(document, text, text);
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page whose two codes differ. */
    static byte[] pdf(QrText upperRight, QrText lowerLeft) {
        try (PDDocument document = new PDDocument()) {
            addPage(document, upperRight, lowerLeft);
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static void addPage(PDDocument document, QrText upperRight, QrText lowerLeft) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            boolean signed = upperRight.kind() == PageKind.REPORT && upperRight.page() == Math.min(SIGNATURE_PAGE, upperRight.pages());
            drawText(content, new Random(upperRight.page()), 37, signed ? 200 : 262);
            drawCode(content, upperRight, PaperGeometry.CODE_A);
            drawCode(content, lowerLeft, PaperGeometry.CODE_B);
            if (signed) {
                for (double y : new double[]{ 223, 233, 242, 261 }) {
                    rectangle(content, 63, y, 63, 0.25);
                    drawLine(content, new Random(7), 28, y - 4.5, 60);
                }
            }
            content.fill();
        }
    }

    private static void drawText(PDPageContentStream content, Random random, double top, double bottom) throws IOException {
        for (double y = top; y < bottom - 5; y += 6.2) {
            drawLine(content, random, 29, y, 183);
        }
        for (double x : new double[]{ 28, 37, 54.5, 68, 79.5, 158, 184 }) {
            rectangle(content, x, top - 1, 0.25, bottom - top);
        }
    }

    private static void drawLine(PDPageContentStream content, Random random, double from, double y, double to) throws IOException {
        for (double x = from; x < to - 3.7; x += 3.9) {
            boolean boxed = random.nextInt(4) == 0;
            // 回 and 国 look like finder patterns
            if (boxed) {
                rectangle(content, x, y, 3.5, 0.35);
                rectangle(content, x, y + 3.15, 3.5, 0.35);
                rectangle(content, x, y, 0.35, 3.5);
                rectangle(content, x + 3.15, y, 0.35, 3.5);
                rectangle(content, x + 1.2, y + 1.2, 1.1, 1.1);
            }
            for (int stroke = 0; !boxed && stroke < 6; stroke++) {
                boolean across = random.nextBoolean();
                rectangle(content, x + random.nextDouble() * (across ? 0.8 : 3), y + random.nextDouble() * (across ? 3 : 0.8),
                        across ? 2.6 : 0.32,
                        across ? 0.32 : 2.6);
            }
        }
    }

    private static void drawCode(PDPageContentStream content, QrText text, PaperRectangle place) throws IOException {
        QrImage code = QrImage.of(text);
        for (int y = 0; y < QrImage.SIZE; y++) {
            for (int x = 0; x < QrImage.SIZE; x++) {
                if (code.isDark(x, y)) {
                    rectangle(content, place.x() + x * PaperGeometry.CODE_MODULE, place.y() + y * PaperGeometry.CODE_MODULE,
                            PaperGeometry.CODE_MODULE,
                            PaperGeometry.CODE_MODULE);
                }
            }
        }
    }

    private static void rectangle(PDPageContentStream content, double x, double y, double width, double height) throws IOException {
        content.addRect((float) x * POINTS, PDRectangle.A4.getHeight() - (float) (y + height) * POINTS, (float) width * POINTS,
                (float) height * POINTS);
    }
}
