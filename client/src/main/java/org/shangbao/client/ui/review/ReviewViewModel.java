package org.shangbao.client.ui.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;

/**
 * 审核: units below in the order in which they need attention, one of them opened, and what is decided about it. A unit is opened only when
 * the reviewer asks for it, since opening ends the county's own right to withdraw.
 */
public final class ReviewViewModel {
    private static final Text PAPER_PHRASE = Text.of("review.phrase.paper");
    private static final List<Text> PHRASES = List.of(Text.of("review.phrase.change"), Text.of("review.phrase.explanation"), PAPER_PHRASE,
            Text.of("review.phrase.scope"));

    private final Office office;
    private final ReviewService reviews;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Clock clock;
    private final ZoneId zone;
    private final SubmissionViewModel submission;
    private final UnitsModel units;
    private final DraftDesk draft;
    private final WrittenReasons reasons;
    private final ObservableList<DueTimes.DueTime> dueTimes = FXCollections.observableArrayList();
    private final ObjectProperty<DueTimes.@Nullable DueTime> dueTime = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable UnitRow> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Text> message = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReviewActs acts;
    private String wanted = "";
    private @Nullable FormEdition edition;
    private @Nullable PeriodId period;

    /** Reviews for an office; {@code zone} is the deployment's. */
    public ReviewViewModel(Office office, ReviewService reviews, PreReviewService preReviews, TaskRunner tasks, Dialogs dialogs,
            Clock clock,
            ZoneId zone) {
        this.office = office;
        this.reviews = reviews;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.clock = clock;
        this.zone = zone;
        submission = new SubmissionViewModel(reviews, tasks);
        draft = new DraftDesk(reviews, preReviews, submission);
        reasons = new WrittenReasons(submission, this::judge);
        units = new UnitsModel(office.units(), this::judge);
        acts = new ReviewActs(office, units, submission, reasons, draft,
                new ReviewActs.Doings(this::approveCurrent, this::askReturn, this::askApproveQuiet, this::writeReason, this::answerDraft));
        judge();
    }

    /** Shows a period; what was opened before is closed. */
    public void show(PeriodId chosen, EditionId form) {
        period = chosen;
        edition = office.editions().stream().filter(candidate -> candidate.id().equals(form)).findFirst().orElse(null);
        current.set(null);
        submission.clear();
        draft.close();
        reasons.clear();
        units.show(List.of());
        busy.set(true);
        tasks.runAside(() -> rows(chosen, form), this::takeIn, this::failed);
    }

    private List<UnitRow> rows(PeriodId chosen, EditionId form) throws ReportingException {
        return reviews.progress(chosen, form).stream().filter(row -> !row.unit().equals(office.unit().id().value())).map(UnitRow::new)
                .toList();
    }

    /** Reads 报送情况 anew; the open report stays. */
    public void refresh() { reload(() -> {}); }

    /** Opens a unit by its id as soon as 报送情况 is here; an id that is not in it opens nothing. */
    public void openUnit(String unit) {
        wanted = unit;
        openWanted();
    }

    private void openWanted() {
        String unit = wanted;
        units.find(unit).ifPresent(row -> {
            wanted = "";
            open(row);
        });
    }

    /** Opens a unit's report. A unit without one only shows whom to call. */
    public void open(UnitRow row) {
        stash();
        FormEdition form = edition;
        if (form == null) {
            return;
        }
        current.set(row);
        reasons.open(row.progress().unit());
        submission.clear();
        draft.close();
        judge();
        if (row.hasDraft()) {
            openDraft(row, form);
            return;
        }
        if (!row.isReported()) {
            return;
        }
        busy.set(true);
        judge();
        tasks.runAside(() -> reviews.open(idOf(row)), opened -> {
            busy.set(false);
            if (row.equals(current.get())) {
                Optional<Unit> unit = office.units().find(new UnitId(row.progress().unit()));
                boolean wholeForm = unit.map(found -> found.level() == AdminLevel.PROVINCE).orElse(false);
                submission.show(opened, form, row.progress().parentName(), office.unit().id().value(), wholeForm);
                dueTimes.setAll(DueTimes.from(clock.instant(), zone));
                dueTime.set(dueTimes.getFirst());
                message.set(Text.NONE);
                reasons.mark();
            }
            judge();
        }, this::failed);
    }

