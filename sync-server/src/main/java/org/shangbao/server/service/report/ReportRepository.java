package org.shangbao.server.service.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.wire.v1.ReportState;

/** Reports and their revisions as stored. A revision's bytes are never changed or deleted. */
public interface ReportRepository {
    /**
     * A report.
     *
     * @param id      natural key {@code unit/period/edition}
     * @param unit    unit id
     * @param period  period id
     * @param edition edition id
     * @param status  in its own office, as far as the server knows
     * @param head    current revision, null before the first
     * @param change  number of its last change
     */
    record StoredReport(String id, String unit, String period, String edition, ReportStatus status, @Nullable UUID head, long change) {}

    /** Where a revision lies. */
    enum Place {
        /** In the line of heads: it is the head or was. */
        LINE,
        /** Beside the line: its parent was no longer the head. */
        BRANCH,
        /** Its parent is not here yet. */
        PARKED
    }

    /**
     * A revision without its bytes.
     *
     * @param id         made by the client
     * @param report     natural key
     * @param number     第R n 稿
     * @param parent     revision before, null for the first
     * @param digest     SHA-256 of the bytes
     * @param place      where it lies
     * @param receipt    signed receipt as JSON
     * @param sequence   number of the receipt
     * @param receivedAt server time
     * @param late       after the due time
     * @param account    who sent it
     * @param explained  number of 核实说明
     * @param paper      state of its paper
     * @param scan       SHA-256 of the accepted scan, null if none
     * @param pages      pages of the accepted scan
     */
    record StoredRevision(UUID id, String report, int number, @Nullable UUID parent, String digest, Place place, String receipt,
            long sequence, Instant receivedAt, boolean late, String account, int explained, ReportState.Paper paper,
            @Nullable String scan, int pages) {}

    /** Returns the report. */
    Optional<StoredReport> find(String id);

    /** Returns the reports of a period. */
    List<StoredReport> ofPeriod(String period, String edition);

    /** Returns the reports of a unit. */
    List<StoredReport> ofUnit(String unit);

    /** Returns at most {@code limit} reports changed after a number, oldest change first. */
    List<StoredReport> changedAfter(long change, int limit);

    /** Adds a report; a second one for the same unit, period and edition breaks the unique constraint. */
    void add(StoredReport report);

    /**
     * Moves the head from one revision to the next.
     *
     * @return false if the head was not {@code expected} any more; nothing is changed then
     */
    boolean moveHead(String report, @Nullable UUID expected, UUID next);

    /** Sets the status. */
    void setStatus(String report, ReportStatus status);

    /** Sets the number of the last change. */
    void setChange(String report, long change);

    /** Returns a revision. */
    Optional<StoredRevision> revision(UUID id);

    /** Returns the bytes of a revision that is stored. */
    byte[] bytes(UUID id);

    /** Returns the revisions of a report in the order of their receipts. */
    List<StoredRevision> revisions(String report);

    /** Returns the head revisions of a period's reports. */
    List<StoredRevision> heads(String period, String edition);

    /** Returns the parked revisions that wait for {@code parent}, in the order of their receipts. */
    List<StoredRevision> parkedBehind(UUID parent);

    /** Adds a revision; an id that is known breaks the primary key. */
    void add(StoredRevision revision, byte[] bytes);

    /** Moves a parked revision to its place and stores the receipt that says so. */
    void place(UUID revision, Place place, String receipt, long sequence);

    /** Returns what was said of a revision's paper that no machine reads, empty if nothing. */
    Optional<ReportState.ByHand> byHand(UUID revision);

    /** Keeps what was said of a revision's paper, in place of what was said before, with the account that said it. */
    void putByHand(UUID revision, String account, ReportState.ByHand byHand);

    /** Sets the state of the paper. */
    void setPaper(UUID revision, ReportState.Paper paper, @Nullable String scan, int pages);
}
