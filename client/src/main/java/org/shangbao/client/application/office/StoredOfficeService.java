package org.shangbao.client.application.office;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.Delivery;
import org.shangbao.client.application.delivery.FolderAge;
import org.shangbao.client.application.delivery.LinkWatch;
import org.shangbao.client.application.delivery.Reception;
import org.shangbao.client.application.report.Finalizing;
import org.shangbao.client.application.report.ReportDesk;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.check.Finding;
import org.shangbao.model.edition.CalendarEntry;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.report.ObservationStatus;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.WindowRecord;

/** The office from its own store; {@link #exchange} is the one call that uses the network. */
public final class StoredOfficeService implements OfficeService {
    private final OfficeStore store;
    private final OfficeReading reading;
    private final ReportDesk desk;
    private final Delivery delivery;
    private final Reception reception;
    private final FolderAge age;
    private final FailureText texts;
    private final LinkWatch watch;

    /** Makes the service. */
    public StoredOfficeService(OfficeStore store, OfficeReading reading, Delivery delivery, Reception reception, FailureText texts,
            Clock clock, LinkWatch watch,
            FolderAge age) {
        this.store = store;
        this.reading = reading;
        this.desk = new ReportDesk(reading, clock);
        this.delivery = delivery;
        this.reception = reception;
        this.age = age;
        this.texts = texts;
        this.watch = watch;
    }

    @Override
    public Office office() throws ReportingException { return store.read(reading::office); }

    @Override
    public ReportId reportFor(PeriodId period) throws ReportingException {
        return store.read(records -> reading.reportFor(records, reading.office(records).unit(), period));
    }

    @Override
    public List<ReportTask> tasks() throws ReportingException {
        return store.read(records -> {
            Office office = reading.office(records);
            Set<ReportId> reports = new LinkedHashSet<>(reading.owed(records, office.unit()));
            records.reports().stream().map(StoredReport::id).filter(id -> id.unit().equals(office.unit().id())).forEach(reports::add);
            List<ReportTask> tasks = new ArrayList<>();
            for (ReportId report : reports) {
                tasks.add(task(records, report));
            }
            tasks.sort((one, other) -> other.report().period().compareTo(one.report().period()));
            return tasks;
        });
    }

    private ReportTask task(OfficeRecords records, ReportId id) throws ReportingException {
        ReportDesk.OnDesk onDesk = desk.open(records, id);
        ReportDraft draft = onDesk.draft();
        StoredReport stored = onDesk.stored();
        Optional<WindowRecord> window = records.windows().stream().filter(candidate -> candidate.unit().equals(id.unit().value())
                && candidate.period().equals(id.period().value()) && candidate.edition().equals(id.edition().value())).findFirst();
        PeriodKind kind = window.map(WindowRecord::kind)
                .orElseGet(() -> draft.edition().calendarEntry(id.period()).map(CalendarEntry::kind).orElse(PeriodKind.REGULAR));
        Optional<ReportState> state = records.state(id);
        Optional<ReportState.LevelReview> returned = stored.review() == ReviewStatus.RETURNED
                ? state.flatMap(ReportDesk::latestReturn)
                : Optional.empty();
        Instant dueAt = returned.map(ReportState.LevelReview::dueAt).orElse(window.map(WindowRecord::dueAt).orElse(null));
        boolean hasScan = stored.head() != null && records.scan(stored.head(), PaperKind.REPORT).isPresent();
        boolean isDelivered = stored.head() != null && records.receipt(stored.head()).isPresent();
        List<ReportTask.GroupProgress> groups = groups(draft);
        return new ReportTask(id, kind, stored.status(), stored.review(), state.map(StoredOfficeService::waitingWith).orElse(""), dueAt,
                stored.number(), groups.stream().mapToInt(ReportTask.GroupProgress::filled).sum(),
                groups.stream().mapToInt(ReportTask.GroupProgress::asked).sum(), groups, draft.reasons(),
                returned.map(ReportState.LevelReview::unitName).orElse(""), hasScan, isDelivered,
                records.report(id).map(StoredReport::changedAt).orElse(null));
    }

