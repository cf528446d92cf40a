package org.shangbao.wire.v1;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The answer of a level to a draft: {@code POST /v1/reports/{reportId}/pre-reviews/{draft}/answers}. Repeating it with the same
 * {@code operation} changes nothing. Without an opinion and reasons it says that nothing was found.
 *
 * @param operation  id made by the client
 * @param actingUnit unit for which the person answers
 * @param opinion    overall words, empty if none
 * @param reasons    words tied to figures or items
 */
public record PreReviewAnswer(UUID operation, String actingUnit, String opinion, List<ReviewDecision.Reason> reasons) {
    /** Copies the list; nothing may be null. */
    public PreReviewAnswer {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(actingUnit);
        Objects.requireNonNull(opinion);
        reasons = List.copyOf(reasons);
    }
}
