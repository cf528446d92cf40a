package org.shangbao.client.application.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.WireFormatException;

/**
 * A finalized revision; never changed.
 *
 * @param revision  id
 * @param report    natural key
 * @param number    第R n 稿
 * @param digest    SHA-256 of the canonical bytes
 * @param canonical the canonical bytes as text in UTF-8
 */
public record StoredRevision(UUID revision, ReportId report, int number, String digest, String canonical) {

    /** Returns the canonical bytes. */
    public byte[] bytes() { return canonical.getBytes(StandardCharsets.UTF_8); }

    /**
     * Reads the report.
     *
     * @throws WireFormatException REPORT_FORMAT if the stored bytes are no report
     */
    public FinalizedReport content() throws WireFormatException { return FinalizedReport.read(bytes()); }
}
