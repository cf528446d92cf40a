package org.shangbao.paper;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Looks a JBIG2 picture over before it is unpacked. Only pictures packed dot by dot are let through: their memory and time follow from the
 * sizes they state. Pictures put together from symbols are refused, since an encoder that takes one digit for another and prints it in
 * its place leaves a clean page with a wrong figure; halftones and refinements no office scanner needs.
 */
final class Jbig2Guard {
    private static final int MOST_SEGMENTS = 10_000;
    /** All regions of a picture together may cover it this many times. */
    private static final int LAYERS = 3;
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private static final int GENERIC_REGION = 38;
    private static final int LOSSLESS_GENERIC_REGION = 39;
    private static final int PAGE = 48;
    private static final int END_OF_PAGE = 49;
    private static final int END_OF_STRIPE = 50;
    private static final int END_OF_FILE = 51;
    private static final int EXTENSION = 62;

    private final DataInputStream in;
    private final long mostPixels;
    private long pageWidth;
    private long covered;

    private Jbig2Guard(InputStream in, long mostPixels) {
        this.in = new DataInputStream(in);
        this.mostPixels = mostPixels;
    }

    /**
     * Why a picture must not be unpacked; empty if it can.
     *
     * @param segments the picture's segments as a PDF holds them, without file header; read to the end, not closed
     * @throws IOException if the stream fails
     */
    static Optional<ScanRefusal> check(InputStream segments, ScanLimits limits) throws IOException {
        try {
            return new Jbig2Guard(segments, limits.maxPicturePixels()).check();
        } catch (EOFException e) {
            return Optional.of(ScanRefusal.UNREADABLE);
        }
    }

    private Optional<ScanRefusal> check() throws IOException {
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            int type = header(first);
            long length = in.readInt() & UNKNOWN;
            Optional<ScanRefusal> refusal = length == UNKNOWN ? Optional.of(ScanRefusal.UNSUPPORTED_PICTURE) : data(type, length);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.of(ScanRefusal.PAGE_TOO_LARGE);
    }

    /** Reads a segment's header up to the length of its data and returns its type. */
    private int header(int first) throws IOException {
        long number = (long) first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int flags = in.readUnsignedByte();
        int counted = in.readUnsignedByte();
        long referred = counted >> 5;
        if (referred == 7) {
            referred = (long) (counted & 0x1F) << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            in.skipNBytes((referred + 8) / 8);
        }
        in.skipNBytes(referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4));
        in.skipNBytes((flags & 0x40) == 0 ? 1 : 4);
        return flags & 0x3F;
    }

    private Optional<ScanRefusal> data(int type, long length) throws IOException {
        int read = 0;
        switch (type) {
            case PAGE -> {
                pageWidth = in.readInt() & UNKNOWN;
                long height = in.readInt() & UNKNOWN;
                read = 8;
                if (isTooLarge(pageWidth, height == UNKNOWN ? 1 : height)) {
                    return Optional.of(ScanRefusal.PAGE_TOO_LARGE);
                }
            }
            case END_OF_STRIPE -> {
                long lastRow = in.readInt() & UNKNOWN;
                read = 4;
                if (isTooLarge(pageWidth, lastRow + 1)) {
                    return Optional.of(ScanRefusal.PAGE_TOO_LARGE);
                }
            }
            case GENERIC_REGION, LOSSLESS_GENERIC_REGION -> {
                long width = in.readInt() & UNKNOWN;
                long height = in.readInt() & UNKNOWN;
                read = 8;
                if (isTooLarge(width, height)) {
                    return Optional.of(ScanRefusal.PAGE_TOO_LARGE);
                }
                covered += width * height;
                if (covered > mostPixels * LAYERS) {
                    return Optional.of(ScanRefusal.PAGE_TOO_LARGE);
                }
            }
            case END_OF_PAGE, END_OF_FILE, EXTENSION -> {
            }
            default -> {
                return Optional.of(ScanRefusal.JBIG2_SYMBOLS);
            }
        }
        if (length < read) {
            return Optional.of(ScanRefusal.UNREADABLE);
        }
        in.skipNBytes(length - read);
        return Optional.empty();
    }

    private boolean isTooLarge(long width, long height) {
        return width < 1 || height < 1 || width > mostPixels || height > mostPixels || width * height > mostPixels;
    }
}
