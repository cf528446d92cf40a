package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A report as the server holds it, seen by everybody who may see its unit.
 *
 * @param reportId  natural key
 * @param unitName  unit's name
 * @param status    in its own office, as far as the server knows
 * @param head      current revision, null before the first
 * @param revisions all revisions, oldest first
 * @param reviews   one row per level above, nearest first
 * @param history   every act with who and when, oldest first
 * @param late      true if the head came after the due time
 * @param preReviews drafts that were sent for a look, at most the latest {@link #MOST_PRE_REVIEWS}, oldest first; empty if none
 */
public record ReportState(String reportId, String unitName, ReportStatus status, @Nullable UUID head, List<RevisionState> revisions,
        List<LevelReview> reviews,
        List<HistoryEntry> history, boolean late, List<PreReview> preReviews) {
    /** Most drafts that are listed. */
    public static final int MOST_PRE_REVIEWS = 5;

    /** Copies the list; a state that was kept before drafts were known has none. */
    public ReportState {
        preReviews = preReviews == null ? List.of() : List.copyOf(preReviews);
    }

    /** Returns a state without drafts. */
    public ReportState(String reportId, String unitName, ReportStatus status, @Nullable UUID head, List<RevisionState> revisions,
            List<LevelReview> reviews, List<HistoryEntry> history, boolean late) {
        this(reportId, unitName, status, head, revisions, reviews, history, late, List.of());
    }

    /** State of the paper of a revision. */
    public enum Paper {
        /** No scan arrived yet. */
        NOT_THERE,
        /** The server accepted the scan. */
        ACCEPTED,
        /** 未机读: taken on the clerk's word, to be confirmed by eye. */
        NOT_MACHINE_READ,
        /** The server refused the scan. */
        REFUSED,
        /** This report needs no paper. */
        NOT_NEEDED
    }

    /**
     * A revision.
     *
     * @param revision   id
     * @param number     第R n 稿
     * @param parent     revision before, null for the first
     * @param digest     SHA-256 of its bytes
     * @param receivedAt server time
     * @param paper      state of its scan
     * @param scan       SHA-256 of the accepted scan, null if none
     * @param pages      pages of the accepted scan, 0 if none
     * @param byHand     what was said of paper no machine reads, null unless the paper is NOT_MACHINE_READ
     */
    public record RevisionState(UUID revision, int number, @Nullable UUID parent, String digest, Instant receivedAt, Paper paper,
            @Nullable String scan, int pages, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ByHand byHand) {
        /** A revision whose paper, if any, was read by a machine. */
        public RevisionState(UUID revision, int number, @Nullable UUID parent, String digest, Instant receivedAt, Paper paper,
                @Nullable String scan, int pages) {
            this(revision, number, parent, digest, receivedAt, paper, scan, pages, null);
        }
    }

    /**
     * Paper taken on a person's word.
     *
     * @param declared      what was said
     * @param by            who said it
     * @param at            when it arrived
     * @param confirmedUnit unit that looked at it, empty while nobody has
     * @param confirmedBy   who did, empty while nobody has
     * @param confirmedAt   when, null while nobody has
     */
    public record ByHand(PaperByHand declared, String by, Instant at, String confirmedUnit, String confirmedBy,
            @Nullable Instant confirmedAt) {
        /** True once a level above has compared paper and figures by eye. */
        public boolean wasSeen() { return confirmedAt != null; }
    }

    /**
     * Where it stands with one level.
     *
     * @param unit     the reviewing unit
     * @param unitName its name
     * @param status   state
     * @param revision revision the state is about, null if none
     * @param opinion  overall opinion of the last decision, empty if none
     * @param reasons  reasons of a return
     * @param dueAt    when a returned report is due, null if not returned
     * @param by       who decided, empty if nobody yet
     * @param at       when, null if not yet
     */
    public record LevelReview(String unit, String unitName, ReviewStatus status, @Nullable UUID revision, String opinion,
            List<ReviewDecision.Reason> reasons, @Nullable Instant dueAt, String by, @Nullable Instant at) {}

    /** One act: when, which act, who, for which unit, on which revision number, and the words that went with it. */
    public record HistoryEntry(Instant at, String act, String by, String unit, int number, String words) {}
}
