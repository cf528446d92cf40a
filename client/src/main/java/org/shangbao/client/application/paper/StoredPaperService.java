package org.shangbao.client.application.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.shangbao.client.application.delivery.ReportingServer;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.paper.PaperService.PageVerdict.Verdict;
import org.shangbao.client.application.report.Finalizing;
import org.shangbao.client.application.report.ReportDesk;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.ScanFile;
import org.shangbao.client.application.store.StoredPaper;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.application.store.StoredScan;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.PaperPolicy;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.ScanLimits;
import org.shangbao.paper.ScanPage;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

/** Print, scan and submission of this office's reports. */
public final class StoredPaperService implements PaperService {
    /** Most bytes of one scan. */
    public static final long MOST_SCAN_BYTES = ScanLimits.STANDARD.maxBytes();
    private static final long MOST_PDF_BYTES = 200L << 20;

    private final OfficeStore store;
    private final FileStore files;
    private final ReportDesk desk;
    private final ReportPaper paper;
    private final PaperImages images;
    private final Printers printers;
    private final ReportingServer server;
    private final ScanDesk scans;
    private final FailureText texts;
    private final Clock clock;
    /** Verdicts are expensive; kept by the files they are about. */
    private final Map<List<String>, ScanDesk.Judgement> judged = new ConcurrentHashMap<>();
    private final Map<String, List<ScanPage>> readScans = new ConcurrentHashMap<>();

    /** Ports of paper. */
    public record Ports(ReportPaper paper, PaperImages images, Printers printers, ReportingServer server) {}

    /** Makes the service. */
    public StoredPaperService(OfficeStore store, FileStore files, OfficeReading reading, Ports ports, FailureText texts, Clock clock) {
        this.store = store;
        this.files = files;
        this.desk = new ReportDesk(reading, clock);
        this.paper = ports.paper();
        this.images = ports.images();
        this.printers = ports.printers();
        this.server = ports.server();
        this.texts = texts;
        this.scans = new ScanDesk(texts);
        this.clock = clock;
    }

    /** The current revision with what belongs to it. */
    private record Current(ReportDesk.OnDesk onDesk, StoredRevision revision, Optional<RollUpView> source) {
        ReportPaper.Surroundings surroundings() { return new ReportPaper.Surroundings(onDesk.draft().edition(), onDesk.office(), source); }

        StoredReport stored() { return onDesk.stored(); }
    }

