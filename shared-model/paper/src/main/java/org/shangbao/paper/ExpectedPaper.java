package org.shangbao.paper;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;

/**
 * The paper a scan must be of.
 *
 * @param unit     the unit that reports
 * @param period   the period reported on
 * @param kind     the report or its 审签单
 * @param revision number of the revision
 * @param pages    how many pages were printed
 * @param digest   digest of the revision
 */
public record ExpectedPaper(UnitId unit, PeriodId period, PageKind kind, int revision, int pages, PageDigest digest) {
    /** Returns what the codes of a page of this paper must say. */
    public QrText page(int page) {
        return new QrText(unit, period, kind, revision, page, pages, digest);
    }
}
