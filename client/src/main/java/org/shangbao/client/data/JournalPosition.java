package org.shangbao.client.data;

/**
 * A place in the journal: after record {@code seq}, whose hash is {@code hash}.
 *
 * @param seq  number of a record, 0 before the first
 * @param hash its SHA-256, 64 zeros before the first
 */
record JournalPosition(long seq, String hash) {
    static final JournalPosition BEGINNING = new JournalPosition(0, JournalRecord.NO_HASH);
}