    private Current current(ReportId report) throws ReportingException {
        return store.read(records -> {
            ReportDesk.OnDesk onDesk = desk.open(records, report);
            UUID head = onDesk.stored().head();
            if (head == null || onDesk.stored().status().isEditable()) {
                throw new ReportingException(ErrorCode.REPORT_NOT_FINALIZED, Map.of());
            }
            StoredRevision revision = records.revision(head)
                    .orElseThrow(() -> new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "revision " + head)));
            return new Current(onDesk, revision, records.summarySource(head));
        });
    }

    @Override
    public Paper print(ReportId report) throws ReportingException { return paperOf(current(report), PaperKind.REPORT); }

    @Override
    public Paper printBlank(ReportId report) throws ReportingException {
        ReportDesk.OnDesk onDesk = store.read(records -> desk.open(records, report));
        return unnumbered(onDesk, Finalizing.empty(onDesk, clock.instant()), Optional.empty(), true);
    }

    @Override
    public Paper printDraft(ReportId report) throws ReportingException {
        return store.read(records -> {
            ReportDesk.OnDesk onDesk = desk.open(records, report);
            Optional<StoredRevision> head = onDesk.stored().head() == null ? Optional.empty() : records.revision(onDesk.stored().head());
            Optional<FinalizedReport> summed = head.isEmpty()
                    ? Optional.empty()
                    : Optional.of(head.get().content()).filter(before -> before.kind() == FinalizedReport.Kind.SUMMARY);
            Optional<RollUpView> source = summed.isEmpty() ? Optional.empty() : records.summarySource(summed.get().revision());
            return new Draft(onDesk, summed.map(before -> Finalizing.SummaryPart.of(before, onDesk.draft())), source);
        }).print(this);
    }

    @Override
    public Paper printDraft(ReportId report, RollUpView sum) throws ReportingException {
        ReportDesk.OnDesk onDesk = store.read(records -> desk.open(records, report));
        return new Draft(onDesk, Optional.of(Finalizing.SummaryPart.of(sum, new TreeMap<>(), List.of(), texts)), Optional.of(sum))
                .print(this);
    }

    /** What a draft is printed from. */
    private record Draft(ReportDesk.OnDesk onDesk, Optional<Finalizing.SummaryPart> summary, Optional<RollUpView> source) {
        Paper print(StoredPaperService service) throws ReportingException {
            return service.unnumbered(onDesk, Finalizing.forProof(onDesk, summary, service.clock.instant()), source, false);
        }
    }

    @Override
    public Optional<RollUpView> summarySource(ReportId report) throws ReportingException { return current(report).source(); }

    private Paper unnumbered(ReportDesk.OnDesk onDesk, FinalizedReport content, Optional<RollUpView> source, boolean blank)
            throws ReportingException {
        ReportPaper.Printed printed = paper.unnumbered(content,
                new ReportPaper.Surroundings(onDesk.draft().edition(), onDesk.office(), source), blank);
        return new Paper(printed.pdf(), printed.pages(),
                PaperNames.unnumbered(onDesk.draft().unit().name(), onDesk.draft().id().period(), blank));
    }

    @Override
    public Paper printSignOffSheet(ReportId report) throws ReportingException { return paperOf(current(report), PaperKind.SIGN_OFF_SHEET); }

    private Paper paperOf(Current current, PaperKind kind) throws ReportingException {
        StoredPaper stored = storedPaper(current, kind);
        byte[] pdf = files.read(stored.pdf(), MOST_PDF_BYTES);
        return new Paper(pdf, stored.pages(), fileName(current, kind));
    }

    private static String fileName(Current current, PaperKind kind) {
        return PaperNames.numbered(kind, current.onDesk().draft().unit().name(), current.revision().report().period(),
                current.revision().number());
    }

    /** Prints at the first call for a revision; ever after it is the stored paper. */
    private StoredPaper storedPaper(Current current, PaperKind kind) throws ReportingException {
        UUID revision = current.revision().revision();
        Optional<StoredPaper> known = store.read(records -> records.paper(revision, kind));
        if (known.isPresent()) {
            return known.get();
        }
        FinalizedReport content = current.revision().content();
        ReportPaper.Printed printed = switch (kind) {
            case REPORT -> paper.print(content, current.surroundings());
            case SIGN_OFF_SHEET -> {
                SignOffView signOff = server.signOff(current.revision().report());
                yield paper.signOffSheet(content, current.surroundings(), signOff.steps(), storedPaper(current, PaperKind.REPORT).pages());
            }
        };
        FileStore.Content pdf = files.put(new ByteArrayInputStream(printed.pdf()), MOST_PDF_BYTES, ErrorCode.SCAN_TOO_LARGE);
        String map = printed.map().length == 0
                ? ""
                : files.put(new ByteArrayInputStream(printed.map()), MOST_PDF_BYTES, ErrorCode.SCAN_TOO_LARGE).sha256();
        StoredPaper made = new StoredPaper(revision, kind, pdf.sha256(), map, printed.pages());
        return store.write("paper.print", changes -> {
            Optional<StoredPaper> meanwhile = changes.paper(revision, kind);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            changes.putPaper(made);
            return made;
        }).value();
    }

    @Override
    public PaperState state(ReportId report) throws ReportingException { return state(current(report), PaperKind.REPORT); }

    private PaperState state(Current current, PaperKind kind) throws ReportingException {
        UUID revision = current.revision().revision();
        Optional<StoredPaper> printed = store.read(records -> records.paper(revision, kind));
        int dataSize = current.revision().bytes().length;
        if (printed.isEmpty()) {
            return new PaperState(false, 0, List.of(), List.of(), false, 0, dataSize, List.of());
        }
        int pages = printed.get().pages();
        Optional<StoredScan> scan = store.read(records -> records.scan(revision, kind));
        List<ScanFile> kept = store.read(records -> records.scanFiles(revision, kind));
        ScanDesk.Judgement judgement = judged.get(kept.stream().map(ScanFile::sha256).toList());
        if (scan.isPresent()) {
            List<PageVerdict> accepted = new ArrayList<>();
            for (int page = 1; page <= pages; page++) {
                accepted.add(new PageVerdict(page, Verdict.ACCEPTED, null));
            }
            return new PaperState(true, pages, accepted, List.of(), true, scan.get().size(), dataSize,
                    judgement == null ? List.of() : judgement.advice());
        }
        if (judgement == null) {
            judgement = judge(current, kind, pages, kept, List.of());
        }
        return new PaperState(true, pages, judgement.verdicts(), judgement.problems(), false, 0, dataSize, judgement.advice());
    }

    @Override
    public PaperState takeScan(ReportId report, List<Path> paths) throws ReportingException {
        return take(report, PaperKind.REPORT, paths);
    }

    @Override
    public PaperState takeSignOffScan(ReportId report, List<Path> paths) throws ReportingException {
        return take(report, PaperKind.SIGN_OFF_SHEET, paths);
    }

    private record GivenFile(String name, byte[] bytes) {}

    private PaperState take(ReportId report, PaperKind kind, List<Path> paths) throws ReportingException {
        Current current = current(report);
        UUID revision = current.revision().revision();
        int pages = storedPaper(current, kind).pages();
        List<GivenFile> given = read(paths);
        List<ScanFile> kept = store.read(records -> records.scan(revision, kind).isPresent()
                ? List.<ScanFile>of()
                : records.scanFiles(revision, kind));
        ScanDesk.Judgement judgement = judge(current, kind, pages, kept, given);
        List<ScanFile> good = new ArrayList<>();
        for (int file = 1; file <= kept.size() + given.size(); file++) {
            if (judgement.good().contains(file)) {
                good.add(file <= kept.size() ? kept.get(file - 1) : stored(given.get(file - 1 - kept.size())));
            }
        }
        if (judgement.isAccepted()) {
            accept(current, kind, judgement, kept, given, good);
        } else {
            boolean hasScan = store.read(records -> records.scan(revision, kind)).isPresent();
            if (!good.isEmpty() && !hasScan) {
                store.write("scan.keep", changes -> {
                    changes.putScanFiles(revision, kind, good);
                    return good;
                });
            }
            return new PaperState(true, pages, judgement.verdicts(), judgement.problems(), false, 0, current.revision().bytes().length,
                    judgement.advice());
        }
        judged.put(good.stream().map(ScanFile::sha256).toList(), judgement);
        return state(current, kind);
    }

    private static List<GivenFile> read(List<Path> paths) throws ReportingException {
        List<GivenFile> given = new ArrayList<>();
        long total = 0;
        for (Path path : paths) {
            Path name = path.getFileName();
            String fileName = name == null ? "" : name.toString();
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes((int) (MOST_SCAN_BYTES + 1 - total));
                total += bytes.length;
                given.add(new GivenFile(fileName, bytes));
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", fileName), e);
            }
            if (total > MOST_SCAN_BYTES) {
                throw new ReportingException(ErrorCode.SCAN_TOO_LARGE,
                        Map.of("size", (MOST_SCAN_BYTES >> 20) + " MB+", "most", (MOST_SCAN_BYTES >> 20) + " MB"));
            }
        }
        return given;
    }

    private ScanDesk.Judgement judge(Current current, PaperKind kind, int pages, List<ScanFile> kept, List<GivenFile> given)
            throws ReportingException {
        List<byte[]> bytes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ScanFile file : kept) {
            bytes.add(files.read(file.sha256(), MOST_SCAN_BYTES));
            names.add(file.fileName());
        }
        for (GivenFile file : given) {
            bytes.add(file.bytes());
            names.add(file.name());
        }
        if (bytes.isEmpty()) {
            List<PageVerdict> missing = new ArrayList<>();
            for (int page = 1; page <= pages; page++) {
                missing.add(new PageVerdict(page, Verdict.MISSING, null));
            }
            return new ScanDesk.Judgement(List.of(), java.util.Set.of(), missing, List.of(), List.of());
        }
        return scans.judge(expected(current, kind, pages), bytes, names, kept.size(), current.onDesk().office().units());
    }

    private static ExpectedPaper expected(Current current, PaperKind kind, int pages) {
        ReportId report = current.revision().report();
        return new ExpectedPaper(report.unit(), report.period(), kind == PaperKind.REPORT ? PageKind.REPORT : PageKind.SIGN_OFF,
                current.revision().number(), pages, PageDigest.ofSha256Hex(current.revision().digest()));
    }

    private ScanFile stored(GivenFile file) throws ReportingException {
        FileStore.Content content = files.put(new ByteArrayInputStream(file.bytes()), MOST_SCAN_BYTES, ErrorCode.SCAN_TOO_LARGE);
        return new ScanFile(file.name(), content.sha256());
    }

    private void accept(Current current, PaperKind kind, ScanDesk.Judgement judgement, List<ScanFile> kept, List<GivenFile> given,
            List<ScanFile> good) throws ReportingException {
        List<ScanPage> pages = judgement.accepted();
        boolean isOneFileInOrder = good.size() == 1 && isInOrder(pages);
        byte[] whole;
        String fileName;
        if (isOneFileInOrder) {
            whole = files.read(good.getFirst().sha256(), MOST_SCAN_BYTES);
            fileName = good.getFirst().fileName();
        } else {
            List<byte[]> all = new ArrayList<>();
            for (ScanFile file : kept) {
                all.add(files.read(file.sha256(), MOST_SCAN_BYTES));
            }
            given.forEach(file -> all.add(file.bytes()));
            whole = images.merge(all, pages);
            fileName = fileName(current, kind);
            // what is sent is judged, not what it was made of
            List<String> names = List.of(fileName);
            ScanDesk.Judgement again = scans.judge(expected(current, kind, pages.size()), List.of(whole), names, 0,
                    current.onDesk().office().units());
            if (!again.isAccepted()) {
                throw new ReportingException(ErrorCode.SCAN_REFUSED, Map.of("problems", String.join("；", again.problems())));
            }
        }
        FileStore.Content content = files.put(new ByteArrayInputStream(whole), MOST_SCAN_BYTES, ErrorCode.SCAN_TOO_LARGE);
        UUID revision = current.revision().revision();
        StoredScan scan = new StoredScan(revision, kind, content.sha256(), fileName, content.size(), pages.size(), clock.instant());
        store.write("scan.accept", changes -> {
            changes.putScanFiles(revision, kind, good);
            changes.putScan(scan);
            boolean isSubmitted = changes.report(current.revision().report()).map(StoredReport::status)
                    .filter(ReportStatus.SUBMITTED::equals).isPresent();
            if (isSubmitted) {
                // the paper follows the figures: 补件, a scan the server refused, or the 审签单
                queueScan(changes, scan, current.revision().report());
            }
            return scan;
        });
    }

    private static boolean isInOrder(List<ScanPage> pages) {
        for (int index = 1; index < pages.size(); index++) {
            if (pages.get(index).position() < pages.get(index - 1).position()) {
                return false;
            }
        }
        return true;
    }

    private static void queueScan(OfficeChanges changes, StoredScan scan, ReportId report) throws ReportingException {
        boolean isQueued = changes.outbox().stream().anyMatch(item -> item.revision().equals(scan.revision())
                && item.content().equals(scan.sha256()) && item.state() != OutboxItem.State.REFUSED);
        if (!isQueued) {
            OutboxItem.Kind kind = scan.kind() == PaperKind.REPORT ? OutboxItem.Kind.SCAN : OutboxItem.Kind.SIGN_OFF_SCAN;
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), nextPosition(changes), kind, report, scan.revision(), scan.sha256(),
                    scan.fileName(), scan.size()));
        }
    }

    private static long nextPosition(OfficeChanges changes) throws ReportingException {
        return changes.outbox().stream().mapToLong(OutboxItem::position).max().orElse(0) + 1;
    }

    @Override
    public byte[] page(Paper paper, int page, int dotsPerInch) throws ReportingException {
        return images.printedPage(paper.pdf(), page, dotsPerInch);
    }

    @Override
    public List<Printers.Printer> printers() { return printers.all(); }

    @Override
    public void sendToPrinter(Paper paper, Printers.PrintOrder order) throws ReportingException { printers.print(paper.pdf(), order); }

    @Override
    public byte[] printedPage(ReportId report, int page, int dotsPerInch) throws ReportingException {
        Paper printed = print(report);
        return images.printedPage(printed.pdf(), page, dotsPerInch);
    }

    @Override
    public byte[] scannedPage(ReportId report, int page, int dotsPerInch) throws ReportingException {
        UUID revision = current(report).revision().revision();
        StoredScan scan = store.read(records -> records.scan(revision, PaperKind.REPORT))
                .orElseThrow(() -> new ReportingException(ErrorCode.SCAN_MISSING, Map.of()));
        byte[] file = files.read(scan.sha256(), MOST_SCAN_BYTES);
        return images.scannedPage(file, pageOf(readOnce(scan.sha256(), file), page), dotsPerInch);
    }

    private List<ScanPage> readOnce(String sha256, byte[] file) throws ReportingException {
        List<ScanPage> known = readScans.get(sha256);
        if (known == null) {
            known = scans.pages(file);
            readScans.clear();
            readScans.put(sha256, known);
        }
        return known;
    }

    private static ScanPage pageOf(List<ScanPage> pages, int page) throws ReportingException {
        return pages.stream().filter(candidate -> candidate.code() != null && candidate.code().page() == page).findFirst()
                .orElseThrow(() -> new ReportingException(ErrorCode.SCAN_MISSING, Map.of()));
    }

    @Override
    public ReportDraft submit(ReportId report) throws ReportingException {
        return store.write("report.submit", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            UUID head = onDesk.stored().head();
            if (head == null || onDesk.stored().status().isEditable()) {
                throw new ReportingException(ErrorCode.REPORT_NOT_FINALIZED, Map.of());
            }
            StoredReport moved = ReportDesk.moved(onDesk.stored(), ReportAct.SUBMIT, null, clock.instant());
            StoredRevision revision = changes.revision(head)
                    .orElseThrow(() -> new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "revision " + head)));
            Optional<StoredScan> scan = changes.scan(head, PaperKind.REPORT);
            if (scan.isEmpty() && needsPaper(onDesk)) {
                throw new ReportingException(ErrorCode.SCAN_MISSING, Map.of());
            }
            requireSubmittable(onDesk, scan.isPresent());
            long position = nextPosition(changes);
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), position++, OutboxItem.Kind.REVISION, report, head, "", "",
                    revision.bytes().length));
            for (List<Attachment> attachments : onDesk.content().attachments().values()) {
                for (Attachment file : attachments) {
                    changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), position++, OutboxItem.Kind.ATTACHMENT, report, head,
                            file.sha256(), file.fileName(), file.size()));
                }
            }
            if (scan.isPresent()) {
                queueScan(changes, scan.get(), report);
            }
            changes.putReport(moved);
            return desk.open(changes, report).draft();
        }).value();
    }

    /** A county and a province by the edition's policy; a level that only sums up by the policy for cities. */
    private static boolean needsPaper(ReportDesk.OnDesk onDesk) {
        PaperPolicy policy = onDesk.draft().edition().paper();
        Office office = onDesk.office();
        FormLevel fills = office.unit().fills();
        return fills == null ? policy.cityPaper() != PaperPolicy.CityPaper.NONE : policy.submitNeedsScan();
    }

    private static void requireSubmittable(ReportDesk.OnDesk onDesk, boolean hasScan) throws ReportingException {
        long open = onDesk.draft().findings().stream()
                .filter(finding -> finding.stage() == CheckRule.Stage.SUBMIT && finding.severity() == Severity.MUST_FIX
                        && finding.outcome() == Finding.Outcome.FAILED)
                .count();
        if (open > 0 && hasScan) {
            throw new ReportingException(ErrorCode.FINDINGS_OPEN, Map.of("mustFix", Long.toString(open), "mustExplain", "0"));
        }
    }
}
