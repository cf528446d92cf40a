package org.shangbao.wire.v1;

/**
 * A form edition as it travels: its exact bytes.
 *
 * @param id     edition id
 * @param digest SHA-256 of the bytes
 * @param bytes  the bytes in Base64
 */
public record EditionRecord(String id, String digest, String bytes) {}
