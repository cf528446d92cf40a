package org.shangbao.client.data;

import java.util.List;
import java.util.UUID;

/**
 * One transaction in the journal ({@code docs/formats/journal-v1.md}).
 *
 * @param formatVersion always 1
 * @param seq           running number over all segments, from 1
 * @param opId          identity of the operation; applied once
 * @param kind          what was done; {@link #VOID} takes another record back
 * @param payload       what changed
 * @param prevHash      SHA-256 of the record before, 64 zeros for the first
 */
record JournalRecord(int formatVersion, long seq, UUID opId, String kind, Payload payload, String prevHash) {
    /** Kind of a record that takes {@link Payload#voids} back. */
    static final String VOID = "VOID";
    /** Stands before the first record. */
    static final String NO_HASH = "0".repeat(64);

    /** Row changes of a transaction, or the number of the record that is taken back (0 if none). */
    record Payload(List<RowChange> changes, long voids) {
        Payload {
            changes = List.copyOf(changes);
        }
    }
}
