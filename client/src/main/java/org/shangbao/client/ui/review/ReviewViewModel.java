package org.shangbao.client.ui.review;

import java.time.Clock;
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
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
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
    private final Office office;
    private final ReviewService reviews;
    private final LongWork work;
    private final QuietApproval quietly;
    private final Dialogs dialogs;
    private final SubmissionViewModel submission;
    private final UnitsModel units;
    private final DraftDesk draft;
    private final WrittenReasons reasons;
    private final DueChoice due;
    private final ReadOnlyObjectWrapper<@Nullable UnitRow> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Text> message = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReviewActs acts;
    private String wanted = "";
    private @Nullable FormEdition edition;
    private @Nullable PeriodId period;

    /** Reviews for an office; {@code zone} is the deployment's. */
    public ReviewViewModel(Office office, ReviewService reviews, PreReviewService preReviews, LongWork work, Dialogs dialogs, Clock clock,
            ZoneId zone) {
        this.office = office;
        this.reviews = reviews;
        this.work = work;
        quietly = new QuietApproval(reviews, work);
        this.dialogs = dialogs;
        due = new DueChoice(clock, zone);
        submission = new SubmissionViewModel(reviews, work);
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
        work.stoppable(Text.of("review.work.list"), progress -> rows(chosen, form), this::takeIn, this::stopped, this::failed);
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
        work.stoppable(Text.of("review.work.open", row.progress().unitName()), progress -> reviews.open(idOf(row)), opened -> {
            busy.set(false);
            if (row.equals(current.get())) {
                Optional<Unit> unit = office.units().find(new UnitId(row.progress().unit()));
                boolean wholeForm = unit.map(found -> found.level() == AdminLevel.PROVINCE).orElse(false);
                submission.show(opened, form, row.progress().parentName(), office.unit().id().value(), wholeForm);
                due.renew();
                message.set(Text.NONE);
                reasons.mark();
            }
            judge();
        }, () -> closed(row), this::failed);
    }

    private void openDraft(UnitRow row, FormEdition form) {
        busy.set(true);
        judge();
        UUID sent = Objects.requireNonNull(row.progress().preReview()).draft();
        work.stoppable(Text.of("review.work.open", row.progress().unitName()), progress -> draft.read(idOf(row), sent), read -> {
            busy.set(false);
            if (row.equals(current.get())) {
                draft.show(read, form, row.progress().parentName());
                message.set(Text.NONE);
                reasons.mark();
            }
            judge();
        }, () -> closed(row), this::failed);
    }

    /** Giving up the opening leaves nothing open; the unit can be opened again at once. */
    private void closed(UnitRow row) {
        if (row.equals(current.get())) {
            current.set(null);
        }
        stopped();
    }

    private void stopped() {
        busy.set(false);
        message.set(Text.of("review.done.stopped"));
        judge();
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

    /** By when a returned report is asked back. */
    DueChoice due() { return due; }

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
        work.aside(Text.of("review.work.answer"), LongWork.Whole.AT_SERVER, () -> draft.answer(idOf(row), looked, given), sent -> {
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

    private void approve(UnitRow row, TaskRunner.Work<ReportState> approval) {
        busy.set(true);
        judge();
        work.aside(Text.of("review.work.approve"), LongWork.Whole.AT_SERVER, approval, state -> decided(row, "review.done.approved"),
                this::failed);
    }

    private void askReturn() {
        UnitRow row = Objects.requireNonNull(current.get());
        DueTimes.DueTime until = Objects.requireNonNull(due.chosenProperty().get());
        List<ReviewDecision.Reason> given = reasons.written();
        List<Text> facts = new ArrayList<>();
        given.forEach(reason -> facts.add(Text.plain(reason.code() + "  " + reason.text())));
        UUID revision = shownRevision();
        dialogs.confirm(new Dialogs.Confirmation(Text.of("review.return.headline", row.progress().unitName(), row.progress().number()),
                Text.of("review.return.sentence", given.size(), until.words()), facts, Text.of("review.return")), () -> {
                    busy.set(true);
                    judge();
                    work.aside(Text.of("review.work.return"), LongWork.Whole.AT_SERVER, () -> acts.isNextBelow(row)
                            ? reviews.returnForCorrection(idOf(row), revision, given, until.at())
                            : reviews.returnDirectly(idOf(row), revision, given, until.at()), state -> {
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
                    quietly.approve(quiet, this::idOf, said -> reload(() -> message.set(said)), this::failed);
                });
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
        work.stoppable(Text.of("review.work.list"), progress -> rows(chosen, form.id()), rows -> {
            takeIn(rows);
            afterwards.run();
            judge();
        }, this::stopped, this::failed);
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
