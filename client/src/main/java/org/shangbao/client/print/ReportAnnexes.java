package org.shangbao.client.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.NarrativeDefinition;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;

/** The annexes of a finalized report, those with content only, and the pointers to them in the form. */
final class ReportAnnexes {
    private static final Pattern NUMBER = Pattern.compile("^[0-9]+[.．]\\s*");

    /** So many of the units' explanations are printed, those of the largest jumps; all are in the table beside the paper. */
    private static final int EXPLANATIONS_PRINTED = 20;

    private static final String NUMERALS = "一二三四五六七八九";

    private final FinalizedReport report;
    private final FormEdition edition;
    private final UnitTree units;
    private final Optional<RollUpView> rollUp;
    private final List<Annex> annexes = new ArrayList<>();
    /** Number of a text in the first annex, by item. */
    private final Map<String, Integer> sections = new HashMap<>();
    private int missing;

    ReportAnnexes(FinalizedReport report, FormEdition edition, UnitTree units, Optional<RollUpView> rollUp, List<Item> items) {
        this.report = report;
        this.edition = edition;
        this.units = units;
        this.rollUp = rollUp;
        narratives(items);
        rollUp.filter(view -> !view.children().isEmpty()).ifPresent(this::overview);
        missingUnits();
        rollUp.filter(view -> !view.explanations().isEmpty()).ifPresent(this::explanationSummary);
        explanations();
        cases();
    }

    List<Annex> all() { return annexes; }

    /** Number of the annex that lists the missing units, 0 if none is missing. */
    int numberOfMissing() { return missing; }

    /** At most one pointer for a row; empty if there is nothing to point at. */
    String pointer(Item item) {
        Integer section = sections.get(item.code());
        if (section != null) {
            return PaperWords.of("pointer.narrative", 1, numeral(section));
        }
        for (int i = 0; i < report.explanations().size(); i++) {
            String code = report.explanations().get(i).code();
            if (code.equals(item.code()) || item.figures().stream().anyMatch(figure -> figure.code().equals(code))) {
                return PaperWords.of("pointer.explanation", i + 1);
            }
        }
        int files = report.attachments().getOrDefault(item.code(), List.of()).size();
        if (files > 0) {
            return PaperWords.of("pointer.files", files);
        }
        return item.figures().isEmpty() ? PaperWords.of("pointer.none") : "";
    }

    private void narratives(List<Item> items) {
        List<Annex.Section> texts = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (Item item : items) {
            List<String> paragraphs = report.narratives().getOrDefault(item.code(), "").lines().map(String::strip)
                    .filter(line -> !line.isEmpty()).toList();
            if (!paragraphs.isEmpty()) {
                sections.put(item.code(), texts.size() + 1);
                codes.add(item.code());
                texts.add(
                        new Annex.Section(PaperWords.of("annex.narratives.heading", numeral(texts.size() + 1), item.code(), heading(item)),
                                paragraphs));
            }
        }
        if (!texts.isEmpty()) {
            annexes.add(new Annex.Narratives(PaperWords.of("annex.narratives"), String.join("、", codes), texts));
        }
    }

    private void overview(RollUpView view) {
        List<RollUpView.Part> children = view.children();
        boolean cities = children.stream().anyMatch(child -> units.find(new UnitId(child.unit())).map(Unit::level)
                .filter(level -> level == AdminLevel.CITY).isPresent());
        List<Annex.OverviewRow> rows = new ArrayList<>();
        String scope = PaperWords.of("annex.overview.scope");
        String measure = PaperWords.of("annex.overview.measure");
        rows.add(new Annex.OverviewRow(scope, "", PaperWords.of("annex.overview.due"), measure, String.valueOf(view.due()),
                children.stream().map(child -> String.valueOf(child.due())).toList()));
        rows.add(new Annex.OverviewRow(scope, "", PaperWords.of("annex.overview.counted"), measure, String.valueOf(view.counted()),
                children.stream().map(child -> String.valueOf(child.counted())).toList()));
        for (Indicator indicator : edition.indicators()) {
            for (Item item : indicator.items()) {
                if (item.filledBy() == FormLevel.COUNTY) {
                    for (FigureDefinition figure : item.figures()) {
                        rows.add(new Annex.OverviewRow(indicator.number() + "\n" + indicator.name(), figure.code(), figure.label(),
                                figure.unit(),
                                shown(view.figures().get(figure.code())),
                                children.stream().map(child -> shown(child.figures().get(figure.code()))).toList()));
                    }
                }
            }
        }
        annexes.add(new Annex.Overview(PaperWords.of(cities ? "annex.overview.CITY" : "annex.overview.COUNTY"), "",
                children.stream().map(RollUpView.Part::unitName).toList(), rows));
    }

    private static String shown(@org.jspecify.annotations.Nullable String figure) {
        return figure == null ? "" : ReportPapers.onPaper(figure);
    }

