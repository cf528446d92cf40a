package org.shangbao.paper;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** A window of the picture of a page in which a code is looked for; keeps its channels between passes. Not thread-safe. */
final class CodeWindow {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET,
            "ISO-8859-1");
    private static final int SMALLEST = 40;

    private final BufferedImage picture;
    private final Rectangle window;
    private @Nullable GreyPlane luma;
    private @Nullable GreyPlane red;

    /** @param window is cut to the picture */
    CodeWindow(BufferedImage picture, Rectangle window) {
        this.picture = picture;
        this.window = window.intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
    }

    /** True if no code can be here: too small, or white. */
    boolean isHopeless() {
        return window.width < SMALLEST || window.height < SMALLEST || luma().isBlank();
    }

    private GreyPlane luma() {
        GreyPlane plane = luma;
        if (plane == null) {
            plane = GreyPlane.luma(picture, window.x, window.y, window.width, window.height).lit();
            luma = plane;
        }
        return plane;
    }

    private GreyPlane red() {
        GreyPlane plane = red;
        if (plane == null) {
            plane = GreyPlane.red(picture, window.x, window.y, window.width, window.height).lit();
            red = plane;
        }
        return plane;
    }

    /** Looks for one code, ours or foreign, with one pass. */
    Optional<CodeHit> decode(DecodePass pass) {
        GreyPlane plane = pass.treat(pass.isRed() ? red() : luma());
        LuminanceSource source = new PlaneSource(plane);
        Result result;
        try {
            result = new QRCodeReader()
                    .decode(new BinaryBitmap(pass.isLocal() ? new HybridBinarizer(source) : new GlobalHistogramBinarizer(source)), HINTS);
        } catch (ReaderException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // the two unchecked ones come out of the decoder for some patterns that only look like a code
            return Optional.empty();
        }
        ResultPoint[] points = result.getResultPoints();
        if (points == null || points.length < 3) {
            return Optional.empty();
        }
        double[] x = new double[points.length];
        double[] y = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            x[i] = window.x + points[i].getX() / pass.scale();
            y[i] = window.y + points[i].getY() / pass.scale();
        }
        CodeHit hit = new CodeHit(QrText.parse(result.getText()).orElse(null), pass, x, y);
        // a code seen in a mirror is on no paper of ours
        return hit.isMirrored() ? Optional.empty() : Optional.of(hit);
    }

    private static final class PlaneSource extends LuminanceSource {
        private final GreyPlane plane;

        PlaneSource(GreyPlane plane) {
            super(plane.width(), plane.height());
            this.plane = plane;
        }

        @Override
        public byte[] getRow(int y, byte @Nullable [] row) {
            byte[] out = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            System.arraycopy(plane.levels(), y * getWidth(), out, 0, getWidth());
            return out;
        }

        @Override
        public byte[] getMatrix() { return plane.levels(); }
    }
}
