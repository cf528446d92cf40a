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
 */
public record ProgressRow(String unit, String unitName, String parent, String parentName, ReportStatus status, ReviewStatus mine,
        ReviewStatus below, @Nullable UUID revision, int number,
        @Nullable Instant receivedAt, ReportState.Paper paper, boolean late, int explained, String telephone) {}
