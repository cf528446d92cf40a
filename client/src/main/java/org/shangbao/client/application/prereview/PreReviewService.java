package org.shangbao.client.application.prereview;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PreReview;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.ReviewDecision;

/** Sending drafts for a look, and looking at those of units below. Never call from the UI thread. Safe to share between threads. */
public interface PreReviewService {

    /** Returns where a report of this office stands with the look from above; reads the office's own store only. */
    PreReviewLook look(ReportId report) throws ReportingException;

    /**
     * 送预审: puts the answers as they are now into the outbox. Nothing is locked; blanks may be empty and rules broken. The next exchange
     * sends it.
     *
     * @param note words for whoever looks at it, empty if none; at most {@link PreReviewDraft#MOST_NOTE} characters
     * @throws ReportingException MOVE_NOT_ALLOWED if the figures are frozen, the report is a summary or nobody is above; TEXT_TOO_LONG
     */
    PreReviewLook send(ReportId report, String note) throws ReportingException;

    /**
     * Opens a draft of a unit below. Uses the network.
     *
     * @throws ReportingException REPORT_UNKNOWN if it is not there, DIGEST_MISMATCH if it is not what the server says it is
     */
    Opened open(ReportId report, UUID draft) throws ReportingException;

    /**
     * Answers a draft. Without a link the answer waits in the outbox.
     *
     * @param opinion overall words, empty if none
     * @param reasons words tied to figures or items; empty if nothing was found
     * @return whether the server has the answer
     */
    Sent answer(ReportId report, UUID draft, String opinion, List<ReviewDecision.Reason> reasons) throws ReportingException;

    /** What became of an answer. */
    enum Sent {
        /** The server has it. */
        DELIVERED,
        /** It waits in the outbox. */
        WAITING
    }

    /**
     * A draft to look at.
     *
     * @param draft   the draft
     * @param state   as the server holds it, with the answers given so far
     * @param before  the draft sent before it, in the shape in which reports are compared; null for the first
     */
    record Opened(PreReviewDraft draft, PreReview state, @Nullable FinalizedReport before) {}
}
