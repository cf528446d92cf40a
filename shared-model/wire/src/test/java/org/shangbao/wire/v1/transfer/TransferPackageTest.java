package org.shangbao.wire.v1.transfer;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.WireFormatException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** 上报数据包 v1: packages of any released version are read for ever; damage is noticed wherever it is. */
class TransferPackageTest {
    private static final Instant AT = Instant.parse("2024-10-28T02:00:00Z");
    private static final ReportId REPORT = ReportId.parse("990301/2024-10/moe-jjs-bimonthly-2023-10");
    private static final byte[] PART = "{\"a\":\"一\"}".getBytes(StandardCharsets.UTF_8);
    private final KeyPair key = SealedBox.newKeyPair();

    private TransferPackage made(KeyPair... to) throws WireFormatException {
        UpwardContents list = new UpwardContents(new SessionRequest("wang", "c2VjcmV0"), "key",
                List.of(PackagePart.of(PackagePart.PRE_REVIEW, "x", PART)));
        return TransferPackage.of(PackageHeader.up(UUID.randomUUID(), REPORT, new UnitId("990301"), AT),
                java.util.Arrays.stream(to).map(KeyPair::getPublic).toList(), list, List.of(PART));
    }

    @Test
    void eachHolderReadsWhatWasPutInAndNobodyElse() throws Exception {
        KeyPair second = SealedBox.newKeyPair();
        TransferPackage read = TransferPackage.read(made(key, second).bytes());
        for (KeyPair holder : List.of(key, second)) {
            TransferPackage.Contents contents = read.open(holder.getPublic(), holder.getPrivate());
            UpwardContents list = contents.listAs(UpwardContents.class);
            assertEquals("wang", list.sender().account());
            assertArrayEquals(PART, contents.cut(list.parts()).getFirst());
        }
        assertFalse(new String(read.bytes(), StandardCharsets.ISO_8859_1).contains("wang"));
        KeyPair other = SealedBox.newKeyPair();
        assertEquals(ErrorCode.PACKAGE_NOT_FOR_US,
                assertThrows(WireFormatException.class, () -> read.open(other.getPublic(), other.getPrivate())).error());
        assertEquals(ErrorCode.PACKAGE_BROKEN, assertThrows(WireFormatException.class, read::inClear).error());
    }

    @Test
    void everyChangedByteIsNoticed() throws Exception {
        byte[] whole = made(key).bytes();
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            assertThrows(WireFormatException.class,
                    () -> TransferPackage.read(damaged).open(key.getPublic(), key.getPrivate()), "byte " + at);
        }
    }

    @Test
    void aPackageOfTheFirstVersionIsRead() throws Exception {
        TransferPackage read = TransferPackage.read(golden("package-v1.sbp"));
        String[] keys = new String(golden("package-v1.key"), StandardCharsets.US_ASCII).strip().split(" ");
        TransferPackage.Contents contents = read.open(SealedBox.publicKey(keys[0]), SealedBox.privateKey(keys[1]));
        UpwardContents list = contents.listAs(UpwardContents.class);
        assertEquals(REPORT.toString(), read.header().report());
        assertEquals(AT, read.header().createdAt());
        assertEquals(new SessionRequest("wang", "c2VjcmV0"), list.sender());
        assertTrue(list.parts().getFirst().isOf(contents.cut(list.parts()).getFirst()));
    }

    @Test
    void placesOfOneHistoryCanBeComparedOthersNot() {
        ChangeCursor here = ChangeCursor.parse("0123456789abcdef-7").orElseThrow();
        assertTrue(here.covers(here));
        assertTrue(here.covers(new ChangeCursor(here.history(), 6)));
        assertFalse(here.covers(new ChangeCursor(here.history(), 8)));
        assertFalse(here.covers(new ChangeCursor("fedcba9876543210", 6)));
        assertTrue(ChangeCursor.parse("0123456789abcdef-").isEmpty());
        assertEquals("0123456789abcdef-7", here.toString());
    }

    private static byte[] golden(String name) throws Exception {
        try (InputStream in = TransferPackageTest.class.getResourceAsStream(name)) {
            return Base64.getMimeDecoder().decode(in.readAllBytes());
        }
    }
}
