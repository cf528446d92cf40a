package org.shangbao.client.application.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.PaperService.PageVerdict;
import org.shangbao.client.application.paper.PaperService.PageVerdict.Verdict;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.ScanDetail;
import org.shangbao.client.application.store.ScanFile;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredPaper;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredScan;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PagesByEye;
import org.shangbao.paper.ScanLimits;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanReading;
import org.shangbao.wire.v1.PaperByHand;

/**
 * Takes scans of a revision's paper in, page by page until all are here, and makes the file that goes up. Files with a right page stay here
 * encrypted as they came. Safe to share between threads.
 */
final class ScanIntake {
    static final long MOST_SCAN_BYTES = ScanLimits.STANDARD.maxBytes();
    private static final long MOST_PDF_BYTES = 200L << 20;
    private static final int KEPT_JUDGEMENTS = 8;

    private final OfficeStore store;
    private final FileStore files;
    private final PaperImages images;
    private final ScanDesk scans;
    private final ScanPacking packing;
    private final ToldPages told;
    private final Clock clock;
    /** Verdicts are expensive; kept by the files they are about. */
    private final Map<List<String>, ScanDesk.Judgement> judged = Collections.synchronizedMap(latest());
    private final Map<String, List<ScanPage>> readScans = Collections.synchronizedMap(latest());
    private volatile @Nullable Looked looked;

    ScanIntake(OfficeStore store, FileStore files, PaperImages images, Clock clock) {
        this.store = store;
        this.files = files;
        this.images = images;
        this.scans = new ScanDesk();
        this.packing = new ScanPacking(images, scans);
        this.told = new ToldPages();
        this.clock = clock;
    }

