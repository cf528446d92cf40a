package org.shangbao.client.ui.desk;

import java.util.Locale;

import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.report.ReportStatus;

/** Where a report stands, as mark and words: after 上报 the review above speaks, before it the own office. */
public final class StatusWords {
    private StatusWords() {}

    /** Returns the words. */
    public static Text of(ReportTask task) {
        if (task.status() != ReportStatus.SUBMITTED) {
            return Text.of("desk.status." + task.status().name().toLowerCase(Locale.ROOT));
        }
        if (!task.delivered()) {
            return Text.of("desk.review.waiting");
        }
        return switch (task.review()) {
            case APPROVED -> Text.of("desk.review.approved");
            case SIGNED_OFF -> Text.of("desk.review.signedOff");
            case REPORTED -> Text.of("desk.review.reported");
            case RETURNED -> Text.of("desk.status.returned");
            case OPENED -> task.reviewWords().isEmpty()
                    ? Text.of("desk.review.submitted")
                    : Text.of("desk.review.opened", task.reviewWords());
            case PENDING, NOT_SUBMITTED -> task.reviewWords().isEmpty()
                    ? Text.of("desk.review.submitted")
                    : Text.of("desk.review.pending", task.reviewWords());
        };
    }

    /** Returns the mark. */
    public static Mark mark(ReportTask task) {
        return switch (task.status()) {
            case RETURNED -> Mark.RETURNED;
            case DRAFT, IN_PRE_REVIEW, WITHDRAWN -> Mark.WRITTEN;
            case FINALIZED -> Mark.LOCKED;
            case CORRECTED -> Mark.DONE;
            case SUBMITTED -> task.delivered() ? Mark.DONE : Mark.WAITING_FOR_NETWORK;
        };
    }
}
