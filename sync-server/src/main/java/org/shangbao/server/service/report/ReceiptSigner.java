package org.shangbao.server.service.report;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;

import org.shangbao.wire.v1.Receipt;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireJson;

/** Signs what the server promises. Safe to share between threads. */
public final class ReceiptSigner {
    private final KeyPair key;

    /** @param key the server's Ed25519 key pair */
    public ReceiptSigner(KeyPair key) { this.key = key; }

    /** Returns the signed receipt as JSON. */
    public String sign(Receipt receipt) {
        return new String(WireJson.write(signed(Receipt.TYPE, receipt)), StandardCharsets.UTF_8);
    }

    /** Signs any document of the server. */
    public SignedDocument signed(String type, Object payload) {
        return SignedDocument.sign(type, payload, key.getPrivate(), key.getPublic());
    }

    /** Returns the key pair's public half, as enrolment files carry it. */
    public java.security.PublicKey publicKey() {
        return key.getPublic();
    }
}
