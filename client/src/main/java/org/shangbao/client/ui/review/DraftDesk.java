package org.shangbao.client.ui.review;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.ReviewDecision;

/** A draft sent for a look, while it lies open before a reviewer. */
final class DraftDesk {
    private final ReviewService reviews;
    private final PreReviewService preReviews;
    private final SubmissionViewModel submission;
    private PreReviewService.@Nullable Opened open;

    DraftDesk(ReviewService reviews, PreReviewService preReviews, SubmissionViewModel submission) {
        this.reviews = reviews;
        this.preReviews = preReviews;
        this.submission = submission;
    }

    /** A draft with the report of the period before. */
    record Read(PreReviewService.Opened opened, @Nullable FinalizedReport previous) {}

    /** Reads a draft; off the FX thread. */
    Read read(ReportId report, UUID draft) throws ReportingException {
        return new Read(preReviews.open(report, draft), reviews.previous(report));
    }

    void show(Read read, FormEdition edition, String parentName) {
        open = read.opened();
        submission.showDraft(read.opened(), read.previous(), edition, parentName);
    }

    void close() { open = null; }

    boolean isOpen() { return open != null; }

    /** Returns the id of the open draft. */
    UUID id() { return Objects.requireNonNull(open).draft().draft(); }

    /** Sends the answer to a draft; off the FX thread. */
    PreReviewService.Sent answer(ReportId report, UUID draft, List<ReviewDecision.Reason> reasons) throws ReportingException {
        return preReviews.answer(report, draft, "", reasons);
    }
}
