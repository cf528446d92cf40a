package org.shangbao.client.ui.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.OfficeService;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.paper.ByHand;
import org.shangbao.client.application.paper.LinkMode;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.paper.ScanWatch;
import org.shangbao.client.application.report.Answer;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

/**
 * The report that lies open and everything done to it. What a property says has happened on the disk: a saved mark appears only after the
 * service returned. FX thread only.
 */
public final class ReportDesk {
    private final OfficeService offices;
    private final ReportService reports;
    private final PaperService papers;
    private final TaskRunner tasks;
    private final LongWork longWork;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<ReportTask>> owed = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ReportTask> task = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ReportDraft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PaperState> paper = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Saved> saved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Text> failure = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** An empty desk. */
    public ReportDesk(UiServices services, LongWork work) {
        offices = services.office();
        reports = services.reports();
        papers = services.papers();
        tasks = services.tasks();
        longWork = work;
        clock = services.clock();
    }

    /** What was last made durable: a figure or item code, empty for the whole report, and when. */
    public record Saved(String code, Instant at) {}

    /** What the office owes or has reported, newest period first. */
    public ReadOnlyObjectProperty<List<ReportTask>> owedProperty() {
        return owed.getReadOnlyProperty();
    }

    /** The task of the open report, null before anything is open. */
    public ReadOnlyObjectProperty<@Nullable ReportTask> taskProperty() {
        return task.getReadOnlyProperty();
    }

    /** The open report, null before it was read. */
    public ReadOnlyObjectProperty<@Nullable ReportDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Its paper, null while it has none. */
    public ReadOnlyObjectProperty<@Nullable PaperState> paperProperty() {
        return paper.getReadOnlyProperty();
    }

    /** What was last made durable, null if nothing yet. */
    public ReadOnlyObjectProperty<@Nullable Saved> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Sentence of the last failure, empty after the next success. */
    public ReadOnlyObjectProperty<Text> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** True while something longer is under way. */
    public ReadOnlyBooleanProperty busyProperty() { return busy.getReadOnlyProperty(); }

    /** Reads what is owed; opens the most pressing report if none is open. */
    public void refresh() {
        tasks.run(offices::tasks, found -> {
            owed.set(found);
            ReportTask current = task.get();
            if (current == null) {
                pressing(found, this::open);
            } else {
                found.stream().filter(candidate -> candidate.report().equals(current.report())).findFirst().ifPresent(task::set);
            }
        }, this::failed);
    }

    /** Opens the report of a task. */
    public void open(ReportTask chosen) {
        ReportTask before = task.get();
        if (before != null && !before.report().equals(chosen.report())) {
            draft.set(null);
            paper.set(null);
            saved.set(null);
        }
        task.set(chosen);
        reread();
    }

    /** Reads the open report and its paper again. */
    public void reread() {
        withReport(id -> tasks.run(() -> reports.open(id), this::take, this::failed));
    }

    /**
     * Writes answers as one change; what it wrote is in {@link #draftProperty} when {@code durable} has returned.
     *
     * @param answers at least one
     * @param durable called once the disk has them
     * @param refused called if they could not be written; the sentence is in {@link #failureProperty}
     */
    public void put(List<Answer> answers, Runnable durable, Runnable refused) {
        String code = answers.size() == 1 ? answers.getFirst().key().code() : "";
        withReport(id -> longWork.inOrder(Text.of("desk.work.save"), () -> reports.put(id, answers), done -> {
            saved.set(new Saved(code, clock.instant()));
            failure.set(Text.NONE);
            durable.run();
            take(done);
        }, problem -> {
            failed(problem);
            refused.run();
        }));
    }

    /** Saves the office's own words on what a figure counts. */
    public void putFigureNote(String code, String text) {
        change(code, id -> reports.putFigureNote(id, code, text), done -> {});
    }

    /** Attaches files to an item; given up between two files, those attached by then stay. */
    public void attach(String itemCode, List<Path> files) {
        withReport(id -> longWork.stoppable(Text.of("desk.work.attach"), progress -> {
            for (int done = 0; done < files.size(); done++) {
                progress.at(done, files.size());
                progress.orGiveUp();
                reports.attach(id, itemCode, files.get(done));
            }
            return id;
        }, attached -> {
            saved.set(new Saved(itemCode, clock.instant()));
            failure.set(Text.NONE);
            reread();
            refresh();
        }, this::reread, problem -> {
            failed(problem);
            reread();
        }));
    }

    /** Saves the explanation of a finding. */
    public void explain(String findingKey, String text) {
        change("", id -> {
            reports.explain(id, findingKey, text);
            return reports.open(id);
        }, done -> {});
    }

    /** Remembers the blank last worked on; not worth a word if it fails. */
    public void rememberFocus(String code) {
        withReport(id -> tasks.run(() -> {
            reports.rememberFocus(id, code);
            return id;
        }, done -> {}, problem -> {}));
    }

    /** Runs every check, then calls {@code then}. */
    public void check(Runnable then) {
        longChange(Text.of("desk.work.check"), id -> {
            reports.check(id);
            return reports.open(id);
        }, then);
    }

