package org.shangbao.client.application.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.model.check.CheckContext;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.ReportChecker;
import org.shangbao.model.check.ScanState;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;

/** What the checks would say if the figure being typed were left as it is now. Stores nothing; safe on any thread. */
public final class LiveCheck {
    private LiveCheck() {}

    /**
     * Returns the draft as it would be; empty while what is typed is no figure yet, since half a number is no mistake.
     *
     * @param code  figure being typed
     * @param typed text in its blank now
     */
    public static Optional<ReportDraft> preview(ReportDraft draft, String code, String typed) {
        DraftFigure before = draft.figures().get(code);
        FigureDefinition definition = draft.edition().figures().get(code);
        if (before == null || definition == null) {
            return Optional.empty();
        }
        DraftFigure figure = ReportDesk.figure(definition, typed, before.previous(), before.lastYear());
        if (figure.value().value().isEmpty()) {
            return Optional.empty();
        }
        Map<String, DraftFigure> figures = new LinkedHashMap<>(draft.figures());
        figures.put(code, figure);
        TreeMap<String, FigureValue> values = new TreeMap<>();
        figures.forEach((key, value) -> values.put(key, value.value()));
        ReportContent content = new ReportContent(values, new TreeMap<>(draft.narratives()), new TreeMap<>(draft.attachments()),
                new TreeMap<>(draft.explanations()));
        CheckContext context = CheckContext.of(draft.edition(), draft.form(), draft.id().period(), content)
                .withDesignated(draft.designated()).withScan(ScanState.NOT_ACCEPTED);
        if (draft.previousPeriod() != null) {
            context = context.withPrevious(new PeriodId(draft.previousPeriod()), draft.broughtForward().previous());
        }
        List<Finding> findings = new ArrayList<>(ReportChecker.check(context));
        Set<AnswerKey> unconfirmed = new HashSet<>(draft.broughtForward().unconfirmed());
        unconfirmed.remove(AnswerKey.figure(code));
        Answers.unconfirmedFinding(unconfirmed, draft.edition(), findings).ifPresent(findings::add);
        return Optional.of(draft.with(figures, findings));
    }
}
