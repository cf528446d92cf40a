package org.shangbao.client.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

import org.shangbao.paper.QrImage;

/** A QR code without its quiet zone, drawn as one path: between separate squares a renderer leaves white seams. */
final class QrDrawing implements VectorDrawing.Shape {

    private static final double MODULE = 1.0 / QrImage.SIZE;

    private final Path2D.Double modules = new Path2D.Double(Path2D.WIND_NON_ZERO);

    QrDrawing(QrImage code) {
        for (int y = 0; y < QrImage.SIZE; y++) {
            int x = 0;
            while (x < QrImage.SIZE) {
                int start = x;
                while (x < QrImage.SIZE && code.isDark(x, y)) {
                    x++;
                }
                if (x > start) {
                    bar(start * MODULE, y * MODULE, x * MODULE, (y + 1) * MODULE);
                } else {
                    x++;
                }
            }
        }
    }

    private void bar(double left, double top, double right, double bottom) {
        modules.moveTo(left, top);
        modules.lineTo(right, top);
        modules.lineTo(right, bottom);
        modules.lineTo(left, bottom);
        modules.closePath();
    }

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setColor(Color.BLACK);
        graphics.fill(modules);
    }
}
