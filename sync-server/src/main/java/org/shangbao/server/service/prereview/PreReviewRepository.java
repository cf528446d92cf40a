package org.shangbao.server.service.prereview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.shangbao.wire.v1.ReviewDecision;

/** Drafts and answers as stored; neither is ever changed or deleted. */
public interface PreReviewRepository {
    /**
     * A draft without its bytes.
     *
     * @param id         made by the client
     * @param report     natural key
     * @param sequence   order of arrival
     * @param number     which sending it is, as its sender counts
     * @param digest     SHA-256 of the bytes
     * @param receivedAt server time
     * @param account    who sent it
     * @param sender     that person's name
     */
    record StoredDraft(UUID id, String report, long sequence, int number, String digest, Instant receivedAt, String account,
            String sender) {}

    /**
     * An answer.
     *
     * @param id       operation id made by the client
     * @param draft    the draft it is about
     * @param sequence order of arrival
     * @param unit     the answering level's unit
     * @param opinion  overall words
     * @param reasons  words tied to figures
     * @param by       person's name
     * @param at       server time
     */
    record StoredAnswer(UUID id, UUID draft, long sequence, String unit, String opinion, List<ReviewDecision.Reason> reasons, String by,
            Instant at) {
        /** Copies the list. */
        public StoredAnswer {
            reasons = List.copyOf(reasons);
        }
    }

    /** Returns a draft. */
    Optional<StoredDraft> find(UUID id);

    /** Returns the bytes of a draft that is stored. */
    byte[] bytes(UUID id);

    /** Returns the latest drafts of a report, at most {@code most}, the latest first. */
    List<StoredDraft> latest(String report, int most);

    /** Returns the drafts of a period's reports, the oldest first. */
    List<StoredDraft> ofPeriod(String period, String edition);

    /** Adds a draft; an id that is known breaks the primary key. */
    void add(StoredDraft draft, byte[] bytes);

    /** Returns the answers to a draft, the oldest first. */
    List<StoredAnswer> answers(UUID draft);

    /** Returns which drafts of a period's reports were answered. */
    List<UUID> answered(String period, String edition);

    /** Adds an answer; an id that is known breaks the primary key. */
    void addAnswer(StoredAnswer answer);
}
