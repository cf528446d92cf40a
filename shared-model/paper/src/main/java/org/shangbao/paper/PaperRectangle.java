package org.shangbao.paper;

/**
 * A rectangle on the upright sheet, in millimetres from the upper left corner of the sheet.
 *
 * @param x      left edge
 * @param y      upper edge
 * @param width  greater than 0
 * @param height greater than 0
 */
public record PaperRectangle(double x, double y, double width, double height) {
    /** @throws IllegalArgumentException if a number is not finite or a side is not greater than 0 */
    public PaperRectangle {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(width > 0) || !(height > 0) || !Double.isFinite(width)
                || !Double.isFinite(height)) {
            throw new IllegalArgumentException("not a rectangle on paper: " + x + " " + y + " " + width + " " + height);
        }
    }

    /** Returns the horizontal middle in mm. */
    public double centreX() { return x + width / 2; }

    /** Returns the vertical middle in mm. */
    public double centreY() { return y + height / 2; }

    /** Returns the rectangle with every edge moved outwards by {@code millimetres} (inwards if negative). */
    public PaperRectangle grownBy(double millimetres) {
        return new PaperRectangle(x - millimetres, y - millimetres, width + 2 * millimetres, height + 2 * millimetres);
    }
}
