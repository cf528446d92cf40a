package org.shangbao.client.data;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.RecoveryRequest;
import org.shangbao.wire.v1.SealedBox;

/**
 * The one random data key of an office folder. It lies in {@code keys.json} only inside envelopes; each envelope is opened by a secret of
 * its own through Argon2id and AES-GCM. Every use gets its own key derived from it (HKDF). Immutable.
 */
public final class DataKey {
    /** Shortest secret that is taken, in bytes. */
    public static final int LEAST_SECRET_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MEMORY_KIB = 32 * 1024;
    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int ITERATIONS = 3;
    private static final int MOST_ITERATIONS = 20;
    static final String UNLOCK_FILE = "unlock-file";
    /** Holders that begin so are recovery keys: unit and key id follow. */
    static final String RECOVERY = "recovery/";
    /** Holders that begin so are users of the operating system: the name follows under which its keeping holds the key. */
    static final String USER = "os-user/";
    private static final String ARGON2ID = "argon2id";
    private static final String BY_USER = "os-user-hkdf-sha256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private DataKey(byte[] key) { this.key = key; }

    /** Envelopes of a folder. */
    record KeyFile(String format, int version, List<Envelope> envelopes) {
        static final String FORMAT = "shangbao-keys";
    }

    /** The data key wrapped for one holder; salt, nonce and wrapped key in Base64. */
    record Envelope(String holder, String derivation, int memoryKib, int iterations, String salt, String nonce, String wrapped) {

        /** True if a person's secret opens it, here. */
        boolean isPersons() { return derivation.equals(ARGON2ID); }

        /** True if it is for the holder of a recovery key. */
        boolean isRecovery() {
            return derivation.equals(SealedBox.ALGORITHM) && holder.startsWith(RECOVERY);
        }

        /** True if the user of an operating system keeps the key that opens it. */
        boolean isUsers() {
            return derivation.equals(BY_USER) && holder.startsWith(USER);
        }

        /** Returns the name under which the operating system keeps the key. */
        String keptAs() { return holder.substring(USER.length()); }

        /** Returns the unit and the id of the recovery key, from the holder's name. */
        String recoveryUnit() {
            return holder.substring(RECOVERY.length(), holder.lastIndexOf('/'));
        }

        /** Returns the box for the recovery key. */
        SealedBox box() {
            return new SealedBox(derivation, holder.substring(holder.lastIndexOf('/') + 1), salt, nonce, wrapped);
        }
    }

    /** Makes a new random key. */
    static DataKey fresh() { return new DataKey(random(KEY_BYTES)); }

    /**
     * Wraps the key for a holder who has a secret.
     *
     * @throws ReportingException STORE_LOCKED if the secret is too short
     */
    Envelope envelope(String holder, byte[] secret) throws ReportingException {
        return envelope(holder, secret, MEMORY_KIB, ITERATIONS);
    }

    /** Wraps the key with a stretching of its own, for proofs that open folders by the thousand. */
    Envelope envelope(String holder, byte[] secret, int memoryKib, int iterations) throws ReportingException {
        return wrap(holder, secret, key, memoryKib, iterations);
    }

    /**
     * Wraps any bytes for a holder who has a secret.
     *
     * @throws ReportingException STORE_LOCKED if the secret is too short
     */
    static Envelope wrap(String holder, byte[] secret, byte[] content) throws ReportingException {
        return wrap(holder, secret, content, MEMORY_KIB, ITERATIONS);
    }

