package org.shangbao.client.print;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.ReportPaper;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.WireJson;

/** Papers of finalized reports, in Chinese whatever language the screens speak. The printer is made at the first paper. */
public final class PrintedReportPaper implements ReportPaper {
    private @Nullable ReportPrinter printer;

    private synchronized ReportPrinter printer() {
        if (printer == null) {
            printer = new ReportPrinter();
        }
        return printer;
    }

    /** Makes the printer and prints a page nobody sees, so that the first paper a person asks for is no slower than the second. */
    public void prepare() {
        printer().print(WarmUpPaper.report());
    }

    @Override
    public Printed print(FinalizedReport report, Surroundings around) {
        PrintedReport printed = printer().print(papers(report, around).report());
        return new Printed(printed.pdf(), printed.pages(), WireJson.write(printed.map()));
    }

    @Override
    public Printed signOffSheet(FinalizedReport report, Surroundings around, List<SignOffView.Step> steps, int reportPages) {
        PrintedReport printed = printer().print(papers(report, around).signOff(steps, reportPages));
        return new Printed(printed.pdf(), printed.pages(), new byte[0]);
    }

    @Override
    public Printed unnumbered(FinalizedReport report, Surroundings around, boolean blank) {
        ReportPapers papers = papers(report, around);
        PrintedReport printed = printer().print(blank ? papers.blank() : papers.draft());
        return new Printed(printed.pdf(), printed.pages(), new byte[0]);
    }

    private static ReportPapers papers(FinalizedReport report, Surroundings around) {
        return new ReportPapers(report, around.edition(), around.office().units(), around.rollUp());
    }
}
