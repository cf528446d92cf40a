package org.shangbao.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Looks at a picture inside a PDF before it is unpacked; the size the PDF states need not be that of the picture. */
final class PictureGuard {
    private static final int FILTER_SEARCH = 4;

    private PictureGuard() {}

    private static Optional<ScanRefusal> checkJbig2(PDImageXObject image, ScanLimits limits) throws IOException {
        COSDictionary options = image.getCOSObject().getCOSDictionary(COSName.DECODE_PARMS);
        if (options == null && image.getCOSObject().getDictionaryObject(COSName.DECODE_PARMS) != null
                || options != null && options.containsKey(COSName.JBIG2_GLOBALS)) {
            // what all pages share are symbols; a list of options belongs to packings round this one
            return Optional.of(ScanRefusal.JBIG2_SYMBOLS);
        }
        try (InputStream segments = image.createInputStream(List.of(COSName.JBIG2_DECODE.getName()))) {
            // the parser's stream skips past its end without a word
            return Jbig2Guard.check(new ByteArrayInputStream(segments.readNBytes(limits.maxBytes())), limits);
        }
    }

    /** Why the picture must not or cannot be unpacked; empty if it can. */
    static Optional<ScanRefusal> checkPacking(PDImageXObject image, ScanLimits limits) throws IOException {
        List<COSName> filters = image.getStream().getFilters();
        if (filters.size() > FILTER_SEARCH) {
            return Optional.of(ScanRefusal.PAGE_TOO_LARGE);
        }
        if (filters.contains(COSName.JPX_DECODE)) {
            return Optional.of(ScanRefusal.JPEG_2000);
        }
        if (filters.contains(COSName.JBIG2_DECODE)) {
            return checkJbig2(image, limits);
        }
        if (!filters.contains(COSName.DCT_DECODE) && !filters.contains(COSName.DCT_DECODE_ABBREVIATION)) {
            return Optional.empty();
        }
        try (InputStream jpeg = image.createInputStream(List.of(COSName.DCT_DECODE.getName(), COSName.DCT_DECODE_ABBREVIATION.getName()));
                ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg.readNBytes(limits.maxBytes())))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                boolean fits = (long) reader.getWidth(0) * reader.getHeight(0) <= limits.maxPicturePixels();
                return fits ? Optional.empty() : Optional.of(ScanRefusal.PAGE_TOO_LARGE);
            } finally {
                reader.dispose();
            }
        }
    }
}
