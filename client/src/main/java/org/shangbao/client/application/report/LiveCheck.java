package org.shangbao.client.application.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.model.check.CheckContext;
import org.shangbao.model.check.CheckPlan;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.ScanState;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;

/**
 * What the checks would say if the figure being typed were left as it is now. Only the rules about that figure are asked, which takes a
 * fraction of a millisecond, so it may be called for every key. Stores nothing; remembers the rules of the form asked last. Not safe to share
 * between threads.
 */
public final class LiveCheck {
    private @Nullable CheckPlan plan;

    /**
     * Returns the draft as it would be; empty while what is typed is no figure yet, since half a number is no mistake.
     *
     * @param code  figure being typed
     * @param typed text in its blank now
     */
    public Optional<ReportDraft> preview(ReportDraft draft, String code, String typed) {
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
        List<Finding> findings = new ArrayList<>(plan(draft).recheck(context(draft, figures), draft.findings(), code));
        Set<AnswerKey> unconfirmed = new HashSet<>(draft.broughtForward().unconfirmed());
        unconfirmed.remove(AnswerKey.figure(code));
        Answers.unconfirmedFinding(unconfirmed, draft.edition(), findings).ifPresent(findings::add);
        return Optional.of(draft.with(figures, findings));
    }

    private CheckPlan plan(ReportDraft draft) {
        CheckPlan known = plan;
        if (known == null || !known.isFor(draft.edition(), draft.form())) {
            known = CheckPlan.of(draft.edition(), draft.form());
            plan = known;
        }
        return known;
    }

    private static CheckContext context(ReportDraft draft, Map<String, DraftFigure> figures) {
        TreeMap<String, FigureValue> values = new TreeMap<>();
        figures.forEach((key, value) -> values.put(key, value.value()));
        ReportContent content = new ReportContent(values, new TreeMap<>(draft.narratives()), new TreeMap<>(draft.attachments()),
                new TreeMap<>(draft.explanations()));
        CheckContext context = CheckContext.of(draft.edition(), draft.form(), draft.id().period(), content)
                .withDesignated(draft.designated()).withScan(ScanState.NOT_ACCEPTED);
        return draft.previousPeriod() == null
                ? context
                : context.withPrevious(new PeriodId(draft.previousPeriod()), draft.broughtForward().previous());
    }
}
