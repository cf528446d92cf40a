package org.shangbao.paper;

import java.util.Map;
import java.util.Objects;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * The modules of the code of one page: version 4, level Q, {@value #SIZE} × {@value #SIZE}, without the quiet zone. The printer draws one
 * crisp square per dark module, {@link PaperGeometry#CODE_MODULE} millimetres wide. Immutable and safe for several threads.
 */
public final class QrImage {
    /** Modules along one side. */
    public static final int SIZE = 33;
    /** Modules that must stay white on every side. */
    public static final int QUIET_ZONE = 4;

    private static final int VERSION = 4;

    private final boolean[] dark;

    private QrImage(boolean[] dark) { this.dark = dark; }

    /** Returns the code of a page; the same text always gives the same modules. */
    public static QrImage of(QrText text) {
        try {
            // the version is forced, so that a short unit id does not make a smaller code with other module sizes
            ByteMatrix modules = Encoder.encode(text.encode(), ErrorCorrectionLevel.Q, Map.of(EncodeHintType.QR_VERSION, VERSION))
                    .getMatrix();
            boolean[] dark = new boolean[SIZE * SIZE];
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    dark[y * SIZE + x] = modules.get(x, y) == 1;
                }
            }
            return new QrImage(dark);
        } catch (WriterException e) {
            throw new IllegalStateException("a text of the format always fits version 4", e);
        }
    }

    /**
     * Tells whether a module is dark.
     *
     * @param x column from the left, 0 to 32
     * @param y row from the top, 0 to 32
     * @throws IndexOutOfBoundsException if there is no such module
     */
    public boolean isDark(int x, int y) {
        Objects.checkIndex(x, SIZE);
        Objects.checkIndex(y, SIZE);
        return dark[y * SIZE + x];
    }
}
