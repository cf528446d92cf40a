package org.shangbao.client.application.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.RollUpView;

/**
 * Paper of a finalized report and its way up. Calls take long (printing, reading scans); never call from the UI thread.
 */
public interface PaperService {

    /** Prints the finalized revision: made once at first print and stored, the same bytes ever after. */
    Paper print(ReportId report) throws ReportingException;

    /** Prints the form without any answer, to be filled by hand; not stored. */
    Paper printBlank(ReportId report) throws ReportingException;

    /** Prints what lies on the desk for proof reading, marked 草稿, without number and code; not stored. */
    Paper printDraft(ReportId report) throws ReportingException;

    /**
     * Prints a summary for proof reading before it was ever finalized, from the sum as it is now; not stored.
     *
     * @param sum what the server sums at this moment
     */
    Paper printDraft(ReportId report, RollUpView sum) throws ReportingException;

    /** Returns what the current revision of a summary was made from; empty for a form. */
    Optional<RollUpView> summarySource(ReportId report) throws ReportingException;

    /** Prints the 审签单 of a province's finalized form. */
    Paper printSignOffSheet(ReportId report) throws ReportingException;

    /** Returns what is here of the paper of the current revision; print and scan may both be missing. */
    PaperState state(ReportId report) throws ReportingException;

    /**
     * Takes scans in: every page must be of exactly this revision, all pages must be there. Pages already accepted are kept when more come.
     *
     * @return the verdict page by page; refused pages change nothing
     */
    PaperState takeScan(ReportId report, List<Path> files) throws ReportingException;

    /** Takes the scan of the signed 审签单 in. */
    PaperState takeSignOffScan(ReportId report, List<Path> files) throws ReportingException;

    /** Returns a page of a paper printed a moment ago as PNG, for the screen. */
    byte[] page(Paper paper, int page, int dotsPerInch) throws ReportingException;

    /** Returns the printers of this computer, the usual one first. */
    List<Printers.Printer> printers();

    /**
     * Hands pages of a paper to a printer.
     *
     * @throws ReportingException PRINTER_FAILED, PRINT_RANGE
     */
    void sendToPrinter(Paper paper, Printers.PrintOrder order) throws ReportingException;

    /** Returns a page of the print as PNG, for the screen. */
    byte[] printedPage(ReportId report, int page, int dotsPerInch) throws ReportingException;

    /** Returns a page of the scan as PNG, straightened, for the screen. */
    byte[] scannedPage(ReportId report, int page, int dotsPerInch) throws ReportingException;

    /** 上报: hands figures, files and scan to the outbox in one transaction; sending goes on by itself. */
    ReportDraft submit(ReportId report) throws ReportingException;

    /** A printed paper: PDF bytes, pages, a file name people recognise. */
    record Paper(byte[] pdf, int pages, String fileName) {}

    /**
     * Print and scan of the current revision.
     *
     * @param printed  true once printed
     * @param pages    pages of the print, 0 before
     * @param verdicts one per page of the print, in order
     * @param problems register sentences about pages that fit nowhere
     * @param complete true if the scan is accepted
     * @param scanSize bytes of the stored scan, 0 if none
     * @param dataSize bytes of the canonical report
     * @param advice   register-free advice keys about stamp, ink, legibility, for example {@code stamp.seen}
     */
    record PaperState(boolean printed, int pages, List<PageVerdict> verdicts, List<String> problems, boolean complete, long scanSize,
            long dataSize, List<String> advice) {}

    /** What is known of a page: ACCEPTED, MISSING or REFUSED with the sentence why; sentence null if accepted. */
    record PageVerdict(int page, Verdict verdict, @Nullable String sentence) {
        /** Verdicts. */
        public enum Verdict {
            /** The right page of the right revision. */
            ACCEPTED,
            /** Not here yet. */
            MISSING,
            /** Another page, revision, period or unit came in its place. */
            REFUSED
        }
    }
}
