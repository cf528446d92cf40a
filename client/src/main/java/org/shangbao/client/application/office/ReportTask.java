package org.shangbao.client.application.office;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.ReviewDecision;

/**
 * A report of this office on the home screen.
 *
 * @param report       natural key
 * @param kind         what the period counts for
 * @param status       where it stands here
 * @param review       where it stands with the level next above
 * @param reviewWords  name of the level that has it now, empty if none
 * @param dueAt        when it is due, null if no window is known
 * @param number       第R n 稿, 0 before the first is finalized
 * @param filled       figures with a value
 * @param asked        figures asked
 * @param groups       progress by indicator
 * @param reasons      reasons of a return, empty otherwise
 * @param returnedBy   who returned it, empty otherwise
 * @param scanAccepted true if an accepted scan of the finalized revision is here
 * @param delivered    true if the receipt is here
 * @param lastAt       when it last changed, null if untouched
 */
public record ReportTask(ReportId report, PeriodKind kind, ReportStatus status, ReviewStatus review, String reviewWords,
        @Nullable Instant dueAt, int number, int filled, int asked, List<GroupProgress> groups, List<ReviewDecision.Reason> reasons,
        String returnedBy, boolean scanAccepted, boolean delivered, @Nullable Instant lastAt) {

    /** Progress of an indicator: number, name, filled and asked figures, open must-fix and must-explain findings. */
    public record GroupProgress(int number, String name, int filled, int asked, int mustFix, int mustExplain) {}
}
