package org.shangbao.client.ui.rollup;

import org.shangbao.client.ui.review.Change;
import org.shangbao.model.report.FigureValue;

/**
 * What one unit adds to the focused figure.
 *
 * @param unit     unit id
 * @param unitName name
 * @param above    name of the unit above, for lists in which it is not the line above; empty otherwise
 * @param depth    0 for a direct child
 * @param kind     whether it can be opened further
 * @param due      应报 in it
 * @param reported 已报
 * @param counted  已审
 * @param value    this period
 * @param previous the earlier period
 * @param change   against it
 */
public record PartRow(String unit, String unitName, String above, int depth, Kind kind, int due, int reported, int counted,
        FigureValue value, FigureValue previous, Change change) {

    /** What a line stands for. */
    public enum Kind {
        /** Sums units below; closed. */
        CLOSED,
        /** Sums units below, which are listed under it. */
        OPEN,
        /** Fills a form of its own. */
        FILLING,
        /** The sum of all. */
        TOTAL
    }
}
