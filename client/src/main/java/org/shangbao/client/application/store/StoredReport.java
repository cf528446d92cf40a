package org.shangbao.client.application.store;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;

/**
 * A report on this office's desk.
 *
 * @param id        natural key
 * @param status    where it stands here
 * @param review    where it stands with the level next above, as far as this office knows
 * @param head      last finalized revision, null if none
 * @param number    its number, 0 if none
 * @param lastFocus code of the blank last worked on, null if none
 * @param changedAt when it last changed
 */
public record StoredReport(ReportId id, ReportStatus status, ReviewStatus review, @Nullable UUID head, int number,
        @Nullable String lastFocus, Instant changedAt) {

    /** Returns a report nobody touched yet. */
    public static StoredReport fresh(ReportId id, Instant now) {
        return new StoredReport(id, ReportStatus.DRAFT, ReviewStatus.NOT_SUBMITTED, null, 0, null, now);
    }

    /** Returns a copy that stands elsewhere. */
    public StoredReport standing(ReportStatus newStatus, ReviewStatus newReview, Instant now) {
        return new StoredReport(id, newStatus, newReview, head, number, lastFocus, now);
    }

    /** Returns a copy with a new head. */
    public StoredReport withHead(UUID revision, int newNumber, Instant now) {
        return new StoredReport(id, status, review, revision, newNumber, lastFocus, now);
    }

    /** Returns a copy that remembers another blank. */
    public StoredReport withFocus(String code) {
        return new StoredReport(id, status, review, head, number, code, changedAt);
    }

    /** Returns a copy changed now. */
    public StoredReport touched(Instant now) {
        return new StoredReport(id, status, review, head, number, lastFocus, now);
    }
}
