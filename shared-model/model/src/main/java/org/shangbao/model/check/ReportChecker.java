package org.shangbao.model.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.Item;

/** Runs the rules of an edition over a report. Client and server use this same class. Stateless and safe to share between threads. */
public final class ReportChecker {
    private ReportChecker() {}

    /**
     * Runs every enabled rule that concerns the context's form level, rules of both stages; a pass leaves no finding.
     *
     * @return broken rules by severity, {@code MUST_FIX} first, then the rules that cannot be evaluated; within that in the order of the form,
     *         rules about no figure or item last
     */
    public static List<Finding> check(CheckContext context) {
        Map<String, FigureDefinition> figures = context.edition().figures();
        Set<String> asked = new HashSet<>();
        context.edition().figuresOf(context.form()).forEach(figure -> asked.add(figure.code()));
        FindingWords chinese = FindingWords.chinese(context, figures);
        FindingWords english = FindingWords.english(context, figures);
        List<Finding> findings = new ArrayList<>();
        for (CheckRule rule : context.edition().rules()) {
            if (!concerns(rule, context)) {
                continue;
            }
            if (rule.each().isEmpty()) {
                add(rule, null, context, chinese, english, findings);
            }
            for (String figure : rule.each()) {
                if (asked.contains(figure)) {
                    add(rule, figure, context, chinese, english, findings);
                }
            }
        }
        Map<String, Integer> order = formOrder(context);
        findings.sort(Comparator.<Finding, Boolean>comparing(finding -> finding.outcome() == Finding.Outcome.CANNOT_EVALUATE)
                .thenComparing(Finding::severity).thenComparing(finding -> finding.codes().stream().findFirst()
                        .map(code -> order.getOrDefault(code, Integer.MAX_VALUE)).orElse(Integer.MAX_VALUE)));
        return List.copyOf(findings);
    }

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

    private static boolean concerns(CheckRule rule, CheckContext context) {
        return rule.enabled() && (rule.appliesTo() == null || rule.appliesTo() == context.form());
    }

    private static void add(CheckRule rule, @Nullable String figure, CheckContext context, FindingWords chinese, FindingWords english,
            List<Finding> findings) {
        RuleOutcome result = evaluate(rule, figure, context);
        if (result.outcome() == Finding.Outcome.PASSED) {
            return;
        }
        List<String> codes = codes(rule, figure);
        boolean failed = result.outcome() == Finding.Outcome.FAILED;
        findings.add(new Finding(figure == null ? rule.id() : rule.id() + "@" + figure, rule.id(), rule.severity(), rule.stage(),
                result.outcome(), codes, failed ? chinese.failed(rule, figure) : chinese.cannotEvaluate(result.missing(), codes),
                failed ? english.failed(rule, figure) : english.cannotEvaluate(result.missing(), codes), rule.backedBy()));
    }

    private static List<String> codes(CheckRule rule, @Nullable String figure) {
        References references = References.of(rule.condition());
        Set<String> codes = new LinkedHashSet<>();
        references.figures().forEach(code -> codes.add(code.equals("x") && figure != null ? figure : code));
        codes.addAll(references.items());
        return List.copyOf(codes);
    }

    private static Map<String, Integer> formOrder(CheckContext context) {
        Map<String, Integer> order = new HashMap<>();
        for (Item item : context.edition().items()) {
            order.put(item.code(), order.size());
            item.figures().forEach(figure -> order.put(figure.code(), order.size()));
        }
        return order;
    }
}
