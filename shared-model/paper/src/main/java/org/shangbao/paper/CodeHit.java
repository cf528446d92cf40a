package org.shangbao.paper;

import org.jspecify.annotations.Nullable;

/**
 * A code found in a picture. Points are those of the decoder in pixels of the picture: centres of the finder patterns lower left, upper
 * left, upper right, then perhaps of the alignment pattern, as the code is read.
 */
final class CodeHit {
    /** Modules from one finder pattern's centre to the other's. */
    private static final int SPAN = QrImage.SIZE - 7;

    private final @Nullable QrText text;
    private final DecodePass pass;
    private final double[] x;
    private final double[] y;

    CodeHit(@Nullable QrText text, DecodePass pass, double[] x, double[] y) {
        this.text = text;
        this.pass = pass;
        this.x = x;
        this.y = y;
    }

    /** What the code says; null if the code is not one of ours. */
    @Nullable
    QrText text() { return text; }

    DecodePass pass() { return pass; }

    double[] x() { return x; }

    double[] y() { return y; }

    double centreX() { return (x[0] + x[2]) / 2; }

    double centreY() { return (y[0] + y[2]) / 2; }

    /** Width of a module in pixels. */
    double module() {
        return (Math.hypot(x[2] - x[1], y[2] - y[1]) + Math.hypot(x[0] - x[1], y[0] - y[1])) / 2 / SPAN;
    }

    boolean isMirrored() { return (x[2] - x[1]) * (y[0] - y[1]) - (y[2] - y[1]) * (x[0] - x[1]) <= 0; }

    /** True if both hits are of the same printed code, found in overlapping windows. */
    boolean isAtPlaceOf(CodeHit other) {
        return Math.hypot(centreX() - other.centreX(), centreY() - other.centreY()) < SPAN * module() / 2;
    }

    /** Which of the four places on the sheet the code is at, judged by where the middle of the picture lies as seen from the code. */
    CodePlace place(int pictureWidth, int pictureHeight) {
        double millimetre = module() / PaperGeometry.CODE_MODULE;
        double angle = Math.atan2(y[2] - y[1], x[2] - x[1]);
        double dx = (pictureWidth / 2.0 - centreX()) / millimetre;
        double dy = (pictureHeight / 2.0 - centreY()) / millimetre;
        double right = dx * Math.cos(angle) + dy * Math.sin(angle);
        double down = -dx * Math.sin(angle) + dy * Math.cos(angle);
        CodePlace nearest = CodePlace.A;
        double least = Double.MAX_VALUE;
        for (CodePlace place : CodePlace.values()) {
            PaperRectangle sheet = place.sheet();
            double distance = Math.hypot(sheet.centreX() - place.code().centreX() - right, sheet.centreY() - place.code().centreY() - down);
            if (distance < least) {
                least = distance;
                nearest = place;
            }
        }
        return nearest;
    }
}
