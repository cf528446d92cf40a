package org.shangbao.client.application.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.application.store.TypedFigure;
import org.shangbao.model.check.CheckContext;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.ReportChecker;
import org.shangbao.model.check.ScanState;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.FigureText;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;

/** Puts a report together from stored rows: what lies on the desk, and what the checks say about it. */
public final class ReportDesk {
    private final OfficeReading reading;
    private final Clock clock;

    /** Makes a desk. */
    public ReportDesk(OfficeReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * A report with everything that belongs to it.
     *
     * @param draft    as the clerk sees it
     * @param content  its answers as the model sees them
     * @param stored   its row, a fresh one if it was never touched
     * @param office   whose it is
     * @param previous content compared with, null if there is none
     */
    public record OnDesk(ReportDraft draft, ReportContent content, StoredReport stored, Office office, @Nullable ReportContent previous) {}

    /**
     * Reads a report of this office.
     *
     * @throws ReportingException NOT_ENROLLED, UNIT_UNKNOWN if it is another office's, EDITION_UNKNOWN, PERIOD_UNKNOWN
     */
    public OnDesk open(OfficeRecords records, ReportId id) throws ReportingException {
        Office office = reading.office(records);
        if (!id.unit().equals(office.unit().id())) {
            throw new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", id.unit().value()));
        }
        FormEdition edition = reading.editions().get(records, id.edition());
        if (records.report(id).isEmpty()) {
            reading.reportFor(records, office.unit(), id.period());
        }
        StoredReport stored = records.report(id).orElseGet(() -> StoredReport.fresh(id, clock.instant()));
        FormLevel form = OfficeReading.formOf(office.unit());
        List<StoredReport> all = records.reports();
        Optional<Earlier> previous = previous(records, all, id);
        Optional<Earlier> lastYear = lastYear(records, all, id);
        Map<String, DraftFigure> figures = figures(office, edition, form, records.figures(id), previous, lastYear);
        SortedMap<String, FigureValue> values = new TreeMap<>();
        figures.forEach((code, figure) -> values.put(code, figure.value()));
        SortedMap<String, String> narratives = records.narratives(id);
        ReportContent content = new ReportContent(values, narratives, records.attachments(id), records.explanations(id));
        Set<String> designated = OfficeReading.designated(records, id);
        boolean hasScan = stored.head() != null && records.scan(stored.head(), PaperKind.REPORT).isPresent();
        CheckContext context = CheckContext.of(edition, form, id.period(), content).withDesignated(designated)
                .withScan(hasScan ? ScanState.ACCEPTED : ScanState.NOT_ACCEPTED);
        if (previous.isPresent()) {
            context = context.withPrevious(previous.get().period(), previous.get().content());
        }
        Set<AnswerKey> unconfirmed = records.carriedOver(id);
        List<Finding> findings = new ArrayList<>(fillsItself(office) ? ReportChecker.check(context) : List.of());
        Answers.unconfirmedFinding(unconfirmed, edition, findings).ifPresent(findings::add);
        BroughtForward broughtForward = new BroughtForward(previous.map(Earlier::content).orElse(ReportContent.EMPTY),
                FigureNotes.of(records, reading.editions(), edition), unconfirmed);
        Optional<StoredRevision> head = stored.head() == null ? Optional.empty() : records.revision(stored.head());
        ReportDraft draft = new ReportDraft(id, office.unit(), form, edition, stored.status(), stored.review(), stored.number(), figures,
                summed(edition, form, head), narratives, content.attachments(), content.explanations(), findings,
                previous.map(earlier -> earlier.period().value()).orElse(null), reasons(records, id, stored), designated,
                stored.status().isEditable() ? null : head.map(StoredRevision::digest).orElse(null), stored.lastFocus(), broughtForward);
        return new OnDesk(draft, content, stored, office, previous.map(Earlier::content).orElse(null));
    }

    /**
     * One blank and what it is compared with.
     *
     * @param stored   the report's row, a fresh one if it was never touched
     * @param previous value of the period before
     * @param lastYear value of the same period a year ago
     */
    record Blank(FigureDefinition definition, StoredReport stored, FigureValue previous, FigureValue lastYear) {}

    /**
     * Reads what a save of one figure needs, without the checks of the whole report.
     *
     * @throws ReportingException as {@link #open}, FIGURE_UNKNOWN if the office does not fill this figure
     */
    Blank blank(OfficeRecords records, ReportId id, String code) throws ReportingException {
        Office office = reading.office(records);
        if (!id.unit().equals(office.unit().id())) {
            throw new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", id.unit().value()));
        }
        FormEdition edition = reading.editions().get(records, id.edition());
        // every save comes this way: the reports are read once
        List<StoredReport> all = records.reports();
        Optional<StoredReport> stored = among(all, id);
        if (stored.isEmpty()) {
            reading.reportFor(records, office.unit(), id.period());
        }
        FigureDefinition definition = edition.figures().get(code);
        if (definition == null || !fillsItself(office) || !edition.figuresOf(OfficeReading.formOf(office.unit())).contains(definition)) {
            throw new ReportingException(ErrorCode.FIGURE_UNKNOWN, Map.of("code", code));
        }
        return new Blank(definition, stored.orElseGet(() -> StoredReport.fresh(id, clock.instant())),
                previous(records, all, id).map(earlier -> earlier.content().figure(code)).orElse(FigureValue.MISSING),
                lastYear(records, all, id).map(earlier -> earlier.content().figure(code)).orElse(FigureValue.MISSING));
    }

    private Optional<Earlier> lastYear(OfficeRecords records, List<StoredReport> all, ReportId id) throws ReportingException {
        PeriodId period = new PeriodId(String.format(java.util.Locale.ROOT, "%04d-%02d", id.period().year() - 1, id.period().month()));
        Optional<StoredReport> report = among(all, new ReportId(id.unit(), period, id.edition()));
        return report.isEmpty() ? Optional.empty() : earlier(records, report.get());
    }

    private static Optional<StoredReport> among(List<StoredReport> all, ReportId id) {
        return all.stream().filter(report -> report.id().equals(id)).findFirst();
    }

    private static boolean fillsItself(Office office) { return office.unit().fills() != null; }

    private static Map<String, DraftFigure> figures(Office office, FormEdition edition, FormLevel form, Map<String, TypedFigure> typed,
            Optional<Earlier> previous, Optional<Earlier> lastYear) {
        Map<String, DraftFigure> figures = new LinkedHashMap<>();
        if (!fillsItself(office)) {
            return figures;
        }
        for (FigureDefinition definition : edition.figuresOf(form)) {
            String text = typed.containsKey(definition.code()) ? typed.get(definition.code()).typed() : "";
            figures.put(definition.code(),
                    figure(definition, text,
                            previous.map(earlier -> earlier.content().figure(definition.code())).orElse(FigureValue.MISSING),
                            lastYear.map(earlier -> earlier.content().figure(definition.code())).orElse(FigureValue.MISSING)));
        }
        return figures;
    }

    /** Reads what was typed into a blank. */
    static DraftFigure figure(FigureDefinition definition, String typed, FigureValue previous, FigureValue lastYear) {
        return switch (FigureText.normalise(typed, definition)) {
            case FigureText.Result.Accepted(FigureValue value) ->
                new DraftFigure(definition.code(), value, typed, null, "", previous, lastYear);
            case FigureText.Result.Empty() ->
                new DraftFigure(definition.code(), FigureValue.MISSING, typed, null, "", previous, lastYear);
            case FigureText.Result.Refused(ErrorCode error, Map<String, String> details) -> new DraftFigure(definition.code(),
                    FigureValue.MISSING, typed, error, details.getOrDefault("suggestion", ""), previous, lastYear);
        };
    }

    private static Map<String, String> summed(FormEdition edition, FormLevel form, Optional<StoredRevision> head)
            throws ReportingException {
        Map<String, String> summed = new LinkedHashMap<>();
        if (head.isPresent()) {
            FinalizedReport report = head.get().content();
            if (report.kind() == FinalizedReport.Kind.SUMMARY) {
                edition.figuresOf(FormLevel.COUNTY).forEach(figure -> {
                    String value = report.figures().get(figure.code());
                    if (value != null) {
                        summed.put(figure.code(), value);
                    }
                });
            }
        }
        return summed;
    }

    private static List<ReviewDecision.Reason> reasons(OfficeRecords records, ReportId id, StoredReport stored) throws ReportingException {
        if (stored.review() != ReviewStatus.RETURNED) {
            return List.of();
        }
        return records.state(id).map(ReportDesk::reasons).orElse(List.of());
    }

    /** Returns the reasons of the latest return. */
    public static List<ReviewDecision.Reason> reasons(ReportState state) {
        return latestReturn(state).map(ReportState.LevelReview::reasons).orElse(List.of());
    }

    /** Returns the row of the level that returned the report last; a return marks the levels below it too, so the uppermost row is its own. */
    public static Optional<ReportState.LevelReview> latestReturn(ReportState state) {
        return state.reviews().reversed().stream().filter(review -> review.status() == ReviewStatus.RETURNED)
                .max(Comparator.comparing(ReportState.LevelReview::at, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private record Earlier(PeriodId period, ReportContent content) {}

    /** The latest earlier report of this unit under this edition that the level above approved. */
    private Optional<Earlier> previous(OfficeRecords records, List<StoredReport> all, ReportId id) throws ReportingException {
        List<StoredReport> before = new ArrayList<>();
        for (StoredReport report : all) {
            ReportId other = report.id();
            if (other.unit().equals(id.unit()) && other.edition().equals(id.edition()) && other.period().compareTo(id.period()) < 0) {
                before.add(report);
            }
        }
        before.sort(Comparator.comparing((StoredReport report) -> report.id().period()).reversed());
        for (StoredReport report : before) {
            Optional<Earlier> found = earlier(records, report);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Earlier> earlier(OfficeRecords records, StoredReport report) throws ReportingException {
        UUID head = report.head();
        if (head == null || !isApproved(report)) {
            return Optional.empty();
        }
        return reading.content(records, head).map(content -> new Earlier(report.id().period(), content));
    }

    /** True if the level above approved it: only then is it compared with. */
    public static boolean isApproved(StoredReport report) {
        return report.status() == ReportStatus.CORRECTED || report.status() == ReportStatus.SUBMITTED
                && (report.review() == ReviewStatus.APPROVED || report.review() == ReviewStatus.SIGNED_OFF
                        || report.review() == ReviewStatus.REPORTED);
    }

    /** Returns the last revision that was handed to the outbox: what the next one follows on the server. */
    public static Optional<OutboxItem> lastSubmitted(OfficeRecords records, ReportId id) throws ReportingException {
        return records.outbox().stream().filter(item -> item.kind() == OutboxItem.Kind.REVISION
                && item.state() != OutboxItem.State.REFUSED && item.report().equals(id))
                .max(Comparator.comparingLong(OutboxItem::position));
    }

    /**
     * Refuses to change figures that are frozen.
     *
     * @throws ReportingException MOVE_NOT_ALLOWED
     */
    static void requireEditable(OnDesk desk) throws ReportingException { requireEditable(desk.stored()); }

    static void requireEditable(StoredReport stored) throws ReportingException {
        if (!stored.status().isEditable()) {
            throw new ReportingException(ErrorCode.MOVE_NOT_ALLOWED, Map.of("status", stored.status().name(), "act", "EDIT"));
        }
    }

    /** Returns the standing a move leads to, by the one table. */
    public static StoredReport moved(StoredReport report, ReportAct act, @Nullable String reason, java.time.Instant now)
            throws ReportingException {
        org.shangbao.model.report.Standing to = org.shangbao.model.report.ReportLifecycle
                .moveTo(new org.shangbao.model.report.Standing(report.status(), report.review()), act, reason);
        return report.standing(to.report(), to.review(), now);
    }
}
