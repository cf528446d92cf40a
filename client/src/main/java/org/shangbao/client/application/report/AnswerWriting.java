package org.shangbao.client.application.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.TypedFigure;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.NarrativeDefinition;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

/** Writes answers into a report that lies on the desk, with the bounds every way of writing them shares. */
final class AnswerWriting {
    private static final int MOST_TYPED = 200;

    private AnswerWriting() {}

    /**
     * Writes one answer and whether it waits to be confirmed.
     *
     * @throws ReportingException FIGURE_UNKNOWN, ITEM_UNKNOWN, NOT_A_NUMBER if it is too long to be a figure, TEXT_TOO_LONG
     */
    static void write(OfficeChanges changes, ReportDesk.OnDesk onDesk, Answer answer) throws ReportingException {
        ReportId report = onDesk.stored().id();
        switch (answer) {
            case Answer.Figure(String code, String typed, boolean carried) -> {
                requireFigure(onDesk, code);
                requireShort(code, typed);
                changes.putFigure(report, new TypedFigure(code, typed));
            }
            case Answer.Narrative(String code, String text, boolean carried) -> {
                requireLength(code, text, narrative(onDesk, code).lengthMost());
                changes.putNarrative(report, code, text);
            }
            case Answer.Files(String code, List<org.shangbao.model.report.Attachment> files, boolean carried) -> {
                requireFiles(onDesk, code);
                changes.putAttachments(report, code, files);
            }
            case Answer.Explanation(String code, String text, boolean carried) -> {
                // the finding may have gone since it was explained: writing back an undone text must still work
                if (onDesk.draft().findings().stream().noneMatch(finding -> finding.key().equals(code))
                        && !onDesk.draft().explanations().containsKey(code)) {
                    throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", code));
                }
                requireLength(code, text, StoredReportService.MOST_EXPLANATION);
                changes.putExplanation(report, code, text);
            }
        }
        AnswerKey key = answer.key();
        if (answer.carriedOver() && !answer.isEmpty()) {
            changes.markCarriedOver(report, key);
        } else {
            changes.markConfirmed(report, key);
        }
    }

    /** Writes the row of the report: changed now, and the figure last worked on. */
    static void touch(OfficeChanges changes, ReportDesk.OnDesk onDesk, List<Answer> answers, Instant now) throws ReportingException {
        var touched = onDesk.stored().touched(now);
        boolean oneFigure = answers.size() == 1 && answers.getFirst() instanceof Answer.Figure;
        changes.putReport(oneFigure ? touched.withFocus(answers.getFirst().key().code()) : touched);
    }

    static void requireFigure(ReportDesk.OnDesk onDesk, String code) throws ReportingException {
        if (!onDesk.draft().figures().containsKey(code) || !onDesk.draft().edition().figures().containsKey(code)) {
            throw new ReportingException(ErrorCode.FIGURE_UNKNOWN, Map.of("code", code));
        }
    }

    static void requireShort(String code, String typed) throws ReportingException {
        if (typed.length() > MOST_TYPED) {
            throw new ReportingException(ErrorCode.NOT_A_NUMBER, Map.of("code", code, "typed", typed.substring(0, 40) + "…"));
        }
    }

    static void requireLength(String code, String text, int most) throws ReportingException {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new ReportingException(ErrorCode.TEXT_TOO_LONG,
                    Map.of("code", code, "length", Integer.toString(length), "most", Integer.toString(most)));
        }
    }

    static void requireFiles(ReportDesk.OnDesk onDesk, String itemCode) throws ReportingException {
        if (item(onDesk, itemCode).attachment() == null) {
            throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", itemCode));
        }
    }

    private static NarrativeDefinition narrative(ReportDesk.OnDesk onDesk, String itemCode) throws ReportingException {
        NarrativeDefinition narrative = item(onDesk, itemCode).narrative();
        if (narrative == null) {
            throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", itemCode));
        }
        return narrative;
    }

    private static Item item(ReportDesk.OnDesk onDesk, String code) throws ReportingException {
        // a level that sums up also writes its own 综述 to what it compiles
        boolean isSummary = OfficeReading.isSummary(onDesk.draft().unit());
        return onDesk.draft().edition().items().stream().filter(item -> item.code().equals(code))
                .filter(item -> item.filledBy() == onDesk.draft().form() || isSummary && isCompiled(item)).findFirst()
                .orElseThrow(() -> new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", code)));
    }

    private static boolean isCompiled(Item item) {
        NarrativeDefinition narrative = item.narrative();
        return narrative != null && narrative.rollUp() == TextRollUp.COMPILE;
    }
}
