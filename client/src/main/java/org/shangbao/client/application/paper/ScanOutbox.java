package org.shangbao.client.application.paper;

import java.util.UUID;

import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.StoredScan;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

/** Puts scans into the outbox. */
final class ScanOutbox {
    private ScanOutbox() {}

    /** Queues a scan once, however often it is handed over; one the server refused goes again. */
    static void queue(OfficeChanges changes, StoredScan scan, ReportId report) throws ReportingException {
        boolean isQueued = changes.outbox().stream().anyMatch(item -> item.revision().equals(scan.revision())
                && item.content().equals(scan.sha256()) && item.state() != OutboxItem.State.REFUSED);
        if (!isQueued) {
            OutboxItem.Kind kind = scan.kind() == PaperKind.REPORT ? OutboxItem.Kind.SCAN : OutboxItem.Kind.SIGN_OFF_SCAN;
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), nextPosition(changes), kind, report, scan.revision(), scan.sha256(),
                    scan.fileName(), scan.size()));
        }
    }

    static long nextPosition(OfficeChanges changes) throws ReportingException {
        return changes.outbox().stream().mapToLong(OutboxItem::position).max().orElse(0) + 1;
    }
}
