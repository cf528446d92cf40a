package org.shangbao.walkthrough;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the pages of a finished paper – words, rules and codes in their places – and how bare PDFBox draws the same: the floor
 * printing is measured against. Kept as plain lines, so that a fresh process can take them up without knowing anything of reports.
 */
final class DrawnPages {
    private final List<String> marks;

    private DrawnPages(List<String> marks) { this.marks = marks; }

    static DrawnPages of(byte[] pdf) throws IOException {
        Recorder recorder = new Recorder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                recorder.record(page);
            }
        }
        return new DrawnPages(recorder.marks);
    }

    static DrawnPages of(List<String> lines) { return new DrawnPages(List.copyOf(lines)); }

    List<String> lines() { return marks; }

    /** Draws everything with bare PDFBox and returns the file. */
    byte[] draw() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            Map<String, PDFont> fonts = new HashMap<>();
            PDPageContentStream content = null;
            for (String mark : marks) {
                String[] parts = mark.split("\t", -1);
                if (parts[0].equals("page")) {
                    if (content != null) {
                        content.close();
                    }
                    PDPage page = new PDPage(new PDRectangle(number(parts[1]), number(parts[2])));
                    document.addPage(page);
                    content = new PDPageContentStream(document, page);
                } else if (content != null) {
                    draw(document, fonts, content, parts);
                }
            }
            if (content != null) {
                content.close();
            }
            document.save(file);
        }
        return file.toByteArray();
    }

    private static void draw(PDDocument document, Map<String, PDFont> fonts, PDPageContentStream content, String[] parts)
            throws IOException {
        switch (parts[0]) {
            case "text" -> {
                PDFont font = fonts.get(parts[1]);
                if (font == null) {
                    try (InputStream face = DrawnPages.class.getResourceAsStream("/org/shangbao/client/fonts/" + file(parts[1]))) {
                        font = PDType0Font.load(document, face, true);
                    }
                    fonts.put(parts[1], font);
                }
                content.beginText();
                content.setFont(font, 1);
                content.setTextMatrix(new Matrix(number(parts[3]), number(parts[4]), number(parts[5]), number(parts[6]), number(parts[7]),
                        number(parts[8])));
                content.setCharacterSpacing(number(parts[2]));
                content.showText(parts[9]);
                content.endText();
            }
            case "move" -> content.moveTo(number(parts[1]), number(parts[2]));
            case "line" -> content.lineTo(number(parts[1]), number(parts[2]));
            case "curve" -> content.curveTo(number(parts[1]), number(parts[2]), number(parts[3]), number(parts[4]), number(parts[5]),
                    number(parts[6]));
            case "close" -> content.closePath();
            case "fill" -> content.fill();
            case "stroke" -> {
                content.setLineWidth(number(parts[1]));
                content.stroke();
            }
            default -> throw new IOException("not a mark: " + parts[0]);
        }
    }

    private static String file(String face) {
        return switch (face) {
            case "ShangbaoFigure-Regular" -> "ShangbaoFigure.ttf";
            case "ShangbaoKai-Regular" -> "ShangbaoKai.ttf";
            default -> face + ".ttf";
        };
    }

    private static float number(String text) { return Float.parseFloat(text); }

    /** Follows a page's drawing and writes down what is seen. */
    private static final class Recorder extends PDFGraphicsStreamEngine {
        private final List<String> marks = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private @Nullable Matrix start;
        private @Nullable Point2D end;
        private String face = "";
        private double gaps;
        private Point2D point = new Point2D.Float();

        Recorder() { super(new PDPage()); }

        void record(PDPage page) throws IOException {
            marks.add("page\t" + page.getMediaBox().getWidth() + "\t" + page.getMediaBox().getHeight());
            processPage(page);
            endRun();
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            String text = font.toUnicode(code);
            if (text == null || text.isEmpty()) {
                return;
            }
            String name = font.getName().replaceFirst("^.{6}\\+", "");
            Point2D here = new Point2D.Float(matrix.getTranslateX(), matrix.getTranslateY());
            Point2D before = end;
            double size = Math.hypot(matrix.getScaleX(), matrix.getShearY());
            double gap = before == null ? 0 : before.distance(here);
            if (start == null || !name.equals(face) || gap > size / 4 || text.codePointCount(0, text.length()) != 1) {
                endRun();
                start = matrix.clone();
                face = name;
                gap = 0;
            }
            gaps += gap / size;
            run.append(text);
            AffineTransform place = matrix.createAffineTransform();
            end = place.transform(new Point2D.Float(displacement.getX(), 0), null);
        }

        private void endRun() {
            Matrix from = start;
            if (from != null && !run.isEmpty()) {
                int characters = run.codePointCount(0, run.length());
                double spacing = characters < 2 ? 0 : gaps / (characters - 1);
                marks.add("text\t" + face + "\t" + (float) (spacing < 0.005 ? 0 : spacing) + "\t" + from.getValue(0, 0) + "\t"
                        + from.getValue(0, 1)
                        + "\t" + from.getValue(1, 0) + "\t" + from.getValue(1, 1) + "\t" + from.getValue(2, 0) + "\t" + from.getValue(2, 1)
                        + "\t" + run.toString().replace('\t', ' ').replace('\n', ' '));
            }
            run.setLength(0);
            start = null;
            end = null;
            gaps = 0;
        }

        @Override
        public void appendRectangle(Point2D one, Point2D two, Point2D three, Point2D four) {
            moveTo((float) one.getX(), (float) one.getY());
            lineTo((float) two.getX(), (float) two.getY());
            lineTo((float) three.getX(), (float) three.getY());
            lineTo((float) four.getX(), (float) four.getY());
            closePath();
        }

        @Override
        public void moveTo(float x, float y) {
            endRun();
            point = new Point2D.Float(x, y);
            marks.add("move\t" + x + "\t" + y);
        }

        @Override
        public void lineTo(float x, float y) {
            point = new Point2D.Float(x, y);
            marks.add("line\t" + x + "\t" + y);
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            point = new Point2D.Float(x3, y3);
            marks.add("curve\t" + x1 + "\t" + y1 + "\t" + x2 + "\t" + y2 + "\t" + x3 + "\t" + y3);
        }

        @Override
        public Point2D getCurrentPoint() { return point; }

        @Override
        public void closePath() { marks.add("close"); }

        @Override
        public void strokePath() { marks.add("stroke\t" + transformWidth(getGraphicsState().getLineWidth())); }

        @Override
        public void fillPath(int windingRule) { marks.add("fill"); }

        @Override
        public void fillAndStrokePath(int windingRule) { fillPath(windingRule); }

        @Override
        public void endPath() {
            // a path that only clips leaves nothing on the page
            while (!marks.isEmpty() && List.of("move", "line", "curve", "close").contains(marks.getLast().split("\t", 2)[0])) {
                marks.removeLast();
            }
        }

        @Override
        public void clip(int windingRule) {}

        @Override
        public void drawImage(PDImage image) {}

        @Override
        public void shadingFill(COSName shading) {}
    }
}
