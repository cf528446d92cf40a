package org.shangbao.paper.simulation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Takes the picture of one sheet: turns, tilts and curls it, then light, lens and sensor. All in whole pixels of arrays; a page of A4 at
 * 200 dpi has four million.
 */
final class PaperCamera {
    /** Normal numbers made once, few enough to stay in the processor's nearest memory. */
    private static final float[] NOISE = new float[1 << 12];

    static {
        Random random = new Random(1);
        for (int i = 0; i < NOISE.length; i++) {
            NOISE[i] = (float) random.nextGaussian();
        }
    }

    /** Bits behind the point of a place on the sheet. */
    private static final int FRACTION = 16;
    /** Bits behind the point of a level of light. */
    private static final int LIGHT = 10;
    private static final int STRIDE = 8;

    private final int width;
    private final int height;
    private final int sheetWidth;
    private final int sheetHeight;
    private final double pixelsPerMillimetre;
    private final Damage damage;
    private final Random random;

    private PaperCamera(int width, int height, int sheetWidth, int sheetHeight, double pixelsPerMillimetre, Damage damage, Random random) {
        this.width = width;
        this.height = height;
        this.sheetWidth = sheetWidth;
        this.sheetHeight = sheetHeight;
        this.pixelsPerMillimetre = pixelsPerMillimetre;
        this.damage = damage;
        this.random = random;
    }

    /** The picture of a sheet in the sheet's own resolution; larger than the sheet if there is table round it. */
    static BufferedImage take(BufferedImage sheet, double pixelsPerMillimetre, Damage damage, boolean upsideDown, Random random) {
        double grow = 1 / (1 - 2 * damage.margin());
        BufferedImage picture = new BufferedImage((int) Math.round(sheet.getWidth() * grow), (int) Math.round(sheet.getHeight() * grow),
                BufferedImage.TYPE_INT_RGB);
        PaperCamera camera = new PaperCamera(picture.getWidth(), picture.getHeight(), sheet.getWidth(), sheet.getHeight(),
                pixelsPerMillimetre, damage, random);
        int[] pixels = pixels(picture);
        camera.warp(pixels(sheet), pixels, camera.map(upsideDown));
        for (int pass = 0; pass < damage.softness(); pass++) {
            camera.soften(pixels);
        }
        camera.expose(pixels);
        return picture;
    }

    static int[] pixels(BufferedImage picture) { return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData(); }

    /** From a pixel of the picture to a pixel of the sheet: u = (m0·x + m1·y + m2) / (m6·x + m7·y + 1), v likewise. */
    private double[] map(boolean upsideDown) {
        double angle = Math.toRadians(-damage.slant() + (upsideDown ? 180 : 0));
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double xx = cos / damage.stretchX();
        double xy = -sin / damage.stretchX();
        double yx = sin / damage.stretchY();
        double yy = cos / damage.stretchY();
        double middleX = width / 2.0 + damage.shiftX() * pixelsPerMillimetre;
        double middleY = height / 2.0 + damage.shiftY() * pixelsPerMillimetre;
        double tiltX = (random.nextDouble() * 2 - 1) * damage.keystone() * 2 / width;
        double tiltY = (random.nextDouble() * 2 - 1) * damage.keystone() * 2 / height;
        // about the middle of the picture: numerator and denominator in coordinates from there
        double w0 = 1 - tiltX * middleX - tiltY * middleY;
        double centreX = sheetWidth / 2.0;
        double centreY = sheetHeight / 2.0;
        return new double[]{ (xx + centreX * tiltX) / w0, (xy + centreX * tiltY) / w0, (-xx * middleX - xy * middleY + centreX * w0) / w0,
                (yx + centreY * tiltX) / w0, (yy + centreY * tiltY) / w0, (-yx * middleX - yy * middleY + centreY * w0) / w0, tiltX / w0,
                tiltY / w0 };
    }

    /** Places are exact every eighth pixel and lie on a straight line between: no lens is as exact as that. */
    private void warp(int[] from, int[] to, double[] m) {
        int[] waveX = wave(height);
        int[] waveY = wave(width + STRIDE);
        int table = damage.table() * 0x10101;
        int mostX = sheetWidth - 1 << FRACTION;
        int mostY = sheetHeight - 1 << FRACTION;
        for (int y = 0; y < height; y++) {
            double u = m[1] * y + m[2];
            double v = m[4] * y + m[5];
            double w = m[7] * y + 1;
            int nextX = place(u, w) + waveX[y];
            int nextY = place(v, w) + waveY[0];
            for (int start = 0; start < width; start += STRIDE) {
                int end = start + STRIDE;
                int sheetX = nextX;
                int sheetY = nextY;
                double scale = w + m[6] * end;
                nextX = place(u + m[0] * end, scale) + waveX[y];
                nextY = place(v + m[3] * end, scale) + waveY[end];
                int stepX = (nextX - sheetX) / STRIDE;
                int stepY = (nextY - sheetY) / STRIDE;
                for (int x = start; x < Math.min(width, end); x++, sheetX += stepX, sheetY += stepY) {
                    to[y * width + x] = sheetX >= 0 && sheetY >= 0 && sheetX < mostX && sheetY < mostY
                            ? between(from, sheetX, sheetY)
                            : table;
                }
            }
        }
    }

