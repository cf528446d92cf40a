package org.shangbao.paper.simulation;

import java.util.Random;

/**
 * Kinds of damage whole documents suffer. The first group is what the reader was built and its numbers were chosen with; the second was
 * written down before the reader was run on it and is never used to choose a number: it shows what the reader does with paper it does not
 * know. A kind whose failures were looked into moves to the first group.
 */
public enum DamageKind {
    /** A clean office scanner. */
    OFFICE(true) {
        @Override
        public Damage draw(Random random) { return Damage.none().withSlant(slant(random, 1.2)).withSensor(3, 60); }
    },
    /** An old copier: grey paper, slanted feed, coarse packing, some of them without colour. */
    POOR_COPIER(true) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 5)).withSensor(6 + random.nextDouble() * 3, 40).withPaper(
                    190 + random.nextInt(40), 40).withDirt(0, 0, 0, 30)
                    .withColour(random.nextInt(3) == 0 ? Damage.Colour.GREY : Damage.Colour.COLOUR);
        }
    },
    /** The stamp was set over a code; see {@link #stampsOverCode()}. */
    STAMP_OVER_CODE(true) {
        @Override
        public Damage draw(Random random) { return Damage.none().withSlant(slant(random, 2)).withSensor(4, 50); }

        @Override
        public boolean stampsOverCode() { return true; }
    },
    /** Tea was served. */
    STAINED(true) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 2)).withSensor(4, 50).withDirt(1 + random.nextInt(3), 0, 0, 10);
        }
    },
    /** A telephone over a desk by day. */
    TELEPHONE(true) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 4)).withSensor(5 + random.nextDouble() * 3, 60)
                    .withTelephone(0.005 + random.nextDouble() * 0.015, 0.02 + random.nextDouble() * 0.06, 90 + random.nextInt(60),
                            random.nextInt(2))
                    .withLight(0.55 + random.nextDouble() * 0.35, random.nextDouble() * 0.3, random.nextDouble() * 0.04);
        }
    },
    /** A telephone in the evening under a yellow lamp. */
    EVENING_TELEPHONE(true) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 6)).withSensor(7 + random.nextDouble() * 3, 50)
                    .withTelephone(0.01 + random.nextDouble() * 0.02, 0.01 + random.nextDouble() * 0.1, 25 + random.nextInt(50),
                            1 + random.nextInt(2))
                    .withLight(0.35 + random.nextDouble() * 0.25, 0.1 + random.nextDouble() * 0.3, 0.05 + random.nextDouble() * 0.1);
        }
    },
    /** A scanner set to black and white. */
    BLACK_AND_WHITE(true) {
        @Override
        public Damage draw(Random random) { return Damage.none().withSlant(slant(random, 2)).inBlackAndWhite(105 + random.nextInt(60)); }
    },
    /** Carried folded in a pocket. */
    FOLDED(true) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 2)).withSensor(4, 55).withDirt(0, 1 + random.nextInt(2), 0, 0);
        }
    },
    /** Laid across the edge of the glass. */
    EDGE_CUT(true) {
        @Override
        public Damage draw(Random random) {
            double shift = 6 + random.nextDouble() * 24;
            int side = random.nextInt(4);
            return Damage.none().withSlant(slant(random, 1.5)).withSensor(3, 60)
                    .withShift(side == 0 ? shift : side == 1 ? -shift : 0, side == 2 ? shift : side == 3 ? -shift : 0);
        }
    },

    /** A sheet feeder that pulls unevenly past a dirty glass. */
    WORN_FEEDER(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 3)).withSensor(5, 45)
                    .withFeeder(1 + random.nextGaussian() * 0.004, 1 + random.nextGaussian() * 0.012, 0)
                    .withDirt(0, 0, 1 + random.nextInt(3), 20);
        }
    },
    /** A telephone over a pale table by a window, cold light from one side, the sheet folded once. */
    WINDOW_TELEPHONE(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 8)).withSensor(4 + random.nextDouble() * 4, 45)
                    .withTelephone(0.005 + random.nextDouble() * 0.02, 0.02 + random.nextDouble() * 0.1, 130 + random.nextInt(90),
                            random.nextInt(2))
                    .withLight(0.5 + random.nextDouble() * 0.35, 0.2 + random.nextDouble() * 0.3, -0.02 - random.nextDouble() * 0.05)
                    .withDirt(0, 1, 0, 0);
        }
    },
    /** Paper that does not lie flat. */
    CURLED(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 3)).withSensor(5, 60)
                    .withTelephone(0.005 + random.nextDouble() * 0.01, 0.03, 120, 1).withFeeder(1, 1, 0.4 + random.nextDouble() * 0.8)
                    .withLight(0.8, 0.25, 0.02);
        }
    },
    /** A cartridge at its end, on thin paper. */
    PALE_TONER(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 2)).withSensor(4 + random.nextDouble() * 2, 55)
                    .withPaper(225 + random.nextInt(20), 90 + random.nextInt(50));
        }
    },
    /** Rained on, then dried and folded. */
    WET(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 3)).withSensor(5, 50).withFeeder(1, 1, 0.3 + random.nextDouble() * 0.3)
                    .withDirt(2 + random.nextInt(3), 1 + random.nextInt(2), 0, 20).withPaper(225, 45);
        }
    },
    /** The stamp over a code, on grey paper, by a copier. */
    STAMP_OVER_CODE_COPIED(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 4)).withSensor(6, 40).withPaper(200 + random.nextInt(30), 45)
                    .withTelephone(0, 0, 255, 1);
        }

        @Override
        public boolean stampsOverCode() { return true; }
    },
    /** A fax: black and white, pale, with streaks. */
    FAX(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 1.5)).withSensor(9, 60).withDirt(0, 0, 1, 60).withFeeder(1, 1.01, 0)
                    .inBlackAndWhite(120 + random.nextInt(50));
        }
    },
    /** One corner off the glass and the whole stack slanted. */
    CORNER_CUT(false) {
        @Override
        public Damage draw(Random random) {
            return Damage.none().withSlant(slant(random, 4)).withSensor(4, 50).withShift((random.nextBoolean() ? 1 : -1) * (4 + random
                    .nextDouble() * 22), (random.nextBoolean() ? 1 : -1) * random.nextDouble() * 6);
        }
    };

    private final boolean tunedOn;

    DamageKind(boolean tunedOn) { this.tunedOn = tunedOn; }

    /** True for the kinds the reader's numbers were chosen with, false for those held out. */
    public boolean isTunedOn() { return tunedOn; }

    /** True if the stamp comes to lie over the lower left code besides the one in its square. */
    public boolean stampsOverCode() {
        return false;
    }

    /** Draws what happens to the next sheet. */
    public abstract Damage draw(Random random);

    private static double slant(Random random, double most) { return (random.nextDouble() * 2 - 1) * most; }
}
