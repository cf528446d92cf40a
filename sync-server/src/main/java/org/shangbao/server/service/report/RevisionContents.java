package org.shangbao.server.service.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/** Reads stored revisions and keeps the latest in memory; a revision never changes, so nothing here grows stale. Safe to share. */
public final class RevisionContents {
    private static final int MOST_KEPT = 4_000;
    private final Map<UUID, FinalizedReport> kept = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, FinalizedReport> eldest) { return size() > MOST_KEPT; }
    });

    /** Returns a revision that is stored. */
    public FinalizedReport of(Transaction transaction, UUID revision) {
        FinalizedReport known = kept.get(revision);
        if (known != null) {
            return known;
        }
        try {
            // it was read strictly and digested when it came; the shape is enough here
            FinalizedReport report = WireJson.read(transaction.reports().bytes(revision), FinalizedReport.class);
            kept.put(revision, report);
            return report;
        } catch (WireFormatException e) {
            throw new IllegalStateException("revision " + revision + " was taken and can no longer be read", e);
        }
    }
}