    private static String waitingWith(ReportState state) {
        return state.reviews().stream().filter(review -> review.status() == ReviewStatus.PENDING || review.status() == ReviewStatus.OPENED)
                .map(ReportState.LevelReview::unitName).findFirst().orElse("");
    }

    private static List<ReportTask.GroupProgress> groups(ReportDraft draft) {
        List<ReportTask.GroupProgress> groups = new ArrayList<>();
        for (Indicator indicator : draft.edition().indicators()) {
            int asked = 0;
            int filled = 0;
            Set<String> codes = new LinkedHashSet<>();
            for (Item item : indicator.items()) {
                codes.add(item.code());
                for (FigureDefinition figure : item.figures()) {
                    if (draft.figures().containsKey(figure.code())) {
                        codes.add(figure.code());
                        asked++;
                        filled += draft.figures().get(figure.code()).value().status() == ObservationStatus.MISSING ? 0 : 1;
                    }
                }
            }
            int mustFix = 0;
            int mustExplain = 0;
            for (Finding finding : draft.findings()) {
                if (!finding.codes().isEmpty() && codes.contains(finding.codes().getFirst())) {
                    mustFix += Finalizing.isOpenMustFix(finding) ? 1 : 0;
                    mustExplain += Finalizing.isOpenExplanation(draft, finding) ? 1 : 0;
                }
            }
            if (asked > 0) {
                groups.add(new ReportTask.GroupProgress(indicator.number(), indicator.name(), filled, asked, mustFix, mustExplain));
            }
        }
        return groups;
    }

    @Override
    public ReportHistory history(ReportId report) throws ReportingException {
        return store.read(records -> ReportHistories.before(records, reading.editions(), report));
    }

    @Override
    public void watchLink(Runnable changed) { watch.onChange(changed); }

    @Override
    public LinkState link() throws ReportingException { return store.read(this::link); }

    private LinkState link(OfficeRecords records) throws ReportingException {
        List<Waiting> waiting = new ArrayList<>();
        for (OutboxItem item : records.outbox()) {
            if (item.state() != OutboxItem.State.DELIVERED) {
                String problem = item.problem().isEmpty() ? "" : texts.sentence(ErrorCode.of(item.problem()), item.details());
                waiting.add(new Waiting(item.kind().name(), item.report().toString(), item.sent(), item.size(), problem));
            }
        }
        @Nullable
        Instant stored = records.setting(Setting.LAST_CONTACT).map(Instant::parse).orElse(null);
        boolean wasConnected = records.setting(Setting.CONNECTED).orElse("").equals("true");
        // any call of this run, a review as much as a sending, knows better than what the last round wrote down
        return watch.last().map(seen -> new LinkState(seen.answered(), seen.answered() ? seen.at() : stored, waiting))
                .orElseGet(() -> new LinkState(wasConnected, stored, waiting));
    }

    @Override
    public LinkState exchange() throws ReportingException {
        exchange(Delivery.Occasion.ASKED);
        return link();
    }

    /**
     * Sends and receives; failures of the link are noted in the link state.
     *
     * @return why it ended early, empty if everything that could be done was done
     */
    public Optional<ReportingException> exchange(Delivery.Occasion occasion) throws ReportingException {
        Delivery.Round round = delivery.send(occasion);
        if (round.stopped() != null) {
            reception.noteNoLink();
            return Optional.of(round.stopped());
        }
        try {
            reception.receive();
            if (age.compare()) {
                watch.tellAgain();
            }
            return Optional.empty();
        } catch (ReportingException e) {
            if (e.error() == ErrorCode.STORE_NOT_WRITABLE || e.error() == ErrorCode.STORE_DAMAGED) {
                throw e;
            }
            reception.noteNoLink();
            return Optional.of(e);
        }
    }
}
