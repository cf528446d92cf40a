package org.shangbao.model.rollup;

import org.shangbao.model.unit.UnitId;

/**
 * A text of a unit below, to be compiled or selected.
 *
 * @param unit     who wrote it
 * @param itemCode for which item
 * @param text     the text
 */
public record ReportedText(UnitId unit, String itemCode, String text) {}
