package org.shangbao.wire.v1;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

import org.shangbao.model.error.ErrorCode;

/**
 * A secret that only the holder of a private key can read ({@code docs/formats/recovery-v1.md}): DHKEM(X25519, HKDF-SHA256) of RFC 9180
 * gives a key, AES-256-GCM closes the box with it. What the box is for is authenticated along, so a box cannot be used as another one.
 *
 * @param algorithm     always {@code X25519-HKDF-SHA256-AES-256-GCM} in version 1
 * @param keyId         id of the public key it was closed with, as {@link SignedDocument#keyId}
 * @param encapsulation what the private key makes the box's key of, Base64
 * @param nonce         12 bytes, Base64
 * @param sealed        the secret with its tag, Base64
 */
public record SealedBox(String algorithm, String keyId, String encapsulation, String nonce, String sealed) {
    /** Value of {@code algorithm}. */
    public static final String ALGORITHM = "X25519-HKDF-SHA256-AES-256-GCM";
    private static final String CURVE = "X25519";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Closes a box. */
    public static SealedBox seal(PublicKey to, byte[] secret, String purpose) {
        try {
            KEM.Encapsulated made = KEM.getInstance("DHKEM").newEncapsulator(to).encapsulate();
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, made.key(), nonce, purpose).doFinal(secret);
            Base64.Encoder base64 = Base64.getEncoder();
            return new SealedBox(ALGORITHM, SignedDocument.keyId(to), base64.encodeToString(made.encapsulation()),
                    base64.encodeToString(nonce), base64.encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519, HKDF and AES-GCM are part of the JDK", e);
        }
    }

    /**
     * Opens the box.
     *
     * @throws WireFormatException RECOVERY_BROKEN if this key or this purpose is not the one it was closed for, or it was changed
     */
    public byte[] open(PrivateKey key, String purpose) throws WireFormatException {
        if (!algorithm.equals(ALGORITHM)) {
            throw broken();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            SecretKey opened = KEM.getInstance("DHKEM").newDecapsulator(key).decapsulate(base64.decode(encapsulation));
            return cipher(Cipher.DECRYPT_MODE, opened, base64.decode(nonce), purpose).doFinal(base64.decode(sealed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw broken();
        }
    }

    private static Cipher cipher(int mode, SecretKey shared, byte[] nonce, String purpose) throws GeneralSecurityException {
        SecretKey key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(shared)
                .thenExpand("shangbao/box".getBytes(StandardCharsets.US_ASCII), KEY_BYTES));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Makes a key pair for boxes. */
    public static KeyPair newKeyPair() {
        try {
            return KeyPairGenerator.getInstance(CURVE).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 is part of the JDK", e);
        }
    }

    /** Writes a key as it stands in files: its usual encoding in Base64. */
    public static String text(java.security.Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /**
     * Reads a public key.
     *
     * @throws WireFormatException RECOVERY_BROKEN if it is no X25519 key
     */
    public static PublicKey publicKey(String base64) throws WireFormatException {
        try {
            PublicKey key = KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            if (key instanceof XECPublicKey) {
                return key;
            }
            throw broken();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw broken();
        }
    }

    /**
     * Reads a private key.
     *
     * @throws WireFormatException RECOVERY_BROKEN if it is no X25519 key
     */
    public static PrivateKey privateKey(String base64) throws WireFormatException {
        try {
            return KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw broken();
        }
    }

    private static WireFormatException broken() { return new WireFormatException(ErrorCode.RECOVERY_BROKEN, Map.of()); }
}
