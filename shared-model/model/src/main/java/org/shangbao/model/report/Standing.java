package org.shangbao.model.report;

import org.shangbao.model.review.ReviewStatus;

/**
 * Where a report stands for one act: in its own office, and with the level that acts or, for the office's own acts, with the next level
 * above.
 *
 * @param report in its own office
 * @param review with that level
 */
public record Standing(ReportStatus report, ReviewStatus review) {}
