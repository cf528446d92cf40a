package org.shangbao.wire.v1;

/**
 * How far the history of an office's data folder has come: number and hash of its last save. The server keeps the furthest it was told, so a
 * folder that was put back as a whole is noticed. Says nothing about figures.
 *
 * @param seq  number of the last save
 * @param hash its hash, 64 hexadecimal digits; each covers all saves before
 */
public record StoreMark(long seq, String hash) {
    /** True if it can be one. */
    public boolean hasShape() { return seq >= 0 && hash.matches("[0-9a-f]{64}"); }
}
