package org.shangbao.client.ui.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.shangbao.client.application.office.ReportHistory;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.report.FigureValue;

/**
 * The figure looked at, with everything said about it.
 *
 * @param key     key of the subject
 * @param code    figure or item, empty for the whole report
 * @param facts   figures to compare
 * @param before  words of the official sentence before the blank
 * @param value   value in the blank, empty if it is about no figure
 * @param after   words after it
 * @param entries what is said, the heaviest first
 * @param bars    this and up to five earlier periods
 */
record CheckDetail(String key, Mark mark, String code, Text name, Text place, List<Fact> facts, String before, String value, String after,
        List<Entry> entries, List<Bar> bars) {
    private static final int BARS = 6;
    private static final BigDecimal PERCENT = new BigDecimal(100);

    /** A figure to compare. */
    record Fact(Text label, String value) {}

    /**
     * One thing said.
     *
     * @param key          key of its explanation
     * @param source       sentence of the document behind it, empty if none
     * @param isExplained  true if a written reason settles it and can be written now
     * @param explanation  what was written
     * @param lastPeriod   period of an earlier explanation of the same finding, empty if none
     * @param lastText     that explanation
     */
    record Entry(String key, Mark mark, Text words, String source, boolean isExplained, String explanation, String lastPeriod,
            String lastText) {}

    /** A period in the row of bars: height in percent of the highest. */
    record Bar(String period, String value, int percent, boolean isNow) {}

    /** True if both show the same, but for the texts being written. */
    boolean looksLike(CheckDetail other) {
        return withoutTexts().equals(other.withoutTexts());
    }

    private CheckDetail withoutTexts() {
        return new CheckDetail(key, mark, code, name, place, facts, before, value, after,
                entries.stream().map(entry -> new Entry(entry.key, entry.mark, entry.words, entry.source, entry.isExplained, "",
                        entry.lastPeriod, entry.lastText)).toList(),
                bars);
    }

    static CheckDetail of(Subject subject, Text place, ReportDraft draft, ReportHistory history, Formats formats) {
        String code = subject.code();
        Optional<DraftFigure> figure = Optional.ofNullable(draft.figures().get(code));
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        draft.edition().itemOfFigure(code).or(() -> draft.edition().item(code)).ifPresent(item -> split(item, code, draft, before, after));
        List<Entry> entries = subject.remarks().stream().map(remark -> entry(remark, draft, history, formats)).toList();
        return new CheckDetail(subject.key(), subject.kind().mark(), code, name(draft, code), place,
                figure.map(typed -> facts(typed, draft, formats)).orElse(List.of()), before.toString(),
                figure.map(typed -> Formats.figure(typed.value())).orElse(""), after.toString(), entries,
                figure.map(typed -> bars(typed, draft, history, formats)).orElse(List.of()));
    }

    private static Entry entry(Subject.Remark remark, ReportDraft draft, ReportHistory history, Formats formats) {
        boolean isExplained = remark.kind() == Subject.Kind.MUST_EXPLAIN && draft.status().isEditable();
        Optional<ReportHistory.Past> last = history.latest()
                .filter(past -> isExplained && !past.content().explanations().getOrDefault(remark.key(), "").isBlank());
        return new Entry(remark.key(), remark.kind().mark(), remark.words(), remark.source(), isExplained,
                draft.explanations().getOrDefault(remark.key(), ""), last.map(past -> formats.period(past.period())).orElse(""),
                last.map(past -> past.content().explanations().get(remark.key())).orElse(""));
    }

    /** Returns the name of a figure or item, nothing for the whole report. */
    static Text name(ReportDraft draft, String code) {
        FigureDefinition figure = draft.edition().figures().get(code);
        return figure != null ? FormWords.of(figure) : draft.edition().item(code).map(FormWords::of).orElse(Text.NONE);
    }

    private static List<Fact> facts(DraftFigure figure, ReportDraft draft, Formats formats) {
        String now = figure.problem() == null ? Formats.figure(figure.value()) : figure.typed();
        String before = draft.previousPeriod() == null ? "" : formats.period(draft.previousPeriod());
        return List.of(new Fact(Text.of("check.fact.now", formats.period(draft.id().period())), now),
                new Fact(Text.of("check.fact.previous", before), Formats.figure(figure.previous())),
                new Fact(Text.of("check.fact.change"), Formats.change(figure.value(), figure.previous()).orElse("")),
                new Fact(Text.of("check.fact.lastYear"), Formats.figure(figure.lastYear())));
    }

    private static List<Bar> bars(DraftFigure figure, ReportDraft draft, ReportHistory history, Formats formats) {
        List<ReportHistory.Past> past = history.past();
        List<ReportHistory.Past> recent = past.subList(Math.max(0, past.size() - BARS + 1), past.size());
        if (recent.isEmpty()) {
            return List.of();
        }
        List<FigureValue> values = new ArrayList<>(recent.stream().map(earlier -> earlier.content().figure(figure.code())).toList());
        values.add(figure.value());
        BigDecimal highest = values.stream().flatMap(value -> value.value().stream()).map(BigDecimal::abs).max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            boolean isNow = i == recent.size();
            String period = formats.period(isNow ? draft.id().period() : recent.get(i).period());
            int percent = highest.signum() == 0
                    ? 0
                    : values.get(i).value().map(value -> value.abs().multiply(PERCENT).divide(highest, 0, RoundingMode.HALF_UP).intValue())
                            .orElse(0);
            bars.add(new Bar(period, Formats.figure(values.get(i)), percent, isNow));
        }
        return bars;
    }

    private static void split(Item item, String code, ReportDraft draft, StringBuilder before, StringBuilder after) {
        boolean passed = false;
        for (SentencePart part : item.sentence()) {
            switch (part) {
                case SentencePart.Words words -> (passed ? after : before).append(words.text());
                case SentencePart.Blank blank -> {
                    for (String other : blank.codes()) {
                        if (other.equals(code)) {
                            passed = true;
                        } else {
                            DraftFigure figure = draft.figures().get(other);
                            String value = figure == null ? draft.summed().getOrDefault(other, "") : Formats.figure(figure.value());
                            (passed ? after : before).append(' ').append(value.isEmpty() ? "__" : value).append(' ');
                        }
                    }
                }
            }
        }
    }
}
