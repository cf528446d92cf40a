package org.shangbao.paper.simulation;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Random;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.shangbao.paper.PaperRectangle;

/** Draws what hands leave on paper. The graphics is scaled to millimetres of the sheet. No system font is used: there may be none. */
final class HandMarks {
    private static final Color PEN = new Color(24, 30, 72);
    private static final Color STAMP_PAD = new Color(214, 36, 44);
    private static final double LETTER_ARC = Math.toRadians(250);
    private static final double LETTER_SIZE = 5.2;

    private HandMarks() {}

    /** Three characters' worth of strokes and a flourish, on the line. */
    static void drawSignature(Graphics2D pen, PaperRectangle line, Random random) {
        pen.setColor(PEN);
        double x = line.x() + 3 + random.nextDouble() * 4;
        double base = line.y() + line.height() - 2.5;
        for (int character = 0; character < 3; character++) {
            for (int stroke = 0; stroke < 6; stroke++) {
                pen.setStroke(new BasicStroke(0.35f + random.nextFloat() * 0.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                boolean across = random.nextBoolean();
                double left = x + random.nextDouble() * (across ? 2 : 6);
                double top = base - 1 - random.nextDouble() * 7;
                Path2D path = new Path2D.Double();
                path.moveTo(left, top);
                path.curveTo(left + random.nextDouble() * 3, top + random.nextGaussian() * 0.6, left + (across ? 4 : 1),
                        top + (across ? 0 : 3),
                        left + (across ? 5 + random.nextDouble() : -1 + random.nextDouble() * 3),
                        Math.min(base + 1, top + (across ? -0.5 : 5)));
                pen.draw(path);
            }
            x += 8 + random.nextDouble() * 2;
        }
        Path2D flourish = new Path2D.Double();
        flourish.moveTo(x, base - 2);
        flourish.curveTo(x + 5, base - 4, x + 9, base - 3, x + 16, base - 6.5);
        pen.draw(flourish);
    }

    /** A round stamp of 42 to 45 mm with a star and writing round the upper part, slightly turned, with gaps in the ink. */
    static void drawStamp(Graphics2D graphics, double centreX, double centreY, String text, byte @Nullable [] font, Random random)
            throws IOException {
        double radius = 21 + random.nextDouble() * 1.5;
        Graphics2D pad = (Graphics2D) graphics.create();
        pad.setColor(STAMP_PAD);
        // ink lets print shine through
        pad.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.86f));
        pad.translate(centreX, centreY);
        pad.rotate(Math.toRadians(random.nextGaussian() * 4));
        pad.setStroke(new BasicStroke(1.1f));
        pad.draw(new Ellipse2D.Double(-radius + 0.55, -radius + 0.55, 2 * radius - 1.1, 2 * radius - 1.1));
        pad.fill(star(7));
        drawRingText(pad, radius, text, font, random);
        pad.setComposite(AlphaComposite.SrcOver);
        pad.setColor(Color.WHITE);
        for (int gap = 0; gap < 25; gap++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double distance = random.nextDouble() * radius;
            pad.fill(new Ellipse2D.Double(Math.cos(angle) * distance, Math.sin(angle) * distance, 0.3, 0.25));
        }
        pad.dispose();
    }

    private static Shape star(double radius) {
        Path2D star = new Path2D.Double();
        for (int point = 0; point < 10; point++) {
            double reach = point % 2 == 0 ? radius : radius * 0.382;
            double angle = Math.PI * point / 5 - Math.PI / 2;
            if (point == 0) {
                star.moveTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
            } else {
                star.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
            }
        }
        star.closePath();
        return star;
    }

    private static void drawRingText(Graphics2D pad, double radius, String text, byte @Nullable [] font, Random random) throws IOException {
        int[] characters = (text.isEmpty() ? "　".repeat(9) : text).codePoints().toArray();
        try (TrueTypeFont face = font == null ? null : new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            double step = characters.length == 1 ? 0 : Math.min(LETTER_ARC / (characters.length - 1), Math.toRadians(34));
            for (int i = 0; i < characters.length; i++) {
                AffineTransform before = pad.getTransform();
                pad.rotate(step * (i - (characters.length - 1) / 2.0));
                pad.translate(0, -radius + 2.2);
                Shape letter = face == null ? null : letter(face, characters[i]);
                if (letter == null) {
                    drawStrokes(pad, random);
                } else {
                    pad.fill(letter);
                }
                pad.setTransform(before);
            }
        }
    }

    /** The outline of a character, centred under the origin, {@value #LETTER_SIZE} mm high; null if the font has none. */
    private static @Nullable Shape letter(TrueTypeFont face, int character) throws IOException {
        CmapLookup characters = face.getUnicodeCmapLookup();
        int glyph = characters.getGlyphId(character);
        if (glyph == 0 || face.getGlyph() == null) {
            return null;
        }
        GeneralPath outline = face.getGlyph().getGlyph(glyph).getPath();
        double scale = LETTER_SIZE / face.getUnitsPerEm();
        Rectangle2D bounds = outline.getBounds2D();
        AffineTransform place = AffineTransform.getScaleInstance(scale, -scale);
        place.translate(-bounds.getCenterX(), -bounds.getMaxY());
        return place.createTransformedShape(outline);
    }

    private static void drawStrokes(Graphics2D pad, Random random) {
        for (int stroke = 0; stroke < 7; stroke++) {
            boolean across = stroke % 2 == 0;
            double at = random.nextDouble() * LETTER_SIZE * 0.9;
            pad.fill(across
                    ? new Rectangle2D.Double(-LETTER_SIZE * 0.4, at, LETTER_SIZE * 0.8, 0.45)
                    : new Rectangle2D.Double(-LETTER_SIZE * 0.4 + at * 0.85, 0, 0.45, LETTER_SIZE));
        }
    }
}
