package org.shangbao.client.ui.home;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.prereview.PreReviewLook;
import org.shangbao.client.application.prereview.PreReviewLook.Stage;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.report.FigureValue;

/**
 * What home says about the look from above.
 *
 * @param mark    its mark
 * @param title   its state in a word
 * @param words   one sentence: where the draft is, and that nothing is locked
 * @param answers what was said, oldest first
 * @param waits   true if a draft waits, so that it can be carried as a file
 */
record PreReviewLines(Mark mark, Text title, Text words, List<Said> answers, boolean waits) {

    /** An answer: who said it when, and its lines. */
    record Said(Text head, List<Line> lines) {}

    /** Words on a figure: code, name, value in the draft and now, what was said, whether the figure was changed since. */
    record Line(String code, Text name, Text value, String words, boolean changed, Text mark) {}

    static PreReviewLines of(PreReviewLook look, Text failure, @Nullable ReportDraft draft, Formats formats) {
        Instant at = look.at();
        String when = at == null ? "" : formats.dateTime(at);
        Text title = Text.of("home.preReview");
        List<Said> answers = look.answers().stream().map(answer -> said(answer, look.answeredNumber(), draft, formats)).toList();
        boolean waits = look.stage() == Stage.WAITING || look.stage() == Stage.CARRIED;
        if (!failure.isEmpty()) {
            return new PreReviewLines(Mark.NOT_REPORTED, title, failure, answers, waits);
        }
        return switch (look.stage()) {
            case NOT_SENT -> new PreReviewLines(Mark.PRE_REVIEW, title, Text.of("home.preReview.offer", look.level()), answers, waits);
            case WAITING -> new PreReviewLines(Mark.WAITING_FOR_NETWORK, title, Text.of("home.preReview.waiting", look.number()), answers,
                    waits);
            case CARRIED -> new PreReviewLines(Mark.TIME, title, Text.of("home.preReview.carried", look.number(), look.level()), answers,
                    waits);
            case REFUSED -> new PreReviewLines(Mark.NOT_REPORTED, title,
                    Text.of("home.preReview.refused", look.number(), look.problem()), answers, waits);
            case LYING -> new PreReviewLines(Mark.PENDING, title, Text.of("home.preReview.lying", look.number(), when, look.level()),
                    answers, waits);
            case ANSWERED -> new PreReviewLines(Mark.PRE_REVIEW, title,
                    Text.of(look.notes().isEmpty() ? "home.preReview.nothing" : "home.preReview.answered", look.notes().size()), answers,
                    waits);
        };
    }

    private static Said said(PreReviewLook.Answer answer, int number, @Nullable ReportDraft draft, Formats formats) {
        Text head = answer.opinion().isEmpty()
                ? Text.of("home.preReview.said", answer.unitName(), answer.by(), formats.dateTime(answer.at()), number)
                : Text.of("home.preReview.saidWords", answer.unitName(), answer.by(), formats.dateTime(answer.at()), number,
                        answer.opinion());
        return new Said(head, answer.notes().stream().map(note -> line(note, draft)).toList());
    }

    private static Line line(PreReviewLook.Note note, @Nullable ReportDraft draft) {
        DraftFigure figure = draft == null ? null : draft.figures().get(note.code());
        if (draft == null || figure == null) {
            Text name = draft == null ? Text.NONE : draft.edition().item(note.code()).map(FormWords::of).orElse(Text.NONE);
            return new Line(note.code(), name, Text.NONE, note.text(), false, Mark.PRE_REVIEW.word());
        }
        var definition = draft.edition().figures().get(note.code());
        Text name = definition == null ? Text.NONE : FormWords.of(definition);
        String now = figure.value().canonical();
        boolean changed = !now.equals(note.then());
        Text then = shown(note.then());
        return new Line(note.code(), name, changed ? Text.of("home.preReview.changed", then, shown(now)) : then, note.text(), changed,
                changed ? Text.of("home.preReview.isChanged") : Mark.PRE_REVIEW.word());
    }

    private static Text shown(String canonical) {
        return canonical.isEmpty() ? Mark.EMPTY.word() : Text.plain(Formats.figure(FigureValue.of(canonical)));
    }
}
