package org.shangbao.client.data;

import java.util.List;
import java.util.UUID;

/**
 * One transaction in the journal ({@code docs/formats/journal-v1.md}).
 *
 * @param formatVersion always 1
 * @param seq           running number over all segments, from 1
 * @param opId          identity of the operation
 * @param kind          what was done
 * @param payload       what changed
 * @param prevHash      SHA-256 of the record before, 64 zeros for the first
 */
record JournalRecord(int formatVersion, long seq, UUID opId, String kind, Payload payload, String prevHash) {
    /** Stands before the first record. */
    static final String NO_HASH = "0".repeat(64);

    /** Row changes of a transaction. */
    record Payload(List<RowChange> changes) {
        Payload {
            changes = List.copyOf(changes);
        }
    }
}
