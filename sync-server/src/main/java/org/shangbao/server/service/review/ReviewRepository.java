package org.shangbao.server.service.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;

/** Reviews, history and operations as stored. */
public interface ReviewRepository {
    /**
     * Where a report stands with one level.
     *
     * @param report   natural key
     * @param unit     the reviewing unit
     * @param rank     0 for the level next above, 1 for the one above that, …
     * @param status   state
     * @param revision revision it is about, null if none
     * @param opinion  words of the last decision
     * @param reasons  reasons of a return
     * @param dueAt    when a returned report is due
     * @param by       account that decided, empty if nobody yet
     * @param at       when, null if not yet
     */
    record StoredReview(String report, String unit, int rank, ReviewStatus status, @Nullable UUID revision, String opinion,
            List<ReviewDecision.Reason> reasons, @Nullable Instant dueAt, String by, @Nullable Instant at) {
        /** Copies the list. */
        public StoredReview {
            reasons = List.copyOf(reasons);
        }

        /** Returns a level before which nothing lies. */
        static StoredReview nothingThere(String report, String unit, int rank) {
            return new StoredReview(report, unit, rank, ReviewStatus.NOT_SUBMITTED, null, "", List.of(), null, "", null);
        }

        /** Returns the level with a revision waiting for it. */
        StoredReview waiting(UUID waiting) {
            return new StoredReview(report, unit, rank, ReviewStatus.PENDING, waiting, "", List.of(), null, "", null);
        }

        /** Returns the level after a decision. */
        StoredReview decided(ReviewStatus newStatus, ReviewDecision decision, @Nullable Instant due, String account, Instant when) {
            return new StoredReview(report, unit, rank, newStatus, decision.revision(), decision.opinion(), decision.reasons(), due,
                    account, when);
        }
    }

    /** An operation that was carried out: digest of what was asked, report. */
    record StoredOperation(UUID id, String digest, String report, String account, Instant at) {}

    /** Returns a report's reviews, the level next above first. */
    List<StoredReview> of(String report);

    /** Returns the reviews of a period's reports. */
    List<StoredReview> ofPeriod(String period, String edition);

    /** Replaces the reviews of a report. */
    void replace(String report, List<StoredReview> reviews);

    /** Returns what happened to a report, oldest first. */
    List<ReportState.HistoryEntry> history(String report);

    /**
     * Returns the words of the requests for return (申请退回) that nobody has acted on since, by report: the last one of each report after
     * which it was neither submitted again, returned nor withdrawn.
     */
    Map<String, String> openRequests(String period, String edition);

    /** Appends to the history of a report. */
    void addHistory(String report, ReportState.HistoryEntry entry);

    /** Returns the operation. */
    Optional<StoredOperation> operation(UUID id);

    /** Remembers an operation; an id that is known breaks the primary key. */
    void addOperation(StoredOperation operation);
}
