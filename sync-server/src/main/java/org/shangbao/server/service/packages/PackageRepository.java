package org.shangbao.server.service.packages;

import java.time.Instant;
import java.util.List;

import org.shangbao.wire.v1.transfer.PartOutcome;

/** Whom answers in packages are closed for, and what became of what came in packages. */
public interface PackageRepository {
    /**
     * A key that an office's data folder put into its package.
     *
     * @param keyId     id of the key
     * @param unit      the office
     * @param account   whose secret came with it
     * @param publicKey X.509 in Base64
     */
    record AnswerKey(String keyId, String unit, String account, String publicKey) {}

    /** Writes a key, in the place of the same one that came before. */
    void putKey(AnswerKey key, Instant at);

    /** Returns an office's keys, the latest first. */
    List<AnswerKey> keys(String unit);

    /** Removes an office's keys. */
    void forgetKeys(String unit);

    /** Writes what became of a part, in the place of what was written for its address before. */
    void putOutcome(String unit, PartOutcome outcome, Instant at);

    /** Returns what became of an office's parts, the oldest first. */
    List<PartOutcome> outcomes(String unit);

    /** Removes all but the latest of an office's keys and outcomes. */
    void keepLatest(String unit, int mostKeys, int mostOutcomes);
}
