package org.shangbao.client.application.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportId;

/**
 * One thing to deliver, with its delivery state.
 *
 * @param id        operation id; a repetition with the same id changes nothing at the server
 * @param position  order in which items were added
 * @param kind      what it is
 * @param report    report it belongs to
 * @param revision  revision it belongs to; for pre-review the draft
 * @param content   SHA-256 of the file for uploads and packages, the JSON body for decisions, drafts and answers, empty for a revision
 * @param fileName  name of the file for uploads, of the package a draft was saved in too; empty otherwise
 * @param size      bytes to send
 * @param sent      bytes the server has
 * @param upload    upload URL once the server gave one, empty before
 * @param state     where delivery stands
 * @param attempts  failed attempts since the last success
 * @param nextAt    not to be tried before, null if at once
 * @param problem   register code of the last failure, empty if none
 * @param details   values for its text
 */
public record OutboxItem(UUID id, long position, Kind kind, ReportId report, UUID revision, String content, String fileName, long size,
        long sent, String upload, State state, int attempts, @Nullable Instant nextAt, String problem, Map<String, String> details) {

    /** Copies the map. */
    public OutboxItem {
        details = Map.copyOf(details);
    }

    /** What is delivered; earlier constants go first within a report. */
    public enum Kind {
        /** A finalized revision. */
        REVISION,
        /** A file of an answer. */
        ATTACHMENT,
        /** The signed paper. */
        SCAN,
        /** The signed 审签单. */
        SIGN_OFF_SCAN,
        /** A decision of this level, or the office's own act on a submitted report. */
        DECISION,
        /** A draft sent for a look; its content stays here after delivery, so that answers can be shown beside what was sent. */
        PRE_REVIEW,
        /** This level's answer to a draft of a unit below. */
        PRE_REVIEW_ANSWER,
        /** Another office's package to pass on; its revision is the package's id. */
        PACKAGE
    }

    /** Where delivery stands. */
    public enum State {
        /** To be sent. */
        WAITING,
        /** The server has it and said so. */
        DELIVERED,
        /** The server refused it; a person has to look. Never blocks other items. */
        REFUSED
    }

    /** Returns a new item. */
    public static OutboxItem waiting(UUID id, long position, Kind kind, ReportId report, UUID revision, String content, String fileName,
            long size) {
        return new OutboxItem(id, position, kind, report, revision, content, fileName, size, 0, "", State.WAITING, 0, null, "", Map.of());
    }

    /** Returns a copy that was delivered. */
    public OutboxItem delivered() {
        return new OutboxItem(id, position, kind, report, revision, content, fileName, size, size, upload, State.DELIVERED, 0, null, "",
                Map.of());
    }

    /** Returns a copy that was also saved in a package. */
    public OutboxItem savedIn(String name) {
        return new OutboxItem(id, position, kind, report, revision, content, name, size, sent, upload, state, attempts, nextAt, problem,
                details);
    }

    /** Returns a copy that the server refused. */
    public OutboxItem refused(String code, Map<String, String> values) {
        return new OutboxItem(id, position, kind, report, revision, content, fileName, size, sent, upload, State.REFUSED, attempts, null,
                code, values);
    }

    /** Returns a copy to be tried again. */
    public OutboxItem postponed(@Nullable Instant until, String code, Map<String, String> values) {
        return new OutboxItem(id, position, kind, report, revision, content, fileName, size, sent, upload, State.WAITING, attempts + 1,
                until, code, values);
    }

    /** Returns a copy of which the server has more bytes; begun anew if {@code url} is empty. */
    public OutboxItem uploaded(String url, long offset) {
        return new OutboxItem(id, position, kind, report, revision, content, fileName, size, offset, url, state, attempts, nextAt, problem,
                details);
    }
}
