package org.shangbao.client.print;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

/** Says how a finalized report, its edition and its place in the tree become a paper. Nothing is computed anew. */
public final class ReportPapers {

    /** Times on paper are those of the whole country, wherever the program runs. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final FinalizedReport report;
    private final FormEdition edition;
    private final UnitTree units;
    private final Optional<RollUpView> rollUp;
    private final UnitId unitId;
    private final AdminLevel level;
    private final ReportAnnexes annexes;

    /**
     * Takes what a paper is made from.
     *
     * @param report the finalized revision
     * @param edition the edition it was filled under
     * @param units the tree that holds the unit and those above it
     * @param rollUp what a summary was made from; empty for a unit's own form
     */
    public ReportPapers(FinalizedReport report, FormEdition edition, UnitTree units, Optional<RollUpView> rollUp) {
        this.report = report;
        this.edition = edition;
        this.units = units;
        this.rollUp = rollUp;
        this.unitId = new UnitId(report.unit());
        this.level = units.find(unitId).map(Unit::level).orElse(AdminLevel.COUNTY);
        this.annexes = new ReportAnnexes(report, edition, units, rollUp, items());
    }

    /** Returns the report as it is printed. */
    public PrintableReport report() {
        boolean summary = isSummary();
        String title = PaperWords.of(summary ? "title.summary" : "title.form", formName(), report.unitName());
        return new PrintableReport(summary ? PrintableReport.Kind.SUMMARY : PrintableReport.Kind.COUNTY,
                head(), title,
                PaperWords.of("period.bracketed", period()), PaperWords.of("unit", report.unitName(), report.unit()), affiliation(),
                summary ? scope() : null, rows(true), annexes.all(),
                new PaperSignature(report.people().reviewer(), report.people().filler(), report.people().telephone()),
                coding(PageKind.REPORT),
                revisionLine());
    }

    /** Returns the form to fill by hand: no answer, no number, no code. */
    public PrintableReport blank() {
        return new PrintableReport(PrintableReport.Kind.BLANK, head(), PaperWords.of("title.form", formName(), report.unitName()),
                PaperWords.of("period.bracketed", period()), PaperWords.of("unit", report.unitName(), report.unit()), affiliation(), null,
                rows(false), List.of(), new PaperSignature("", "", ""), null,
                PaperWords.of("revision.blank", edition.documentNumber(), edition.version()));
    }

    /** Returns the report for proof reading, with 草稿 across every page: no number, no code, nowhere to sign. */
    public PrintableReport draft() {
        return new PrintableReport(PrintableReport.Kind.DRAFT, head(),
                PaperWords.of(isSummary() ? "title.summary" : "title.form", formName(), report.unitName()),
                PaperWords.of("period.bracketed", period()), PaperWords.of("unit", report.unitName(), report.unit()), affiliation(),
                isSummary() ? scope() : null, rows(true), annexes.all(),
                new PaperSignature(report.people().reviewer(), report.people().filler(), report.people().telephone()), null,
                PaperWords.of("revision.draft", finalizedAt()));
    }

    private PaperHead head() {
        return new PaperHead(edition.issuer(), edition.documentNumber(), edition.version(), within() + report.unitName(), runningTitle());
    }

