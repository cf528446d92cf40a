package org.shangbao.wire.v1;

import java.io.InputStream;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.shangbao.model.person.Role;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SignedDocumentTest {
    private static final Receipt RECEIPT = new Receipt("990301/2024-10/moe-jjs-bimonthly-2023-10",
            UUID.fromString("7d9f2c1e-5a34-4b8e-9c0d-0123456789ab"), "ab".repeat(32), Receipt.State.HEAD,
            Instant.parse("2024-10-30T10:20:00Z"), true, 17);

    @Test
    void aReceiptIsAcceptedOnlyFromTheServersKeyUnchangedAndAsAReceipt() throws Exception {
        KeyPair server = SignedDocument.newKeyPair();
        SignedDocument signed = SignedDocument.sign(Receipt.TYPE, RECEIPT, server.getPrivate(), server.getPublic());
        SignedDocument travelled = WireJson.read(WireJson.write(signed), SignedDocument.class);
        assertTrue(travelled.isSignedBy(server.getPublic(), Receipt.TYPE));
        assertEquals(RECEIPT, travelled.payloadAs(Receipt.class));

        assertFalse(travelled.isSignedBy(SignedDocument.newKeyPair().getPublic(), Receipt.TYPE));
        assertFalse(travelled.isSignedBy(server.getPublic(), EnrolmentFile.TYPE));
        byte[] changed = Base64.getDecoder().decode(signed.payload());
        changed[changed.length / 2] ^= 1;
        assertFalse(with(signed, Base64.getEncoder().encodeToString(changed)).isSignedBy(server.getPublic(), Receipt.TYPE));
        assertFalse(with(signed, "***").isSignedBy(server.getPublic(), Receipt.TYPE));
    }

    /** Written by the first release: receipts and enrolment files out there must verify for ever. */
    @Test
    void theGoldenReceiptAndEnrolmentFileStillVerify() throws Exception {
        SignedDocument receipt = golden("receipt-v1.json");
        SignedDocument enrolment = golden("enrolment-v1.json");
        EnrolmentFile file = enrolment.payloadAs(EnrolmentFile.class);
        var key = SignedDocument.publicKey(file.serverKey());
        assertTrue(enrolment.isSignedBy(key, EnrolmentFile.TYPE));
        assertTrue(receipt.isSignedBy(key, Receipt.TYPE));
        assertEquals(RECEIPT, receipt.payloadAs(Receipt.class));
        assertEquals(enrolment(file.serverKey()), file);
    }

    @Test
    void keysThatAreNoKeysAreRefused() {
        assertThrows(WireFormatException.class, () -> SignedDocument.publicKey("AAAA"));
        assertThrows(WireFormatException.class, () -> SignedDocument.privateKey("not base64!"));
    }

    static EnrolmentFile enrolment(String serverKey) {
        return new EnrolmentFile("https://sb.example.gov.cn", serverKey, null, "990301",
                List.of(new UnitRecord("990300", "990300", "乙市", AdminLevel.CITY, null, null, null, "0999-5550126"),
                        new UnitRecord("990301", "990301", "甲县", AdminLevel.COUNTY, "990300", FormLevel.COUNTY, null, "")),
                List.of(new EditionRecord("moe-jjs-bimonthly-2023-10", "cd".repeat(32), "e30=")), List.of(),
                List.of(new DesignationRecord("2024-10", "990301", "2.6")),
                List.of(new PersonRecord("wang", "王桂兰", "990301", List.of(Role.FILLER), "0999-6220187")),
                List.of(new EnrolmentFile.AccountSecret("wang", "c2VjcmV0")), null, null, Instant.parse("2024-10-01T00:00:00Z"));
    }

    private static SignedDocument golden(String name) throws Exception {
        try (InputStream in = SignedDocumentTest.class.getResourceAsStream(name)) {
            return WireJson.read(in.readAllBytes(), SignedDocument.class);
        }
    }

    private static SignedDocument with(SignedDocument signed, String payload) {
        return new SignedDocument(signed.format(), signed.version(), signed.type(), signed.algorithm(), signed.keyId(), payload,
                signed.signature());
    }
}
