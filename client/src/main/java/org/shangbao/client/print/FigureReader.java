package org.shangbao.client.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures back from a finished PDF: they alone stand in the figure face. What is read must be what was to be
 * printed, figure by figure; so a figure lost by a break never leaves the program on paper.
 */
final class FigureReader extends PDFTextStripper {

    private static final String FACE = "ShangbaoFigure";
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final double TENTHS = 254 / 72.0;

    private final List<PrintedFigure> found = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable TextPosition first;
    private @Nullable TextPosition last;

    private FigureReader() {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(false);
    }

    /**
     * Reads the figures of a PDF and names them.
     *
     * @param expected the figures that were to be printed, in reading order
     * @throws PrintException if the PDF holds other figures than the expected ones
     */
    static List<PrintedFigure> read(byte[] pdf, List<SentencePiece.Figure> expected) {
        FigureReader reader = new FigureReader();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            reader.getText(document);
        } catch (IOException e) {
            throw new PrintException("the finished paper cannot be read back", e);
        }
        List<PrintedFigure> found = reader.found;
        List<PrintedFigure> named = new ArrayList<>(found.size());
        for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i).code() + "=" + expected.get(i).value() : "nothing";
            String read = i < found.size() ? found.get(i).text() : "nothing";
            if (i >= found.size() || i >= expected.size() || !expected.get(i).value().equals(read)) {
                throw new PrintException("figure " + (i + 1) + " on paper is " + read + ", wanted " + wanted);
            }
            PrintedFigure figure = found.get(i);
            named.add(new PrintedFigure(expected.get(i).code(), figure.page(), figure.x(), figure.y(), figure.width(), figure.height(),
                    figure.text()));
        }
        return named;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String glyph = position.getUnicode();
        boolean figure = String.valueOf(position.getFont().getName()).contains(FACE);
        if (!figure || glyph == null || glyph.isBlank() || glyph.indexOf(NO_BREAK_SPACE) >= 0) {
            close();
            return;
        }
        TextPosition before = last;
        if (before != null && Math.abs(before.getYDirAdj() - position.getYDirAdj()) > 1) {
            close();
        }
        if (first == null) {
            first = position;
        }
        text.append(glyph);
        last = position;
    }

    @Override
    protected void endPage(org.apache.pdfbox.pdmodel.PDPage page) { close(); }

    private void close() {
        TextPosition start = first;
        TextPosition end = last;
        if (start != null && end != null) {
            double size = start.getFontSizeInPt();
            double upper = start.getYDirAdj() - 0.88 * size;
            found.add(new PrintedFigure(null, getCurrentPageNo(), tenths(start.getXDirAdj()), tenths(upper),
                    tenths(end.getXDirAdj() + end.getWidthDirAdj() - start.getXDirAdj()), tenths(size), text.toString()));
        }
        first = null;
        last = null;
        text.setLength(0);
    }

    private static int tenths(double points) { return (int) Math.round(points * TENTHS); }
}
