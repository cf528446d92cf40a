package org.shangbao.client.scan;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Light, dark and colour of a sheet at 200 dpi. Black is what is clearly darker than its surroundings, so shadows and grey paper turn
 * white; coloured is what no grey paper, warm lamp or JPEG fringe makes: stamp, blue ink.
 */
final class SheetTones {
    /** Side of the surroundings a pixel is compared with, about 10 mm: larger than any stroke, smaller than a shadow. */
    private static final int AROUND = 81;
    private static final int DARKER_PER_CENT = 82;
    /** Side of the squares colour is counted in, 2 mm. */
    private static final int BLOCK = 16;
    private static final int COLOURED_PIXELS = 10;
    private static final int LEAST_CHROMA = 62;
    private static final int NEIGHBOURS = 2;
    private static final int MARGIN = 16;
    private final int width;
    private final int height;
    private final int[] luma;
    private final Rectangle coloured;

    private SheetTones(int width, int height, int[] luma, Rectangle coloured) {
        this.width = width;
        this.height = height;
        this.luma = luma;
        this.coloured = coloured;
    }

    static SheetTones of(BufferedImage sheet) {
        int width = sheet.getWidth();
        int height = sheet.getHeight();
        int[] pixels = sheet.getRGB(0, 0, width, height, null, 0, width);
        int[] paper = paper(pixels);
        int[] luma = new int[pixels.length];
        int across = (width + BLOCK - 1) / BLOCK;
        int[] counts = new int[across * ((height + BLOCK - 1) / BLOCK)];
        for (int at = 0; at < pixels.length; at++) {
            int red = pixels[at] >> 16 & 0xFF;
            int green = pixels[at] >> 8 & 0xFF;
            int blue = pixels[at] & 0xFF;
            luma[at] = (red * 299 + green * 587 + blue * 114) / 1000;
            int most = Math.max(red * paper[0], Math.max(green * paper[1], blue * paper[2]));
            int least = Math.min(red * paper[0], Math.min(green * paper[1], blue * paper[2]));
            if (most - least > LEAST_CHROMA << 8) {
                counts[at / width / BLOCK * across + at % width / BLOCK]++;
            }
        }
        return new SheetTones(width, height, luma, coloured(counts, across));
    }

    /** What each channel is multiplied with, in 1/256, for the paper to be white: a warm lamp makes the whole sheet yellow. */
    private static int[] paper(int[] pixels) {
        int[] factors = new int[3];
        for (int channel = 0; channel < 3; channel++) {
            int[] histogram = new int[256];
            int shift = 16 - 8 * channel;
            for (int at = 0; at < pixels.length; at += 7) {
                histogram[pixels[at] >> shift & 0xFF]++;
            }
            int rank = pixels.length / 7 * 7 / 10;
            int level = 0;
            for (int seen = histogram[0]; level < 255 && seen <= rank; seen += histogram[level]) {
                level++;
            }
            factors[channel] = 255 * 256 / Math.max(level, 60);
        }
        return factors;
    }

    /** The smallest rectangle of pixels round every coloured square that has coloured neighbours; single ones are dust. */
    private static Rectangle coloured(int[] counts, int across) {
        Rectangle found = new Rectangle();
        for (int at = 0; at < counts.length; at++) {
            int x = at % across;
            int y = at / across;
            if (counts[at] >= COLOURED_PIXELS && neighbours(counts, across, x, y) >= NEIGHBOURS) {
                Rectangle square = new Rectangle(x * BLOCK - MARGIN, y * BLOCK - MARGIN, BLOCK + 2 * MARGIN, BLOCK + 2 * MARGIN);
                found = found.isEmpty() ? square : found.union(square);
            }
        }
        return found;
    }

    private static int neighbours(int[] counts, int across, int x, int y) {
        int found = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int at = (y + dy) * across + x + dx;
                boolean isInside = x + dx >= 0 && x + dx < across && at >= 0 && at < counts.length;
                found += isInside && (dx != 0 || dy != 0) && counts[at] >= COLOURED_PIXELS ? 1 : 0;
            }
        }
        return found;
    }

    /** The part of the sheet that has colour, empty if none has; may reach over the edge. */
    Rectangle coloured() {
        return new Rectangle(coloured);
    }

    /** The sheet in black and white; {@code without} is left white. */
    BufferedImage blackAndWhite(Rectangle without) {
        long[] sums = sums();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = ((DataBufferByte) out.getRaster().getDataBuffer()).getData();
        java.util.Arrays.fill(bits, (byte) 0xFF);
        int stride = (width + 7) / 8;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!without.contains(x, y) && isBlack(sums, x, y)) {
                    bits[y * stride + (x >> 3)] &= (byte) ~(0x80 >> (x & 7));
                }
            }
        }
        return out;
    }

    private boolean isBlack(long[] sums, int x, int y) {
        int left = Math.max(0, x - AROUND / 2);
        int right = Math.min(width, x + AROUND / 2 + 1);
        int top = Math.max(0, y - AROUND / 2);
        int bottom = Math.min(height, y + AROUND / 2 + 1);
        int row = width + 1;
        long sum = sums[bottom * row + right] - sums[top * row + right] - sums[bottom * row + left] + sums[top * row + left];
        long area = (long) (right - left) * (bottom - top);
        return (long) luma[y * width + x] * area * 100 < sum * DARKER_PER_CENT;
    }

    /** Sums of all pixels above and to the left, so that any rectangle's sum takes four looks. */
    private long[] sums() {
        int row = width + 1;
        long[] sums = new long[row * (height + 1)];
        for (int y = 0; y < height; y++) {
            long line = 0;
            for (int x = 0; x < width; x++) {
                line += luma[y * width + x];
                sums[(y + 1) * row + x + 1] = sums[y * row + x + 1] + line;
            }
        }
        return sums;
    }
}
