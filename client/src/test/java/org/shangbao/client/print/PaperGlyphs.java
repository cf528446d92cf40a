package org.shangbao.client.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where every glyph of a finished paper stands. */
final class PaperGlyphs extends PDFTextStripper {

    /** A glyph: page from 1, left edge, baseline and width in points from the page's upper left corner, size of its face. */
    record Glyph(int page, String text, double x, double y, double width, double size, double direction, String face) {
        double right() { return x + width; }

        /** Ink of a Chinese character, without the air round it. */
        private boolean covers(Glyph other) {
            double across = Math.min(right(), other.right()) - Math.max(x, other.x);
            double down = Math.min(y, other.y) - Math.max(y - 0.8 * size, other.y - 0.8 * other.size);
            return across > 0.25 * Math.min(width, other.width) && down > 0.25 * Math.min(size, other.size);
        }
    }

    private final List<Glyph> glyphs = new ArrayList<>();

    private PaperGlyphs() {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(false);
    }

    static List<Glyph> of(PrintedReport paper) throws IOException {
        PaperGlyphs reader = new PaperGlyphs();
        try (PDDocument document = Loader.loadPDF(paper.pdf())) {
            reader.getText(document);
        }
        return reader.glyphs;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = position.getUnicode();
        if (text != null && !text.isBlank() && !text.equals("\u00a0")) {
            glyphs.add(new Glyph(getCurrentPageNo(), text, position.getXDirAdj(), position.getYDirAdj(), position.getWidthDirAdj(),
                    position.getFontSizeInPt(), position.getDir(), position.getFont().getName()));
        }
    }

    /** Pairs of glyphs that stand on each other. */
    static List<String> overlaps(List<Glyph> glyphs) {
        Map<String, List<Glyph>> cells = new HashMap<>();
        List<String> overlaps = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            for (int column = (int) (glyph.x() / 20); column <= (int) (glyph.right() / 20); column++) {
                for (int row = (int) ((glyph.y() - glyph.size()) / 20); row <= (int) (glyph.y() / 20); row++) {
                    List<Glyph> near = cells.computeIfAbsent(glyph.page() + " " + glyph.direction() + " " + column + " " + row,
                            _ -> new ArrayList<>());
                    for (Glyph other : near) {
                        if (other != glyph && other.covers(glyph)) {
                            overlaps.add(other + " under " + glyph);
                        }
                    }
                    near.add(glyph);
                }
            }
        }
        return overlaps;
    }
}
