package org.shangbao.paper;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PageDigestTest {
    /** SHA-256 of no bytes; its Base32 by another implementation (coreutils {@code base32}) begins with these characters. */
    private static final String EMPTY_SHA_256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void givesTheFirst26CharactersOfTheBase32OfTheWholeSha256() {
        assertEquals("4OYMIQUY7QOBJGX36TEJS35ZEQ", PageDigest.ofSha256Hex(EMPTY_SHA_256).value().substring(0, 26));
        assertEquals(PageDigest.ofSha256Hex(EMPTY_SHA_256), PageDigest.ofSha256Hex(EMPTY_SHA_256.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void tellsDigestsApartThatDifferInBit130Only() {
        byte[] sha256 = new byte[32];
        PageDigest without = PageDigest.ofSha256(sha256);
        sha256[16] = 0x40;
        assertNotEquals(without, PageDigest.ofSha256(sha256));
        sha256[16] = 0x20;
        assertEquals(without, PageDigest.ofSha256(sha256));
    }

    @Test
    void printsTheCheckCodeInGroupsOfFour() { assertEquals("4OYM IQUY", PageDigest.ofSha256Hex(EMPTY_SHA_256).checkCodeInGroups()); }

    @Test
    void refusesWhatIsNoDigest() {
        assertThrows(IllegalArgumentException.class, () -> new PageDigest("4OYMIQUY7QOBJGX36TEJS35ZE1"));
        assertThrows(IllegalArgumentException.class, () -> PageDigest.ofSha256(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> PageDigest.ofSha256Hex(EMPTY_SHA_256.substring(1)));
    }
}
