package org.shangbao.paper.simulation;

/**
 * What happens to one sheet and its picture between the office and the file. Lengths are millimetres of the sheet, levels 0 to 255.
 *
 * @param colour      what the scanner or telephone sees
 * @param slant       degrees the sheet is turned clockwise
 * @param keystone    how far each corner is drawn in or out at most, as a share of the side; 0 for a scanner
 * @param stretchX    width of the picture of the sheet against its true width
 * @param stretchY    the same for its height
 * @param shiftX      how far right the sheet lies; what leaves the picture is cut off
 * @param shiftY      how far down
 * @param margin      table round the sheet as a share of the picture's side
 * @param wave        how far a curled sheet leaves its plane, as it seems from above
 * @param softness    how often the picture is smoothed by three pixels
 * @param noise       standard deviation of the sensor's noise in levels
 * @param jpegQuality 1 to 100
 * @param light       level of light in the middle, 0 to 1
 * @param lightFall   how much darker one side is, 0 to 1
 * @param warmth      gain of red and loss of blue, for lamps that are not white
 * @param paper       level of bare paper
 * @param ink         level of the printer's black; 30 for fresh toner
 * @param table       level of what lies round the sheet
 * @param threshold   for {@link Colour#ONE_BIT}: darker is black
 * @param stains      tea stains
 * @param folds       folds right across
 * @param streaks     lines of dirt on the glass, all the way down
 * @param specks      grains of dirt
 */
public record Damage(Colour colour, double slant, double keystone, double stretchX, double stretchY, double shiftX, double shiftY,
        double margin, double wave, int softness, double noise, int jpegQuality, double light, double lightFall, double warmth, int paper,
        int ink, int table, int threshold, int stains, int folds, int streaks, int specks) {
    /** How the scanner sees. */
    public enum Colour {
        /** Three channels. */
        COLOUR,
        /** One channel of 256 levels. */
        GREY,
        /** Black and white by one threshold. */
        ONE_BIT
    }

    /** @throws IllegalArgumentException if no picture could come of it */
    public Damage {
        if (jpegQuality < 1 || jpegQuality > 100 || light <= 0 || margin < 0 || margin > 0.4) {
            throw new IllegalArgumentException("no such scanner");
        }
    }

    /** A good scanner and fresh paper: straight, quiet, JPEG 60. */
    public static Damage none() {
        return new Damage(Colour.COLOUR, 0, 0, 1, 1, 0, 0, 0, 0, 0, 3, 60, 1, 0.05, 0, 248, 30, 255, 140, 0, 0, 0, 0);
    }

    /** Another way of seeing. */
    public Damage withColour(Colour changed) {
        return new Damage(changed, slant, keystone, stretchX, stretchY, shiftX, shiftY, margin, wave, softness, noise, jpegQuality, light,
                lightFall, warmth, paper, ink, table, threshold, stains, folds, streaks, specks);
    }

    /** Another slant in degrees. */
    public Damage withSlant(double changed) {
        return new Damage(colour, changed, keystone, stretchX, stretchY, shiftX, shiftY, margin, wave, softness, noise, jpegQuality, light,
                lightFall, warmth, paper, ink, table, threshold, stains, folds, streaks, specks);
    }

    /** Another noise and packing. */
    public Damage withSensor(double changedNoise, int changedQuality) {
        return new Damage(colour, slant, keystone, stretchX, stretchY, shiftX, shiftY, margin, wave, softness, changedNoise, changedQuality,
                light, lightFall, warmth, paper, ink, table, threshold, stains, folds, streaks, specks);
    }

    /** Another light: level in the middle, fall to one side, warmth. */
    public Damage withLight(double changed, double changedFall, double changedWarmth) {
        return new Damage(colour, slant, keystone, stretchX, stretchY, shiftX, shiftY, margin, wave, softness, noise, jpegQuality, changed,
                changedFall, changedWarmth, paper, ink, table, threshold, stains, folds, streaks, specks);
    }

    /** Another paper and toner. */
    public Damage withPaper(int changedPaper, int changedInk) {
        return new Damage(colour, slant, keystone, stretchX, stretchY, shiftX, shiftY, margin, wave, softness, noise, jpegQuality, light,
                lightFall, warmth, changedPaper, changedInk, table, threshold, stains, folds, streaks, specks);
    }

    /** Dirt: stains, folds, streaks, specks. */
    public Damage withDirt(int changedStains, int changedFolds, int changedStreaks, int changedSpecks) {
        return new Damage(colour, slant, keystone, stretchX, stretchY, shiftX, shiftY, margin, wave, softness, noise, jpegQuality, light,
                lightFall, warmth, paper, ink, table, threshold, changedStains, changedFolds, changedStreaks, changedSpecks);
    }

    /** A telephone held over a table: keystone, table round the sheet and its level, smoothing. */
    public Damage withTelephone(double changedKeystone, double changedMargin, int changedTable, int changedSoftness) {
        return new Damage(colour, slant, changedKeystone, stretchX, stretchY, shiftX, shiftY, changedMargin, wave, changedSoftness, noise,
                jpegQuality, light, lightFall, warmth, paper, ink, changedTable, threshold, stains, folds, streaks, specks);
    }

    /** A feeder that pulls unevenly, or a curled sheet: stretch in both directions, wave. */
    public Damage withFeeder(double changedX, double changedY, double changedWave) {
        return new Damage(colour, slant, keystone, changedX, changedY, shiftX, shiftY, margin, changedWave, softness, noise, jpegQuality,
                light, lightFall, warmth, paper, ink, table, threshold, stains, folds, streaks, specks);
    }

    /** A sheet laid partly off the glass. */
    public Damage withShift(double changedX, double changedY) {
        return new Damage(colour, slant, keystone, stretchX, stretchY, changedX, changedY, margin, wave, softness, noise, jpegQuality,
                light, lightFall, warmth, paper, ink, table, threshold, stains, folds, streaks, specks);
    }

    /** Black and white with this threshold. */
    public Damage inBlackAndWhite(int changedThreshold) {
        return new Damage(Colour.ONE_BIT, slant, keystone, stretchX, stretchY, shiftX, shiftY, margin, wave, softness, noise, jpegQuality,
                light, lightFall, warmth, paper, ink, table, changedThreshold, stains, folds, streaks, specks);
    }
}
