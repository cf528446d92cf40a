package org.shangbao.client.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** The word for "draft" across the whole sheet, outlined so that the text over it stays readable. */
final class DraftMark implements VectorDrawing.Shape {

    private static final double WIDTH = 595.28;
    private static final double HEIGHT = 841.89;
    private static final double SLOPE = Math.toRadians(-52);
    private static final float SIZE = 150;

    private final java.awt.Shape outline;

    DraftMark(Font face, String word) {
        java.awt.Shape letters = face.deriveFont(SIZE)
                .createGlyphVector(new FontRenderContext(null, true, true), word).getOutline();
        Rectangle2D bounds = letters.getBounds2D();
        AffineTransform toSheet = AffineTransform.getTranslateInstance(WIDTH / 2, HEIGHT / 2);
        toSheet.rotate(SLOPE);
        toSheet.translate(-bounds.getCenterX(), -bounds.getCenterY());
        AffineTransform toUnit = AffineTransform.getScaleInstance(1 / WIDTH, 1 / HEIGHT);
        toUnit.concatenate(toSheet);
        outline = toUnit.createTransformedShape(new BasicStroke(0.8f).createStrokedShape(letters));
    }

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setColor(new Color(0xb3b3b3));
        graphics.fill(outline);
    }
}
