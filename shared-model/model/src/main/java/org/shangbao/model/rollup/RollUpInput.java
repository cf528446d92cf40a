package org.shangbao.model.rollup;

import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.Unit;

/**
 * One unit's approved answers.
 *
 * @param unit    who answered
 * @param content the answers of its current approved revision
 */
public record RollUpInput(Unit unit, ReportContent content) {}
