package org.shangbao.client.ui.review;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.shangbao.client.application.paper.ByHand;
import org.shangbao.client.application.paper.LinkMode;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.Printers;
import org.shangbao.client.application.paper.ScanFolder;
import org.shangbao.client.application.paper.ScanWatch;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.model.check.Finding;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;

/** This office's own report and its paper, in memory. */
public final class Desk implements ReportService, PaperService {
    private final ReviewWorld world;
    public final List<String> calls = new ArrayList<>();
    public ReportStatus status = ReportStatus.DRAFT;
    public int printed;
    public boolean scanned;

    public Desk(ReviewWorld world) { this.world = world; }

    private ReportDraft draft(ReportId report) { return world.draft(report, status, status.isEditable() ? 0 : 1); }

    @Override
    public ReportDraft open(ReportId report) { return draft(report); }

    @Override
    public SavedFigure saveFigure(ReportId report, String code, String typed) { throw new UnsupportedOperationException(); }

    @Override
    public ReportDraft saveNarrative(ReportId report, String itemCode, String text) {
        calls.add("narrative " + itemCode + " " + text);
        return draft(report);
    }

    @Override
    public ReportDraft attach(ReportId report, String itemCode, Path file) { throw new UnsupportedOperationException(); }

    @Override
    public ReportDraft put(ReportId report, List<org.shangbao.client.application.report.Answer> answers) {
        throw new UnsupportedOperationException("the desk of these tests only finalizes");
    }

    @Override
    public ReportDraft putFigureNote(ReportId report, String code, String text) {
        throw new UnsupportedOperationException("the desk of these tests only finalizes");
    }

    @Override
    public ReportDraft explain(ReportId report, String findingKey, String text) { throw new UnsupportedOperationException(); }

    @Override
    public void rememberFocus(ReportId report, String code) {}

    @Override
    public List<Finding> check(ReportId report) { return List.of(); }

    @Override
    public ReportDraft finalizeReport(ReportId report) { throw new UnsupportedOperationException(); }

    @Override
    public ReportDraft unlock(ReportId report, String reason) { throw new UnsupportedOperationException(); }

    @Override
    public Paper print(ReportId report) {
        calls.add("print");
        printed = 8;
        return new Paper("%PDF-form".getBytes(StandardCharsets.US_ASCII), 8, "form.pdf");
    }

    @Override
    public Paper printBlank(ReportId report) {
        calls.add("printBlank");
        return new Paper("%PDF-sheet".getBytes(StandardCharsets.US_ASCII), 1, "sheet.pdf");
    }

    @Override
    public Paper printDraft(ReportId report, org.shangbao.wire.v1.RollUpView sum) { return printDraft(report); }

    @Override
    public java.util.Optional<org.shangbao.wire.v1.RollUpView> summarySource(ReportId report) { return java.util.Optional.empty(); }

    @Override
    public Paper printDraft(ReportId report) {
        calls.add("printDraft");
        return new Paper("%PDF-sheet".getBytes(StandardCharsets.US_ASCII), 1, "sheet.pdf");
    }

    @Override
    public Paper printSignOffSheet(ReportId report) {
        calls.add("printSheet");
        return new Paper("%PDF-sheet".getBytes(StandardCharsets.US_ASCII), 1, "sheet.pdf");
    }

    @Override
    public PaperState state(ReportId report) {
        PageVerdict.Verdict verdict = scanned ? PageVerdict.Verdict.ACCEPTED : PageVerdict.Verdict.MISSING;
        return new PaperState(printed > 0, printed, IntStream.rangeClosed(1, printed).mapToObj(page -> new PageVerdict(page, verdict, null))
                .toList(), List.of(), scanned, scanned ? 1000 : 0, 1000, List.of(),
                new Sending(LinkMode.NORMAL, Sending.ASSUMED_SPEED, false, null, false, 0), List.of());
    }

    @Override
    public PaperState takeScan(ReportId report, List<Path> files, ScanWatch watch) {
        calls.add("scan " + files.size());
        scanned = true;
        return state(report);
    }

    @Override
    public PaperState takeByHand(ReportId report, List<Path> files, ByHand said, ScanWatch watch) { return state(report); }

    @Override
    public PaperState packFor(ReportId report, LinkMode link, ScanWatch watch) { return state(report); }

    @Override
    public Instant finalizedAt(ReportId report) { return Instant.EPOCH; }

    @Override
    public ScanFolder scanFolder() { throw new UnsupportedOperationException(); }

    @Override
    public byte[] loosePage(ReportId report, int position, int dotsPerInch) { return new byte[0]; }

    @Override
    public PaperState takeSignOffScan(ReportId report, List<Path> files) {
        calls.add("sheetScan " + files.size());
        return state(report);
    }

    @Override
    public byte[] page(Paper paper, int page, int dotsPerInch) { return new byte[0]; }

    @Override
    public List<Printers.Printer> printers() { return List.of(); }

    @Override
    public void sendToPrinter(Paper paper, Printers.PrintOrder order) { calls.add("toPrinter"); }

    @Override
    public byte[] printedPage(ReportId report, int page, int dotsPerInch) { return new byte[0]; }

    @Override
    public byte[] scannedPage(ReportId report, int page, int dotsPerInch) { return new byte[0]; }

    @Override
    public ReportDraft submit(ReportId report) {
        calls.add("submit");
        status = ReportStatus.SUBMITTED;
        return draft(report);
    }
}
