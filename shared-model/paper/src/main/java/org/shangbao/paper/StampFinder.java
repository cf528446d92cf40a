package org.shangbao.paper;

import java.awt.image.BufferedImage;

/**
 * Looks for a red round stamp in the 签章区: red mask after evening out the paper, vote for a ring of red with none just outside, red in
 * the middle for the star. Thresholds are those found by measurement on made-up scans: ring 0.40 and star 0.30 for a stamp.
 */
final class StampFinder {
    private static final double SEEN_RING = 0.40;
    /** Red that is less of a ring than this is a stain or a red pen. */
    private static final double UNSURE_RING = 0.22;
    private static final double SEEN_STAR = 0.30;
    /** Red against the paper's own level; low enough for a stamp short of ink. */
    private static final double RED_MASK = 0.055;
    /** Stamp ink is red; tea, rust and skin are brown, half as far from blue to green as from blue to red. */
    private static final float MOST_YELLOW = 0.36f;
    private static final int LEAST_RED_NEIGHBOURS = 4;
    /** Less red than this is dust or the edge of print, in mm². */
    private static final double LEAST_RED = 12;
    /** Below this in 99.95 % of pixels (of 255) a page has no colour; a grey scan has none at all, a colour scan of white paper more. */
    private static final int GREY_CHROMA = 4;
    private static final int GREY_STEP = 3;
    private static final double SMALLEST_RADIUS = 16.5;
    private static final double LARGEST_RADIUS = 25;
    /** How far outside the ring there must be no red, in mm. */
    private static final double OUTSIDE = 2.5;
    private static final double STAR_RADIUS = 2.2;
    private static final int SCALE = 3;
    private static final int BLOCK = 10 * SCALE;
    private static final int ANGLES = 72;
    /** Steps of the first search; a ring is 3 pixels thick, so none slips through. */
    private static final int COARSE_STEP = 3;
    private static final double COARSE_RADIUS = 0.6;
    /** A stamp may be set beside its square: its middle is looked for in the 签章区 and this far round it, in mm. */
    private static final double ASTRAY = 8;
    private static final PaperRectangle CENTRES = PaperGeometry.SIGNATURE_BLOCK.grownBy(ASTRAY);
    private static final PaperRectangle REGION = CENTRES.grownBy(LARGEST_RADIUS + 3);

    private final int width;
    private final int height;
    private final boolean[] red;
    private final int redPixels;

    private StampFinder(BufferedImage region) {
        width = region.getWidth();
        height = region.getHeight();
        int[] pixels = Pictures.pixels(region);
        red = redMask(pixels);
        int count = 0;
        for (boolean pixel : red) {
            count += pixel ? 1 : 0;
        }
        redPixels = count;
    }

    /** Looks at the 签章区 of a page whose place is known. */
    static StampAdvice look(BufferedImage page, PageFrame frame) {
        if (isGrey(page)) {
            return StampAdvice.GREY_SCAN;
        }
        // twice the size and halved again, so that thin rings are averaged and not skipped
        return new StampFinder(halved(Pictures.crop(page, frame, REGION, 2.0 * SCALE))).advice();
    }

    private static boolean isGrey(BufferedImage page) {
        int[] pixels = Pictures.pixels(page);
        int width = page.getWidth();
        int total = 0;
        int coloured = 0;
        // every ninth pixel tells as much as all; an odd step meets every column of the pattern a screen or a packing leaves
        for (int y = 0; y < page.getHeight(); y += GREY_STEP) {
            for (int x = 0; x < width; x += GREY_STEP) {
                coloured += chroma(pixels[y * width + x]) >= GREY_CHROMA ? 1 : 0;
                total++;
            }
        }
        return coloured < total / 2000;
    }

    private static int chroma(int rgb) {
        int r = rgb >> 16 & 0xFF;
        int g = rgb >> 8 & 0xFF;
        int b = rgb & 0xFF;
        return Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
    }

