package org.shangbao.client.application.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.TypedFigure;
import org.shangbao.model.check.Finding;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.FigureText;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.FinalizedReport;

/** Filling, checking and finalizing on the office's own store. */
public final class StoredReportService implements ReportService, FigureImport {
    /** Longest explanation that is kept, in characters. */
    public static final int MOST_EXPLANATION = 2000;
    /** Largest attached file. */
    public static final long MOST_ATTACHMENT_BYTES = 50L << 20;
    /** Longest 本单位口径, in characters. */
    public static final int MOST_NOTE = 500;

    /** Key, before the number of the revision to come, under which the reason of an unlocking is kept. */
    public static final String UNLOCK_REASON = "unlock-before-R";

    private final OfficeStore store;
    private final FileStore files;
    private final OfficeReading reading;
    private final ReportDesk desk;
    private final Finalizing finalizing;
    private final Clock clock;

    /** Makes the service. */
    public StoredReportService(OfficeStore store, FileStore files, OfficeReading reading, Finalizing finalizing, Clock clock) {
        this.store = store;
        this.files = files;
        this.reading = reading;
        this.desk = new ReportDesk(reading, clock);
        this.finalizing = finalizing;
        this.clock = clock;
    }

    @Override
    public ReportDraft open(ReportId report) throws ReportingException { return store.read(records -> desk.open(records, report).draft()); }

    @Override
    public SavedFigure saveFigure(ReportId report, String code, String typed) throws ReportingException {
        OfficeStore.Stored<DraftFigure> stored = store.write("figure.save", changes -> put(changes, report, code, typed));
        return new SavedFigure(stored.value(), stored.sequence());
    }

    private DraftFigure put(OfficeChanges changes, ReportId report, String code, String typed) throws ReportingException {
        ReportDesk.Blank blank = desk.blank(changes, report, code);
        ReportDesk.requireEditable(blank.stored());
        AnswerWriting.requireShort(code, typed);
        changes.putFigure(report, new TypedFigure(code, typed));
        changes.markConfirmed(report, AnswerKey.figure(code));
        changes.putReport(blank.stored().touched(clock.instant()).withFocus(code));
        return ReportDesk.figure(blank.definition(), typed, blank.previous(), blank.lastYear());
    }

    /**
     * Gets saving up to speed before the first figure is typed: saves of what stands there already, none of which is stored. Whoever really
     * saves meanwhile waits for one of them at most.
     *
     * @param times how often, at most; never if there is no report to be filled
     * @param most  how long, at most
     * @throws ReportingException if the report cannot be saved either
     */
    public void rehearse(int times, Duration most) throws ReportingException {
        Optional<ReportDraft> draft = store.read(this::toBeFilled);
        if (draft.isEmpty()) {
            return;
        }
        List<DraftFigure> figures = List.copyOf(draft.get().figures().values());
        long begun = System.nanoTime();
        for (int time = 0; time < times && System.nanoTime() - begun < most.toNanos(); time++) {
            DraftFigure figure = figures.get(time % figures.size());
            store.rehearse(changes -> put(changes, draft.get().id(), figure.code(), figure.typed()));
        }
    }

    private Optional<ReportDraft> toBeFilled(OfficeRecords records) throws ReportingException {
        for (ReportId report : reading.owed(records, reading.office(records).unit())) {
            ReportDraft draft = desk.open(records, report).draft();
            if (draft.status().isEditable() && !draft.figures().isEmpty()) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<SavedFigure> saveAll(ReportId report, SequencedMap<String, String> typed) throws ReportingException {
        OfficeStore.Stored<List<DraftFigure>> stored = store.write("figures.import", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            ReportDesk.requireEditable(onDesk);
            List<DraftFigure> figures = new ArrayList<>();
            for (Map.Entry<String, String> entry : typed.entrySet()) {
                DraftFigure before = onDesk.draft().figures().get(entry.getKey());
                FigureDefinition definition = onDesk.draft().edition().figures().get(entry.getKey());
                if (before == null || definition == null) {
                    throw new ReportingException(ErrorCode.FIGURE_UNKNOWN, Map.of("code", entry.getKey()));
                }
                DraftFigure figure = ReportDesk.figure(definition, entry.getValue(), before.previous(), before.lastYear());
                if (figure.problem() != null) {
                    throw problemOf(figure, definition);
                }
                AnswerWriting.write(changes, onDesk, new Answer.Figure(entry.getKey(), entry.getValue(), false));
                figures.add(figure);
            }
            changes.putReport(onDesk.stored().touched(clock.instant()));
            return figures;
        });
        return stored.value().stream().map(figure -> new SavedFigure(figure, stored.sequence())).toList();
    }

    /**
     * Returns the failure that says why a typed figure has no value.
     *
     * @param figure a figure with a problem
     */
    public static ReportingException problemOf(DraftFigure figure, FigureDefinition definition) {
        if (FigureText.normalise(figure.typed(), definition) instanceof FigureText.Result.Refused refused) {
            return new ReportingException(refused.error(), refused.details());
        }
        throw new IllegalArgumentException("figure " + figure.code() + " has no problem");
    }

    @Override
    public ReportDraft saveNarrative(ReportId report, String itemCode, String text) throws ReportingException {
        return write("narrative.save", report, List.of(new Answer.Narrative(itemCode, text, false)));
    }

    @Override
    public ReportDraft put(ReportId report, List<Answer> answers) throws ReportingException {
        return write(answers.size() == 1 && answers.getFirst() instanceof Answer.Figure ? "figure.save" : "answers.save", report, answers);
    }

    private ReportDraft write(String kind, ReportId report, List<Answer> answers) throws ReportingException {
        return store.write(kind, changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            ReportDesk.requireEditable(onDesk);
            for (Answer answer : answers) {
                AnswerWriting.write(changes, onDesk, answer);
            }
            AnswerWriting.touch(changes, onDesk, answers, clock.instant());
            return desk.open(changes, report).draft();
        }).value();
    }