    private static <K, V> Map<K, V> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) { return size() > KEPT_JUDGEMENTS; }
        };
    }

    /** A file as it was given, or as it lies in the store. */
    private record Source(String name, @Nullable Path path, @Nullable String sha256) {}

    /** What was looked at last, for pictures of pages that were not taken. */
    private record Looked(UUID revision, PaperKind kind, List<Source> sources, ScanDesk.Judgement judgement) {}

    PaperState state(CurrentPaper current, PaperKind kind, Optional<StoredPaper> printed) throws ReportingException {
        Optional<StoredScan> scan = store.read(records -> records.scan(current.id(), kind));
        if (printed.isEmpty() && scan.isEmpty()) {
            return new PaperState(false, 0, List.of(), List.of(), false, 0, current.dataSize(), List.of(), sending(current, kind),
                    List.of());
        }
        List<ScanFile> kept = store.read(records -> records.scanFiles(current.id(), kind));
        ScanDesk.Judgement judgement = judged.get(kept.stream().map(ScanFile::sha256).toList());
        if (scan.isPresent()) {
            PaperByHand byHand = store.read(records -> records.scanDetail(current.id(), kind)).map(ScanDetail::byHand).orElse(null);
            List<PageVerdict> accepted = new ArrayList<>();
            for (int page = 1; page <= scan.get().pages(); page++) {
                boolean isTold = byHand != null && byHand.unread().contains(page);
                accepted.add(new PageVerdict(page, isTold ? Verdict.BY_EYE : Verdict.ACCEPTED, null));
            }
            return new PaperState(true, scan.get().pages(), accepted, List.of(), true, scan.get().size(), current.dataSize(),
                    judgement == null ? List.of() : judgement.advice(), sending(current, kind), List.of());
        }
        int pages = printed.map(StoredPaper::pages).orElse(0);
        if (judgement == null) {
            List<Source> sources = kept.stream().map(file -> new Source(file.fileName(), null, file.sha256())).toList();
            judgement = judge(current, kind, pages, sources, kept.size(), new ScanWatch());
        }
        return waiting(current, kind, pages, judgement);
    }

    private PaperState waiting(CurrentPaper current, PaperKind kind, int pages, ScanDesk.Judgement judgement) throws ReportingException {
        return new PaperState(true, pages, judgement.verdicts(), judgement.problems(), false, 0, current.dataSize(), judgement.advice(),
                sending(current, kind), judgement.loose());
    }

    private PaperService.Sending sending(CurrentPaper current, PaperKind kind) throws ReportingException {
        return store.read(records -> {
            LinkMode link = records.setting(Setting.LINK_MODE).orElse("").equals(LinkMode.SLOW.name()) ? LinkMode.SLOW : LinkMode.NORMAL;
            long speed = Long.parseLong(records.setting(Setting.LINK_SPEED).orElse("0"));
            ScanDetail detail = records.scanDetail(current.id(), kind).orElse(null);
            return new PaperService.Sending(link, speed > 0 ? speed : PaperService.Sending.ASSUMED_SPEED, speed > 0,
                    detail == null ? null : detail.sentAs(), detail != null && detail.fellBack(),
                    detail == null ? 0 : detail.originalSize());
        });
    }

    /** Takes files in beside those that are here. */
    PaperState take(CurrentPaper current, PaperKind kind, StoredPaper printed, List<Path> paths, ScanWatch watch)
            throws ReportingException {
        watch.begin(ScanWatch.Step.READING);
        Optional<StoredScan> before = store.read(records -> records.scan(current.id(), kind));
        List<ScanFile> kept = before.isPresent() ? List.of() : store.read(records -> records.scanFiles(current.id(), kind));
        List<Source> sources = new ArrayList<>(kept.stream().map(file -> new Source(file.fileName(), null, file.sha256())).toList());
        paths.forEach(path -> sources.add(new Source(String.valueOf(path.getFileName()), path, null)));
        List<byte[]> bytes = read(sources);
        ScanDesk.Judgement judgement = judge(current, kind, printed.pages(), sources, bytes, kept.size(), watch);
        List<ScanFile> good = new ArrayList<>();
        for (int file = 1; file <= sources.size(); file++) {
            if (judgement.good().contains(file)) {
                good.add(file <= kept.size() ? kept.get(file - 1) : stored(sources.get(file - 1), bytes.get(file - 1)));
            }
        }
        if (!judgement.isAccepted()) {
            if (before.isEmpty()) {
                if (!good.isEmpty()) {
                    store.write("scan.keep", changes -> {
                        changes.putScanFiles(current.id(), kind, good);
                        return good;
                    });
                }
                judged.put((good.isEmpty() ? kept : good).stream().map(ScanFile::sha256).toList(), judgement);
            }
            return waiting(current, kind, printed.pages(), judgement);
        }
        ScanPacking.Taken taken = new ScanPacking.Taken(bytes, sources.stream().map(Source::name).toList());
        accept(current, kind, packing.pack(taken, judgement, purpose(current, kind, printed), watch), judgement, good, null);
        return state(current, kind, Optional.of(printed));
    }

    /** Takes a scan in of which a person says which pages those are that no machine reads. */
    PaperState takeByHand(CurrentPaper current, StoredPaper printed, List<Path> paths, ByHand said, ScanWatch watch)
            throws ReportingException {
        PaperKind kind = PaperKind.REPORT;
        boolean filled = said.manner() == PaperByHand.Manner.HAND_FILLED;
        if (said.reason().isBlank()) {
            throw new ReportingException(ErrorCode.REASON_MISSING, Map.of("act", "REVIEW"));
        }
        told.requireCode(current, current.expected(kind, printed.pages()), said, earlier(current));
        watch.begin(ScanWatch.Step.READING);
        boolean anew = filled || store.read(records -> records.scan(current.id(), kind)).isPresent();
        List<ScanFile> kept = anew ? List.of() : store.read(records -> records.scanFiles(current.id(), kind));
        List<Source> sources = new ArrayList<>(kept.stream().map(file -> new Source(file.fileName(), null, file.sha256())).toList());
        paths.forEach(path -> sources.add(new Source(String.valueOf(path.getFileName()), path, null)));
        List<byte[]> bytes = read(sources);
        List<String> names = sources.stream().map(Source::name).toList();
        List<ScanPage> read = scans.read(bytes, names, watch);
        ExpectedPaper expected = current.expected(kind, filled ? read.size() : printed.pages());
        // of files that were here before only right pages count
        List<ScanPage> counted = read.stream().filter(page -> page.file() > kept.size() || !PagesByEye.isUnread(page)).toList();
        Map<Integer, Integer> places = told.of(expected, counted, said);
        List<ScanPage> pages = ((ScanReading.Read) PagesByEye.in(new ScanReading.Read(counted), expected, places)).pages();
        ScanDesk.Judgement judgement = scans.judge(expected, pages, names, kept.size(), current.units());
        looked = new Looked(current.id(), kind, sources, judgement);
        if (!judgement.isAccepted()) {
            return waiting(current, kind, printed.pages(), judgement);
        }
        List<ScanFile> good = new ArrayList<>();
        for (int file = 1; file <= sources.size(); file++) {
            if (judgement.good().contains(file)) {
                good.add(file <= kept.size() ? kept.get(file - 1) : stored(sources.get(file - 1), bytes.get(file - 1)));
            }
        }
        List<Integer> unread = places.values().stream().sorted().toList();
        ScanPacking.Purpose wanted = purpose(current, kind, printed);
        ScanPacking.Purpose purpose = new ScanPacking.Purpose(expected, wanted.link(), filled ? 0 : wanted.signaturePage(),
                wanted.fileName(),
                wanted.units(), Set.copyOf(unread));
        accept(current, kind, packing.pack(new ScanPacking.Taken(bytes, names), judgement, purpose, watch), judgement, good,
                new PaperByHand(said.manner(), filled ? "" : said.checkCode().strip(), expected.pages(), unread, said.reason().strip()));
        return state(current, kind, Optional.of(printed));
    }

    private List<CurrentPaper.Earlier> earlier(CurrentPaper current) throws ReportingException {
        return store.read(records -> records.revisions(current.revision().report()).stream()
                .filter(other -> !other.revision().equals(current.id()))
                .map(other -> new CurrentPaper.Earlier(other.number(), PageDigest.ofSha256Hex(other.digest()))).toList());
    }

    /** Packs an accepted scan anew, from the files as they came, for the link chosen now. */
    PaperState repack(CurrentPaper current, PaperKind kind, StoredPaper printed, ScanWatch watch) throws ReportingException {
        if (store.read(records -> records.scanDetail(current.id(), kind)).map(ScanDetail::byHand).isPresent()) {
            // packed as a person told it; told anew, it is packed for the new link
            return state(current, kind, Optional.of(printed));
        }
        List<ScanFile> kept = store.read(records -> records.scanFiles(current.id(), kind));
        List<Source> sources = kept.stream().map(file -> new Source(file.fileName(), null, file.sha256())).toList();
        watch.begin(ScanWatch.Step.READING);
        List<byte[]> bytes = read(sources);
        ScanDesk.Judgement judgement = judge(current, kind, printed.pages(), sources, bytes, kept.size(), watch);
        if (judgement.isAccepted()) {
            ScanPacking.Taken taken = new ScanPacking.Taken(bytes, sources.stream().map(Source::name).toList());
            accept(current, kind, packing.pack(taken, judgement, purpose(current, kind, printed), watch), judgement, kept, null);
        }
        return state(current, kind, Optional.of(printed));
    }

    private ScanPacking.Purpose purpose(CurrentPaper current, PaperKind kind, StoredPaper printed) throws ReportingException {
        LinkMode link = sending(current, kind).link();
        // looked up only where it is needed
        int signed = link == LinkMode.SLOW ? images.signaturePage(files.read(printed.pdf(), MOST_PDF_BYTES)) : 0;
        return new ScanPacking.Purpose(current.expected(kind, printed.pages()), link, signed, current.fileName(kind), current.units(),
                Set.of());
    }

    private void accept(CurrentPaper current, PaperKind kind, ScanPacking.Packed packed, ScanDesk.Judgement judgement, List<ScanFile> good,
            @Nullable PaperByHand byHand) throws ReportingException {
        FileStore.Content content = files.put(new ByteArrayInputStream(packed.file()), MOST_SCAN_BYTES, ErrorCode.SCAN_TOO_LARGE);
        StoredScan scan = new StoredScan(current.id(), kind, content.sha256(), packed.fileName(), content.size(),
                judgement.accepted().size(),
                clock.instant());
        store.write("scan.accept", changes -> {
            changes.putScanFiles(current.id(), kind, good);
            changes.putScan(scan);
            changes.putScanDetail(current.id(), kind, new ScanDetail(packed.sentAs(), packed.fellBack(), packed.originalSize(), byHand));
            boolean isSubmitted = changes.report(current.revision().report()).map(StoredReport::status)
                    .filter(ReportStatus.SUBMITTED::equals).isPresent();
            if (isSubmitted) {
                // the paper follows the figures: 补件, a scan the server refused, or the 审签单
                ScanOutbox.queue(changes, scan, current.revision().report());
            }
            return scan;
        });
        judged.put(good.stream().map(ScanFile::sha256).toList(), judgement);
    }

    private List<byte[]> read(List<Source> sources) throws ReportingException {
        List<byte[]> all = new ArrayList<>();
        long total = 0;
        for (Source source : sources) {
            byte[] bytes = read(source, MOST_SCAN_BYTES - total);
            total += bytes.length;
            all.add(bytes);
        }
        return all;
    }

    private byte[] read(Source source, long most) throws ReportingException {
        String sha256 = source.sha256();
        if (sha256 != null) {
            return files.read(sha256, MOST_SCAN_BYTES);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(java.util.Objects.requireNonNull(source.path()))) {
            bytes = in.readNBytes((int) (most + 1));
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", source.name()), e);
        }
        if (bytes.length > most) {
            throw new ReportingException(ErrorCode.SCAN_TOO_LARGE,
                    Map.of("size", (MOST_SCAN_BYTES >> 20) + " MB+", "most", (MOST_SCAN_BYTES >> 20) + " MB"));
        }
        return bytes;
    }

    private ScanDesk.Judgement judge(CurrentPaper current, PaperKind kind, int pages, List<Source> sources, int kept, ScanWatch watch)
            throws ReportingException {
        return judge(current, kind, pages, sources, read(sources), kept, watch);
    }

    private ScanDesk.Judgement judge(CurrentPaper current, PaperKind kind, int pages, List<Source> sources, List<byte[]> bytes, int kept,
            ScanWatch watch) throws ReportingException {
        ScanDesk.Judgement judgement = bytes.isEmpty()
                ? ScanDesk.Judgement.nothing(pages)
                : scans.judge(current.expected(kind, pages), bytes, sources.stream().map(Source::name).toList(), kept, current.units(),
                        watch);
        looked = new Looked(current.id(), kind, sources, judgement);
        return judgement;
    }

    private ScanFile stored(Source source, byte[] bytes) throws ReportingException {
        FileStore.Content content = files.put(new ByteArrayInputStream(bytes), MOST_SCAN_BYTES, ErrorCode.SCAN_TOO_LARGE);
        return new ScanFile(source.name(), content.sha256());
    }

    /** Draws a page of the scan: of the accepted one, or of what was looked at last. */
    byte[] page(CurrentPaper current, int page, int dotsPerInch) throws ReportingException {
        Optional<StoredScan> scan = store.read(records -> records.scan(current.id(), PaperKind.REPORT));
        if (scan.isPresent()) {
            byte[] file = files.read(scan.get().sha256(), MOST_SCAN_BYTES);
            return images.scannedPage(file, pageOf(readOnce(scan.get().sha256(), file), page), dotsPerInch);
        }
        return draw(current, found -> found.code() != null && found.code().page() == page, dotsPerInch);
    }

    /** Draws a page that fits nowhere, by its place in what was looked at last. */
    byte[] loose(CurrentPaper current, int position, int dotsPerInch) throws ReportingException {
        return draw(current, found -> found.position() == position, dotsPerInch);
    }

    private byte[] draw(CurrentPaper current, java.util.function.Predicate<ScanPage> wanted, int dotsPerInch) throws ReportingException {
        Looked last = looked;
        if (last == null || !last.revision().equals(current.id())) {
            throw new ReportingException(ErrorCode.SCAN_MISSING, Map.of());
        }
        // a page that came again stands behind the one it replaces
        ScanPage page = last.judgement().read().reversed().stream().filter(wanted).findFirst()
                .orElseThrow(() -> new ReportingException(ErrorCode.SCAN_MISSING, Map.of()));
        return images.scannedPage(read(last.sources().get(page.file() - 1), MOST_SCAN_BYTES), page, dotsPerInch);
    }

    private List<ScanPage> readOnce(String sha256, byte[] file) throws ReportingException {
        List<ScanPage> known = readScans.get(sha256);
        if (known == null) {
            known = scans.pages(file);
            readScans.put(sha256, known);
        }
        return known;
    }

    private static ScanPage pageOf(List<ScanPage> pages, int page) throws ReportingException {
        return pages.stream().filter(candidate -> candidate.code() != null && candidate.code().page() == page).findFirst()
                .or(() -> pages.stream().filter(candidate -> candidate.code() == null && candidate.position() == page).findFirst())
                .orElseThrow(() -> new ReportingException(ErrorCode.SCAN_MISSING, Map.of()));
    }
}
