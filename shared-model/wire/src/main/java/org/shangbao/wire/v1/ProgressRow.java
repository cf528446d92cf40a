package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;

/**
 * One line of 报送情况: {@code GET /v1/progress?unit=&period=&edition=} lists every unit of the subtree that owes a report.
 *
 * @param unit      unit id
 * @param unitName  name
 * @param parent    unit above
 * @param parentName its name
 * @param status    in its own office; DRAFT if nothing arrived
 * @param mine      where it stands with the unit that asks
 * @param below     where it stands with the level next above the reporting unit
 * @param revision  head, null if nothing arrived
 * @param number    第R n 稿, 0 if nothing arrived
 * @param receivedAt when the head arrived, null if not
 * @param paper     state of its paper
 * @param late      after the due time
 * @param explained number of 核实说明 in the head
 * @param telephone whom to call
 * @param preReview the draft that lies here for a look, null if there is none or a later revision has overtaken it
 * @param request   words of a 申请退回 that nobody has answered yet, empty if there is none
 */
public record ProgressRow(String unit, String unitName, String parent, String parentName, ReportStatus status, ReviewStatus mine,
        ReviewStatus below, @Nullable UUID revision, int number,
        @Nullable Instant receivedAt, ReportState.Paper paper, boolean late, int explained, String telephone,
        @Nullable DraftHere preReview, String request) {

    /** A draft sent for a look: its id, which sending it is, when it arrived, and whether somebody answered it. */
    public record DraftHere(UUID draft, int number, Instant receivedAt, boolean answered) {}

    /** Returns a row without a draft or a request. */
    public ProgressRow(String unit, String unitName, String parent, String parentName, ReportStatus status, ReviewStatus mine,
            ReviewStatus below, @Nullable UUID revision, int number, @Nullable Instant receivedAt, ReportState.Paper paper, boolean late,
            int explained, String telephone) {
        this(unit, unitName, parent, parentName, status, mine, below, revision, number, receivedAt, paper, late, explained, telephone, null,
                "");
    }
}