    /**
     * Returns the sheet on which the report is signed off.
     *
     * @param steps the configured chain; opinions already given are printed
     * @param pages number of pages of the printed report
     */
    public PrintableSignOff signOff(List<SignOffView.Step> steps, int pages) {
        PaperCoding paper = coding(PageKind.REPORT);
        String above = units.find(unitId).flatMap(_ -> units.parent(unitId)).map(Unit::name).orElse(edition.issuer());
        List<PrintableSignOff.Field> fields = new ArrayList<>();
        fields.add(plain("signoff.subject", List.of(PaperWords.of("signoff.subject.text", period(), runningName(), above))));
        fields.add(bold("signoff.report", List.of(PaperWords.of("signoff.report.text", paper.number(), paper.checkCode(), pages))));
        fields.add(bold("signoff.digest", digestLines()));
        if (isSummary()) {
            fields.add(plain("signoff.scope", List.of(scopeWithNames())));
        }
        fields.add(plain("signoff.remarks", List.of(PaperWords.of("signoff.remarks.explanations", report.explanations().size()),
                PaperWords.of("signoff.remarks.cases", report.cases().size()))));
        List<PrintableSignOff.Step> chain = steps.stream()
                .map(step -> new PrintableSignOff.Step(step.role(), "", step.name(), step.opinion())).toList();
        return new PrintableSignOff(report.unitName(), PaperWords.of("signoff.title", formName()),
                PaperWords.of("period.bracketed", period()),
                fields, chain, List.of(PaperWords.of("signoff.note.binding"), PaperWords.of("signoff.note.medium")),
                coding(PageKind.SIGN_OFF),
                PaperWords.of("revision.signoff", report.number(), String.format(Locale.ROOT, "%02d", report.number()), finalizedAt()));
    }

    private boolean isSummary() { return report.kind() == FinalizedReport.Kind.SUMMARY; }

    /** A county's form holds the county's items, a city's summary sums them, above it all items stand on one form. */
    private List<Item> items() {
        if (isSummary()) {
            return level == AdminLevel.CITY ? edition.itemsOf(FormLevel.COUNTY) : edition.items();
        }
        FormLevel fills = units.find(unitId).map(Unit::fills).orElse(FormLevel.COUNTY);
        return edition.itemsOf(fills);
    }

    private List<SentenceRow> rows(boolean pointers) {
        List<Item> printed = items();
        List<SentenceRow> rows = new ArrayList<>();
        for (Indicator indicator : edition.indicators()) {
            for (Item item : indicator.items()) {
                if (printed.contains(item)) {
                    String pointer = !pointers
                            ? ""
                            : rows.isEmpty() && isSummary() && !report.children().isEmpty()
                                    ? PaperWords.of("scope.row", counted())
                                    : annexes.pointer(item);
                    rows.add(new SentenceRow(String.valueOf(indicator.number()), indicator.name(),
                            PaperWords.of("kind." + item.kind().name()),
                            PaperWords.of("level." + item.filledBy().name()), isSummary() && item.filledBy() == FormLevel.PROVINCE,
                            sentence(item),
                            OfficialWords.onPaper(item.remark()), pointer));
                }
            }
        }
        return rows;
    }

    private List<SentencePiece> sentence(Item item) {
        List<SentencePiece> pieces = new ArrayList<>();
        boolean afterBlank = false;
        for (SentencePart part : item.sentence()) {
            switch (part) {
                case SentencePart.Words words -> {
                    // figures bring spaces of their own
                    String text = OfficialWords.onPaper(afterBlank ? words.text().stripLeading() : words.text());
                    if (!text.isEmpty()) {
                        pieces.add(new SentencePiece.Text(text));
                    }
                    afterBlank = false;
                }
                case SentencePart.Blank blank -> {
                    trimEnd(pieces);
                    String between = "";
                    for (String code : blank.codes()) {
                        if (!between.isEmpty()) {
                            pieces.add(new SentencePiece.Text(between));
                        }
                        pieces.add(figure(code));
                        between = "、";
                    }
                    afterBlank = true;
                }
            }
        }
        return pieces;
    }

    private static void trimEnd(List<SentencePiece> pieces) {
        if (!pieces.isEmpty() && pieces.getLast() instanceof SentencePiece.Text text) {
            pieces.set(pieces.size() - 1, new SentencePiece.Text(text.text().stripTrailing()));
        }
    }

    private SentencePiece figure(String code) {
        String text = report.figures().get(code);
        return text == null ? new SentencePiece.Blank(code) : new SentencePiece.Figure(code, onPaper(text));
    }

