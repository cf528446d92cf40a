package org.shangbao.client.application.paper;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.shangbao.client.application.delivery.ReportingServer;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.report.Finalizing;
import org.shangbao.client.application.report.ReportDesk;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.Setting;
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
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

/** Print, scan and submission of this office's reports. */
public final class StoredPaperService implements PaperService {
    /** Most bytes of one scan. */
    public static final long MOST_SCAN_BYTES = ScanIntake.MOST_SCAN_BYTES;
    private static final long MOST_PDF_BYTES = 200L << 20;

    private final OfficeStore store;
    private final FileStore files;
    private final ReportDesk desk;
    private final ReportPaper paper;
    private final PaperImages images;
    private final Printers printers;
    private final ReportingServer server;
    private final FailureText texts;
    private final ScanIntake intake;
    private final ScanFolder folder;
    private final Clock clock;

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
        this.intake = new ScanIntake(store, files, images, clock);
        this.folder = new PolledScanFolder(store, clock);
        this.clock = clock;
    }

    private CurrentPaper current(ReportId report) throws ReportingException {
        return store.read(records -> {
            ReportDesk.OnDesk onDesk = desk.open(records, report);
            UUID head = onDesk.stored().head();
            if (head == null || onDesk.stored().status().isEditable()) {
                throw new ReportingException(ErrorCode.REPORT_NOT_FINALIZED, Map.of());
            }
            StoredRevision revision = records.revision(head)
                    .orElseThrow(() -> new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "revision " + head)));
            return new CurrentPaper(onDesk, revision, records.summarySource(head));
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

    private Paper paperOf(CurrentPaper current, PaperKind kind) throws ReportingException {
        StoredPaper stored = storedPaper(current, kind);
        byte[] pdf = files.read(stored.pdf(), MOST_PDF_BYTES);
        return new Paper(pdf, stored.pages(), current.fileName(kind));
    }

    /** Prints at the first call for a revision; ever after it is the stored paper. */
    private StoredPaper storedPaper(CurrentPaper current, PaperKind kind) throws ReportingException {
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
        // until here nothing is kept; from here on the paper is stored as one
        Watched.current().orGiveUp();
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
    public PaperState state(ReportId report) throws ReportingException {
        CurrentPaper current = current(report);
        return intake.state(current, PaperKind.REPORT, store.read(records -> records.paper(current.id(), PaperKind.REPORT)));
    }

    @Override
    public PaperState takeScan(ReportId report, List<Path> files, ScanWatch watch) throws ReportingException {
        CurrentPaper current = current(report);
        return intake.take(current, PaperKind.REPORT, storedPaper(current, PaperKind.REPORT), files, watch);
    }

    @Override
    public PaperState takeByHand(ReportId report, List<Path> files, ByHand said, ScanWatch watch) throws ReportingException {
        CurrentPaper current = current(report);
        if (current.onDesk().office().above() == null || current.onDesk().draft().unit().fills() == FormLevel.PROVINCE) {
            // nobody above looks at paper by eye before it counts
            throw new ReportingException(ErrorCode.NOT_PERMITTED,
                    Map.of("person", current.onDesk().office().person().name(), "act", "SUBMIT"));
        }
        return intake.takeByHand(current, storedPaper(current, PaperKind.REPORT), files, said, watch);
    }

    @Override
    public PaperState takeSignOffScan(ReportId report, List<Path> files) throws ReportingException {
        CurrentPaper current = current(report);
        return intake.take(current, PaperKind.SIGN_OFF_SHEET, storedPaper(current, PaperKind.SIGN_OFF_SHEET), files, new ScanWatch());
    }

    @Override
    public PaperState packFor(ReportId report, LinkMode link, ScanWatch watch) throws ReportingException {
        store.write("scan.link", changes -> {
            changes.putSetting(Setting.LINK_MODE, link.name());
            return link;
        });
        CurrentPaper current = current(report);
        boolean isWaiting = current.stored().status() == ReportStatus.FINALIZED
                && store.read(records -> records.scan(current.id(), PaperKind.REPORT)).isPresent();
        return isWaiting ? intake.repack(current, PaperKind.REPORT, storedPaper(current, PaperKind.REPORT), watch) : state(report);
    }

    @Override
    public Instant finalizedAt(ReportId report) throws ReportingException { return current(report).revision().content().finalizedAt(); }

    @Override
    public ScanFolder scanFolder() { return folder; }

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
        return intake.page(current(report), page, dotsPerInch);
    }

    @Override
    public byte[] loosePage(ReportId report, int position, int dotsPerInch) throws ReportingException {
        return intake.loose(current(report), position, dotsPerInch);
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
            long position = ScanOutbox.nextPosition(changes);
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), position++, OutboxItem.Kind.REVISION, report, head, "", "",
                    revision.bytes().length));
            for (List<Attachment> attachments : onDesk.content().attachments().values()) {
                for (Attachment file : attachments) {
                    changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), position++, OutboxItem.Kind.ATTACHMENT, report, head,
                            file.sha256(), file.fileName(), file.size()));
                }
            }
            if (scan.isPresent()) {
                ScanOutbox.queue(changes, scan.get(), report);
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
