package org.shangbao.client.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.ReportPaper.Surroundings;
import org.shangbao.client.print.Annex;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;

/** The parts behind the signature area: texts, overview by child, missing units, explanations, cases; only those with content. */
final class PaperAnnexes {
    /** Characters of compiled texts that still go on paper: about a dozen pages. */
    private static final int MOST_COMPILED = 12_000;
    private final PaperText text;
    private final FinalizedReport report;
    private final Surroundings around;
    private final List<Annex> annexes = new ArrayList<>();
    private final Map<String, String> pointers = new HashMap<>();

    PaperAnnexes(PaperText text, FinalizedReport report, Surroundings around) {
        this.text = text;
        this.report = report;
        this.around = around;
        narratives();
        around.rollUp().filter(view -> report.kind() == FinalizedReport.Kind.SUMMARY && !view.children().isEmpty())
                .ifPresent(this::overview);
        missing();
        explanations();
        cases();
    }

    List<Annex> annexes() { return annexes; }

    /** What stands in the last column of an item's row, by item or figure code. */
    Map<String, String> pointers() { return pointers; }

    private void narratives() {
        List<Annex.Section> sections = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (Item item : around.edition().items()) {
            String narrative = report.narratives().get(item.code());
            List<FinalizedReport.FileReference> files = report.attachments().getOrDefault(item.code(), List.of());
            List<String> compiled = compiled(item.code());
            if (narrative == null && files.isEmpty() && compiled.isEmpty()) {
                continue;
            }
            List<String> paragraphs = new ArrayList<>();
            if (narrative != null) {
                narrative.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(paragraphs::add);
            }
            paragraphs.addAll(compiled);
            for (FinalizedReport.FileReference file : files) {
                paragraphs.add(text.of("annex.file", file.fileName(), file.sha256().substring(0, 8)));
            }
            codes.add(item.code());
            String ordinal = text.of("ordinal." + Math.min(codes.size(), 20));
            sections.add(new Annex.Section(text.of("annex.section", ordinal, item.code(), item.shortName()), paragraphs));
            pointers.put(item.code(), text.of("pointer.annex", annexes.size() + 1, ordinal));
        }
        if (!sections.isEmpty()) {
            annexes.add(new Annex.Narratives(text.of("annex.narratives"), String.join("、", codes), sections));
        }
    }

    /** Texts of the units below, in tree order; when they are too many for paper, a line says where they are. */
    private List<String> compiled(String item) {
        List<String> paragraphs = around.rollUp().stream().flatMap(view -> view.texts().stream())
                .filter(entry -> entry.item().equals(item) && report.kind() == FinalizedReport.Kind.SUMMARY)
                .map(entry -> text.of("annex.compiled", entry.unitName(), entry.text().replaceAll("\\s*\\R\\s*", " ").strip())).toList();
        int length = paragraphs.stream().mapToInt(String::length).sum();
        return length <= MOST_COMPILED ? paragraphs : List.of(text.of("annex.compiled.elsewhere", paragraphs.size()));
    }

    private void overview(RollUpView view) {
        List<String> names = view.children().stream().map(RollUpView.Part::unitName).toList();
        List<Annex.OverviewRow> rows = new ArrayList<>();
        rows.add(new Annex.OverviewRow(text.of("overview.scope"), "", text.of("overview.due"), text.of("overview.count"),
                Integer.toString(view.due()), view.children().stream().map(part -> Integer.toString(part.due())).toList()));
        rows.add(new Annex.OverviewRow(text.of("overview.scope"), "", text.of("overview.counted"), text.of("overview.count"),
                Integer.toString(view.counted()), view.children().stream().map(part -> Integer.toString(part.counted())).toList()));
        for (Indicator indicator : around.edition().indicators()) {
            for (Item item : indicator.items()) {
                if (item.filledBy() != FormLevel.COUNTY) {
                    continue;
                }
                for (FigureDefinition figure : item.figures()) {
                    rows.add(new Annex.OverviewRow(indicator.number() + "\n" + indicator.name(), figure.code(), figure.label(),
                            figure.unit(), shown(report.figures().get(figure.code())),
                            view.children().stream().map(part -> shown(part.figures().get(figure.code()))).toList()));
                }
            }
        }
        boolean isByCity = around.office().unit().level() == org.shangbao.model.unit.AdminLevel.PROVINCE;
        annexes.add(new Annex.Overview(text.of(isByCity ? "annex.overview.city" : "annex.overview.county"),
                text.of("extent.units", names.size()), names, rows));
    }

    private String shown(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.equals(FinalizedReport.NOT_APPLICABLE) ? text.of("notApplicable") : value;
    }

    private void missing() {
        if (report.missing().isEmpty()) {
            return;
        }
        List<Annex.MissingUnit> rows = new ArrayList<>();
        for (FinalizedReport.MissingUnit missing : report.missing()) {
            Optional<Unit> superior = around.office().units().find(new UnitId(missing.unit())).isPresent()
                    ? around.office().units().parent(new UnitId(missing.unit()))
                    : Optional.empty();
            String telephone = around.rollUp().stream().flatMap(view -> view.missing().stream())
                    .filter(unit -> unit.unit().equals(missing.unit())).map(RollUpView.Missing::telephone).findFirst().orElse("");
            rows.add(new Annex.MissingUnit(superior.map(Unit::name).orElse(""), missing.unitName(), telephone, missing.reason()));
        }
        annexes.add(new Annex.MissingUnits(text.of("annex.missing"), text.of("extent.units", rows.size()),
                text.of("annex.missing.intro"), rows));
    }

    private void explanations() {
        if (report.explanations().isEmpty()) {
            return;
        }
        List<Annex.Explanation> rows = new ArrayList<>();
        for (FinalizedReport.Explained entry : report.explanations()) {
            rows.add(new Annex.Explanation(entry.code(), entry.matter(), entry.current(), entry.previous(), entry.text()));
            pointers.putIfAbsent(entry.code(), text.of("pointer.explanation", rows.size()));
        }
        annexes.add(new Annex.Explanations(text.of("annex.explanations"), text.of("extent.entries", rows.size()),
                text.of("annex.explanations.intro", rows.size()), rows));
    }

    private void cases() {
        if (report.cases().isEmpty()) {
            return;
        }
        List<Annex.Case> rows = report.cases().stream().map(chosen -> new Annex.Case(chosen.item(), chosen.title(), chosen.unitName(),
                text.of(chosen.designated() ? "case.designated" : "case.chosen"))).toList();
        annexes.add(new Annex.Cases(text.of("annex.cases"), text.of("extent.cases", rows.size()), null, rows));
        report.cases().forEach(chosen -> pointers.putIfAbsent(chosen.item(), text.of("pointer.cases", annexes.size())));
    }
}
