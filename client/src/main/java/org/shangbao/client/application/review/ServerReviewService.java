package org.shangbao.client.application.review;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.Reception;
import org.shangbao.client.application.delivery.ReportingServer;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.paper.PaperImages;
import org.shangbao.client.application.paper.StoredPaperService;
import org.shangbao.client.application.report.Finalizing;
import org.shangbao.client.application.report.ReportDesk;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.edition.CalendarEntry;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanReading;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.WireJson;

/** Review against the server, with what was seen kept for a look without a link. A decision made without a link waits in the outbox. */
public final class ServerReviewService implements ReviewService {
    private static final int TITLE_LENGTH = 40;
    private final OfficeStore store;
    private final OfficeReading reading;
    private final ReportingServer server;
    private final Reception reception;
    private final PaperImages images;
    private final Finalizing finalizing;
    private final FailureText texts;
    private final ReportDesk desk;
    private final Clock clock;
    private @Nullable ReadScan onTheDesk;

    /** What the service stands on. */
    public record Ports(OfficeStore store, ReportingServer server, Reception reception, PaperImages images) {}

    /** Makes the service. */
    public ServerReviewService(Ports ports, OfficeReading reading, Finalizing finalizing, FailureText texts, Clock clock) {
        this.store = ports.store();
        this.server = ports.server();
        this.reception = ports.reception();
        this.images = ports.images();
        this.reading = reading;
        this.finalizing = finalizing;
        this.texts = texts;
        this.desk = new ReportDesk(reading, clock);
        this.clock = clock;
    }

    private Office office() throws ReportingException { return store.read(reading::office); }

    @Override
    public List<ProgressRow> progress(PeriodId period, EditionId edition) throws ReportingException {
        return server.progress(office().unit().id().value(), period.value(), edition.value());
    }

