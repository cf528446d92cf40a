package org.shangbao.client.ui.fill;

import org.shangbao.client.ui.common.Text;

/**
 * The note beside the item worked on.
 *
 * @param code     figure or item
 * @param name     what it counts
 * @param unit     unit, empty for a text
 * @param previousPeriod name of the period compared with, empty if there is none
 * @param previous its value, empty if there is none
 * @param lastYear value of the same period last year, empty if there is none
 * @param change   change against last period, empty if it cannot be said
 * @param loud     true if the change is a finding
 * @param guidance 填报说明
 * @param ownNote  本单位口径, empty if none was written
 */
record MarginNote(String code, Text name, String unit, Text previousPeriod, String previous, String lastYear, String change, boolean loud,
        Text guidance, String ownNote) {
    /** True if it stands beside a figure. */
    boolean isFigure() { return !unit.isEmpty(); }

    /** True if the other note differs from this one in nothing but the change. */
    boolean isSameButChange(MarginNote other) {
        return other
                .equals(new MarginNote(code, name, unit, previousPeriod, previous, lastYear, other.change, other.loud, guidance, ownNote));
    }
}