    private void openDraft(UnitRow row, FormEdition form) {
        busy.set(true);
        judge();
        tasks.runAside(() -> draft.read(idOf(row), Objects.requireNonNull(row.progress().preReview()).draft()), read -> {
            busy.set(false);
            if (row.equals(current.get())) {
                draft.show(read, form, row.progress().parentName());
                message.set(Text.NONE);
                reasons.mark();
            }
            judge();
        }, this::failed);
    }

    /** Opens the unit after the current one that waits for a decision, from the end of the list at its beginning. */
    public void openNext() {
        openFrom(1);
    }

    /** Opens the unit before the current one that waits for a decision. */
    public void openPrevious() { openFrom(-1); }

    /** Writes a reason for the focused answer, or goes back to the one that is there. */
    public void writeReason() {
        TableRow.Answer answer = submission.selectedProperty().get();
        if (answer != null && acts.writeReason().enabledProperty().get()) {
            reasons.write(answer);
        }
    }

    /** Takes a reason away. */
    public void dropReason(ReasonDraft dropped) { reasons.drop(dropped); }

    /** Lines of the unit list. */
    public ObservableList<UnitList.Entry> entries() { return units.entries(); }

    /** Names of the units next above the reporting ones; for narrowing the list. */
    public ObservableList<String> parents() {
        return units.parents();
    }

    /** Reasons written for the open report. */
    public ObservableList<ReasonDraft> reasons() { return reasons.all(); }

    /** Times by which a returned report can be asked back. */
    public ObservableList<DueTimes.DueTime> dueTimes() { return dueTimes; }

    /** The chosen time. */
    public ObjectProperty<DueTimes.@Nullable DueTime> dueTimeProperty() { return dueTime; }

    /** Which units are listed. */
    public ObjectProperty<UnitList.Filter> filterProperty() { return units.filterProperty(); }

    /** Name of the unit above to which the list is narrowed, empty for all. */
    public ObjectProperty<String> parentProperty() {
        return units.parentProperty();
    }

    /** 应报, 已报, 已审. */
    public ReadOnlyObjectProperty<UnitList.Counts> countsProperty() { return units.countsProperty(); }

    /** The open unit; null if none. */
    public ReadOnlyObjectProperty<@Nullable UnitRow> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The reason to write on now; set anew whenever the text field should take the focus. */
    public ReadOnlyObjectProperty<@Nullable ReasonDraft> writingProperty() {
        return reasons.writingProperty();
    }

    /** What to know now: a failure, or what was done. */
    public ReadOnlyObjectProperty<Text> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Which way a return goes: 抄送阜新市. */
    public ReadOnlyObjectProperty<Text> routeProperty() { return acts.routeProperty(); }

    /** True while the network is asked. */
    public ReadOnlyBooleanProperty busyProperty() { return busy.getReadOnlyProperty(); }

    /** The open report. */
    public SubmissionViewModel submission() { return submission; }

    /** 通过. */
    public Action approveAction() { return acts.approve(); }

    /** 退回修改. */
    public Action returnAction() { return acts.giveBack(); }

    /** What is owed: 退回修改 if reasons are written, 通过 if there are none. */
    public Action decideAction() { return acts.decide(); }

    /** 没有异常的一并通过. */
    public Action approveQuietAction() { return acts.approveQuiet(); }

    /** 给当前数据项写理由. */
    public Action writeReasonAction() { return acts.writeReason(); }

    /** Common phrases for what is written now; a draft has no paper to speak of. */
    public List<Text> phrases() {
        return PHRASES.stream().filter(phrase -> !draft.isOpen() || !phrase.equals(PAPER_PHRASE)).toList();
    }

    /** True while the open report is a draft sent for a look: it is answered, neither approved nor returned. */
    public boolean isDraftOpen() {
        return draft.isOpen();
    }

    private void answerDraft() {
        UnitRow row = Objects.requireNonNull(current.get());
        List<ReviewDecision.Reason> given = reasons.written();
        busy.set(true);
        judge();
        UUID looked = draft.id();
        tasks.runAside(() -> draft.answer(idOf(row), looked, given), sent -> {
            reasons.sent(row.progress().unit());
            decided(row, sent == PreReviewService.Sent.DELIVERED ? "review.done.answered" : "review.done.answerWaits");
        }, this::failed);
    }

    private void approveCurrent() {
        UnitRow row = Objects.requireNonNull(current.get());
        UUID revision = shownRevision();
        ReportState.ByHand byHand = submission.toBeSeen();
        if (byHand == null) {
            approve(row, () -> reviews.approve(idOf(row), revision, ""));
        } else {
            dialogs.confirm(ByEyeQuestion.of(row, byHand), () -> approve(row, () -> reviews.approveSeenByEye(idOf(row), revision, "")));
        }
    }

