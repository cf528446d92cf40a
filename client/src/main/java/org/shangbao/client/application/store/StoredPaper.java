package org.shangbao.client.application.store;

import java.util.UUID;

/**
 * A print, made once.
 *
 * @param revision what is on it
 * @param kind     which paper
 * @param pdf      SHA-256 of the PDF in the file store
 * @param map      SHA-256 of the print map in the file store, empty if there is none
 * @param pages    pages
 */
public record StoredPaper(UUID revision, PaperKind kind, String pdf, String map, int pages) {}
