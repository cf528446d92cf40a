package org.shangbao.client.application.store;

import java.time.Instant;
import java.util.UUID;

/**
 * An accepted scan.
 *
 * @param revision   what was signed
 * @param kind       which paper
 * @param sha256     the scan as it is sent, one file with all pages in order
 * @param fileName   its name
 * @param size       bytes
 * @param pages      pages
 * @param acceptedAt when
 */
public record StoredScan(UUID revision, PaperKind kind, String sha256, String fileName, long size, int pages, Instant acceptedAt) {}