    private void missingUnits() {
        if (report.missing().isEmpty()) {
            return;
        }
        Map<String, String> telephones = new HashMap<>();
        rollUp.ifPresent(view -> view.missing().forEach(unit -> telephones.put(unit.unit(), unit.telephone())));
        List<Annex.MissingUnit> rows = report.missing().stream().map(unit -> new Annex.MissingUnit(superior(unit.unit()), unit.unitName(),
                telephones.getOrDefault(unit.unit(), ""), unit.reason())).toList();
        int due = rollUp.map(RollUpView::due).orElse(report.children().size() + rows.size());
        annexes.add(new Annex.MissingUnits(PaperWords.of("annex.missing"), PaperWords.of("annex.extent.units", rows.size()),
                PaperWords.of("annex.missing.intro", due, rows.size()), rows));
        missing = annexes.size();
    }

    private String superior(String unit) {
        UnitId id = new UnitId(unit);
        return units.find(id).flatMap(_ -> units.parent(id)).map(Unit::name).orElse("");
    }

    private void explanationSummary(RollUpView view) {
        List<RollUpView.Explanation> all = view.explanations();
        // a stable sort: jumps of one size stay in tree order
        List<Annex.UnitExplanation> rows = all.stream().sorted(Comparator.comparing(ReportAnnexes::jump).reversed())
                .limit(EXPLANATIONS_PRINTED).map(entry -> new Annex.UnitExplanation(place(entry), entry.code(),
                        valued(entry), entry.text()))
                .toList();
        String intro = rows.size() == all.size()
                ? PaperWords.of("annex.explanationSummary.all", view.counted(), all.size())
                : PaperWords.of("annex.explanationSummary.largest", view.counted(), all.size(), rows.size());
        annexes.add(new Annex.ExplanationSummary(PaperWords.of("annex.explanationSummary"),
                PaperWords.of("annex.extent.entries", all.size()), intro, rows));
    }

    private String place(RollUpView.Explanation entry) {
        UnitId unit = new UnitId(entry.unit());
        return units.find(unit).flatMap(_ -> units.parent(unit)).filter(parent -> !parent.id().value().equals(report.unit()))
                .map(Unit::name).orElse("") + entry.unitName();
    }

    private static String valued(RollUpView.Explanation entry) {
        if (entry.current().isEmpty() || entry.previous().isEmpty()) {
            return entry.matter();
        }
        return PaperWords.of("annex.explanationSummary.matter", entry.matter(), ReportPapers.onPaper(entry.current()),
                ReportPapers.onPaper(entry.previous()));
    }

    /** How many times its earlier value a figure moved by; 0 where one of them is no number. */
    private static BigDecimal jump(RollUpView.Explanation entry) {
        try {
            BigDecimal before = new BigDecimal(entry.previous());
            return new BigDecimal(entry.current()).subtract(before).abs().divide(before.abs().max(BigDecimal.ONE), MathContext.DECIMAL64);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    private void explanations() {
        if (report.explanations().isEmpty()) {
            return;
        }
        List<Annex.Explanation> rows = report.explanations().stream()
                .map(entry -> new Annex.Explanation(entry.code(), entry.matter(), entry.current(), entry.previous(), entry.text()))
                .toList();
        annexes.add(new Annex.Explanations(PaperWords.of("annex.explanations"), PaperWords.of("annex.extent.entries", rows.size()),
                PaperWords.of("annex.explanations.intro", rows.size()), rows));
    }

    private void cases() {
        if (report.cases().isEmpty()) {
            return;
        }
        List<Annex.Case> rows = report.cases().stream().map(chosen -> new Annex.Case(chosen.item(), chosen.title(), chosen.unitName(),
                PaperWords.of(chosen.designated() ? "annex.cases.designated" : "annex.cases.own"))).toList();
        annexes.add(new Annex.Cases(PaperWords.of("annex.cases"), PaperWords.of("annex.extent.cases", rows.size()), null, rows));
    }

    /** What a text is about: the official sentence where the item is nothing but a text, without its number and what follows in brackets. */
    private static String heading(Item item) {
        NarrativeDefinition narrative = item.narrative();
        if (item.sentence().size() == 1 && item.sentence().getFirst() instanceof SentencePart.Words words) {
            return NUMBER.matcher(words.text()).replaceFirst("").split("[（。]", 2)[0];
        }
        return narrative == null ? item.shortName() : narrative.label();
    }

    /** 1 to 99 in Chinese, as headings are numbered. */
    static String numeral(int number) {
        int tens = number / 10;
        String ones = number % 10 == 0 ? "" : NUMERALS.substring(number % 10 - 1, number % 10);
        return (tens == 0 ? "" : tens == 1 ? "十" : NUMERALS.charAt(tens - 1) + "十") + ones;
    }
}
