package org.shangbao.walkthrough;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.shangbao.client.print.ReportPapers;
import org.shangbao.client.print.ReportPrinter;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.wire.v1.FinalizedReport;

/** A county's finalized report with invented figures, printed by the real printer. */
record SampleReport(FinalizedReport report, byte[] pdf, ExpectedPaper paper) {

    static SampleReport print(ReportPrinter printer, FormEdition edition, UnitTree tree, Unit unit, PeriodId period, int number) {
        return print(printer, edition, tree, unit, period, number, 1);
    }

    /** @param times how often the text on 2.1 is told over; more of it makes more pages */
    static SampleReport print(ReportPrinter printer, FormEdition edition, UnitTree tree, Unit unit, PeriodId period, int number,
            int times) {
        FinalizedReport report = of(edition, unit, period, number, times);
        var printed = printer.print(papers(report, edition, tree).report());
        return new SampleReport(report, printed.pdf(), new ExpectedPaper(unit.id(), period, PageKind.REPORT, number, printed.pages(),
                PageDigest.ofSha256Hex(report.digest().hex())));
    }

    static ReportPapers papers(FinalizedReport report, FormEdition edition, UnitTree tree) {
        return new ReportPapers(report, edition, tree, Optional.empty());
    }

    static FinalizedReport of(FormEdition edition, Unit unit, PeriodId period, int number, int times) {
        TreeMap<String, String> figures = new TreeMap<>(SampleFigures.county(unit.id()));
        figures.put("3.3.2", Integer.toString(3000 + number));
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("2.1", String.join("\n",
                Collections.nCopies(times, SampleTexts.kindergartenPlan(unit, SampleFigures.county(unit.id(), "2.1.1")))));
        return new FinalizedReport(FinalizedReport.FORMAT, 1, FinalizedReport.Kind.FORM, unit.id().value(), unit.name(),
                period.value(), edition.id().value(), edition.digest(), UUID.nameUUIDFromBytes(new byte[]{ (byte) number }), number, null,
                Instant.EPOCH, figures, texts, new TreeMap<>(), List.of(), List.of(), List.of(), List.of(),
                new FinalizedReport.People("王桂兰", "李建国", "", "0898-5550105"), "0.1.0");
    }
}
