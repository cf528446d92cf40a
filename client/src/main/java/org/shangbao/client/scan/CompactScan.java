package org.shangbao.client.scan;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.shangbao.client.application.store.SentAs;
import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.PaperRectangle;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanUnreadableException;

/**
 * Packs pages of a scan for slow links: straightened and cut to the sheet, then either colour JPEG or black and white with the coloured part
 * kept in colour. Thresholds were measured on simulated scans; whoever uses the result reads it again before it is sent.
 */
final class CompactScan {
    private static final int DOTS_PER_INCH = 200;
    private static final double PIXELS_PER_MILLIMETRE = DOTS_PER_INCH / 25.4;
    /** Below this a 7.5 pt character begins to smear; above 0.6 the file grows by half for nothing one can see. */
    private static final float JPEG_QUALITY = 0.5f;
    /** The block as printed, and what a stamp set a little off still touches. */
    private static final PaperRectangle SIGNATURE = PaperGeometry.SIGNATURE_BLOCK.grownBy(3);

    private final ScanReader reader;

    CompactScan(ScanReader reader) { this.reader = reader; }

    /**
     * Packs pages.
     *
     * @param signaturePage place in {@code pages} of the page with the signature block, from 1; 0 if it is not known
     * @param done          called after each page
     */
    byte[] pack(List<byte[]> files, List<ScanPage> pages, SentAs how, int signaturePage, Runnable done)
            throws IOException, ScanUnreadableException {
        try (PDDocument packed = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int index = 0; index < pages.size(); index++) {
                ScanPage page = pages.get(index);
                BufferedImage sheet = reader.sheet(files.get(page.file() - 1), page);
                if (how == SentAs.BLACK_AND_WHITE) {
                    addBlackAndWhite(packed, sheet, index + 1 == signaturePage && page.frame() != null);
                } else {
                    addColour(packed, sheet);
                }
                done.run();
            }
            packed.save(out);
            return out.toByteArray();
        }
    }

    private static void addColour(PDDocument packed, BufferedImage sheet) throws IOException {
        PDPage page = page(packed, sheet);
        try (PDPageContentStream content = new PDPageContentStream(packed, page)) {
            PDRectangle box = page.getMediaBox();
            content.drawImage(JPEGFactory.createFromImage(packed, sheet, JPEG_QUALITY, DOTS_PER_INCH), 0, 0, box.getWidth(),
                    box.getHeight());
        }
    }

    private static void addBlackAndWhite(PDDocument packed, BufferedImage sheet, boolean signed) throws IOException {
        SheetTones tones = SheetTones.of(sheet);
        Rectangle whole = new Rectangle(sheet.getWidth(), sheet.getHeight());
        Rectangle colour = tones.coloured();
        if (signed) {
            colour = colour.isEmpty() ? pixels(SIGNATURE) : colour.union(pixels(SIGNATURE));
        }
        colour = colour.intersection(whole);
        if (!colour.isEmpty() && (long) colour.width * colour.height * 2 > (long) whole.width * whole.height) {
            addColour(packed, sheet);
            return;
        }
        PDPage page = page(packed, sheet);
        PDRectangle box = page.getMediaBox();
        float scale = box.getWidth() / sheet.getWidth();
        try (PDPageContentStream content = new PDPageContentStream(packed, page)) {
            content.drawImage(CCITTFactory.createFromImage(packed, tones.blackAndWhite(colour)), 0, 0, box.getWidth(), box.getHeight());
            if (!colour.isEmpty()) {
                BufferedImage part = new BufferedImage(colour.width, colour.height, BufferedImage.TYPE_INT_RGB);
                part.setData(sheet.getData(colour).createTranslatedChild(0, 0));
                content.drawImage(JPEGFactory.createFromImage(packed, part, JPEG_QUALITY, DOTS_PER_INCH), colour.x * scale,
                        box.getHeight() - (colour.y + colour.height) * scale, colour.width * scale, colour.height * scale);
            }
        }
    }

    private static Rectangle pixels(PaperRectangle area) {
        return new Rectangle((int) (area.x() * PIXELS_PER_MILLIMETRE), (int) (area.y() * PIXELS_PER_MILLIMETRE),
                (int) (area.width() * PIXELS_PER_MILLIMETRE), (int) (area.height() * PIXELS_PER_MILLIMETRE));
    }

    /** A page of the sheet's own shape, A4 long side: a photograph that was not straightened keeps its proportions. */
    private static PDPage page(PDDocument packed, BufferedImage sheet) {
        float scale = PDRectangle.A4.getHeight() / Math.max(sheet.getWidth(), sheet.getHeight());
        PDPage page = new PDPage(new PDRectangle(sheet.getWidth() * scale, sheet.getHeight() * scale));
        packed.addPage(page);
        return page;
    }
}
