package org.shangbao.paper;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the upright sheet lies in the picture of a scanned page: an affine map from millimetres on the sheet to pixels,
 * {@code px = xx·x + xy·y + x0}, {@code py = yx·x + yy·y + y0}. Immutable.
 *
 * @param xx        pixels to the right per mm to the right
 * @param xy        pixels to the right per mm down
 * @param x0        pixel column of the sheet's upper left corner; may lie outside the picture
 * @param yx        pixels down per mm to the right
 * @param yy        pixels down per mm down
 * @param y0        pixel row of the sheet's upper left corner
 * @param landscape true if the sheet is read lying, so millimetres are those of the lying sheet
 */
public record PageFrame(double xx, double xy, double x0, double yx, double yy, double y0, boolean landscape) {
    /** Beyond this the picture is no flat sheet and the farther code is not trusted for the map, in mm. */
    private static final double LARGEST_RESIDUAL = 3;
    private static final double[] FINDER_X = { 3.5, 3.5, QrImage.SIZE - 3.5, QrImage.SIZE - 6.5 };
    private static final double[] FINDER_Y = { QrImage.SIZE - 3.5, 3.5, 3.5, QrImage.SIZE - 6.5 };

    /** The map if nothing is known but the picture: the sheet fills it and is upright. */
    static PageFrame filling(int pictureWidth, int pictureHeight) {
        boolean landscape = pictureWidth > pictureHeight;
        double scale = Math.max(pictureWidth, pictureHeight) / PaperGeometry.SHEET_HEIGHT;
        return new PageFrame(scale, 0, 0, 0, scale, 0, landscape);
    }

    /** The map from one code: turn, size and place, no shear. */
    static PageFrame ofOne(CodeHit hit, CodePlace place) {
        double angle = Math.atan2(hit.y()[2] - hit.y()[0] + (hit.x()[2] - hit.x()[0]), hit.x()[2] - hit.x()[0] - (hit.y()[2] - hit.y()[0]));
        double scale = hit.module() / PaperGeometry.CODE_MODULE;
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        double x = place.code().centreX();
        double y = place.code().centreY();
        return new PageFrame(cos, -sin, hit.centreX() - cos * x + sin * y, sin, cos, hit.centreY() - sin * x - cos * y,
                place.sheet().width() > place.sheet().height());
    }

    /** The map from both codes, by least squares over all their points; falls back to the first if they do not fit one flat sheet. */
    static PageFrame ofBoth(CodeHit first, CodePlace firstPlace, CodeHit second) {
        PageFrame rough = ofOne(first, firstPlace);
        List<double[]> points = new ArrayList<>();
        addPoints(points, first, firstPlace);
        addPoints(points, second, firstPlace.partner());
        double meanX = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        double[] right = new double[4];
        double meanPx = points.stream().mapToDouble(point -> point[2]).average().orElseThrow();
        double meanPy = points.stream().mapToDouble(point -> point[3]).average().orElseThrow();
        for (double[] point : points) {
            double dx = point[0] - meanX;
            double dy = point[1] - meanY;
            sxx += dx * dx;
            sxy += dx * dy;
            syy += dy * dy;
            right[0] += dx * (point[2] - meanPx);
            right[1] += dy * (point[2] - meanPx);
            right[2] += dx * (point[3] - meanPy);
            right[3] += dy * (point[3] - meanPy);
        }
        double determinant = sxx * syy - sxy * sxy;
        double xx = (right[0] * syy - right[1] * sxy) / determinant;
        double xy = (right[1] * sxx - right[0] * sxy) / determinant;
        double yx = (right[2] * syy - right[3] * sxy) / determinant;
        double yy = (right[3] * sxx - right[2] * sxy) / determinant;
        PageFrame fitted = new PageFrame(xx, xy, meanPx - xx * meanX - xy * meanY, yx, yy, meanPy - yx * meanX - yy * meanY,
                rough.landscape);
        double limit = LARGEST_RESIDUAL * Math.hypot(rough.xx, rough.yx);
        for (double[] point : points) {
            if (!(Math.hypot(fitted.pixelX(point[0], point[1]) - point[2], fitted.pixelY(point[0], point[1]) - point[3]) < limit)) {
                return rough;
            }
        }
        return fitted;
    }

    private static void addPoints(List<double[]> points, CodeHit hit, CodePlace place) {
        // only the finder patterns: the alignment pattern is small and at times taken from a stain
        for (int i = 0; i < 3; i++) {
            points.add(new double[]{ place.code().x() + FINDER_X[i] * PaperGeometry.CODE_MODULE,
                    place.code().y() + FINDER_Y[i] * PaperGeometry.CODE_MODULE,
                    hit.x()[i], hit.y()[i] });
        }
    }

    /** Returns the pixel column of a point of the sheet, given in mm. */
    public double pixelX(double x, double y) {
        return xx * x + xy * y + x0;
    }

    /** Returns the pixel row of a point of the sheet, given in mm. */
    public double pixelY(double x, double y) {
        return yx * x + yy * y + y0;
    }

    /** Returns by how many degrees the sheet is turned clockwise in the picture, greater than −180, at most 180. */
    public double rotationDegrees() {
        double degrees = Math.toDegrees(Math.atan2(yx - xy, xx + yy));
        return degrees <= -180 ? 180 : degrees;
    }

    /** Returns the pixels one millimetre of the sheet takes, the mean of both directions. */
    public double pixelsPerMillimetre() {
        return (Math.hypot(xx, yx) + Math.hypot(xy, yy)) / 2;
    }

    /** The same sheet turned clockwise to be read lying: what was at (x, y) is then at (297 − y, x). */
    PageFrame lying() {
        return new PageFrame(-xy, xx, x0 + PaperGeometry.SHEET_HEIGHT * xy, -yy, yx, y0 + PaperGeometry.SHEET_HEIGHT * yy, true);
    }

    /** The smallest upright rectangle of pixels that holds an area of the sheet. */
    Rectangle pixelsAround(PaperRectangle area) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            double x = area.x() + (corner & 1) * area.width();
            double y = area.y() + (corner >> 1) * area.height();
            left = Math.min(left, pixelX(x, y));
            right = Math.max(right, pixelX(x, y));
            top = Math.min(top, pixelY(x, y));
            bottom = Math.max(bottom, pixelY(x, y));
        }
        return new Rectangle((int) left, (int) top, (int) Math.ceil(right - left), (int) Math.ceil(bottom - top));
    }

    /** The map from pixels of the picture to pixels of an upright crop of {@code area}. */
    AffineTransform toCrop(PaperRectangle area, double pixelsPerMillimetre) {
        AffineTransform map = new AffineTransform(xx, yx, xy, yy, x0, y0);
        try {
            map.invert();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("three finder patterns never lie on one line", e);
        }
        AffineTransform toCrop = AffineTransform.getScaleInstance(pixelsPerMillimetre, pixelsPerMillimetre);
        toCrop.translate(-area.x(), -area.y());
        toCrop.concatenate(map);
        return toCrop;
    }
}
