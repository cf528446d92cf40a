package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportAct;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An act of a person on a report: {@code POST /v1/reports/{reportId}/acts}. Repeating it with the same {@code operation} changes nothing.
 *
 * @param operation id made by the client
 * @param act       OPEN, APPROVE, RETURN, RETURN_DIRECTLY, CANCEL_APPROVAL, REVIEW_ON_BEHALF, WITHDRAW, REQUEST_RETURN
 * @param actingUnit unit for which the person acts
 * @param revision  the revision that was looked at; refused if the head has moved on
 * @param opinion   overall reason or opinion, empty if none
 * @param reasons   reasons tied to figures, for a return
 * @param dueAt     when the corrected report is due, for a return
 * @param paper     what the person did with paper no machine reads; null if nothing, as before this was known
 */
public record ReviewDecision(UUID operation, ReportAct act, String actingUnit, UUID revision, String opinion, List<Reason> reasons,
        @Nullable Instant dueAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaperLook paper) {
    /** What a person does with paper no machine reads. */
    public enum PaperLook {
        /** Every page was compared with the figures by eye. */
        SEEN_BY_EYE
    }

    /** A decision that says nothing of paper. */
    public ReviewDecision(UUID operation, ReportAct act, String actingUnit, UUID revision, String opinion, List<Reason> reasons,
            @Nullable Instant dueAt) {
        this(operation, act, actingUnit, revision, opinion, reasons, dueAt, null);
    }

    /** A reason tied to a figure or item. */
    public record Reason(String code, String text) {
        /** Neither may be null. */
        public Reason {
            Objects.requireNonNull(code);
            Objects.requireNonNull(text);
        }
    }

    /** Copies the list. */
    public ReviewDecision {
        reasons = List.copyOf(reasons);
    }
}
