package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.shangbao.client.application.prereview.PreReviewLook;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.DraftFindings;
import org.shangbao.model.check.Finding;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.report.FigureText;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.wire.v1.ReviewDecision;

/**
 * A finding beside the sheet. One figure, one card.
 *
 * @param mark       its mark
 * @param word       severity in a word
 * @param code       figure or item as shown
 * @param sentence   one sentence with live values
 * @param source     the form's sentence behind it, empty if none
 * @param place      blank to jump to, empty if none
 * @param here       true if that blank is worked on now
 * @param key        key of the finding to explain, empty if it is not one to explain
 * @param suggestion value to take over, empty if none
 */
record FindingCard(Mark mark, Text word, String code, Text sentence, String source, String place, boolean here, String key,
        String suggestion) {
    private static final int NAMED = 6;

    /** True if the other card differs from this one in nothing but the sentence. */
    boolean isSameButSentence(FindingCard other) {
        return other.equals(new FindingCard(mark, word, code, other.sentence, source, place, here, key, suggestion));
    }

    /** The cards of a draft; what was said of a figure in the pre-review stays until the figure is another than the one that was looked at. */
    static List<FindingCard> of(ReportDraft draft, String current, List<PreReviewLook.Note> said) {
        DraftFindings findings = DraftFindings.of(draft);
        List<FindingCard> cards = new ArrayList<>();
        draft.figures().values().stream().filter(figure -> figure.problem() != null)
                .forEach(figure -> cards.add(unreadable(draft, figure, current)));
        draft.reasons().forEach(reason -> {
            if (draft.status() == ReportStatus.RETURNED) {
                cards.add(returned(reason, current));
            }
        });
        findings.mistakes().stream().filter(finding -> !isCovered(cards, finding))
                .forEach(finding -> cards.add(finding(finding, Mark.MUST_FIX, current, "")));
        findings.mustExplain().stream().filter(finding -> !findings.isExplained(finding)).filter(finding -> !isCovered(cards, finding))
                .forEach(finding -> cards.add(finding(finding, Mark.MUST_EXPLAIN, current, finding.key())));
        said.stream().filter(note -> stands(draft, note)).forEach(note -> cards.add(said(note, current)));
        findings.notices().stream().filter(finding -> !isCovered(cards, finding))
                .forEach(finding -> cards.add(finding(finding, Mark.NOTICE, current, "")));
        List<String> unconfirmed = findings.mustFix().stream().filter(DraftFindings::isUnconfirmed)
                .flatMap(finding -> finding.codes().stream()).toList();
        if (!unconfirmed.isEmpty()) {
            cards.add(new FindingCard(Mark.CARRIED_OVER, Text.of("fill.card.carriedOver", unconfirmed.size()), "",
                    Text.of(unconfirmed.size() > NAMED ? "fill.card.emptyMore" : "fill.card.emptyAll",
                            String.join(", ", unconfirmed.stream().limit(NAMED).toList())),
                    "", unconfirmed.contains(current) ? current : unconfirmed.getFirst(), unconfirmed.contains(current), "", ""));
        }
        List<String> empty = findings.mustFix().stream().filter(findings::isEmptyBlank).map(finding -> finding.codes().getFirst())
                .toList();
        if (!empty.isEmpty()) {
            String named = String.join(", ", empty.stream().limit(NAMED).toList());
            cards.add(new FindingCard(Mark.EMPTY, Text.of("fill.card.empty", empty.size()), "",
                    Text.of(empty.size() > NAMED ? "fill.card.emptyMore" : "fill.card.emptyAll", named), "", empty.getFirst(), false, "",
                    ""));
        }
        if (!findings.cannotEvaluate().isEmpty()) {
            cards.add(new FindingCard(Mark.CANNOT_EVALUATE, Text.of("fill.card.cannotEvaluate", findings.cannotEvaluate().size()), "",
                    Text.of("fill.card.cannotEvaluateHint"), "", "", false, "", ""));
        }
        return cards;
    }

    /** True if a figure, or the text, files or explanation there, was taken over from the last period and waits to be confirmed. */
    static boolean isUnconfirmed(ReportDraft draft, String code) {
        return draft.findings().stream().filter(DraftFindings::isUnconfirmed).anyMatch(finding -> finding.codes().contains(code));
    }

    private static boolean isCovered(List<FindingCard> cards, Finding finding) {
        return finding.codes().stream().findFirst().filter(code -> cards.stream().anyMatch(card -> card.code().equals(code))).isPresent();
    }

    private static FindingCard finding(Finding finding, Mark mark, String current, String key) {
        String place = finding.codes().isEmpty() ? "" : finding.codes().getFirst();
        return new FindingCard(mark, FormWords.mark(finding.severity()).word(), place,
                new Text.Bilingual(finding.message(), finding.messageEn()),
                finding.backedBy().isEmpty() ? "" : finding.backedBy().getFirst(), place, place.equals(current), key, "");
    }

    private static FindingCard returned(ReviewDecision.Reason reason, String current) {
        return new FindingCard(Mark.RETURNED, Mark.RETURNED.word(), reason.code(), Text.plain(reason.text()), "", reason.code(),
                reason.code().equals(current), "", "");
    }

    private static boolean stands(ReportDraft draft, PreReviewLook.Note note) {
        DraftFigure figure = draft.figures().get(note.code());
        return figure == null || figure.value().canonical().equals(note.then());
    }

    private static FindingCard said(PreReviewLook.Note note, String current) {
        return new FindingCard(Mark.PRE_REVIEW, Mark.PRE_REVIEW.word(), note.code(), Text.plain(note.text()), "", note.code(),
                note.code().equals(current), "", "");
    }

    private static FindingCard unreadable(ReportDraft draft, DraftFigure figure, String current) {
        FigureDefinition definition = draft.edition().figures().get(figure.code());
        Text sentence = definition != null && FigureText.normalise(figure.typed(), definition) instanceof FigureText.Result.Refused refused
                ? new Text.Bilingual(new ErrorTexts(Locale.ROOT).sentence(refused.error(), refused.details()),
                        new ErrorTexts(Locale.ENGLISH).sentence(refused.error(), refused.details()))
                : Text.of("fill.blank.unreadable");
        return new FindingCard(Mark.MUST_FIX, Text.of("fill.card.unreadable"), figure.code(), sentence, "", figure.code(),
                figure.code().equals(current), "", figure.suggestion());
    }
}
