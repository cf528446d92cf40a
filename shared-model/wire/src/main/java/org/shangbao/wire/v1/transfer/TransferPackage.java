package org.shangbao.wire.v1.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * 上报数据包 v1 ({@code docs/formats/package-v1.md}): a header in one line of JSON, then the contents, packed by gzip and, if the header has
 * boxes, closed by AES-256-GCM with the header authenticated along. The contents are a list in one line of JSON and the bytes of the parts one
 * after the other. Immutable; safe to share between threads. Everything that is read is bounded before it is believed.
 */
public final class TransferPackage {
    /** Largest file, in bytes. */
    public static final int MOST_BYTES = 20_000_000;
    /** Largest contents once unpacked, in bytes. */
    public static final int MOST_UNPACKED = 64 << 20;
    /** Most parts. */
    public static final int MOST_PARTS = 200;
    /** Media type. */
    public static final String MEDIA_TYPE = "application/vnd.shangbao.package";
    /** Ending of its file name. */
    public static final String SUFFIX = ".sbp";
    private static final int MOST_HEADER = 16 << 10;
    private static final int MOST_LIST = 1 << 20;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte NEW_LINE = '\n';
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PackageHeader header;
    private final byte[] line;
    private final byte[] body;

    private TransferPackage(PackageHeader header, byte[] line, byte[] body) {
        this.header = header;
        this.line = line;
        this.body = body;
    }

    /**
     * What a package carries, unpacked and opened, not yet believed.
     *
     * @param list the list's JSON
     * @param rest bytes of the parts, one after the other
     */
    public record Contents(byte[] list, byte[] rest) {
        /**
         * Reads the list.
         *
         * @throws WireFormatException PACKAGE_BROKEN if it is not of this shape
         */
        public <T> T listAs(Class<T> shape) throws WireFormatException {
            try {
                return WireJson.read(list, shape);
            } catch (WireFormatException e) {
                throw broken("list");
            }
        }

        /**
         * Cuts the bytes into parts.
         *
         * @return the bytes of each part, in order; whether they are what their digest says is for the caller to ask
         * @throws WireFormatException PACKAGE_BROKEN if the sizes are not those of the bytes, or there are too many parts
         */
        public List<byte[]> cut(List<PackagePart> parts) throws WireFormatException {
            long sum = parts.stream().mapToLong(PackagePart::size).sum();
            if (parts.size() > MOST_PARTS || sum != rest.length) {
                throw broken("parts");
            }
            List<byte[]> cut = new ArrayList<>();
            int at = 0;
            for (PackagePart part : parts) {
                cut.add(Arrays.copyOfRange(rest, at, at + part.size()));
                at += part.size();
            }
            return cut;
        }
    }

    /** Returns the header. */
    public PackageHeader header() { return header; }

    /** Returns the file. */
    public byte[] bytes() { return join(line, new byte[]{ NEW_LINE }, body); }

    /** True if whoever has it may read it. */
    public boolean isInClear() { return header.boxes().isEmpty(); }

    /**
     * Reads a file: its header only, the contents stay closed.
     *
     * @throws WireFormatException PACKAGE_TOO_LARGE; PACKAGE_BROKEN if it is no package; PACKAGE_NEWER if it is of a later version
     */
    public static TransferPackage read(byte[] file) throws WireFormatException {
        if (file.length > MOST_BYTES) {
            throw tooLarge(file.length);
        }
        int end = endOfLine(file, MOST_HEADER);
        byte[] line = Arrays.copyOf(file, end);
        try {
            JsonNode first = WireJson.mapper().readTree(line);
            if (!first.path("format").asText().equals(PackageHeader.FORMAT)) {
                throw broken("format");
            }
            if (first.path("version").asInt() != 1) {
                throw new WireFormatException(ErrorCode.PACKAGE_NEWER, Map.of());
            }
            PackageHeader header = WireJson.read(line, PackageHeader.class);
            if (header.boxes().size() > PackageHeader.MOST_BOXES) {
                throw broken("boxes");
            }
            return new TransferPackage(header, line, Arrays.copyOfRange(file, end + 1, file.length));
        } catch (IOException e) {
            throw broken("header");
        } catch (WireFormatException e) {
            throw e.error() == ErrorCode.REPORT_FORMAT ? broken("header") : e;
        }
    }

