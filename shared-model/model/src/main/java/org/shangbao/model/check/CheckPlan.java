package org.shangbao.model.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.unit.FormLevel;

/**
 * The rules of an edition that concern one form, each with the figures it speaks of, so that after a change of one figure only the rules about
 * that figure are asked again. Immutable and safe to share between threads.
 */
public final class CheckPlan {
    private final FormEdition edition;
    private final FormLevel form;
    private final Map<String, FigureDefinition> figures;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Comparator<Finding> asTheClerkReads;

    private CheckPlan(FormEdition edition, FormLevel form) {
        this.edition = edition;
        this.form = form;
        figures = edition.figures();
        Set<String> asked = new HashSet<>();
        edition.figuresOf(form).forEach(figure -> asked.add(figure.code()));
        for (CheckRule rule : edition.rules()) {
            if (!rule.enabled() || rule.appliesTo() != null && rule.appliesTo() != form) {
                continue;
            }
            References references = References.of(rule.condition());
            if (rule.each().isEmpty()) {
                questions.add(Question.of(rule, null, references));
            }
            for (String figure : rule.each()) {
                if (asked.contains(figure)) {
                    questions.add(Question.of(rule, figure, references));
                }
            }
        }
        for (Item item : edition.items()) {
            order.put(item.code(), order.size());
            item.figures().forEach(figure -> order.put(figure.code(), order.size()));
        }
        asTheClerkReads = Comparator.<Finding, Boolean>comparing(finding -> finding.outcome() == Finding.Outcome.CANNOT_EVALUATE)
                .thenComparing(Finding::severity).thenComparing(this::place);
    }

    /** A rule, for one figure if it is one for each. */
    private record Question(CheckRule rule, @Nullable String figure, String key, List<String> codes) {
        static Question of(CheckRule rule, @Nullable String figure, References references) {
            Set<String> codes = new LinkedHashSet<>();
            references.figures().forEach(code -> codes.add(code.equals("x") && figure != null ? figure : code));
            codes.addAll(references.items());
            return new Question(rule, figure, figure == null ? rule.id() : rule.id() + "@" + figure, List.copyOf(codes));
        }

        /** True if the condition or a sentence speaks of a figure; true now and then for one whose code ends alike, which is only asked once more. */
        boolean speaksOf(String code) {
            String place = code + "}";
            return code.equals(figure) || codes.contains(code) || rule.message().contains(place) || rule.messageEn().contains(place);
        }
    }

    /** Prepares the enabled rules of an edition for a form. */
    public static CheckPlan of(FormEdition edition, FormLevel form) {
        return new CheckPlan(edition, form);
    }

    /** True if this plan was made for the context's edition and form. */
    public boolean isFor(FormEdition otherEdition, FormLevel otherForm) {
        return edition == otherEdition && form == otherForm;
    }

    /**
     * Runs every rule.
     *
     * @param context of this plan's edition and form
     * @return as {@link ReportChecker#check}
     */
    public List<Finding> check(CheckContext context) { return asked(context, question -> true, Map.of()); }

    /**
     * Runs only the rules that speak of a figure; gives what {@link #check} would.
     *
     * @param context of this plan's edition and form, with the figure as it is now
     * @param before  findings of the same context with another value of that figure; findings that are no rule's are left out
     * @param figure  code of the only figure that differs
     */
    public List<Finding> recheck(CheckContext context, Collection<Finding> before, String figure) {
        Map<String, Finding> known = new HashMap<>();
        before.forEach(finding -> known.put(finding.key(), finding));
        return asked(context, question -> question.speaksOf(figure), known);
    }

    private List<Finding> asked(CheckContext context, Predicate<Question> isAsked, Map<String, Finding> known) {
        FindingWords chinese = FindingWords.chinese(context, figures);
        FindingWords english = FindingWords.english(context, figures);
        List<Finding> findings = new ArrayList<>();
        for (Question question : questions) {
            Finding found = isAsked.test(question) ? ask(question, context, chinese, english) : known.get(question.key());
            if (found != null) {
                findings.add(found);
            }
        }
        findings.sort(asTheClerkReads);
        return List.copyOf(findings);
    }

    private static @Nullable Finding ask(Question question, CheckContext context, FindingWords chinese, FindingWords english) {
        CheckRule rule = question.rule();
        String figure = question.figure();
        RuleOutcome result = ReportChecker.evaluate(rule, figure, context);
        if (result.outcome() == Finding.Outcome.PASSED) {
            return null;
        }
        List<String> codes = question.codes();
        boolean failed = result.outcome() == Finding.Outcome.FAILED;
        return new Finding(question.key(), rule.id(), rule.severity(), rule.stage(), result.outcome(), codes,
                failed ? chinese.failed(rule, figure) : chinese.cannotEvaluate(result.missing(), codes),
                failed ? english.failed(rule, figure) : english.cannotEvaluate(result.missing(), codes), rule.backedBy());
    }

    private Integer place(Finding finding) {
        return finding.codes().isEmpty() ? Integer.MAX_VALUE : order.getOrDefault(finding.codes().getFirst(), Integer.MAX_VALUE);
    }
}
