package org.shangbao.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Resizing and cutting of page pictures. All results are of type INT_RGB. */
final class Pictures {
    /** A picture this much off the wanted size is taken as it is: rounding of page boxes, not worth a second scaling. */
    private static final int SIZE_TOLERANCE = 2;

    private Pictures() {}

    /**
     * The pixels of a picture of type INT_RGB, row by row, not copied: many times faster than asking the picture, which converts each
     * pixel. The upper byte is undefined.
     */
    static int[] pixels(BufferedImage picture) {
        if (picture.getType() != BufferedImage.TYPE_INT_RGB || !(picture.getRaster().getDataBuffer() instanceof DataBufferInt buffer)
                || buffer.getSize() != picture.getWidth() * picture.getHeight()) {
            throw new IllegalArgumentException("not a whole picture of type INT_RGB");
        }
        return buffer.getData();
    }

    /** The picture with its long side at {@link ScanSource#LONG_SIDE}; itself if it is that already. */
    static BufferedImage standard(BufferedImage picture) {
        BufferedImage smaller = picture;
        while (Math.max(smaller.getWidth(), smaller.getHeight()) > 2 * ScanSource.LONG_SIDE) {
            // more than a halving at once would skip pixels
            smaller = resized(smaller, Math.max(1, smaller.getWidth() / 2), Math.max(1, smaller.getHeight() / 2));
        }
        double scale = (double) ScanSource.LONG_SIDE / Math.max(smaller.getWidth(), smaller.getHeight());
        int width = Math.max(1, (int) Math.round(smaller.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(smaller.getHeight() * scale));
        boolean same = Math.abs(width - smaller.getWidth()) <= SIZE_TOLERANCE && Math.abs(height - smaller.getHeight()) <= SIZE_TOLERANCE
                && smaller.getType() == BufferedImage.TYPE_INT_RGB;
        return same ? smaller : resized(smaller, width, height);
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height) {
        return drawn(picture, AffineTransform.getScaleInstance((double) width / picture.getWidth(), (double) height / picture.getHeight()),
                width, height);
    }

    /** An upright crop of the sheet; what lies outside the picture is white. */
    static BufferedImage crop(BufferedImage picture, PageFrame frame, PaperRectangle area, double pixelsPerMillimetre) {
        int width = Math.max(1, (int) Math.round(area.width() * pixelsPerMillimetre));
        int height = Math.max(1, (int) Math.round(area.height() * pixelsPerMillimetre));
        return drawn(picture, frame.toCrop(area, pixelsPerMillimetre), width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, AffineTransform map, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, map, null);
        } finally {
            graphics.dispose();
        }
        return out;
    }
}
