package org.shangbao.client.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.shangbao.paper.PaperRectangle;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** A finished paper as an eye sees it: pages as pixels at 200 dpi. */
final class PaperLook implements AutoCloseable {

    static final double PIXELS = 200 / 25.4;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Map<Integer, BufferedImage> rendered = new HashMap<>();

    PaperLook(PrintedReport paper) throws IOException {
        document = Loader.loadPDF(paper.pdf());
        renderer = new PDFRenderer(document);
    }

    BufferedImage page(int number) throws IOException { return renderer.renderImageWithDPI(number - 1, 200, ImageType.GRAY); }

    int pages() { return document.getNumberOfPages(); }

    String text(int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("[\\s\u00a0\u3000]", "");
    }

    /** Part of a page; the rectangle in millimetres. */
    static BufferedImage crop(BufferedImage page, PaperRectangle place) {
        return page.getSubimage(pixel(place.x()), pixel(place.y()), Math.min(pixel(place.width()), page.getWidth() - pixel(place.x())),
                Math.min(pixel(place.height()), page.getHeight() - pixel(place.y())));
    }

    static Result code(BufferedImage crop) throws ReaderException {
        int[] pixels = crop.getRGB(0, 0, crop.getWidth(), crop.getHeight(), null, 0, crop.getWidth());
        return new QRCodeReader().decode(
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(crop.getWidth(), crop.getHeight(), pixels))),
                Map.of(DecodeHintType.TRY_HARDER, true));
    }

    /** Dark pixels of a picture. */
    static int ink(BufferedImage picture) {
        int dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isDark(picture, x, y)) {
                    dark++;
                }
            }
        }
        return dark;
    }

    static boolean isDark(BufferedImage picture, int x, int y) { return (picture.getRGB(x, y) & 0xff) < 128; }

    static int pixel(double millimetres) { return (int) Math.round(millimetres * PIXELS); }

    @Override
    public void close() throws IOException { document.close(); }
}
