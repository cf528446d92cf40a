package org.shangbao.client.application.store;

import java.io.InputStream;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Files of the office by their content, encrypted at rest. Safe to share between threads. */
public interface FileStore {

    /** A stored file: SHA-256 in hex and bytes. */
    record Content(String sha256, long size) {}

    /**
     * Takes a file in; durable when this returns. The same content twice is stored once.
     *
     * @param most     most bytes that are taken
     * @param tooLarge what is thrown if there are more, with the details {@code size} and {@code most}
     * @throws ReportingException {@code tooLarge}, STORE_NOT_WRITABLE, or FILE_UNREADABLE if the source cannot be read
     */
    Content put(InputStream source, long most, ErrorCode tooLarge) throws ReportingException;

    /**
     * Opens a file from {@code offset}. Every block is authenticated before it is handed out.
     *
     * @throws ReportingException STORE_DAMAGED if it is not here or was changed; later damage shows as IOException of the stream
     */
    InputStream open(String sha256, long offset) throws ReportingException;

    /**
     * Reads a file whole.
     *
     * @throws ReportingException STORE_DAMAGED if it is not here, was changed or is larger than {@code most}
     */
    byte[] read(String sha256, long most) throws ReportingException;

    /** True if the content is here. */
    boolean has(String sha256);
}
