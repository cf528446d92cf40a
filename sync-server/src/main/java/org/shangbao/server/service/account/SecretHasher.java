package org.shangbao.server.service.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes secrets with Argon2id (19 MiB, 2 passes, 1 lane: the OWASP minimum; secrets are random, not chosen). Written
 * {@code argon2id$19456$2$<salt>$<hash>}. At most a few at a time, so that a flood of sign-ins cannot eat the memory. Safe to share.
 */
public final class SecretHasher {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    /** Costs as much to try as a real one; nothing matches it. */
    private static final String NOBODY = "argon2id$" + MEMORY_KIB + "$" + PASSES + "$" + "A".repeat(22) + "$" + "A".repeat(43);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Returns a new random secret of 256 bits, Base64 without padding for URLs. */
    public String newSecret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the hash to be stored, with a salt of its own. */
    public String hash(String secret) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "argon2id$" + MEMORY_KIB + "$" + PASSES + "$" + encoder.encodeToString(salt) + "$"
                + encoder.encodeToString(derive(secret, salt, MEMORY_KIB, PASSES));
    }

    /**
     * True if the secret belongs to the hash. Takes as long for a hash that can never match.
     *
     * @param stored a hash written by {@link #hash}, or empty for an account that has no secret yet
     */
    public boolean matches(String secret, String stored) {
        String[] parts = (stored.isEmpty() ? NOBODY : stored).split("\\$");
        byte[] salt = Base64.getDecoder().decode(parts[3]);
        byte[] expected = Base64.getDecoder().decode(parts[4]);
        byte[] found = derive(secret, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return MessageDigest.isEqual(expected, found) && !stored.isEmpty();
    }

    private byte[] derive(String secret, byte[] salt, int memoryKib, int passes) {
        places.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt).withMemoryAsKB(memoryKib)
                    .withIterations(passes).withParallelism(1).build());
            byte[] result = new byte[32];
            generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), result);
            return result;
        } finally {
            places.release();
        }
    }
}
