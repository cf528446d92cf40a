package org.shangbao.client.application.paper;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.shangbao.client.application.store.SentAs;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PagesByEye;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanReading;

/**
 * Makes the one file that goes up out of the files that were taken in: small enough for the link, and read again before it counts. What
 * cannot be read as well as the scan it was made of is not sent; the next larger form is. Holds nothing; safe to share between threads.
 */
final class ScanPacking {
    /** Below this a scan goes as it is: a dense page at 200 dpi and a JPEG quality of 0.5 has some 300 KB. */
    private static final long SMALL_PAGE = 420 << 10;
    /** Below this it goes as it is on a slow link too. */
    private static final long TINY_PAGE = 120 << 10;
    private static final String STAMP_SEEN = "stamp.seen";
    private static final String HARD_TO_READ = "legibility.poor";

    private final PaperImages images;
    private final ScanDesk scans;

    ScanPacking(PaperImages images, ScanDesk scans) {
        this.images = images;
        this.scans = scans;
    }

    /** Files that were taken in, with their names. */
    record Taken(List<byte[]> files, List<String> names) {
        long size(List<ScanPage> pages) {
            return pages.stream().map(ScanPage::file).distinct().mapToLong(file -> files.get(file - 1).length).sum();
        }
    }

    /**
     * The file that is sent.
     *
     * @param fellBack     a smaller form could not be read well enough
     * @param originalSize bytes of the files it was made of
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes handed over once
    record Packed(byte[] file, String fileName, SentAs sentAs, boolean fellBack, long originalSize) {}

    /** What the file is packed for: the paper it must show, the link, the page with the signature block (0 if not known), its own name, pages a person told. */
    record Purpose(ExpectedPaper expected, LinkMode link, int signaturePage, String fileName, UnitTree units, Set<Integer> byEye) {}

    /**
     * Packs.
     *
     * @param judgement accepted
     */
    Packed pack(Taken taken, ScanDesk.Judgement judgement, Purpose purpose, ScanWatch watch) throws ReportingException {
        List<ScanPage> pages = judgement.accepted();
        long original = taken.size(pages);
        long enough = (purpose.link() == LinkMode.SLOW ? TINY_PAGE : SMALL_PAGE) * pages.size();
        boolean fellBack = false;
        if (original > enough) {
            for (SentAs how : purpose.link() == LinkMode.SLOW
                    ? List.of(SentAs.BLACK_AND_WHITE, SentAs.COLOUR)
                    : List.of(SentAs.COLOUR)) {
                watch.begin(ScanWatch.Step.COMPACTING);
                byte[] file = images.pack(taken.files(), pages, how, signature(pages, purpose.signaturePage()), watch::page);
                if (file.length < original) {
                    if (isAsGood(judgement, judge(file, purpose, watch))) {
                        return new Packed(file, purpose.fileName(), how, fellBack, original);
                    }
                    fellBack = true;
                }
            }
        }
        return asScanned(taken, judgement, purpose, fellBack, watch);
    }

    private static int signature(List<ScanPage> pages, int page) { return page >= 1 && page <= pages.size() ? page : 0; }

    private ScanDesk.Judgement judge(byte[] file, Purpose purpose, ScanWatch watch) throws ReportingException {
        watch.begin(ScanWatch.Step.CHECKING);
        List<String> names = List.of(purpose.fileName());
        ScanReading read = new ScanReading.Read(scans.read(List.of(file), names, watch));
        // the file has exactly the paper's pages in their order
        ScanReading told = PagesByEye.in(read, purpose.expected(),
                purpose.byEye().stream().collect(Collectors.toMap(page -> page, page -> page)));
        return scans.judge(purpose.expected(), ((ScanReading.Read) told).pages(), names, 0, purpose.units());
    }

    private static boolean isAsGood(ScanDesk.Judgement before, ScanDesk.Judgement after) {
        return after.isAccepted() && (after.advice().contains(STAMP_SEEN) || !before.advice().contains(STAMP_SEEN))
                && (!after.advice().contains(HARD_TO_READ) || before.advice().contains(HARD_TO_READ));
    }

    private Packed asScanned(Taken taken, ScanDesk.Judgement judgement, Purpose purpose, boolean fellBack, ScanWatch watch)
            throws ReportingException {
        List<ScanPage> pages = judgement.accepted();
        long original = taken.size(pages);
        boolean isWhole = purpose.byEye().isEmpty() || judgement.read().size() == pages.size();
        boolean isOneFileInOrder = isWhole && pages.stream().map(ScanPage::file).distinct().count() == 1 && isInOrder(pages);
        if (isOneFileInOrder) {
            int file = pages.getFirst().file();
            return new Packed(taken.files().get(file - 1), taken.names().get(file - 1), SentAs.AS_SCANNED, fellBack, original);
        }
        byte[] whole = images.merge(taken.files(), pages);
        // what is sent is judged, not what it was made of
        ScanDesk.Judgement again = judge(whole, purpose, watch);
        if (!again.isAccepted()) {
            throw ScanDesk.refused(again.problems());
        }
        return new Packed(whole, purpose.fileName(), SentAs.AS_SCANNED, fellBack, original);
    }

    private static boolean isInOrder(List<ScanPage> pages) {
        for (int index = 1; index < pages.size(); index++) {
            if (pages.get(index).position() < pages.get(index - 1).position()) {
                return false;
            }
        }
        return true;
    }
}
