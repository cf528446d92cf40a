package org.shangbao.wire.v1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * 审签 of a province's form: {@code GET /v1/reports/{reportId}/sign-off}; a step is recorded with
 * {@code POST /v1/reports/{reportId}/sign-off/steps} and {@link StepDone}, 报部 with {@code POST /v1/reports/{reportId}/sign-off/reported}.
 *
 * @param reportId   natural key
 * @param revision   the revision that is signed off, null before it arrived
 * @param digest     its SHA-256, empty before it arrived
 * @param steps      the configured chain, in order
 * @param paper      state of the scanned 审签单
 * @param reportedAt when 报部 was done, null if not yet
 */
public record SignOffView(String reportId, @Nullable UUID revision, String digest, List<Step> steps, ReportState.Paper paper,
        @Nullable Instant reportedAt) {

    /**
     * A step.
     *
     * @param role    环节, for example 处室负责人
     * @param name    who is to sign, may be empty
     * @param done    true once recorded
     * @param opinion 意见, empty until done
     * @param date    date on the paper, null until done
     * @param medium  {@code PAPER} or {@code OA}
     * @param by      account that recorded it, empty until done
     */
    public record Step(String role, String name, boolean done, String opinion, @Nullable LocalDate date, String medium, String by) {}

    /** Records the next open step: operation id, revision signed off, role, name, opinion, date, medium. */
    public record StepDone(UUID operation, UUID revision, String role, String name, String opinion, LocalDate date, String medium) {}

    /** Records 报部: operation id and revision. */
    public record Reported(UUID operation, UUID revision) {}

    /** Copies the list. */
    public SignOffView {
        steps = List.copyOf(steps);
    }
}
