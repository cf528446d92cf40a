package org.shangbao.client.ui.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.shangbao.client.application.office.ReportHistory;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.DraftFindings;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.RobustOutlier;
import org.shangbao.model.report.FigureValue;

/**
 * A figure, an item or the whole report with everything there is to say about it, the heaviest first.
 *
 * @param key     figure or item code; the finding's own key if it is about the whole report
 * @param code    figure or item code, empty for the whole report
 * @param kind    list it stands in
 * @param remarks what is said about it
 */
record Subject(String key, String code, Kind kind, List<Remark> remarks) {

    /** Lists of the screen, exceptions first. */
    enum Kind {
        /** A mistake that blocks. */
        MUST_FIX(Mark.MUST_FIX),
        /** Needs a written reason. */
        MUST_EXPLAIN(Mark.MUST_EXPLAIN),
        /** To be read. */
        NOTICE(Mark.NOTICE),
        /** Only empty yet. */
        EMPTY(Mark.EMPTY),
        /** A rule that lacks something to compare with. */
        CANNOT_EVALUATE(Mark.CANNOT_EVALUATE);

        private final Mark mark;

        Kind(Mark mark) { this.mark = mark; }

        Mark mark() { return mark; }
    }

    /**
     * One thing said.
     *
     * @param key    key of the finding and of its explanation
     * @param source sentence of the document behind it, empty if none
     */
    record Remark(String key, Kind kind, Text words, String source) {}

    /** Copies the list. */
    Subject {
        remarks = List.copyOf(remarks);
    }

    /** Returns everything there is to say about a draft, in the order of the lists and, within one, of the form. */
    static List<Subject> of(ReportDraft draft, DraftFindings findings, ReportHistory history) {
        Map<String, List<Remark>> said = new LinkedHashMap<>();
        Map<String, String> codes = new LinkedHashMap<>();
        findings.mistakes().forEach(finding -> add(said, codes, finding, Kind.MUST_FIX));
        findings.mustExplain().forEach(finding -> add(said, codes, finding, Kind.MUST_EXPLAIN));
        findings.notices().forEach(finding -> add(said, codes, finding, Kind.NOTICE));
        draft.figures().values().forEach(figure -> unusual(figure, draft, history).ifPresent(remark -> {
            said.computeIfAbsent(figure.code(), key -> new ArrayList<>()).add(remark);
            codes.put(figure.code(), figure.code());
        }));
        findings.mustFix().stream().filter(findings::isEmptyBlank).forEach(finding -> add(said, codes, finding, Kind.EMPTY));
        List<Subject> subjects = new ArrayList<>();
        said.forEach((key, remarks) -> subjects.add(new Subject(key, codes.getOrDefault(key, ""), heaviest(remarks), remarks)));
        // each stands alone: what is missing differs from rule to rule, and none may be hidden behind another
        for (Finding finding : findings.cannotEvaluate()) {
            subjects.add(new Subject("?" + finding.key(), codeOf(finding), Kind.CANNOT_EVALUATE,
                    List.of(remark(finding, Kind.CANNOT_EVALUATE))));
        }
        subjects.sort(java.util.Comparator.comparing(Subject::kind));
        return subjects;
    }

    private static void add(Map<String, List<Remark>> said, Map<String, String> codes, Finding finding, Kind kind) {
        String code = codeOf(finding);
        String key = code.isEmpty() ? finding.key() : code;
        said.computeIfAbsent(key, any -> new ArrayList<>()).add(remark(finding, kind));
        codes.put(key, code);
    }

    private static Remark remark(Finding finding, Kind kind) {
        return new Remark(finding.key(), kind, new Text.Bilingual(finding.message(), finding.messageEn()),
                finding.backedBy().isEmpty() ? "" : finding.backedBy().getFirst());
    }

    private static String codeOf(Finding finding) { return finding.codes().isEmpty() ? "" : finding.codes().getFirst(); }

    private static Kind heaviest(List<Remark> remarks) {
        return remarks.stream().map(Remark::kind).min(java.util.Comparator.naturalOrder()).orElse(Kind.NOTICE);
    }

    private static Optional<Remark> unusual(DraftFigure figure, ReportDraft draft, ReportHistory history) {
        if (figure.value().value().isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> earlier = history.past().stream().map(past -> past.content().figure(figure.code())).map(FigureValue::value)
                .flatMap(Optional::stream).toList();
        Optional<BigDecimal> season = history.yearBefore(draft.id().period()).flatMap(past -> past.content().figure(figure.code()).value());
        return RobustOutlier.judge(figure.value().value().get(), earlier, season).map(usual -> new Remark("usual@" + figure.code(),
                Kind.NOTICE, Text.of("check.unusual", Formats.figure(figure.value()), earlier.size(), Formats.number(usual.median()),
                        Formats.number(usual.lowest()), Formats.number(usual.highest())),
                ""));
    }
}
