package org.shangbao.paper;

import java.awt.image.BufferedImage;

/**
 * One channel of a picture, one byte a pixel, and the treatments that help a code in trouble. Immutable once made; treatments return new
 * planes.
 */
final class GreyPlane {
    /** Paper darker than this is brought up to {@link #WHITE}. */
    private static final int DIM = 170;
    private static final int WHITE = 235;

    private final byte[] levels;
    private final int width;
    private final int height;

    private GreyPlane(byte[] levels, int width, int height) {
        this.levels = levels;
        this.width = width;
        this.height = height;
    }

    /** Luma of a window of an RGB picture; the window must lie within the picture. */
    static GreyPlane luma(BufferedImage picture, int left, int top, int width, int height) {
        return of(picture, left, top, width, height, 77, 150, 29);
    }

    /** The red channel, in which a red stamp over a code is as white as paper. */
    static GreyPlane red(BufferedImage picture, int left, int top, int width, int height) {
        return of(picture, left, top, width, height, 256, 0, 0);
    }

    private static GreyPlane of(BufferedImage picture, int left, int top, int width, int height, int red, int green, int blue) {
        byte[] levels = new byte[width * height];
        int[] pixels = Pictures.pixels(picture);
        for (int y = 0; y < height; y++) {
            int start = (top + y) * picture.getWidth() + left;
            for (int x = 0; x < width; x++) {
                int rgb = pixels[start + x];
                levels[y * width + x] = (byte) ((rgb >> 16 & 0xFF) * red + (rgb >> 8 & 0xFF) * green + (rgb & 0xFF) * blue >> 8);
            }
        }
        return new GreyPlane(levels, width, height);
    }

    byte[] levels() { return levels; }

    int width() { return width; }

    int height() { return height; }

    int at(int x, int y) { return levels[y * width + x] & 0xFF; }

    /** The same with its lightest parts at the level of white paper, for photographs in poor light; itself if they are light enough. */
    GreyPlane lit() {
        int lightest = lightest(histogram());
        if (lightest >= DIM || lightest == 0) {
            return this;
        }
        byte[] out = new byte[levels.length];
        byte[] tone = new byte[256];
        for (int level = 0; level < 256; level++) {
            tone[level] = (byte) Math.min(255, level * WHITE / lightest);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = tone[levels[i] & 0xFF];
        }
        return new GreyPlane(out, width, height);
    }

    private int[] histogram() {
        int[] histogram = new int[256];
        for (byte level : levels) {
            histogram[level & 0xFF]++;
        }
        return histogram;
    }

    /** The level one pixel in twenty reaches: paper, even where most of the window is a dark table. */
    private int lightest(int[] histogram) {
        int level = 255;
        for (int seen = histogram[level]; level > 0 && seen < levels.length / 20; seen += histogram[level]) {
            level--;
        }
        return level;
    }

    /** True if nothing in the window is dark enough against its paper to be print: not worth a search. */
    boolean isBlank() {
        int[] histogram = histogram();
        int paper = lightest(histogram);
        int inkPixels = 0;
        for (int level = 0; level < paper * 5 / 6; level++) {
            inkPixels += histogram[level];
        }
        // the dark modules of a code are about 300 mm², a corner window 5,600 mm²
        return inkPixels < levels.length / 100;
    }

    GreyPlane halved() {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        byte[] out = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            for (int x = 0; x < halfWidth; x++) {
                out[y * halfWidth
                        + x] = (byte) (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1) + 2 >> 2);
            }
        }
        return new GreyPlane(out, halfWidth, halfHeight);
    }

    GreyPlane doubled() {
        int doubleWidth = width * 2;
        int doubleHeight = height * 2;
        byte[] out = new byte[doubleWidth * doubleHeight];
        for (int y = 0; y < doubleHeight; y++) {
            int nearY = y >> 1;
            int farY = Math.clamp(nearY + ((y & 1) == 0 ? -1 : 1), 0, height - 1);
            for (int x = 0; x < doubleWidth; x++) {
                int nearX = x >> 1;
                int farX = Math.clamp(nearX + ((x & 1) == 0 ? -1 : 1), 0, width - 1);
                out[y * doubleWidth
                        + x] = (byte) (9 * at(nearX, nearY) + 3 * at(farX, nearY) + 3 * at(nearX, farY) + at(farX, farY) + 8 >> 4);
            }
        }
        return new GreyPlane(out, doubleWidth, doubleHeight);
    }

    /** Mean over a square of 2 × {@code radius} + 1 pixels. */
    GreyPlane blurred(int radius) {
        byte[] across = new byte[levels.length];
        for (int y = 0; y < height; y++) {
            mean(levels, across, y * width, 1, width, radius);
        }
        byte[] out = new byte[levels.length];
        for (int x = 0; x < width; x++) {
            mean(across, out, x, width, height, radius);
        }
        return new GreyPlane(out, width, height);
    }

    private static void mean(byte[] in, byte[] out, int start, int step, int count, int radius) {
        int sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += in[start + Math.clamp(i, 0, count - 1) * step] & 0xFF;
        }
        for (int i = 0; i < count; i++) {
            out[start + i * step] = (byte) (sum / (2 * radius + 1));
            sum += in[start + Math.min(i + radius + 1, count - 1) * step] & 0xFF;
            sum -= in[start + Math.max(i - radius, 0) * step] & 0xFF;
        }
    }

    /** Takes away dark strokes up to 2 × {@code radius} pixels wide: a pen through the code. */
    GreyPlane closed(int radius) {
        return extreme(radius, true).extreme(radius, false);
    }

    /** Takes away light strokes up to 2 × {@code radius} pixels wide: a white streak of a dirty scanner. */
    GreyPlane opened(int radius) {
        return extreme(radius, false).extreme(radius, true);
    }

    private GreyPlane extreme(int radius, boolean lightest) {
        byte[] across = new byte[levels.length];
        byte[] out = new byte[levels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int best = at(x, y);
                for (int dx = Math.max(0, x - radius); dx <= Math.min(width - 1, x + radius); dx++) {
                    best = lightest ? Math.max(best, at(dx, y)) : Math.min(best, at(dx, y));
                }
                across[y * width + x] = (byte) best;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int best = across[y * width + x] & 0xFF;
                for (int dy = Math.max(0, y - radius); dy <= Math.min(height - 1, y + radius); dy++) {
                    int level = across[dy * width + x] & 0xFF;
                    best = lightest ? Math.max(best, level) : Math.min(best, level);
                }
                out[y * width + x] = (byte) best;
            }
        }
        return new GreyPlane(out, width, height);
    }
}
