package org.shangbao.wire.v1.transfer;

import java.util.Objects;

import org.shangbao.wire.v1.Sha256;

/**
 * One thing in a package, as the list at its beginning names it. Its bytes are exactly those of the call.
 *
 * @param kind    what it is
 * @param address path of the call under {@code /v1/reports/}, or empty
 * @param sha256  digest of its bytes, in hex
 * @param size    bytes
 */
public record PackagePart(String kind, String address, String sha256, int size) {
    /** A draft sent for a look; address {@code {reportId}/pre-reviews/{draft}}. */
    public static final String PRE_REVIEW = "pre-review";
    /** An answer to {@code GET /changes}; without an address. */
    public static final String CHANGES = "changes";
    private static final int MOST_TEXT = 200;

    /** @throws IllegalArgumentException if it can be no part */
    public PackagePart {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(address);
        new Sha256(sha256);
        if (kind.length() > MOST_TEXT || address.length() > MOST_TEXT || size < 0 || size > TransferPackage.MOST_UNPACKED) {
            throw new IllegalArgumentException("no part: " + size);
        }
    }

    /** Returns the entry for bytes. */
    public static PackagePart of(String kind, String address, byte[] bytes) {
        return new PackagePart(kind, address, Sha256.of(bytes).hex(), bytes.length);
    }

    /** True if these are the bytes it names. */
    public boolean isOf(byte[] bytes) {
        return bytes.length == size && Sha256.of(bytes).hex().equals(sha256);
    }
}
