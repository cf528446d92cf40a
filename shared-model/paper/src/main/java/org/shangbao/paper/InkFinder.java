package org.shangbao.paper;

import java.awt.image.BufferedImage;

/**
 * Looks for ink on the line of 负责同志: what is darker than its paper there, without the ruled line itself and without red (a stamp set
 * astray).
 */
final class InkFinder {
    private static final int SCALE = 6;
    /** Keeps clear of the label on the left and of the ruled line below, in mm. */
    private static final double INSET = 1.2;
    /** Ink is darker than this share of its paper, so that poor light changes nothing. */
    private static final double DARKER = 0.82;
    private static final int RED_CHROMA = 50;
    /** A run this long is the ruled line or an underline, in mm. */
    private static final double RULE = 25;
    private static final double SEEN_AREA = 6;
    private static final double DUST_AREA = 1.5;

    private InkFinder() {}

    static InkAdvice look(BufferedImage page, PageFrame frame) {
        BufferedImage area = Pictures.crop(page, frame, PaperGeometry.SIGNATURE_LINE.grownBy(-INSET), SCALE);
        int[] pixels = Pictures.pixels(area);
        int paper = paperLevel(pixels);
        int inkPixels = 0;
        for (int y = 0; y < area.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x <= area.getWidth(); x++) {
                boolean ink = x < area.getWidth() && isInk(pixels[y * area.getWidth() + x], paper);
                if (ink) {
                    run++;
                } else {
                    inkPixels += run < RULE * SCALE ? run : 0;
                    run = 0;
                }
            }
        }
        double millimetres = inkPixels / (double) (SCALE * SCALE);
        return millimetres >= SEEN_AREA ? InkAdvice.SEEN : millimetres <= DUST_AREA ? InkAdvice.NOT_SEEN : InkAdvice.UNSURE;
    }

    private static boolean isInk(int rgb, int paper) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return luma(rgb) < paper * DARKER && red - Math.max(green, blue) < RED_CHROMA;
    }

    private static int luma(int rgb) { return (rgb >> 16 & 0xFF) * 77 + (rgb >> 8 & 0xFF) * 150 + (rgb & 0xFF) * 29 >> 8; }

    private static int paperLevel(int[] pixels) {
        int[] histogram = new int[256];
        for (int rgb : pixels) {
            histogram[luma(rgb)]++;
        }
        int total = pixels.length;
        int level = 255;
        for (int lighter = histogram[level]; level > 0 && lighter < total / 2; lighter += histogram[level]) {
            level--;
        }
        return level;
    }
}