    @Override
    public Submission open(ReportId report) throws ReportingException {
        String unit = office().unit().id().value();
        ReportState state = stateOf(report);
        UUID head = state.head();
        if (head == null) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", report.toString()));
        }
        boolean isNew = state.reviews().stream().anyMatch(row -> row.unit().equals(unit) && row.status() == ReviewStatus.PENDING);
        if (isNew) {
            state = decide(report, new ReviewDecision(UUID.randomUUID(), ReportAct.OPEN, unit, head, "", List.of(), null));
        }
        FinalizedReport current = revision(report, head, digestOf(state, head));
        UUID parent = current.parent();
        FinalizedReport before = parent == null ? null : revision(report, parent, digestOf(state, parent));
        return new Submission(state, current, before, previous(report));
    }

    private ReportState stateOf(ReportId report) throws ReportingException {
        try {
            ReportState state = server.report(report);
            return store.write("state.receive", changes -> {
                changes.putState(state);
                return state;
            }).value();
        } catch (ReportingException e) {
            if (e.error().exitCode() != ExitCode.NO_LINK) {
                throw e;
            }
            Optional<ReportState> kept = store.read(records -> records.state(report));
            return kept.orElseThrow(() -> e);
        }
    }

    private static String digestOf(ReportState state, UUID revision) {
        return state.revisions().stream().filter(entry -> entry.revision().equals(revision)).map(ReportState.RevisionState::digest)
                .findFirst().orElse("");
    }

    /** Fetches a revision once; its bytes must have the digest the server gave it. */
    private FinalizedReport revision(ReportId report, UUID revision, String digest) throws ReportingException {
        Optional<String> kept = store.read(records -> {
            Optional<StoredRevision> own = records.revision(revision);
            return own.isPresent() ? Optional.of(own.get().canonical()) : records.fetchedRevision(revision);
        });
        if (kept.isPresent()) {
            return FinalizedReport.read(kept.get().getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = server.revision(report, revision);
        FinalizedReport read = FinalizedReport.read(bytes);
        if (!Sha256.of(bytes).hex().equals(digest) || !read.reportId().equals(report) || !read.revision().equals(revision)) {
            throw new ReportingException(ErrorCode.DIGEST_MISMATCH, Map.of("report", report.toString()));
        }
        store.write("revision.fetch", changes -> {
            changes.putFetchedRevision(revision, new String(bytes, StandardCharsets.UTF_8));
            return revision;
        });
        return read;
    }

    @Override
    public @Nullable FinalizedReport previous(ReportId report) throws ReportingException {
        FormEdition edition = store.read(records -> reading.editions().get(records, report.edition()));
        Optional<PeriodId> earlier = edition.calendar().stream().map(CalendarEntry::period)
                .filter(period -> period.compareTo(report.period()) < 0).max(Comparator.naturalOrder());
        if (earlier.isEmpty()) {
            return null;
        }
        ReportId id = new ReportId(report.unit(), earlier.get(), report.edition());
        try {
            ReportState state = server.report(id);
            UUID head = state.head();
            boolean isSettled = !state.reviews().isEmpty() && state.reviews().getFirst().status() == ReviewStatus.APPROVED;
            return head == null || !isSettled ? null : revision(id, head, digestOf(state, head));
        } catch (ReportingException e) {
            if (e.error() == ErrorCode.REPORT_UNKNOWN || e.error().exitCode() == ExitCode.NO_LINK) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public ReportState approve(ReportId report, UUID revision, String opinion) throws ReportingException {
        return decideOrQueue(report, decision(ReportAct.APPROVE, revision, opinion, List.of(), null));
    }

    @Override
    public ReportState approveSeenByEye(ReportId report, UUID revision, String opinion) throws ReportingException {
        ReviewDecision plain = decision(ReportAct.APPROVE, revision, opinion, List.of(), null);
        return decideOrQueue(report,
                new ReviewDecision(plain.operation(), plain.act(), plain.actingUnit(), revision, opinion, List.of(), null,
                        ReviewDecision.PaperLook.SEEN_BY_EYE));
    }

    @Override
    public ReportState returnForCorrection(ReportId report, UUID revision, List<ReviewDecision.Reason> reasons, Instant dueAt)
            throws ReportingException {
        return decideOrQueue(report, decision(ReportAct.RETURN, revision, "", needed(reasons), dueAt));
    }

    @Override
    public ReportState returnDirectly(ReportId report, UUID revision, List<ReviewDecision.Reason> reasons, Instant dueAt)
            throws ReportingException {
        return decideOrQueue(report, decision(ReportAct.RETURN_DIRECTLY, revision, "", needed(reasons), dueAt));
    }

    private static List<ReviewDecision.Reason> needed(List<ReviewDecision.Reason> reasons) throws ReportingException {
        if (reasons.isEmpty() || reasons.stream().anyMatch(reason -> reason.code().isBlank() || reason.text().isBlank())) {
            throw new ReportingException(ErrorCode.RETURN_NEEDS_REASONS, Map.of());
        }
        return reasons;
    }

    private ReviewDecision decision(ReportAct act, UUID revision, String opinion, List<ReviewDecision.Reason> reasons,
            @Nullable Instant dueAt) throws ReportingException {
        return new ReviewDecision(UUID.randomUUID(), act, office().unit().id().value(), revision, opinion, reasons, dueAt);
    }

    private ReportState decide(ReportId report, ReviewDecision decision) throws ReportingException {
        ReportState state = server.act(report, decision);
        return store.write("state.receive", changes -> {
            changes.putState(state);
            return state;
        }).value();
    }

    private ReportState decideOrQueue(ReportId report, ReviewDecision decision) throws ReportingException {
        try {
            return decide(report, decision);
        } catch (ReportingException e) {
            Optional<ReportState> kept = store.read(records -> records.state(report));
            if (e.error().exitCode() != ExitCode.NO_LINK || kept.isEmpty()) {
                throw e;
            }
            byte[] body = WireJson.write(decision);
            store.write("decision.queue", changes -> {
                long position = changes.outbox().stream().mapToLong(OutboxItem::position).max().orElse(0) + 1;
                changes.putOutboxItem(OutboxItem.waiting(decision.operation(), position, OutboxItem.Kind.DECISION, report,
                        decision.revision(), new String(body, StandardCharsets.UTF_8), "", body.length));
                return position;
            });
            return kept.get();
        }
    }

    @Override
    public RollUpView rollUp(PeriodId period, EditionId edition) throws ReportingException {
        return rollUpOf(office().unit().id().value(), period, edition);
    }

    @Override
    public RollUpView rollUpOf(String unit, PeriodId period, EditionId edition) throws ReportingException {
        return server.rollUp(unit, period.value(), edition.value());
    }

    @Override
    public ReportDraft finalizeSummary(ReportId report, Map<String, String> overview, List<String> cases, MissingUnits acceptMissing)
            throws ReportingException {
        RollUpView view = rollUp(report.period(), report.edition());
        if (acceptMissing == MissingUnits.REFUSE && !view.missing().isEmpty()) {
            throw new ReportingException(ErrorCode.CHILDREN_OUTSTANDING, Map.of("count", Integer.toString(view.missing().size()), "units",
                    view.missing().stream().limit(10).map(RollUpView.Missing::unitName).collect(Collectors.joining("、"))));
        }
        Finalizing.SummaryPart part = summaryPart(view, overview, cases);
        return store.write("summary.finalize", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            if (!OfficeReading.isSummary(onDesk.draft().unit())) {
                throw new ReportingException(ErrorCode.MOVE_NOT_ALLOWED,
                        Map.of("status", onDesk.stored().status().name(), "act", "ROLL_UP"));
            }
            StoredRevision revision = finalizing.finalizeReport(changes, onDesk, FinalizedReport.Kind.SUMMARY, part, clock.instant());
            changes.putSummarySource(revision.revision(), view);
            return desk.open(changes, report).draft();
        }).value();
    }

    private Finalizing.SummaryPart summaryPart(RollUpView view, Map<String, String> overview, List<String> cases)
            throws ReportingException {
        TreeMap<String, String> narratives = new TreeMap<>();
        overview.forEach((item, text) -> {
            if (!text.isBlank()) {
                narratives.put(item, text);
            }
        });
        List<FinalizedReport.SelectedCase> selected = new ArrayList<>();
        for (String key : cases) {
            RollUpView.Text chosen = view.cases().stream().filter(entry -> (entry.unit() + "/" + entry.item()).equals(key)).findFirst()
                    .orElseThrow(() -> new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", key)));
            selected.add(new FinalizedReport.SelectedCase(chosen.unit(), chosen.unitName(), chosen.item(), title(chosen.text()),
                    chosen.designated()));
        }
        return Finalizing.SummaryPart.of(view, narratives, selected, texts);
    }

    private static String title(String text) {
        String line = text.lines().map(String::strip).filter(candidate -> !candidate.isEmpty()).findFirst().orElse("");
        int end = line.offsetByCodePoints(0, Math.min(TITLE_LENGTH, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }

    @Override
    public SignOffView signOff(ReportId report) throws ReportingException { return server.signOff(report); }

    @Override
    public SignOffView recordStep(ReportId report, String role, String name, String opinion, LocalDate date) throws ReportingException {
        SignOffView view = server.signOff(report);
        return server.recordStep(report,
                new SignOffView.StepDone(UUID.randomUUID(), signedRevision(report, view), role, name, opinion, date, "PAPER"));
    }

    @Override
    public SignOffView reportToMinistry(ReportId report) throws ReportingException {
        SignOffView before = server.signOff(report);
        SignOffView after = server.reportToMinistry(report,
                new SignOffView.Reported(UUID.randomUUID(), signedRevision(report, before)));
        ReportState state = server.report(report);
        String unit = office().unit().id().value();
        store.write("state.receive", changes -> {
            changes.putState(state);
            reception.apply(changes, unit, state);
            return state;
        });
        return after;
    }

    private static UUID signedRevision(ReportId report, SignOffView view) throws ReportingException {
        UUID revision = view.revision();
        if (revision == null) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", report.toString()));
        }
        return revision;
    }

    @Override
    public byte[] scan(ReportId report) throws ReportingException {
        return server.file(scanOf(report), StoredPaperService.MOST_SCAN_BYTES);
    }

    private String scanOf(ReportId report) throws ReportingException {
        ReportState state = stateOf(report);
        return state.revisions().stream().filter(entry -> entry.revision().equals(state.head())).map(ReportState.RevisionState::scan)
                .filter(Objects::nonNull).findFirst().orElseThrow(() -> new ReportingException(ErrorCode.SCAN_MISSING, Map.of()));
    }

    @Override
    public byte[] scannedPage(ReportId report, int page, int dotsPerInch) throws ReportingException {
        ReadScan scan = readOnce(scanOf(report));
        ScanPage found = scan.pages().stream().filter(candidate -> candidate.code() != null && candidate.code().page() == page).findFirst()
                .or(() -> scan.pages().stream().filter(candidate -> candidate.code() == null && candidate.position() == page).findFirst())
                .orElseThrow(() -> new ReportingException(ErrorCode.SCAN_MISSING, Map.of()));
        return images.scannedPage(scan.file(), found, dotsPerInch);
    }

    /** The scan on the desk: a reviewer turns its pages, so it is fetched and read once, not once a page. */
    private synchronized ReadScan readOnce(String sha256) throws ReportingException {
        ReadScan known = onTheDesk;
        if (known != null && known.sha256().equals(sha256)) {
            return known;
        }
        byte[] file = server.file(sha256, StoredPaperService.MOST_SCAN_BYTES);
        List<ScanPage> pages = switch (new ScanReader().read(List.of(file))) {
            case ScanReading.Read read -> read.pages();
            case ScanReading.Refused refused -> throw new ReportingException(ErrorCode.SCAN_UNREADABLE,
                    Map.of("file", "PDF", "reason", texts.words("refusal." + refused.refusal().name(), Map.of())));
        };
        ReadScan read = new ReadScan(sha256, file, pages);
        onTheDesk = read;
        return read;
    }

    @SuppressWarnings("ArrayRecordComponent") // megabytes, handed over once
    private record ReadScan(String sha256, byte[] file, List<ScanPage> pages) {}
}
