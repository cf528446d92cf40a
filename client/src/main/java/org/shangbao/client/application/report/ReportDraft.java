package org.shangbao.client.application.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.check.Finding;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.wire.v1.ReviewDecision;

/**
 * One report as it lies on the desk. Immutable; every change gives a new one.
 *
 * @param id           natural key
 * @param unit         who reports
 * @param form         which level's form; the province's single form also shows {@code summed}
 * @param edition      form in force
 * @param status       where it stands here
 * @param review       where it stands with the level next above
 * @param number       number of the last finalized revision, 0 if none
 * @param figures      by code in official order: the figures this office types
 * @param summed       canonical values summed from below, by code; empty for a county
 * @param narratives   by item code
 * @param attachments  by item code
 * @param explanations by finding key
 * @param findings     what the checks say now
 * @param previousPeriod id of the period compared with, null if there is none
 * @param reasons      reasons of a return, empty otherwise
 * @param designated   items this office is designated for
 * @param digest       digest of the finalized revision, null while editable
 * @param lastFocus    code of the blank last worked on, null if none
 * @param broughtForward what the office brings along from earlier periods
 */
public record ReportDraft(ReportId id, Unit unit, FormLevel form, FormEdition edition, ReportStatus status, ReviewStatus review, int number,
        Map<String, DraftFigure> figures, Map<String, String> summed, Map<String, String> narratives,
        Map<String, List<Attachment>> attachments, Map<String, String> explanations, List<Finding> findings,
        @Nullable String previousPeriod, List<ReviewDecision.Reason> reasons, Set<String> designated, @Nullable String digest,
        @Nullable String lastFocus, BroughtForward broughtForward) {

    /** Returns a copy with other figures and what the checks say about them. */
    public ReportDraft with(Map<String, DraftFigure> otherFigures, List<Finding> otherFindings) {
        return new ReportDraft(id, unit, form, edition, status, review, number, otherFigures, summed, narratives, attachments, explanations,
                otherFindings, previousPeriod, reasons, designated, digest, lastFocus, broughtForward);
    }
}
