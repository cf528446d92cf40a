package org.shangbao.model.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Runs the rules of an edition over a report. Client and server use this same class. Stateless and safe to share between threads. */
public final class ReportChecker {
    private ReportChecker() {}

    /**
     * Runs every enabled rule that concerns the context's form level, rules of both stages; a pass leaves no finding.
     *
     * @return broken rules by severity, {@code MUST_FIX} first, then the rules that cannot be evaluated; within that in the order of the form,
     *         rules about no figure or item last
     */
    public static List<Finding> check(CheckContext context) { return CheckPlan.of(context.edition(), context.form()).check(context); }

    /**
     * Evaluates one rule, whether it is enabled and concerns the form or not.
     *
     * @param figure the figure for {@code {x}}; null for a rule without it
     * @throws IllegalArgumentException if the rule speaks of {@code {x}} and {@code figure} is null
     */
    public static RuleOutcome evaluate(CheckRule rule, @Nullable String figure, CheckContext context) {
        ExpressionEvaluation evaluation = new ExpressionEvaluation(context, figure);
        boolean holds = evaluation.truth(rule.condition());
        List<MissingOperand> missing = List.copyOf(evaluation.missing());
        if (!missing.isEmpty()) {
            return new RuleOutcome(Finding.Outcome.CANNOT_EVALUATE, missing);
        }
        return new RuleOutcome(holds ? Finding.Outcome.PASSED : Finding.Outcome.FAILED, missing);
    }
}
