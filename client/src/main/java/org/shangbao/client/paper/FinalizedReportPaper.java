package org.shangbao.client.paper;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.paper.ReportPaper;
import org.shangbao.client.print.PaperCoding;
import org.shangbao.client.print.PaperHead;
import org.shangbao.client.print.PaperSignature;
import org.shangbao.client.print.PrintableReport;
import org.shangbao.client.print.PrintableSignOff;
import org.shangbao.client.print.PrintedReport;
import org.shangbao.client.print.ReportPrinter;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.WireJson;

/** Papers of finalized reports, in Chinese whatever language the screens speak. The printer is made at the first paper. */
public final class FinalizedReportPaper implements ReportPaper {
    private final PaperText text;
    private @Nullable ReportPrinter printer;

    /** Makes it; times are printed in {@code zone}. */
    public FinalizedReportPaper(ZoneId zone) { this.text = new PaperText(zone); }

    private synchronized ReportPrinter printer() {
        if (printer == null) {
            printer = new ReportPrinter();
        }
        return printer;
    }

    @Override
    public Printed print(FinalizedReport report, Surroundings around) {
        PrintedReport printed = printer().print(printable(report, around));
        return new Printed(printed.pdf(), printed.pages(), WireJson.write(printed.map()));
    }

    @Override
    public Printed signOffSheet(FinalizedReport report, Surroundings around, List<SignOffView.Step> steps) {
        PrintedReport printed = printer().print(signOff(report, around, steps));
        return new Printed(printed.pdf(), printed.pages(), new byte[0]);
    }

    private PrintableReport printable(FinalizedReport report, Surroundings around) {
        boolean isSummary = report.kind() == FinalizedReport.Kind.SUMMARY;
        FormEdition edition = around.edition();
        Unit unit = around.office().unit();
        String period = text.period(new PeriodId(report.period()));
        String form = text.formTitle(edition);
        String title = isSummary ? text.of("title.summary", report.unitName(), form) : form;
        PaperAnnexes annexes = new PaperAnnexes(text, report, around);
        PaperHead head = new PaperHead(edition.issuer(), edition.documentNumber(), edition.version(), fullName(around.office(), unit),
                text.of("running", form, period));
        return new PrintableReport(isSummary ? PrintableReport.Kind.SUMMARY : PrintableReport.Kind.COUNTY, head, title,
                text.of("subtitle", period), text.of("unit", report.unitName(), report.unit()), affiliation(around.office()),
                isSummary ? scope(report, around.rollUp()) : null,
                new PaperRows(text, report, edition, annexes.pointers()).rows(), annexes.annexes(),
                new PaperSignature(report.people().reviewer(), report.people().filler(), report.people().telephone()),
                coding(report, PageKind.REPORT),
                text.of(isSummary ? "revision.summary" : "revision.form", report.number(), text.time(report.finalizedAt()),
                        report.children().size()));
    }

    private static PaperCoding coding(FinalizedReport report, PageKind kind) {
        ReportId id = report.reportId();
        return new PaperCoding(id.unit(), id.period(), kind, report.number(), PageDigest.ofSha256Hex(report.digest().hex()));
    }

    /** The unit with the names of those above it, nearest last: 丙省乙市甲县. The ministry is left out. */
    private static String fullName(Office office, Unit unit) {
        StringBuilder name = new StringBuilder(unit.name());
        for (Unit above : office.units().chainAbove(unit.id())) {
            if (above.level() != org.shangbao.model.unit.AdminLevel.MINISTRY) {
                name.insert(0, above.name());
            }
        }
        return name.toString();
    }

    private String affiliation(Office office) {
        List<Unit> above = new ArrayList<>(office.units().chainAbove(office.unit().id()));
        above.removeIf(unit -> unit.level() == org.shangbao.model.unit.AdminLevel.MINISTRY);
        if (above.isEmpty()) {
            return office.above() == null ? "" : text.of("affiliation.ministry", office.above().name());
        }
        StringBuilder names = new StringBuilder();
        above.reversed().forEach(unit -> names.append(unit.name()));
        return text.of("affiliation", names);
    }

    private String scope(FinalizedReport report, Optional<RollUpView> rollUp) {
        int due = rollUp.map(RollUpView::due).orElse(report.children().size() + report.missing().size());
        int counted = rollUp.map(RollUpView::counted).orElse(report.children().size());
        return report.missing().isEmpty()
                ? text.of("scope.whole", due, counted)
                : text.of("scope.missing", due, counted, report.missing().size());
    }

    private PrintableSignOff signOff(FinalizedReport report, Surroundings around, List<SignOffView.Step> steps) {
        String period = text.period(new PeriodId(report.period()));
        String form = text.formTitle(around.edition());
        Unit unit = around.office().unit();
        PageDigest digest = PageDigest.ofSha256Hex(report.digest().hex());
        String number = new org.shangbao.paper.QrText(new UnitId(report.unit()), new PeriodId(report.period()), PageKind.REPORT,
                report.number(), 1, 1, digest).reportNumber();
        List<PrintableSignOff.Field> fields = new ArrayList<>();
        fields.add(field("signoff.matter", List.of(text.of("signoff.matter.text", period, report.unitName(), form)), false));
        fields.add(field("signoff.report", List.of(text.of("signoff.report.text", number, digest.checkCodeInGroups())), true));
        fields.add(field("signoff.digest", digestLines(report.digest().hex()), true));
        fields.add(field("signoff.scope", List.of(scope(report, around.rollUp())), false));
        fields.add(field("signoff.remarks",
                List.of(text.of("signoff.remarks.text", report.explanations().size(), report.missing().size())), false));
        List<PrintableSignOff.Step> chain = steps.stream()
                .map(step -> new PrintableSignOff.Step(step.role(), "", step.name(), step.done() ? step.opinion() : "")).toList();
        return new PrintableSignOff(unit.name(), text.of("signoff.title", form), text.of("subtitle", period), fields, chain,
                List.of(text.of("signoff.note1"), text.of("signoff.note2")), coding(report, PageKind.SIGN_OFF),
                text.of("signoff.line", report.number(), text.time(report.finalizedAt())));
    }

    private PrintableSignOff.Field field(String labelKey, List<String> lines, boolean bold) {
        return new PrintableSignOff.Field(text.of(labelKey), lines, bold ? PrintableSignOff.Face.BOLD : PrintableSignOff.Face.PLAIN);
    }

    private static List<String> digestLines(String hex) {
        String digits = hex.toUpperCase(java.util.Locale.ROOT);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 2; line++) {
            List<String> groups = new ArrayList<>();
            for (int group = 0; group < 4; group++) {
                int from = line * 32 + group * 8;
                groups.add(digits.substring(from, from + 8));
            }
            lines.add(String.join(" ", groups));
        }
        return lines;
    }
}
