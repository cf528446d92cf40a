package org.shangbao.wire.v1;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;

/**
 * A payload with the signature of the server that issued it ({@code docs/formats/signed-v1.md}); used for receipts and enrolment files.
 *
 * @param format    always {@code shangbao-signed}
 * @param version   always 1
 * @param type      what the payload is, for example {@code receipt}; signed along, so a document cannot be passed off as another kind
 * @param algorithm always {@code Ed25519} in version 1
 * @param keyId     first 16 hexadecimal digits of the SHA-256 of the public key
 * @param payload   canonical JSON bytes in Base64
 * @param signature over {@code type}, a zero byte and the payload bytes, in Base64
 */
public record SignedDocument(String format, int version, String type, String algorithm, String keyId, String payload, String signature) {
    /** Value of {@code format}. */
    public static final String FORMAT = "shangbao-signed";
    private static final String ALGORITHM = "Ed25519";

    /** Signs a payload. */
    public static SignedDocument sign(String type, Object payload, PrivateKey privateKey, PublicKey publicKey) {
        byte[] bytes = WireJson.writeCanonical(payload);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            update(signature, type, bytes);
            return new SignedDocument(FORMAT, 1, type, ALGORITHM, keyId(publicKey), Base64.getEncoder().encodeToString(bytes),
                    Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of the JDK", e);
        }
    }

    /** True if this is a document of {@code expectedType} signed with the key that belongs to {@code publicKey}. */
    public boolean isSignedBy(PublicKey publicKey, String expectedType) {
        if (!format.equals(FORMAT) || version != 1 || !algorithm.equals(ALGORITHM) || !type.equals(expectedType)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey);
            update(check, type, Base64.getDecoder().decode(payload));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Reads the payload. Only to be called after {@link #isSignedBy}.
     *
     * @throws WireFormatException REPORT_FORMAT if it is not of this shape
     */
    public <T> T payloadAs(Class<T> shape) throws WireFormatException {
        try {
            return WireJson.read(Base64.getDecoder().decode(payload), shape);
        } catch (IllegalArgumentException e) {
            throw new WireFormatException(ErrorCode.REPORT_FORMAT, Map.of("reason", "payload"));
        }
    }

    /** Returns the id under which a public key is named. */
    public static String keyId(PublicKey publicKey) {
        return Sha256.of(publicKey.getEncoded()).hex().substring(0, 16);
    }

    /** Makes a signing key pair. */
    public static KeyPair newKeyPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of the JDK", e);
        }
    }

    /**
     * Reads a public key.
     *
     * @param base64 X.509 encoding in Base64
     * @throws WireFormatException ENROLMENT_BROKEN if it is no Ed25519 key
     */
    public static PublicKey publicKey(String base64) throws WireFormatException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WireFormatException(ErrorCode.ENROLMENT_BROKEN, Map.of("reason", "public key"));
        }
    }

    /**
     * Reads a private key.
     *
     * @param base64 PKCS#8 encoding in Base64
     * @throws WireFormatException ENROLMENT_BROKEN if it is no Ed25519 key
     */
    public static PrivateKey privateKey(String base64) throws WireFormatException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WireFormatException(ErrorCode.ENROLMENT_BROKEN, Map.of("reason", "private key"));
        }
    }

    private static void update(Signature signature, String type, byte[] payload) throws GeneralSecurityException {
        signature.update(type.getBytes(StandardCharsets.UTF_8));
        signature.update((byte) 0);
        signature.update(payload);
    }
}
