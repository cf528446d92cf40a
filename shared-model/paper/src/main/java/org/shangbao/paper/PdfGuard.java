package org.shangbao.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Looks a PDF over before it is believed: first the raw bytes, so that nothing unfolds in the parser, then the objects. Covers packed
 * streams of all uses, also those the parser unpacks itself.
 */
final class PdfGuard {
    private static final byte[] HEADER = ascii("%PDF-");
    private static final byte[] END_OF_FILE = ascii("%%EOF");
    private static final byte[] STREAM = ascii("stream");
    private static final int HEADER_WITHIN = 1024;
    private static final int END_WITHIN = 2048;
    private static final int MAX_OBJECTS = 100_000;
    private static final int MAX_DEPTH = 40;
    /** All streams of a file may unfold to this many times the bound of one. */
    private static final int ALL_STREAMS = 12;
    private static final Set<COSName> FORBIDDEN_KEYS = Set.of(COSName.JS, COSName.getPDFName("JavaScript"),
            COSName.getPDFName("EmbeddedFiles"),
            COSName.getPDFName("XFA"), COSName.getPDFName("RichMedia"));
    private static final Set<COSName> FORBIDDEN_ACTIONS = Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("Launch"),
            COSName.getPDFName("SubmitForm"), COSName.getPDFName("ImportData"), COSName.getPDFName("GoToE"),
            COSName.getPDFName("Rendition"));
    /** Packings whose unfolded size cannot be told beforehand; no scanner of this century writes them. */
    private static final Set<COSName> OLD_FILTERS = Set.of(COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION, COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION);
    /** Packings round anything; two of them on one stream hide its size from {@link #checkBytes}. */
    private static final Set<COSName> GENERAL_FILTERS = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION, COSName.ASCII_HEX_DECODE, COSName.ASCII_HEX_DECODE_ABBREVIATION);
    private static final int MAX_PICTURE_SIDE = 100_000;

    private PdfGuard() {}

    static boolean isPdf(byte[] file) { return indexOf(file, HEADER, 0, Math.min(file.length, HEADER_WITHIN)) >= 0; }

    /** Checks the bytes before any parser sees them. */
    static void checkBytes(byte[] file, ScanLimits limits) throws ScanUnreadableException {
        if (indexOf(file, END_OF_FILE, Math.max(0, file.length - END_WITHIN), file.length) < 0) {
            throw new ScanUnreadableException(ScanRefusal.TRUNCATED);
        }
        byte[] sink = new byte[1 << 16];
        long all = 0;
        Inflater inflater = new Inflater();
        try {
            for (int at = indexOf(file, STREAM, 0, file.length); at >= 0; at = indexOf(file, STREAM, at + STREAM.length, file.length)) {
                int data = at + STREAM.length;
                while (data < file.length && (file[data] == '\r' || file[data] == '\n')) {
                    data++;
                }
                all += unfolded(inflater, file, data, sink, limits.maxUnpackedBytes());
                if (all > limits.maxUnpackedBytes() * ALL_STREAMS) {
                    throw new ScanUnreadableException(ScanRefusal.PAGE_TOO_LARGE);
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static long unfolded(Inflater inflater, byte[] file, int from, byte[] sink, long limit) throws ScanUnreadableException {
        inflater.reset();
        inflater.setInput(file, from, file.length - from);
        long total = 0;
        try {
            for (int count = inflater.inflate(sink); count > 0; count = inflater.inflate(sink)) {
                total += count;
                if (total > limit) {
                    throw new ScanUnreadableException(ScanRefusal.PAGE_TOO_LARGE);
                }
            }
        } catch (DataFormatException e) {
            // not packed this way, or damaged: what came out so far is all the parser could get
            return total;
        }
        return total;
    }

    /** Checks the objects of a parsed file for scripts, programs, hidden files and hidden sizes. */
    static void checkObjects(PDDocument document, ScanLimits limits) throws ScanUnreadableException, IOException {
        Set<COSObjectKey> keys = document.getDocument().getXrefTable().keySet();
        if (keys.size() > MAX_OBJECTS) {
            throw new ScanUnreadableException(ScanRefusal.UNREADABLE);
        }
        check(document.getDocument().getTrailer(), 0, limits);
        for (COSObjectKey key : keys) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object != null && object.getObject() != null) {
                check(object.getObject(), 0, limits);
            }
        }
    }

    private static void check(COSBase value, int depth, ScanLimits limits) throws ScanUnreadableException {
        if (depth > MAX_DEPTH) {
            throw new ScanUnreadableException(ScanRefusal.UNREADABLE);
        }
        if (value instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                COSBase item = dictionary.getItem(key);
                boolean forbiddenAction = key.equals(COSName.S) && item instanceof COSName action && FORBIDDEN_ACTIONS.contains(action);
                if (FORBIDDEN_KEYS.contains(key) || forbiddenAction) {
                    throw new ScanUnreadableException(ScanRefusal.ACTIVE_CONTENT);
                }
                check(item, depth + 1, limits);
            }
            checkFilters(dictionary.getDictionaryObject(COSName.FILTER, COSName.F));
            // the fax unpacker makes room for what these say before it reads a byte
            long columns = dictionary.getLong(COSName.COLUMNS, 1);
            long rows = dictionary.getLong(COSName.ROWS, 1);
            if (columns > MAX_PICTURE_SIDE || rows > MAX_PICTURE_SIDE || columns * rows > limits.maxPicturePixels()) {
                throw new ScanUnreadableException(ScanRefusal.PAGE_TOO_LARGE);
            }
        } else if (value instanceof COSArray array) {
            for (COSBase item : array) {
                check(item, depth + 1, limits);
            }
        }
    }

    private static void checkFilters(@Nullable COSBase filter) throws ScanUnreadableException {
        List<? extends COSBase> filters = filter instanceof COSArray array ? array.toList() : filter == null ? List.of() : List.of(filter);
        int general = 0;
        for (COSBase item : filters) {
            COSBase name = item instanceof COSObject reference ? reference.getObject() : item;
            if (OLD_FILTERS.contains(name)) {
                throw new ScanUnreadableException(ScanRefusal.UNSUPPORTED_PICTURE);
            }
            general += GENERAL_FILTERS.contains(name) ? 1 : 0;
        }
        if (general > 1) {
            throw new ScanUnreadableException(ScanRefusal.UNSUPPORTED_PICTURE);
        }
    }

    private static int indexOf(byte[] file, byte[] wanted, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && file[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) { return text.getBytes(StandardCharsets.US_ASCII); }
}