    private void approve(UnitRow row, TaskRunner.Work<ReportState> work) {
        busy.set(true);
        judge();
        tasks.runAside(work, state -> decided(row, "review.done.approved"), this::failed);
    }

    private void askReturn() {
        UnitRow row = Objects.requireNonNull(current.get());
        Instant due = Objects.requireNonNull(dueTime.get()).at();
        Text until = Objects.requireNonNull(dueTime.get()).words();
        List<ReviewDecision.Reason> given = reasons.written();
        List<Text> facts = new ArrayList<>();
        given.forEach(reason -> facts.add(Text.plain(reason.code() + "  " + reason.text())));
        UUID revision = shownRevision();
        dialogs.confirm(new Dialogs.Confirmation(Text.of("review.return.headline", row.progress().unitName(), row.progress().number()),
                Text.of("review.return.sentence", given.size(), until), facts, Text.of("review.return")), () -> {
                    busy.set(true);
                    judge();
                    tasks.runAside(() -> acts.isNextBelow(row)
                            ? reviews.returnForCorrection(idOf(row), revision, given, due)
                            : reviews.returnDirectly(idOf(row), revision, given, due), state -> {
                                reasons.sent(row.progress().unit());
                                decided(row, "review.done.returned");
                            }, this::failed);
                });
    }

    private void askApproveQuiet() {
        List<UnitRow> quiet = units.quiet();
        dialogs.confirm(new Dialogs.Confirmation(Text.of("review.approveQuiet.headline", quiet.size()),
                Text.of("review.approveQuiet.sentence"),
                quiet.stream().map(row -> Text.plain(row.progress().unitName() + "  " + row.progress().parentName())).toList(),
                Text.of("review.approve")), () -> {
                    busy.set(true);
                    judge();
                    approveOneByOne(quiet, 0, 0);
                });
    }

    // each approval is an act of its own with its own revision; one that is refused does not stop the others and stays in the list
    private void approveOneByOne(List<UnitRow> quiet, int next, int refused) {
        if (next == quiet.size()) {
            int done = next - refused;
            reload(() -> message.set(refused == 0 ? Text.of("review.done.quiet", done) : Text.of("review.done.quietSome", done, refused)));
            return;
        }
        UnitRow row = quiet.get(next);
        UUID revision = Objects.requireNonNull(row.progress().revision());
        message.set(Text.of("review.progress.quiet", next + 1, quiet.size(), row.progress().unitName()));
        tasks.runAside(() -> reviews.approve(idOf(row), revision, ""), state -> approveOneByOne(quiet, next + 1, refused),
                failure -> approveOneByOne(quiet, next + 1, refused + 1));
    }

    private void decided(UnitRow row, String key) {
        reload(() -> {
            openFrom(1);
            message.set(Text.of(key, row.progress().unitName()));
        });
    }

    private void reload(Runnable afterwards) {
        PeriodId chosen = period;
        FormEdition form = edition;
        if (chosen == null || form == null) {
            return;
        }
        busy.set(true);
        tasks.runAside(() -> rows(chosen, form.id()), rows -> {
            takeIn(rows);
            afterwards.run();
            judge();
        }, this::failed);
    }

    private void takeIn(List<UnitRow> rows) {
        busy.set(false);
        units.show(rows);
        UnitRow open = current.get();
        if (open != null) {
            current.set(units.find(open.progress().unit()).orElse(null));
        }
        openWanted();
    }

    private void openFrom(int step) {
        UnitRow open = current.get();
        Optional<UnitRow> next = units.nextWaiting(open, step);
        if (next.isPresent()) {
            open(next.get());
            return;
        }
        if (open != null && !open.isWaiting()) {
            stash();
            current.set(null);
            reasons.close();
            submission.clear();
            draft.close();
        }
        judge();
    }

    // reasons written for a unit wait for the reviewer while he looks at another one
    private void stash() {
        UnitRow open = current.get();
        if (open != null) {
            reasons.stash(open.progress().unit());
        }
    }

    private void judge() { acts.judge(current.get(), busy.get()); }

    private UUID shownRevision() { return Objects.requireNonNull(submission.shownProperty().get()).report().revision(); }

    private ReportId idOf(UnitRow row) {
        return new ReportId(new UnitId(row.progress().unit()), Objects.requireNonNull(period), Objects.requireNonNull(edition).id());
    }

    private void failed(ReportingException failure) {
        busy.set(false);
        message.set(Failure.words(failure));
        judge();
    }
}
