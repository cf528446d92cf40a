package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.shangbao.client.application.help.OperationCard;
import org.shangbao.client.application.paper.ReportPaper;
import org.shangbao.client.print.PrintFonts;
import org.shangbao.client.print.PrintedOperationCard;
import org.shangbao.client.print.PrintedReportPaper;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.SignOffView;

/** Gives AWT our own font before the first paper; a command that prints nothing does not pay for it. */
final class PaperWithFonts implements ReportPaper {
    private final PrintedReportPaper paper = new PrintedReportPaper();
    private final Path fonts;
    private boolean isReady;

    PaperWithFonts(Path fonts) { this.fonts = fonts; }

    private synchronized PrintedReportPaper ready() throws ReportingException {
        if (!isReady) {
            try {
                PrintFonts.install(fonts);
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", "fonts"), e);
            }
            isReady = true;
        }
        return paper;
    }

    /** Gets printing up to speed before anyone asks for it; takes a second or two. */
    void prepare() throws ReportingException {
        ready().prepare();
    }

    /** Prints the 操作卡. */
    byte[] card(OperationCard card) throws ReportingException {
        ready();
        return PrintedOperationCard.print(card);
    }

    @Override
    public Printed print(FinalizedReport report, Surroundings around) throws ReportingException { return ready().print(report, around); }

    @Override
    public Printed unnumbered(FinalizedReport report, Surroundings around, boolean blank) throws ReportingException {
        return ready().unnumbered(report, around, blank);
    }

    @Override
    public Printed signOffSheet(FinalizedReport report, Surroundings around, List<SignOffView.Step> steps, int reportPages)
            throws ReportingException {
        return ready().signOffSheet(report, around, steps, reportPages);
    }
}