    private static BufferedImage halved(BufferedImage picture) {
        int width = picture.getWidth() / 2;
        int height = picture.getHeight() / 2;
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] from = Pictures.pixels(picture);
        int[] to = Pictures.pixels(out);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 2 * y * picture.getWidth() + 2 * x;
                int one = from[at];
                int two = from[at + 1];
                int three = from[at + picture.getWidth()];
                int four = from[at + picture.getWidth() + 1];
                int redAndBlue = (one & 0xFF00FF) + (two & 0xFF00FF) + (three & 0xFF00FF) + (four & 0xFF00FF) + 0x20002 >> 2;
                int green = (one & 0xFF00) + (two & 0xFF00) + (three & 0xFF00) + (four & 0xFF00) + 0x200 >> 2;
                to[y * width + x] = redAndBlue & 0xFF00FF | green & 0xFF00;
            }
        }
        return out;
    }

    private boolean[] redMask(int[] pixels) {
        int columns = (width + BLOCK - 1) / BLOCK;
        int rows = (height + BLOCK - 1) / BLOCK;
        int[][] paper = new int[3][columns * rows];
        for (int channel = 0; channel < 3; channel++) {
            for (int block = 0; block < columns * rows; block++) {
                paper[channel][block] = level(pixels, block % columns * BLOCK, block / columns * BLOCK, 16 - 8 * channel);
            }
        }
        float[][] factor = new float[3][];
        for (int channel = 0; channel < 3; channel++) {
            factor[channel] = factors(paper[channel], columns, rows);
        }
        boolean[] mask = new boolean[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = pixels[y * width + x];
                int block = y / BLOCK * columns + x / BLOCK;
                float r = (rgb >> 16 & 0xFF) * factor[0][block];
                float g = (rgb >> 8 & 0xFF) * factor[1][block];
                float b = (rgb & 0xFF) * factor[2][block];
                float other = Math.max(g, b);
                mask[y * width + x] = r - other > RED_MASK && r > 0.35 && r - Math.min(g, b) > RED_MASK * r
                        && g - b < MOST_YELLOW * (r - b);
            }
        }
        return withoutGrains(mask);
    }

    /** A red pixel among others that are not red is noise, of which tea and toner have much: four of its neighbours must be red too. */
    private boolean[] withoutGrains(boolean[] mask) {
        boolean[] kept = new boolean[mask.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                if (mask[at]) {
                    int reds = -1;
                    for (int row = at - width; row <= at + width; row += width) {
                        reds += (mask[row - 1] ? 1 : 0) + (mask[row] ? 1 : 0) + (mask[row + 1] ? 1 : 0);
                    }
                    kept[at] = reds >= LEAST_RED_NEIGHBOURS;
                }
            }
        }
        return kept;
    }

    /** The level of the paper in one channel and block: nine of ten pixels are darker. */
    private int level(int[] pixels, int left, int top, int shift) {
        int[] histogram = new int[256];
        int total = 0;
        for (int y = top; y < Math.min(height, top + BLOCK); y++) {
            for (int x = left; x < Math.min(width, left + BLOCK); x++) {
                histogram[pixels[y * width + x] >> shift & 0xFF]++;
                total++;
            }
        }
        int level = 255;
        for (int lighter = histogram[level]; level > 0 && lighter < total / 10; lighter += histogram[level]) {
            level--;
        }
        return level;
    }

    /** One by the lightest of a block and its neighbours: a block wholly inside a star must not pass for red paper. */
    private static float[] factors(int[] paper, int columns, int rows) {
        float[] factors = new float[paper.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int lightest = 1;
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                        lightest = Math.max(lightest, paper[r * columns + c]);
                    }
                }
                factors[row * columns + column] = 1f / lightest;
            }
        }
        return factors;
    }

    private StampAdvice advice() {
        if (redPixels < LEAST_RED * SCALE * SCALE) {
            return StampAdvice.NOT_SEEN;
        }
        Ring coarse = coarseRing();
        Ring fine = new Ring(coarse.x, coarse.y, coarse.radius, score(coarse.x, coarse.y, coarse.radius, ANGLES));
        for (double y = coarse.y - COARSE_STEP; y <= coarse.y + COARSE_STEP; y++) {
            for (double x = coarse.x - COARSE_STEP; x <= coarse.x + COARSE_STEP; x++) {
                for (double radius = coarse.radius - COARSE_RADIUS; radius <= coarse.radius + COARSE_RADIUS; radius += COARSE_RADIUS / 3) {
                    fine = fine.orBetter(new Ring(x, y, radius, score(x, y, radius, ANGLES)));
                }
            }
        }
        boolean stamp = fine.score >= SEEN_RING && redShare(fine.x, fine.y) >= SEEN_STAR;
        return stamp ? StampAdvice.SEEN : fine.score >= UNSURE_RING ? StampAdvice.UNSURE : StampAdvice.NOT_SEEN;
    }

    /** The best ring of a coarse grid of places, by a quarter of the angles. Whole numbers only: this is most of the work. */
    private Ring coarseRing() {
        boolean[] near = nearRed();
        int angles = ANGLES / 4;
        int left = (int) ((CENTRES.x() - REGION.x()) * SCALE);
        int top = (int) ((CENTRES.y() - REGION.y()) * SCALE);
        int right = left + (int) (CENTRES.width() * SCALE);
        int bottom = top + (int) (CENTRES.height() * SCALE);
        Ring best = new Ring(0, 0, 0, 0);
        int most = 0;
        for (double radius = SMALLEST_RADIUS; radius <= LARGEST_RADIUS; radius += COARSE_RADIUS) {
            int[] on = offsets(radius, angles);
            int[] outside = offsets(radius + OUTSIDE, angles);
            for (int y = top; y < bottom; y += COARSE_STEP) {
                for (int x = left; x < right; x += COARSE_STEP) {
                    int votes = votes(near, y * width + x, on, outside, most);
                    if (votes > most) {
                        most = votes;
                        best = new Ring(x, y, radius, votes / (double) angles);
                    }
                }
            }
        }
        return best;
    }

    /** The votes for a ring; stops as soon as it can no longer have more than {@code most}. */
    private int votes(boolean[] near, int centre, int[] on, int[] outside, int most) {
        int votes = 0;
        for (int i = 0; i < on.length && votes + on.length - i > most; i++) {
            boolean beyond = red[centre + outside[i]];
            if (near[centre + on[i]]) {
                votes += beyond ? 0 : 1;
            } else {
                votes -= beyond ? 1 : 0;
            }
        }
        return votes;
    }

    private int[] offsets(double radius, int angles) {
        int[] offsets = new int[angles];
        for (int i = 0; i < angles; i++) {
            int angle = i * ANGLES / angles;
            offsets[i] = (int) Math.round(COSINES[(angle + ANGLES * 3 / 4) % ANGLES] * radius * SCALE) * width
                    + (int) Math.round(COSINES[angle] * radius * SCALE);
        }
        return offsets;
    }

    /** Red or beside red. */
    private boolean[] nearRed() {
        boolean[] near = new boolean[red.length];
        for (int i = width; i < red.length - width; i++) {
            near[i] = red[i] || red[i - 1] || red[i + 1] || red[i - width] || red[i + width];
        }
        return near;
    }

    /** A place where a ring may be, in pixels and mm, and how much of it is there. */
    private record Ring(double x, double y, double radius, double score) {
        Ring orBetter(Ring other) { return other.score > score ? other : this; }
    }

    private double score(double x, double y, double radius, int angles) {
        int votes = 0;
        for (int i = 0; i < angles; i++) {
            double cos = COSINES[i * ANGLES / angles];
            double sin = COSINES[(i * ANGLES / angles + ANGLES * 3 / 4) % ANGLES];
            if (isRedNear(x + cos * radius * SCALE, y + sin * radius * SCALE)) {
                votes += isRed(x + cos * (radius + OUTSIDE) * SCALE, y + sin * (radius + OUTSIDE) * SCALE) ? 0 : 1;
            } else {
                votes -= isRed(x + cos * (radius + OUTSIDE) * SCALE, y + sin * (radius + OUTSIDE) * SCALE) ? 1 : 0;
            }
        }
        return votes / (double) angles;
    }

    private static final double[] COSINES = cosines();

    private static double[] cosines() {
        double[] cosines = new double[ANGLES];
        for (int i = 0; i < ANGLES; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / ANGLES);
        }
        return cosines;
    }

    private boolean isRedNear(double x, double y) {
        return isRed(x, y) || isRed(x - 1, y) || isRed(x + 1, y) || isRed(x, y - 1) || isRed(x, y + 1);
    }

    private boolean isRed(double x, double y) {
        int column = (int) Math.round(x);
        int row = (int) Math.round(y);
        return column >= 0 && row >= 0 && column < width && row < height && red[row * width + column];
    }

    private double redShare(double x, double y) {
        int inside = 0;
        int reds = 0;
        int reach = (int) Math.ceil(STAR_RADIUS * SCALE);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                if (Math.hypot(dx, dy) <= STAR_RADIUS * SCALE) {
                    inside++;
                    reds += isRed(x + dx, y + dy) ? 1 : 0;
                }
            }
        }
        return reds / (double) inside;
    }
}
