package org.shangbao.paper.simulation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The sheets that came out of the printer, in grey levels. Drawn once and used by any number of scans: drawing a page costs more than
 * scanning it. Landscape pages are kept upright, as the sheet is. Immutable.
 *
 * @param dpi           resolution of the sheets, and of every scan made of them
 * @param width         pixels across
 * @param height        pixels down
 * @param signaturePage page with the 签章区, from 1; 0 if there is none
 * @param pages         levels of each page, row by row; not copied
 */
public record PrintedSheets(int dpi, int width, int height, int signaturePage, List<byte[]> pages) {
    /** Copies the list. */
    public PrintedSheets {
        pages = List.copyOf(pages);
    }

    /**
     * Draws the pages of a paper.
     *
     * @param pdf a PDF of A4 pages as the printer made it
     * @throws IOException if {@code pdf} is none
     */
    public static PrintedSheets of(byte[] pdf, int dpi) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(paper);
            List<byte[]> pages = new ArrayList<>();
            int width = (int) Math.round(210 / 25.4 * dpi);
            int height = (int) Math.round(297 / 25.4 * dpi);
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                BufferedImage sheet = renderer.renderImageWithDPI(page, dpi, ImageType.GRAY);
                pages.add(upright(sheet, width, height));
            }
            return new PrintedSheets(dpi, width, height, findSignaturePage(paper), pages);
        }
    }

    /**
     * The same pages as a screen shows them: 96 dots to the inch, each dot with a dark edge. Photographing them is not scanning paper.
     */
    public PrintedSheets onScreen() {
        List<byte[]> shown = new ArrayList<>();
        double dots = 96.0 / dpi;
        for (byte[] page : pages) {
            byte[] out = new byte[page.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int column = Math.min(width - 1, (int) ((Math.floor(x * dots) + 0.5) / dots));
                    int row = Math.min(height - 1, (int) ((Math.floor(y * dots) + 0.5) / dots));
                    boolean edge = x * dots % 1 < 0.25 || y * dots % 1 < 0.25;
                    out[y * width + x] = (byte) ((page[row * width + column] & 0xFF) * (edge ? 3 : 4) / 4);
                }
            }
            shown.add(out);
        }
        return new PrintedSheets(dpi, width, height, signaturePage, shown);
    }

    /** The levels of an upright sheet of exactly this size; a lying page is turned anticlockwise, as it comes out of the printer. */
    private static byte[] upright(BufferedImage page, int width, int height) {
        byte[] from = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
        byte[] to = new byte[width * height];
        boolean lying = page.getWidth() > page.getHeight();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = Math.min(page.getWidth() - 1, lying ? height - 1 - y : x);
                int row = Math.min(page.getHeight() - 1, lying ? x : y);
                to[y * width + x] = from[row * page.getWidth() + column];
            }
        }
        return to;
    }

    private static int findSignaturePage(PDDocument paper) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        for (int page = 1; page <= paper.getNumberOfPages(); page++) {
            text.setStartPage(page);
            text.setEndPage(page);
            // the note 签字或单位盖章后 stands on the same page, but on a draft without 签章区 too
            String words = text.getText(paper);
            if (words.contains("（单位盖章）") || words.contains("(单位盖章)") || words.contains("盖章处")) {
                return page;
            }
        }
        return 0;
    }
}
