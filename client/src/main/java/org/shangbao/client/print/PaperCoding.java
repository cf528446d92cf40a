package org.shangbao.client.print;

import java.util.Objects;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.QrText;

/**
 * What ties the pages of a paper to one revision: drafts and blank forms have none.
 *
 * @param unit the unit that reports
 * @param period the period reported on
 * @param kind which paper it is
 * @param revision number of the revision, 1 to {@value QrText#MAX_REVISION}
 * @param digest digest of the revision; on a sign-off sheet that of the report it signs off
 */
public record PaperCoding(UnitId unit, PeriodId period, PageKind kind, int revision, PageDigest digest) {

    public PaperCoding {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(digest, "digest");
    }

    /**
     * Returns what the codes of a page say.
     *
     * @throws IllegalArgumentException if the paper has more than {@value QrText#MAX_PAGES} pages
     */
    QrText page(int page, int pages) { return new QrText(unit, period, kind, revision, page, pages, digest); }

    /** Returns the paper's number as printed, for instance {@code 990301-2024-10-R02}. */
    public String number() {
        return page(1, 1).reportNumber();
    }

    /** Returns the check code as printed, two groups of four. */
    public String checkCode() { return digest.checkCodeInGroups(); }
}
