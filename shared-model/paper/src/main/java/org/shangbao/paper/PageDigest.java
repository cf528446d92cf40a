package org.shangbao.paper;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The first 130 bits of a SHA-256 as 26 characters of Base32 (RFC 4648, no padding): what ties a page to exactly one revision.
 *
 * @param value 26 characters of {@code A–Z 2–7}
 */
public record PageDigest(String value) {
    /** Number of characters; 26 × 5 bits = 130 bits. */
    public static final int LENGTH = 26;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{26}");
    private static final Pattern SHA_256_HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int CHECK_CODE_LENGTH = 8;

    /** @throws IllegalArgumentException if {@code value} is not 26 characters of A–Z 2–7 */
    public PageDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not 26 characters of Base32");
        }
    }

    /**
     * Returns the digest printed for a SHA-256.
     *
     * @param sha256 the 32 bytes of a SHA-256; not changed
     * @throws IllegalArgumentException if {@code sha256} is not 32 bytes long
     */
    public static PageDigest ofSha256(byte[] sha256) {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + sha256.length);
        }
        StringBuilder text = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (int next = 0; text.length() < LENGTH;) {
            if (held < 5) {
                bits = (bits << 8 | sha256[next++] & 0xFF) & 0xFFFF;
                held += 8;
            }
            held -= 5;
            text.append(ALPHABET.charAt(bits >> held & 31));
        }
        return new PageDigest(text.toString());
    }

    /**
     * Returns the digest printed for a SHA-256 written in hexadecimal.
     *
     * @param sha256Hex 64 hexadecimal digits, upper or lower case
     * @throws IllegalArgumentException if {@code sha256Hex} is anything else
     */
    public static PageDigest ofSha256Hex(String sha256Hex) {
        if (!SHA_256_HEX.matcher(sha256Hex).matches()) {
            throw new IllegalArgumentException("not 64 hexadecimal digits");
        }
        return ofSha256(HexFormat.of().parseHex(sha256Hex));
    }

    /** Returns the 校验码, the first 8 characters: short enough for a person to compare paper, screen and code. */
    public String checkCode() {
        return value.substring(0, CHECK_CODE_LENGTH);
    }

    /** Returns the 校验码 as it is printed, in two groups of four: {@code KD25 HIAR}. */
    public String checkCodeInGroups() {
        return value.substring(0, 4) + " " + value.substring(4, CHECK_CODE_LENGTH);
    }

    /**
     * True if a person typed this 校验码: blanks and hyphens do not count, nor small letters, nor digits that are not in the alphabet for the
     * letters they look like (0 for O, 1 for I, 8 for B).
     */
    public boolean hasCheckCode(String typed) { return normalised(typed).equals(checkCode()); }

    private static String normalised(String typed) {
        return typed.replaceAll("[\\s\u3000-]", "").toUpperCase(Locale.ROOT).replace('0', 'O').replace('1', 'I').replace('8', 'B');
    }

    @Override
    public String toString() { return value; }
}