    /** 生成报表, then calls {@code then}. */
    public void finalizeReport(Runnable then) {
        longChange(Text.of("desk.work.finalize"), reports::finalizeReport, then);
    }

    /** 解锁修改. */
    public void unlock(String reason, Runnable then) { change("", id -> reports.unlock(id, reason), done -> then.run()); }

    /** 上报. */
    public void submit(Runnable then) { longChange(Text.of("desk.work.submit"), papers::submit, then); }

    /** Prints; the file goes to {@code then}. */
    public void print(Consumer<PaperService.Paper> then) {
        paperWork(papers::print, printed -> {
            rereadPaper();
            then.accept(printed);
        });
    }

    /** Takes scans in, watched; {@code ended} is called whatever comes of it. */
    public void takeScan(List<Path> files, ScanWatch watch, Runnable ended) {
        watched(id -> papers.takeScan(id, files, watch), ended);
    }

    /** Takes scans in with what is said of pages no machine reads; {@code ended} is called whatever comes of it. */
    public void takeByHand(List<Path> files, ByHand said, ScanWatch watch, Runnable ended) {
        watched(id -> papers.takeByHand(id, files, said, watch), ended);
    }

    /** Packs the scan for another kind of link, watched; {@code ended} is called whatever comes of it. */
    public void packFor(LinkMode link, ScanWatch watch, Runnable ended) {
        watched(id -> papers.packFor(id, link, watch), ended);
    }

    private void watched(ReportWork<PaperState> work, Runnable ended) {
        withReport(id -> {
            busy.set(true);
            tasks.runAside(() -> work.call(id), state -> {
                ended.run();
                busy.set(false);
                failure.set(Text.NONE);
                paper.set(state);
                refresh();
            }, problem -> {
                ended.run();
                failed(problem);
            });
        });
    }

    /** Runs long work on the paper of the open report beside the saves; failures become the sentence. */
    public <T> void paperWork(ReportWork<T> work, Consumer<T> then) {
        paperWork(Text.of("desk.work.print"), work, then);
    }

    /**
     * Runs long work on the open report beside the saves, which can be given up and changes nothing then; failures become the sentence.
     *
     * @param words what is done, for when it takes long
     */
    public <T> void paperWork(Text words, ReportWork<T> work, Consumer<T> then) {
        withReport(id -> {
            busy.set(true);
            longWork.stoppable(words, progress -> work.call(id), done -> {
                busy.set(false);
                failure.set(Text.NONE);
                then.accept(done);
                refresh();
            }, () -> {
                busy.set(false);
                failure.set(Text.of("desk.work.stopped"));
            }, this::failed);
        });
    }

    /** Fetches a picture or the like without marking the desk busy; failures are left to the caller's placeholder. */
    public <T> void fetch(ReportWork<T> work, Consumer<T> then) {
        withReport(id -> tasks.runAside(() -> work.call(id), then, problem -> {}));
    }

    /** Work on the open report. */
    @FunctionalInterface
    public interface ReportWork<T> {
        /** Does it, off the FX thread. */
        T call(ReportId report) throws ReportingException;
    }

    private void change(String code, ReportWork<ReportDraft> work, Consumer<ReportDraft> then) {
        change(Text.of("desk.work.save"), code, work, then);
    }

    private void longChange(Text words, ReportWork<ReportDraft> work, Runnable then) { change(words, "", work, done -> then.run()); }

    private void change(Text words, String code, ReportWork<ReportDraft> work, Consumer<ReportDraft> then) {
        withReport(id -> {
            longWork.inOrder(words, () -> work.call(id), done -> {
                saved.set(new Saved(code, clock.instant()));
                failure.set(Text.NONE);
                take(done);
                then.accept(done);
                refresh();
            }, this::failed);
        });
    }

    private void take(ReportDraft read) {
        ReportTask current = task.get();
        if (current == null || !current.report().equals(read.id())) {
            return;
        }
        draft.set(read);
        if (read.status().isEditable()) {
            paper.set(null);
        } else {
            rereadPaper();
        }
    }

    private void rereadPaper() { withReport(id -> tasks.runAside(() -> papers.state(id), paper::set, problem -> {})); }

    private void failed(ReportingException problem) {
        busy.set(false);
        failure.set(Failure.words(problem));
    }

    private void withReport(Consumer<ReportId> work) {
        ReportTask current = task.get();
        if (current != null) {
            work.accept(current.report());
        }
    }

    private static void pressing(List<ReportTask> found, Consumer<ReportTask> opener) {
        found.stream().min(Comparator.comparingInt(ReportDesk::rank)).ifPresent(opener);
    }

    private static int rank(ReportTask candidate) {
        return switch (candidate.status()) {
            case RETURNED -> 0;
            case WITHDRAWN, DRAFT, IN_PRE_REVIEW -> 1;
            case FINALIZED -> 2;
            case SUBMITTED, CORRECTED -> 3;
        };
    }
}
