package org.shangbao.client.print;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** Draws a shape as vectors into a box that need not stand on whole points. */
final class VectorDrawing extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1L;

    /** Draws itself into the unit square of an upright page. */
    @FunctionalInterface
    interface Shape {
        void draw(Graphics2D graphics);
    }

    private final transient Shape shape;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final boolean turned;

    VectorDrawing(Shape shape, double left, double top, double width, double height, boolean turned) {
        this.shape = shape;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.turned = turned;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D box) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(box.getX() + left, box.getY() + top);
        graphics.scale(width, height);
        if (turned) {
            graphics.translate(1, 0);
            graphics.rotate(Math.PI / 2);
        }
        shape.draw(graphics);
        graphics.setTransform(before);
    }
}
