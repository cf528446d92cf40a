package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.UUID;

/**
 * What the server signs after a revision is durable there: payload of a {@link SignedDocument} of type {@link #TYPE}. Only this, held and
 * verified, lets a client say 已上报.
 *
 * @param reportId   natural key
 * @param revision   revision taken
 * @param digest     SHA-256 of the canonical bytes as they arrived
 * @param state      whether it became the head
 * @param receivedAt server time
 * @param late       true if it came after the due time; it is taken all the same
 * @param sequence   server's running number of receipts
 */
public record Receipt(String reportId, UUID revision, String digest, State state, Instant receivedAt, boolean late, long sequence) {
    /** Type in the signed document. */
    public static final String TYPE = "receipt";
    /** Media type of the answer to a PUT of a revision. */
    public static final String MEDIA_TYPE = "application/vnd.shangbao.receipt+json";

    /** What became of the revision. */
    public enum State {
        /** It is the current revision. */
        HEAD,
        /** Its parent is not here yet; kept, and applied when the parent comes. */
        PARKED
    }
}
