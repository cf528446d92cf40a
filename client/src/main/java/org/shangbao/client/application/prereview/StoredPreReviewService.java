package org.shangbao.client.application.prereview;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.ReportingServer;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.report.Finalizing;
import org.shangbao.client.application.report.ReportDesk;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PreReview;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pre-review on the office's own store: drafts stay in the outbox after they were delivered, answers come with the reports' states. */
public final class StoredPreReviewService implements PreReviewService {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPreReviewService.class);
    private static final int MOST_SENDINGS = 999;
    private final OfficeStore store;
    private final OfficeReading reading;
    private final ReportDesk desk;
    private final ReportingServer server;
    private final FailureText texts;
    private final Clock clock;
    private final String program;

    /**
     * Makes the service.
     *
     * @param program name and version of this program, written into every draft
     */
    public StoredPreReviewService(OfficeStore store, OfficeReading reading, ReportingServer server, FailureText texts, Clock clock,
            String program) {
        this.store = store;
        this.reading = reading;
        this.desk = new ReportDesk(reading, clock);
        this.server = server;
        this.texts = texts;
        this.clock = clock;
        this.program = program;
    }

    @Override
    public PreReviewLook look(ReportId report) throws ReportingException { return store.read(records -> look(records, report)); }

    private PreReviewLook look(OfficeRecords records, ReportId report) throws ReportingException {
        String level = lookingLevel(reading.office(records)).map(Unit::name).orElse("");
        List<OutboxItem> sent = sent(records, report);
        List<PreReview> held = records.state(report).map(ReportState::preReviews).orElse(List.of());
        if (sent.isEmpty() && held.isEmpty()) {
            return new PreReviewLook(PreReviewLook.Stage.NOT_SENT, 0, null, level, "", List.of(), 0);
        }
        Optional<PreReview> answered = held.stream().filter(entry -> !entry.answers().isEmpty()).reduce((first, second) -> second);
        List<PreReviewLook.Answer> answers = answered.isEmpty() ? List.of() : answers(answered.get(), sent);
        int answeredNumber = answered.map(PreReview::number).orElse(0);
        OutboxItem last = sent.isEmpty() ? null : sent.getLast();
        if (last != null && last.state() != OutboxItem.State.DELIVERED) {
            boolean isRefused = last.state() == OutboxItem.State.REFUSED;
            PreReviewLook.Stage waiting = last.fileName().isEmpty() ? PreReviewLook.Stage.WAITING : PreReviewLook.Stage.CARRIED;
            return new PreReviewLook(isRefused ? PreReviewLook.Stage.REFUSED : waiting, number(sent, held),
                    draft(last).map(PreReviewDraft::sentAt).orElse(null), level,
                    isRefused ? texts.sentence(ErrorCode.of(last.problem()), last.details()) : "", answers, answeredNumber);
        }
        PreReview latest = held.isEmpty() ? null : held.getLast();
        boolean isAnswered = latest != null && !latest.answers().isEmpty();
        Instant at = latest != null
                ? latest.receivedAt()
                : last == null ? null : draft(last).map(PreReviewDraft::sentAt).orElse(null);
        return new PreReviewLook(isAnswered ? PreReviewLook.Stage.ANSWERED : PreReviewLook.Stage.LYING, number(sent, held), at, level, "",
                answers, answeredNumber);
    }

    /** The level whose look it is: the unit next above, unless that is the ministry, which reviews nothing. */
    private static Optional<Unit> lookingLevel(Office office) {
        return OfficeReading.isSummary(office.unit())
                ? Optional.empty()
                : Optional.ofNullable(office.above()).filter(above -> above.level() != AdminLevel.MINISTRY);
    }

    private static List<OutboxItem> sent(OfficeRecords records, ReportId report) throws ReportingException {
        return records.outbox().stream().filter(item -> item.kind() == OutboxItem.Kind.PRE_REVIEW && item.report().equals(report))
                .sorted(Comparator.comparingLong(OutboxItem::position)).toList();
    }

    /** Another computer of this office may have sent drafts that only the server knows. */
    private static int number(List<OutboxItem> sent, List<PreReview> held) {
        int highest = held.stream().mapToInt(PreReview::number).max().orElse(0);
        for (OutboxItem item : sent) {
            highest = Math.max(highest, draft(item).map(PreReviewDraft::number).orElse(0));
        }
        return highest;
    }

    private static List<PreReviewLook.Answer> answers(PreReview answered, List<OutboxItem> sent) {
        Map<String, @Nullable String> then = sent.stream().filter(item -> item.revision().equals(answered.draft())).findFirst()
                .flatMap(StoredPreReviewService::draft).<Map<String, @Nullable String>>map(PreReviewDraft::figures).orElse(Map.of());
        return answered.answers().stream()
                .map(answer -> new PreReviewLook.Answer(answer.unitName(), answer.by(), answer.at(), answer.opinion(),
                        answer.reasons().stream().map(reason -> new PreReviewLook.Note(reason.code(), reason.text(),
                                Optional.ofNullable(then.get(reason.code())).orElse(""))).toList()))
                .toList();
    }

    private static Optional<PreReviewDraft> draft(OutboxItem item) {
        try {
            return Optional.of(PreReviewDraft.read(item.content().getBytes(StandardCharsets.UTF_8)));
        } catch (WireFormatException e) {
            // it was written by this program; a look at the answers must not fail for it
            LOG.error("Draft {} in the outbox cannot be read", item.revision(), e);
            return Optional.empty();
        }
    }

    @Override
    public PreReviewLook send(ReportId report, String note) throws ReportingException {
        String words = note.strip();
        if (words.length() > PreReviewDraft.MOST_NOTE) {
            throw new ReportingException(ErrorCode.TEXT_TOO_LONG, Map.of("code", "", "length", Integer.toString(words.length()), "most",
                    Integer.toString(PreReviewDraft.MOST_NOTE)));
        }
        return store.write("pre-review.send", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            int number = number(sent(changes, report), changes.state(report).map(ReportState::preReviews).orElse(List.of())) + 1;
            if (lookingLevel(onDesk.office()).isEmpty() || number > MOST_SENDINGS) {
                throw new ReportingException(ErrorCode.MOVE_NOT_ALLOWED,
                        Map.of("status", onDesk.stored().status().name(), "act", ReportAct.SEND_FOR_PRE_REVIEW.name()));
            }
            var moved = ReportDesk.moved(onDesk.stored(), ReportAct.SEND_FOR_PRE_REVIEW, null, clock.instant());
            PreReviewDraft draft = draft(onDesk, number, words);
            byte[] bytes = draft.canonicalBytes();
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), nextPosition(changes), OutboxItem.Kind.PRE_REVIEW, report,
                    draft.draft(), new String(bytes, StandardCharsets.UTF_8), "", bytes.length));
            changes.putReport(moved);
            return look(changes, report);
        }).value();
    }

    private PreReviewDraft draft(ReportDesk.OnDesk onDesk, int number, String note) {
        ReportDraft draft = onDesk.draft();
        SortedMap<String, @Nullable String> figures = new TreeMap<>();
        draft.figures().forEach((code, figure) -> figures.put(code, FinalizedReport.figureText(figure.value())));
        SortedMap<String, String> narratives = new TreeMap<>();
        draft.narratives().forEach((code, text) -> {
            if (!text.isBlank()) {
                narratives.put(code, text);
            }
        });
        SortedMap<String, List<FinalizedReport.FileReference>> files = new TreeMap<>();
        draft.attachments().forEach((code, list) -> files.put(code,
                list.stream().map(file -> new FinalizedReport.FileReference(file.fileName(), file.sha256(), file.size())).toList()));
        return new PreReviewDraft(PreReviewDraft.FORMAT, 1, UUID.randomUUID(), number, note, draft.unit().id().value(), draft.unit().name(),
                draft.id().period().value(), draft.edition().id().value(), draft.edition().digest(), clock.instant(), figures, narratives,
                files, Finalizing.explained(onDesk), Finalizing.people(onDesk.office()), program);
    }

    private static long nextPosition(OfficeChanges changes) throws ReportingException {
        return changes.outbox().stream().mapToLong(OutboxItem::position).max().orElse(0) + 1;
    }

    @Override
    public Opened open(ReportId report, UUID draft) throws ReportingException {
        ReportState state = server.report(report);
        store.write("state.receive", changes -> {
            changes.putState(state);
            return state;
        });
        List<PreReview> held = state.preReviews();
        int place = -1;
        for (int index = 0; index < held.size(); index++) {
            place = held.get(index).draft().equals(draft) ? index : place;
        }
        if (place < 0) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", report + " " + draft));
        }
        FinalizedReport before = place == 0 ? null : fetch(report, held.get(place - 1)).asReport();
        return new Opened(fetch(report, held.get(place)), held.get(place), before);
    }

    private PreReviewDraft fetch(ReportId report, PreReview held) throws ReportingException {
        byte[] bytes = server.preReview(report, held.draft());
        PreReviewDraft draft = PreReviewDraft.read(bytes);
        if (!Sha256.of(bytes).hex().equals(held.digest()) || !draft.reportId().equals(report) || !draft.draft().equals(held.draft())) {
            throw new ReportingException(ErrorCode.DIGEST_MISMATCH, Map.of("report", report.toString()));
        }
        return draft;
    }

    @Override
    public Sent answer(ReportId report, UUID draft, String opinion, List<ReviewDecision.Reason> reasons) throws ReportingException {
        String unit = store.read(records -> reading.office(records).unit().id().value());
        PreReviewAnswer answer = new PreReviewAnswer(UUID.randomUUID(), unit, opinion, reasons);
        try {
            ReportState state = server.answerPreReview(report, draft, answer);
            store.write("state.receive", changes -> {
                changes.putState(state);
                return state;
            });
            return Sent.DELIVERED;
        } catch (ReportingException e) {
            if (e.error().exitCode() != ExitCode.NO_LINK) {
                throw e;
            }
            byte[] body = WireJson.write(answer);
            store.write("pre-review.answer", changes -> {
                changes.putOutboxItem(OutboxItem.waiting(answer.operation(), nextPosition(changes), OutboxItem.Kind.PRE_REVIEW_ANSWER,
                        report, draft, new String(body, StandardCharsets.UTF_8), "", body.length));
                return draft;
            });
            return Sent.WAITING;
        }
    }
}