    /** The canonical string without the zeros a declared scale puts at the end. */
    static String onPaper(String figure) {
        if (figure.equals(FinalizedReport.NOT_APPLICABLE)) {
            return PaperWords.of("figure.notApplicable");
        }
        return figure.indexOf('.') < 0 ? figure : new BigDecimal(figure).stripTrailingZeros().toPlainString();
    }

    private PaperCoding coding(PageKind kind) {
        return new PaperCoding(unitId, new PeriodId(report.period()), kind, report.number(), PageDigest.ofSha256(report.digest().bytes()));
    }

    private String formName() {
        String source = PaperWords.of("title.source");
        return edition.title().endsWith(source)
                ? edition.title().substring(0, edition.title().length() - source.length())
                : edition.title();
    }

    private String period() {
        PeriodId period = new PeriodId(report.period());
        return PaperWords.of("period", period.year(), period.month());
    }

    private String runningTitle() { return PaperWords.of(runningKey(), formName(), period()); }

    private String runningName() {
        String title = PaperWords.of(runningKey(), formName(), "");
        return title.substring(0, title.length() - 2);
    }

    private String runningKey() { return isSummary() && level != AdminLevel.COUNTY ? "running." + level.name() : "running.form"; }

    /** The units above, widest first, without the ministry. */
    private String within() {
        if (units.find(unitId).isEmpty()) {
            return "";
        }
        return units.chainAbove(unitId).reversed().stream().filter(unit -> unit.level() != AdminLevel.MINISTRY).map(Unit::name)
                .collect(Collectors.joining());
    }

    private String affiliation() {
        String within = within();
        if (!within.isEmpty()) {
            return PaperWords.of("unit.within", within);
        }
        return units.find(unitId).flatMap(_ -> units.parent(unitId)).map(parent -> PaperWords.of("unit.reportsTo", parent.name()))
                .orElse("");
    }

    private int counted() { return rollUp.map(RollUpView::counted).orElse(report.children().size()); }

    private int due() { return rollUp.map(RollUpView::due).orElse(report.children().size() + report.missing().size()); }

    private String scope() {
        return report.missing().isEmpty()
                ? PaperWords.of("scope.complete", due(), counted())
                : PaperWords.of("scope.missing", due(), counted(), report.missing().size(), annexes.numberOfMissing());
    }

    private String scopeWithNames() {
        return report.missing().isEmpty()
                ? PaperWords.of("signoff.scope.complete", due(), counted())
                : PaperWords.of("signoff.scope.missing", due(), counted(), report.missing().size(),
                        report.missing().stream().map(FinalizedReport.MissingUnit::unitName).collect(Collectors.joining("、")));
    }

    private String revisionLine() {
        return isSummary()
                ? PaperWords.of("revision.summary", report.number(), finalizedAt(), report.children().size())
                : PaperWords.of("revision.form", report.number(), finalizedAt());
    }

    private String finalizedAt() {
        ZonedDateTime time = report.finalizedAt().atZone(ZONE);
        return PaperWords.of("revision.time", time.getYear(), time.getMonthValue(), time.getDayOfMonth(), time.getHour(),
                String.format(Locale.ROOT, "%02d", time.getMinute()));
    }

    private List<String> digestLines() {
        String hex = report.digest().hex().toUpperCase(Locale.ROOT);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < hex.length(); i += 8) {
            groups.add(hex.substring(i, i + 8));
        }
        return List.of(String.join(" ", groups.subList(0, 4)), String.join(" ", groups.subList(4, 8)));
    }

    private static PrintableSignOff.Field plain(String key, List<String> lines) {
        return new PrintableSignOff.Field(PaperWords.of(key), lines, PrintableSignOff.Face.PLAIN);
    }

    private static PrintableSignOff.Field bold(String key, List<String> lines) {
        return new PrintableSignOff.Field(PaperWords.of(key), lines, PrintableSignOff.Face.BOLD);
    }
}
