package org.shangbao.wire.v1.transfer;

import java.util.Objects;

/**
 * The server's key for packages: payload of a {@link org.shangbao.wire.v1.SignedDocument} of type {@link #TYPE}, in every answer to
 * {@code GET /changes}, so that an office enrolled before there was one gets it.
 *
 * @param key X25519 public key, X.509 in Base64
 */
public record PackageKey(String key) {
    /** Type in the signed document. */
    public static final String TYPE = "package-key";

    /** Nothing may be missing. */
    public PackageKey {
        Objects.requireNonNull(key);
    }
}
