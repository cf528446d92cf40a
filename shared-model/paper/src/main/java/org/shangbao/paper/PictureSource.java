package org.shangbao.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.jspecify.annotations.Nullable;

/** Pages of a JPEG, PNG or TIFF file, told apart by their first bytes. */
final class PictureSource implements ScanSource {
    private final ImageReader reader;
    private final ImageInputStream input;
    private final int pages;
    private final ScanLimits limits;

    private PictureSource(ImageReader reader, ImageInputStream input, int pages, ScanLimits limits) {
        this.reader = reader;
        this.input = input;
        this.pages = pages;
        this.limits = limits;
    }

    /** The name of the format by its first bytes; empty if it is none of those read. */
    static Optional<String> format(byte[] file) {
        if (startsWith(file, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpeg");
        }
        if (startsWith(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of("png");
        }
        if (startsWith(file, 'I', 'I', 42, 0) || startsWith(file, 'M', 'M', 0, 42)) {
            return Optional.of("tiff");
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] file, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    static PictureSource open(byte[] file, String format, ScanLimits limits) throws ScanUnreadableException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new ScanUnreadableException(ScanRefusal.UNSUPPORTED_PICTURE);
        }
        ImageReader reader = readers.next();
        ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        try {
            reader.setInput(input, false, true);
            int pages = format.equals("tiff") ? reader.getNumImages(true) : 1;
            if (pages < 1) {
                throw new ScanUnreadableException(ScanRefusal.NO_PAGES);
            }
            if (pages > limits.maxPages()) {
                throw new ScanUnreadableException(ScanRefusal.TOO_MANY_PAGES);
            }
            return new PictureSource(reader, input, pages, limits);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            throw new ScanUnreadableException(ScanRefusal.UNREADABLE, e);
        } catch (ScanUnreadableException e) {
            reader.dispose();
            throw e;
        }
    }

    @Override
    public int pageCount() { return pages; }

    @Override
    public PagePicture page(int index) throws ScanUnreadableException {
        TruncationListener listener = new TruncationListener();
        try {
            int width = reader.getWidth(index);
            int height = reader.getHeight(index);
            if (width < 1 || height < 1 || (long) width * height > limits.maxPicturePixels() || Math.max(width, height) > 20_000) {
                throw new ScanUnreadableException(ScanRefusal.PAGE_TOO_LARGE);
            }
            int longSide = Math.max(width, height);
            // leaves out whole rows and columns while reading, down to twice the wanted size at most
            int step = Math.max(1, longSide / (2 * LONG_SIDE));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            reader.addIIOReadWarningListener(listener);
            BufferedImage picture = reader.read(index, param);
            if (listener.warned) {
                throw new ScanUnreadableException(ScanRefusal.TRUNCATED);
            }
            return new PagePicture(Pictures.standard(picture), longSide, false);
        } catch (IOException | RuntimeException e) {
            boolean endsEarly = e instanceof EOFException || e.getCause() instanceof EOFException;
            throw new ScanUnreadableException(endsEarly ? ScanRefusal.TRUNCATED : ScanRefusal.UNREADABLE, e);
        } finally {
            reader.removeIIOReadWarningListener(listener);
        }
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a stream held in memory", e);
        }
    }

    /** The JPEG reader fills the missing half of a picture with grey and only warns. */
    private static final class TruncationListener implements IIOReadWarningListener {
        private boolean warned;

        @Override
        public void warningOccurred(ImageReader source, @Nullable String warning) {
            if (warning != null) {
                String lower = warning.toLowerCase(Locale.ROOT);
                warned |= lower.contains("premature end") || lower.contains("truncated");
            }
        }
    }
}
