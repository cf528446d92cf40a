package org.shangbao.wire.v1.transfer;

import java.util.List;
import java.util.Objects;

import org.shangbao.wire.v1.SessionRequest;

/**
 * The list at the beginning of a package that goes up; nobody but the server can read it.
 *
 * @param sender    account and secret of the person who sends it, as for a session
 * @param answerKey X25519 public key the answer is to be closed for, X.509 in Base64
 * @param parts     what it carries
 */
public record UpwardContents(SessionRequest sender, String answerKey, List<PackagePart> parts) {
    /** Copies the list. */
    public UpwardContents {
        Objects.requireNonNull(sender.account());
        Objects.requireNonNull(sender.secret());
        Objects.requireNonNull(answerKey);
        parts = List.copyOf(parts);
    }
}
