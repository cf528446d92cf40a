package org.shangbao.client.application.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.report.ObservationStatus;
import org.shangbao.model.report.ReportContent;

/** Answers of a draft: as they stand, as they can be taken over from the last period, and those nobody answered. */
public final class Answers {
    /** Key and rule id of the finding about answers that are not confirmed. */
    public static final String UNCONFIRMED = "CARRIED-OVER";
    private static final int NAMED = 6;

    private Answers() {}

    /** Returns an answer as it stands. */
    public static Answer now(ReportDraft draft, AnswerKey key) {
        boolean carried = draft.broughtForward().unconfirmed().contains(key);
        String code = key.code();
        return switch (key.kind()) {
            case FIGURE -> {
                DraftFigure figure = draft.figures().get(code);
                yield new Answer.Figure(code, figure == null ? "" : figure.typed(), carried);
            }
            case NARRATIVE -> new Answer.Narrative(code, draft.narratives().getOrDefault(code, ""), carried);
            case FILES -> new Answer.Files(code, draft.attachments().getOrDefault(code, List.of()), carried);
            case EXPLANATION -> new Answer.Explanation(code, draft.explanations().getOrDefault(code, ""), carried);
        };
    }

    /**
     * Returns the last period's answer, to be confirmed; empty if there was none.
     *
     * @param key a figure, text, files or explanation of this form
     */
    public static Optional<Answer> before(ReportDraft draft, AnswerKey key) {
        ReportContent previous = draft.broughtForward().previous();
        String code = key.code();
        Answer answer = switch (key.kind()) {
            case FIGURE -> new Answer.Figure(code,
                    draft.figures().containsKey(code) ? draft.figures().get(code).previous().canonical() : "", true);
            case NARRATIVE -> new Answer.Narrative(code, previous.narrative(code), true);
            case FILES -> new Answer.Files(code, previous.attachmentsOf(code), true);
            case EXPLANATION -> new Answer.Explanation(code, previous.explanations().getOrDefault(code, ""), true);
        };
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    /** Returns what is not answered yet and was answered last period, in the order of the form; explanations come last. */
    public static List<Answer> carriable(ReportDraft draft) {
        return keys(draft).stream().filter(key -> now(draft, key).isEmpty() && isAsked(draft, key))
                .flatMap(key -> before(draft, key).stream()).toList();
    }

    /** Returns 0 for every figure nobody typed anything into. */
    public static List<Answer> zeros(ReportDraft draft) {
        List<Answer> zeros = new ArrayList<>();
        draft.figures().values().stream()
                .filter(figure -> figure.typed().isBlank() && figure.value().status() == ObservationStatus.MISSING)
                .forEach(figure -> zeros.add(new Answer.Figure(figure.code(), "0", false)));
        return zeros;
    }

    /** Returns what was taken over and not confirmed, in the order of the form. */
    public static List<Answer> unconfirmed(ReportDraft draft) {
        Set<AnswerKey> open = draft.broughtForward().unconfirmed();
        return keys(draft).stream().filter(open::contains).map(key -> now(draft, key)).toList();
    }

    private static boolean isAsked(ReportDraft draft, AnswerKey key) {
        DraftFigure figure = draft.figures().get(key.code());
        return key.kind() != AnswerKey.Kind.FIGURE || figure != null && figure.value().status() != ObservationStatus.NOT_APPLICABLE;
    }

    private static List<AnswerKey> keys(ReportDraft draft) {
        List<AnswerKey> keys = new ArrayList<>();
        for (Item item : draft.edition().items()) {
            if (item.filledBy() != draft.form()) {
                continue;
            }
            item.figures().forEach(figure -> keys.add(AnswerKey.figure(figure.code())));
            if (item.narrative() != null) {
                keys.add(AnswerKey.narrative(item.code()));
            }
            if (item.attachment() != null) {
                keys.add(AnswerKey.files(item.code()));
            }
        }
        draft.findings().stream().filter(finding -> finding.severity() == Severity.MUST_EXPLAIN)
                .filter(finding -> finding.outcome() == Finding.Outcome.FAILED && finding.stage() == CheckRule.Stage.FINALIZE)
                .forEach(finding -> keys.add(AnswerKey.explanation(finding.key())));
        return keys;
    }

    /**
     * Returns the finding that answers wait to be confirmed; empty if none does. It blocks 生成报表.
     *
     * @param unconfirmed answers taken over and not confirmed
     * @param findings    what else the checks say; an explanation nobody asks for any more need not be confirmed
     */
    public static Optional<Finding> unconfirmedFinding(Collection<AnswerKey> unconfirmed, FormEdition edition, List<Finding> findings) {
        if (unconfirmed.isEmpty()) {
            return Optional.empty();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Item item : edition.items()) {
            item.figures().stream().map(FigureDefinition::code).filter(code -> unconfirmed.contains(AnswerKey.figure(code)))
                    .forEach(codes::add);
            if (unconfirmed.contains(AnswerKey.narrative(item.code())) || unconfirmed.contains(AnswerKey.files(item.code()))) {
                codes.add(item.code());
            }
        }
        findings.stream().filter(finding -> finding.outcome() == Finding.Outcome.FAILED && !finding.codes().isEmpty())
                .filter(finding -> unconfirmed.contains(AnswerKey.explanation(finding.key())))
                .forEach(finding -> codes.add(finding.codes().getFirst()));
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        String key = codes.size() > NAMED ? "carried.more" : "carried.all";
        return Optional.of(new Finding(UNCONFIRMED, UNCONFIRMED, Severity.MUST_FIX, CheckRule.Stage.FINALIZE, Finding.Outcome.FAILED,
                List.copyOf(codes), sentence(Locale.ROOT, key, codes), sentence(Locale.ENGLISH, key, codes), List.of()));
    }

    private static String sentence(Locale locale, String key, Collection<String> codes) {
        FailureText text = new FailureText(locale);
        String separator = text.words("carried.separator", Map.of());
        return text.words(key, Map.of("count", Integer.toString(codes.size()), "codes",
                String.join(separator, codes.stream().limit(NAMED).toList())));
    }
}
