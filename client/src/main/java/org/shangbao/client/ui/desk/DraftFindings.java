package org.shangbao.client.ui.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.shangbao.client.application.report.Answers;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Explanations;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.FormEdition;

/**
 * The findings of a draft, sorted as the clerk meets them; rules asked only before 上报 are left to the paper screen.
 *
 * @param mustFix        强制, empty blanks included
 * @param mustExplain    核实
 * @param notices        提示
 * @param cannotEvaluate rules that cannot be judged
 * @param explanations   what was written, by key of the finding
 * @param edition        for what counts as a written reason
 * @param figures        for telling an empty blank from a wrong one
 */
public record DraftFindings(List<Finding> mustFix, List<Finding> mustExplain, List<Finding> notices, List<Finding> cannotEvaluate,
        Map<String, String> explanations, FormEdition edition, Map<String, DraftFigure> figures) {

    /** Sorts the findings of a draft. */
    public static DraftFindings of(ReportDraft draft) {
        List<Finding> asked = draft.findings().stream().filter(finding -> finding.stage() == CheckRule.Stage.FINALIZE).toList();
        return new DraftFindings(failed(asked, Severity.MUST_FIX), failed(asked, Severity.MUST_EXPLAIN), failed(asked, Severity.NOTICE),
                asked.stream().filter(finding -> finding.outcome() == Finding.Outcome.CANNOT_EVALUATE).toList(), draft.explanations(),
                draft.edition(), draft.figures());
    }

    /** True if this finding only says that a blank is empty: no mistake yet, so it is grey, not red. */
    public boolean isEmptyBlank(Finding finding) {
        return figure(finding).filter(figure -> figure.value().value().isEmpty() && figure.typed().isBlank()).isPresent()
                && finding.codes().size() == 1;
    }

    /** Returns how many of the 强制 only say that a blank is empty. */
    public int empty() {
        return (int) mustFix.stream().filter(this::isEmptyBlank).count();
    }

    /** Returns the 强制 that are mistakes; an answer that only waits to be confirmed is none. */
    public List<Finding> mistakes() {
        return mustFix.stream().filter(finding -> !isEmptyBlank(finding) && !isUnconfirmed(finding)).toList();
    }

    /** True if this finding says that answers taken over from the last period wait to be confirmed. */
    public static boolean isUnconfirmed(Finding finding) {
        return finding.ruleId().equals(Answers.UNCONFIRMED);
    }

    /** True if a sufficient reason was written for it. */
    public boolean isExplained(Finding finding) {
        return Explanations.isSufficient(explanations.getOrDefault(finding.key(), ""), edition);
    }

    /** Returns how many 核实 have no sufficient reason yet. */
    public int unexplained() {
        return (int) mustExplain.stream().filter(finding -> !isExplained(finding)).count();
    }

    private Optional<DraftFigure> figure(Finding finding) { return finding.codes().stream().findFirst().map(figures::get); }

    private static List<Finding> failed(List<Finding> asked, Severity severity) {
        return asked.stream().filter(finding -> finding.outcome() == Finding.Outcome.FAILED && finding.severity() == severity).toList();
    }
}