    /**
     * Makes a package.
     *
     * @param to   public keys of those who may read it; empty if it is not confidential
     * @param list the list of its parts
     * @throws WireFormatException PACKAGE_TOO_LARGE
     */
    public static TransferPackage of(PackageHeader header, List<PublicKey> to, Object list, List<byte[]> parts)
            throws WireFormatException {
        List<byte[]> pieces = new ArrayList<>(List.of(WireJson.writeCanonical(list), new byte[]{ NEW_LINE }));
        pieces.addAll(parts);
        long size = pieces.stream().mapToLong(piece -> piece.length).sum();
        if (size > MOST_UNPACKED || parts.size() > MOST_PARTS) {
            throw tooLarge(size);
        }
        byte[] packed = pack(join(pieces.toArray(byte[][]::new)));
        TransferPackage made = to.isEmpty()
                ? new TransferPackage(header, WireJson.writeCanonical(header), packed)
                : closed(header, to, packed);
        if (made.bytes().length > MOST_BYTES) {
            throw tooLarge(made.bytes().length);
        }
        return made;
    }

    private static TransferPackage closed(PackageHeader header, List<PublicKey> to, byte[] packed) {
        byte[] key = new byte[KEY_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(key);
        RANDOM.nextBytes(nonce);
        PackageHeader whole = header.closedFor(to.stream().map(holder -> SealedBox.seal(holder, key, purpose(header))).toList());
        byte[] line = WireJson.writeCanonical(whole);
        try {
            return new TransferPackage(whole, line, join(nonce, cipher(Cipher.ENCRYPT_MODE, key, nonce, line).doFinal(packed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of the JDK", e);
        }
    }

    private static String purpose(PackageHeader header) { return "shangbao-package/" + header.id(); }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] line) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(line);
        return cipher;
    }

    /**
     * Unpacks contents that are not confidential.
     *
     * @throws WireFormatException PACKAGE_BROKEN if they are closed, or were damaged
     */
    public Contents inClear() throws WireFormatException {
        if (!isInClear()) {
            throw broken("closed");
        }
        return contents(body);
    }

    /**
     * Opens and unpacks.
     *
     * @param holder public half, to find the box by
     * @throws WireFormatException PACKAGE_NOT_FOR_US if it was not closed for this key; PACKAGE_BROKEN if it was changed or damaged
     */
    public Contents open(PublicKey holder, PrivateKey key) throws WireFormatException {
        String id = SignedDocument.keyId(holder);
        List<SealedBox> mine = header.boxes().stream().filter(box -> box.keyId().equals(id)).toList();
        if (mine.isEmpty()) {
            throw new WireFormatException(ErrorCode.PACKAGE_NOT_FOR_US, Map.of("unit", header.unit()));
        }
        if (body.length < NONCE_BYTES) {
            throw broken("short");
        }
        try {
            byte[] contentKey = mine.getFirst().open(key, purpose(header));
            return contents(cipher(Cipher.DECRYPT_MODE, contentKey, Arrays.copyOf(body, NONCE_BYTES), line).doFinal(body, NONCE_BYTES,
                    body.length - NONCE_BYTES));
        } catch (GeneralSecurityException | WireFormatException e) {
            throw broken("changed");
        }
    }

    private static Contents contents(byte[] packed) throws WireFormatException {
        byte[] whole;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            whole = in.readNBytes(MOST_UNPACKED + 1);
        } catch (IOException e) {
            throw broken("packing");
        }
        if (whole.length > MOST_UNPACKED) {
            throw tooLarge(whole.length);
        }
        int end = endOfLine(whole, MOST_LIST);
        return new Contents(Arrays.copyOf(whole, end), Arrays.copyOfRange(whole, end + 1, whole.length));
    }

    private static int endOfLine(byte[] bytes, int most) throws WireFormatException {
        for (int at = 0; at < Math.min(bytes.length, most); at++) {
            if (bytes[at] == NEW_LINE) {
                return at;
            }
        }
        throw broken("line");
    }

    private static byte[] pack(byte[] whole) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[]... pieces) {
        ByteBuffer joined = ByteBuffer.allocate(Arrays.stream(pieces).mapToInt(piece -> piece.length).sum());
        Arrays.stream(pieces).forEach(joined::put);
        return joined.array();
    }

    /** Makes the failure for a file that cannot be used. */
    static WireFormatException broken(String reason) {
        return new WireFormatException(ErrorCode.PACKAGE_BROKEN, Map.of("reason", reason));
    }

    private static WireFormatException tooLarge(long size) {
        return new WireFormatException(ErrorCode.PACKAGE_TOO_LARGE, Map.of("size", Long.toString((size + 999_999) / 1_000_000)));
    }
}