    @Override
    public ReportDraft putFigureNote(ReportId report, String code, String text) throws ReportingException {
        return store.write("figure.note", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            AnswerWriting.requireFigure(onDesk, code);
            AnswerWriting.requireLength(code, text, MOST_NOTE);
            changes.putFigureNote(report.edition(), code, text.strip());
            return desk.open(changes, report).draft();
        }).value();
    }

    @Override
    public ReportDraft attach(ReportId report, String itemCode, Path file) throws ReportingException {
        Path name = file.getFileName();
        String fileName = name == null ? "" : name.toString();
        store.read(records -> {
            ReportDesk.OnDesk onDesk = desk.open(records, report);
            ReportDesk.requireEditable(onDesk);
            AnswerWriting.requireFiles(onDesk, itemCode);
            return onDesk;
        });
        FileStore.Content content;
        try (InputStream in = Files.newInputStream(file)) {
            content = files.put(in, MOST_ATTACHMENT_BYTES, ErrorCode.SCAN_TOO_LARGE);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", fileName), e);
        }
        return store.write("attachment.add", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            ReportDesk.requireEditable(onDesk);
            List<Attachment> attachments = new ArrayList<>(onDesk.content().attachmentsOf(itemCode));
            // the same content again only changes the name it is shown under
            attachments.removeIf(attachment -> attachment.sha256().equals(content.sha256()));
            attachments.add(new Attachment(fileName, content.sha256(), content.size()));
            AnswerWriting.write(changes, onDesk, new Answer.Files(itemCode, attachments, false));
            changes.putReport(onDesk.stored().touched(clock.instant()));
            return desk.open(changes, report).draft();
        }).value();
    }

    @Override
    public ReportDraft explain(ReportId report, String findingKey, String text) throws ReportingException {
        return store.write("explanation.save", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            ReportDesk.requireEditable(onDesk);
            if (onDesk.draft().findings().stream().noneMatch(finding -> finding.key().equals(findingKey))) {
                throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", findingKey));
            }
            AnswerWriting.write(changes, onDesk, new Answer.Explanation(findingKey, text, false));
            changes.putReport(onDesk.stored().touched(clock.instant()));
            return desk.open(changes, report).draft();
        }).value();
    }

    @Override
    public void rememberFocus(ReportId report, String code) throws ReportingException {
        store.write("focus.remember", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            if (onDesk.draft().figures().containsKey(code) && !code.equals(onDesk.stored().lastFocus())) {
                changes.putReport(onDesk.stored().withFocus(code));
            }
            return code;
        });
    }

    @Override
    public List<Finding> check(ReportId report) throws ReportingException { return open(report).findings(); }

    @Override
    public ReportDraft finalizeReport(ReportId report) throws ReportingException {
        return store.write("report.finalize", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            if (OfficeReading.isSummary(onDesk.draft().unit())) {
                // a summary is finalized from the roll-up
                throw new ReportingException(ErrorCode.MOVE_NOT_ALLOWED,
                        Map.of("status", onDesk.stored().status().name(), "act", ReportAct.FINALIZE.name()));
            }
            finalizing.finalizeReport(changes, onDesk, FinalizedReport.Kind.FORM, Finalizing.SummaryPart.NONE, clock.instant());
            return desk.open(changes, report).draft();
        }).value();
    }

    @Override
    public ReportDraft unlock(ReportId report, String reason) throws ReportingException {
        return store.write("report.unlock", changes -> {
            ReportDesk.OnDesk onDesk = desk.open(changes, report);
            changes.putReport(ReportDesk.moved(onDesk.stored(), ReportAct.UNLOCK, reason, clock.instant()));
            if (!reason.isBlank()) {
                // kept with what else was written about this report; no finding has such a key, so it never gets onto the paper
                changes.putExplanation(report, UNLOCK_REASON + (onDesk.stored().number() + 1), reason.strip());
            }
            return desk.open(changes, report).draft();
        }).value();
    }
}
