package org.shangbao.client.application.paper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.SentAs;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.paper.ScanFault;
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
    default PaperState takeScan(ReportId report, List<Path> files) throws ReportingException {
        return takeScan(report, files, new ScanWatch());
    }

    /**
     * Takes scans in as above, watched.
     *
     * @throws ReportingException SCAN_STOPPED if the watch was told to stop; then nothing is changed
     */
    PaperState takeScan(ReportId report, List<Path> files, ScanWatch watch) throws ReportingException;

    /**
     * Takes scans in of which the clerk says which pages those are that no machine reads (手工通道); they are marked 未机读 until the level above
     * has compared them by eye. A page whose code says another revision, unit, period or page is refused as ever.
     *
     * @throws ReportingException SCAN_REFUSED if the 校验码 is another one's, or unread and missing pages do not match; REASON_MISSING;
     *                            NOT_PERMITTED where no level above looks at paper; SCAN_STOPPED
     */
    PaperState takeByHand(ReportId report, List<Path> files, ByHand said, ScanWatch watch) throws ReportingException;

    /** Packs scans for another kind of link from now on, the one that is here at once unless it was handed over already. */
    PaperState packFor(ReportId report, LinkMode link, ScanWatch watch) throws ReportingException;

    /** Returns when the current revision was finalized: no scan of it is older. */
    Instant finalizedAt(ReportId report) throws ReportingException;

    /** Returns the folder the scanner puts its files into. */
    ScanFolder scanFolder();

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

    /** Returns a page that fits nowhere as PNG, by its place in the scan that was looked at last. */
    byte[] loosePage(ReportId report, int position, int dotsPerInch) throws ReportingException;

    /** Returns a page of the scan as PNG, straightened, for the screen; of a page not accepted the one that came in its place. */
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
     * @param problems what is wrong with pages that fit nowhere
     * @param complete true if the scan is accepted
     * @param scanSize bytes of the stored scan, 0 if none
     * @param dataSize bytes of the canonical report
     * @param advice   register-free advice keys about stamp, ink, legibility, for example {@code stamp.seen}
     * @param sending  how the scan goes up
     * @param loose    pages of the scan looked at last that fit nowhere
     */
    record PaperState(boolean printed, int pages, List<PageVerdict> verdicts, List<ScanFault> problems, boolean complete, long scanSize,
            long dataSize, List<String> advice, Sending sending, List<LoosePage> loose) {}

    /**
     * How a scan goes up.
     *
     * @param link           what kind of link scans are packed for
     * @param bytesPerSecond speed of the last upload, {@link #ASSUMED_SPEED} if none was measured
     * @param measured       true if it was measured
     * @param sentAs         how the accepted scan is packed, null if there is none
     * @param fellBack       true if a smaller form was made and could not be read well enough
     * @param originalSize   bytes of the files it was made of, which stay here; 0 if there is none
     */
    record Sending(LinkMode link, long bytesPerSecond, boolean measured, @Nullable SentAs sentAs, boolean fellBack, long originalSize) {
        /** Bytes a second where nothing was measured: 128 kbit/s, a bad mobile link. */
        public static final long ASSUMED_SPEED = 16_000;

        /** Returns how many seconds so many bytes take, at least one. */
        public long seconds(long bytes) {
            return Math.max(1, (bytes + bytesPerSecond - 1) / bytesPerSecond);
        }
    }

    /**
     * A page of a scan that fits nowhere on the paper.
     *
     * @param position place in the scan as people count, over all files looked at
     * @param fileName file it is in
     * @param fault    why it fits nowhere
     * @param unread   true if no code was read on it, so that it may be any page
     */
    record LoosePage(int position, String fileName, ScanFault fault, boolean unread) {}

    /** What is known of a page: ACCEPTED, MISSING or REFUSED with the reason; null if accepted. */
    record PageVerdict(int page, Verdict verdict, @Nullable ScanFault fault) {
        /** Verdicts. */
        public enum Verdict {
            /** The right page of the right revision. */
            ACCEPTED,
            /** 未机读: told by the clerk, to be compared by eye above. */
            BY_EYE,
            /** Not here yet. */
            MISSING,
            /** Another page, revision, period or unit came in its place. */
            REFUSED
        }
    }
}