    private static Envelope wrap(String holder, byte[] secret, byte[] content, int memoryKib, int iterations) throws ReportingException {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new ReportingException(ErrorCode.STORE_LOCKED, Map.of());
        }
        byte[] salt = random(16);
        byte[] nonce = random(NONCE_BYTES);
        byte[] wrapping = stretch(secret, salt, memoryKib, iterations);
        byte[] wrapped = seal(new SecretKeySpec(wrapping, "AES"), nonce, holder.getBytes(StandardCharsets.UTF_8), content);
        Base64.Encoder base64 = Base64.getEncoder();
        return new Envelope(holder, ARGON2ID, memoryKib, iterations, base64.encodeToString(salt), base64.encodeToString(nonce),
                base64.encodeToString(wrapped));
    }

    /**
     * Opens what {@link #wrap} closed; empty if the secret is another.
     *
     * @throws ReportingException STORE_DAMAGED if the envelope makes no sense
     */
    static byte[] unwrap(Envelope envelope, byte[] secret) throws ReportingException { return tryOpen(envelope, secret); }

    /** Wraps the key for the holder of a recovery key; only that key's private half opens it, on another computer. */
    Envelope recoveryEnvelope(String unit, PublicKey recoveryKey) {
        SealedBox box = SealedBox.seal(recoveryKey, key, RecoveryRequest.purpose(unit));
        return new Envelope(RECOVERY + unit + "/" + box.keyId(), box.algorithm(), 0, 0, box.encapsulation(), box.nonce(), box.sealed());
    }

    /** Wraps the key for the user of the operating system, who keeps {@code usersKey} under {@code keptAs}. */
    Envelope userEnvelope(String keptAs, byte[] usersKey) {
        String holder = USER + keptAs;
        byte[] salt = random(16);
        byte[] nonce = random(NONCE_BYTES);
        byte[] wrapped = seal(derive(usersKey, "os-user", salt), nonce, holder.getBytes(StandardCharsets.UTF_8), key);
        Base64.Encoder base64 = Base64.getEncoder();
        return new Envelope(holder, BY_USER, 0, 0, base64.encodeToString(salt), base64.encodeToString(nonce),
                base64.encodeToString(wrapped));
    }

    /** Opens a {@link #userEnvelope}; null if the user's key is another or the envelope was changed. */
    static @Nullable DataKey ofUser(Envelope envelope, byte[] usersKey) {
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] opened = unseal(derive(usersKey, "os-user", base64.decode(envelope.salt())), base64.decode(envelope.nonce()),
                    envelope.holder().getBytes(StandardCharsets.UTF_8), base64.decode(envelope.wrapped()));
            return opened.length == KEY_BYTES ? new DataKey(opened) : null;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    /** Makes a random key for the operating system to keep. */
    static byte[] freshUsersKey() { return random(KEY_BYTES); }

    /** Takes a key that came back from the holder of the recovery key; null if these bytes are no key. */
    static @Nullable DataKey ofRecovered(byte[] bytes) {
        return bytes.length == KEY_BYTES ? new DataKey(bytes.clone()) : null;
    }

    /**
     * Opens the folder's key with whichever envelope fits.
     *
     * @throws ReportingException STORE_LOCKED if no envelope opens with the secret, STORE_DAMAGED if an envelope makes no sense
     */
    static DataKey open(KeyFile file, byte[] secret) throws ReportingException {
        for (Envelope envelope : file.envelopes()) {
            Watched.current().orGiveUp();
            byte[] opened = envelope.isPersons() ? tryOpen(envelope, secret) : new byte[0];
            if (opened.length == KEY_BYTES) {
                return new DataKey(opened);
            }
        }
        throw new ReportingException(ErrorCode.STORE_LOCKED, Map.of());
    }

    private static byte[] tryOpen(Envelope envelope, byte[] secret) throws ReportingException {
        if (envelope.memoryKib() > MOST_MEMORY_KIB || envelope.memoryKib() < 8 || envelope.iterations() > MOST_ITERATIONS
                || envelope.iterations() < 1) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "keys.json"));
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] wrapping = stretch(secret, base64.decode(envelope.salt()), envelope.memoryKib(), envelope.iterations());
            return unseal(new SecretKeySpec(wrapping, "AES"), base64.decode(envelope.nonce()),
                    envelope.holder().getBytes(StandardCharsets.UTF_8), base64.decode(envelope.wrapped()));
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "keys.json"), e);
        } catch (GeneralSecurityException e) {
            return new byte[0];
        }
    }

    /** Returns the key of one use, for example {@code journal}. */
    SecretKey forUse(String use, byte[] salt) {
        return derive(key, use, salt);
    }

    private static SecretKey derive(byte[] from, String use, byte[] salt) {
        try {
            KDF kdf = KDF.getInstance("HKDF-SHA256");
            return kdf.deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt)
                    .thenExpand(("shangbao/" + use).getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF", e);
        }
    }

    /** Returns the file password of the database. */
    String databasePassword() {
        return HexFormat.of().formatHex(forUse("database", new byte[0]).getEncoded());
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static byte[] seal(SecretKey key, byte[] nonce, byte[] along, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(along);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of the JDK", e);
        }
    }

    static byte[] unseal(SecretKey key, byte[] nonce, byte[] along, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(along);
        return cipher.doFinal(sealed);
    }

    private static byte[] stretch(byte[] secret, byte[] salt, int memoryKib, int iterations) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib).withIterations(iterations).withParallelism(1).withSalt(salt).build());
        byte[] out = new byte[KEY_BYTES];
        generator.generateBytes(Arrays.copyOf(secret, secret.length), out);
        return out;
    }
}