    private static int place(double numerator, double denominator) { return (int) (numerator / denominator * (1 << FRACTION)); }

    /** The mean of the four pixels round a place, by nearness in sixteenths. */
    private int between(int[] from, int x, int y) {
        int at = (y >> FRACTION) * sheetWidth + (x >> FRACTION);
        int right = x >> FRACTION - 4 & 15;
        int down = y >> FRACTION - 4 & 15;
        return mean(mean(from[at], from[at + 1], right), mean(from[at + sheetWidth], from[at + sheetWidth + 1], right), down);
    }

    private static int mean(int one, int two, int nearness) {
        int redBlue = (one & 0xFF00FF) * (16 - nearness) + (two & 0xFF00FF) * nearness >>> 4;
        int green = (one & 0xFF00) * (16 - nearness) + (two & 0xFF00) * nearness >>> 4;
        return redBlue & 0xFF00FF | green & 0xFF00;
    }

    private int[] wave(int length) {
        int[] wave = new int[length];
        if (damage.wave() > 0) {
            double period = (60 + random.nextDouble() * 120) * pixelsPerMillimetre;
            double phase = random.nextDouble() * 2 * Math.PI;
            for (int i = 0; i < length; i++) {
                wave[i] = (int) (Math.sin(2 * Math.PI * i / period + phase) * damage.wave() * pixelsPerMillimetre * (1 << FRACTION));
            }
        }
        return wave;
    }

    /** One, two, one in both directions. */
    private void soften(int[] pixels) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, row, 0, width);
            for (int x = 1; x < width - 1; x++) {
                pixels[y * width + x] = smooth(row[x - 1], row[x], row[x + 1]);
            }
        }
        int[] above = Arrays.copyOf(pixels, width);
        for (int y = 1; y < height - 1; y++) {
            System.arraycopy(pixels, y * width, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = smooth(above[x], row[x], pixels[(y + 1) * width + x]);
            }
            System.arraycopy(row, 0, above, 0, width);
        }
    }

    private static int smooth(int before, int here, int after) {
        int redBlue = (before & 0xFF00FF) + 2 * (here & 0xFF00FF) + (after & 0xFF00FF) >> 2;
        int green = (before & 0xFF00) + 2 * (here & 0xFF00) + (after & 0xFF00) >> 2;
        return redBlue & 0xFF00FF | green & 0xFF00;
    }

    /** Paper is not white, ink not black, the lamp not even, the sensor not quiet. */
    private void expose(int[] pixels) {
        double direction = random.nextDouble() * 2 * Math.PI;
        float fallX = (float) (Math.cos(direction) * damage.lightFall());
        float fallY = (float) (Math.sin(direction) * damage.lightFall());
        int[] reds = tones(damage.paper() * (1 + damage.warmth()));
        int[] greens = tones(damage.paper() * 0.995);
        int[] blues = tones(damage.paper() * (0.975 - damage.warmth()));
        int[] noise = new int[NOISE.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = Math.round((float) (NOISE[i] * damage.noise() * (1 << LIGHT)));
        }
        // a quick generator of its own, so that the picture's size does not shift what later pages draw
        SplittableRandom sensor = new SplittableRandom(random.nextLong());
        boolean grey = damage.colour() == Damage.Colour.GREY;
        boolean oneBit = damage.colour() == Damage.Colour.ONE_BIT;
        int mask = NOISE.length - 1;
        for (int y = 0; y < height; y++) {
            float rowLight = (float) damage.light() + fallY * ((float) y / height - 0.5f);
            // each row and channel starts somewhere else in the numbers
            int one = sensor.nextInt();
            int two = sensor.nextInt();
            int three = sensor.nextInt();
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int light = (int) ((rowLight + fallX * ((float) x / width - 0.5f)) * (1 << LIGHT));
                int rgb = pixels[at];
                int red = level(reds[rgb >> 16 & 0xFF] * light + noise[one + x & mask]);
                int green = level(greens[rgb >> 8 & 0xFF] * light + noise[two + x & mask]);
                int blue = level(blues[rgb & 0xFF] * light + noise[three + x & mask]);
                if (grey || oneBit) {
                    int luma = red * 77 + green * 150 + blue * 29 >> 8;
                    int seen = grey ? luma : luma < damage.threshold() ? 0 : 255;
                    pixels[at] = seen * 0x10101;
                } else {
                    pixels[at] = red << 16 | green << 8 | blue;
                }
            }
        }
    }

    private int[] tones(double paper) {
        int[] tones = new int[256];
        for (int level = 0; level < 256; level++) {
            tones[level] = (int) Math.round(damage.ink() + level / 255.0 * (paper - damage.ink()));
        }
        return tones;
    }

    private static int level(int value) {
        int level = value >> LIGHT;
        return level < 0 ? 0 : Math.min(level, 255);
    }
}
