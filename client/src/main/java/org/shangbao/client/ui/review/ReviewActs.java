package org.shangbao.client.ui.review;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.person.Role;

/** What a reviewer may do about the open unit now, and if not, why not. FX thread only. */
final class ReviewActs {
    private final Office office;
    private final UnitsModel units;
    private final SubmissionViewModel submission;
    private final WrittenReasons reasons;
    private final DraftDesk draft;
    private final ReadOnlyObjectWrapper<Text> route = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final Action approve;
    private final Action giveBack;
    private final Action decide;
    private final Action approveQuiet;
    private final Action writeReason;
    private final Action answer;

    ReviewActs(Office office, UnitsModel units, SubmissionViewModel submission, WrittenReasons reasons, DraftDesk draft, Doings doings) {
        this.office = office;
        this.units = units;
        this.submission = submission;
        this.reasons = reasons;
        this.draft = draft;
        approve = new Action(Text.of("review.approve"), "", doings.approve());
        giveBack = new Action(Text.of("review.return"), "", doings.giveBack());
        decide = new Action(Text.of("review.approve"), "Ctrl+Enter", this::doOwed);
        approveQuiet = new Action(Text.of("review.approveQuiet", 0), "", doings.approveQuiet());
        answer = new Action(Text.of("review.answer.nothing"), "Ctrl+Enter", doings.answer());
        writeReason = new Action(Text.of("review.writeReason"), "F2", doings.writeReason());
    }

    /** What each act does. */
    record Doings(Runnable approve, Runnable giveBack, Runnable approveQuiet, Runnable writeReason, Runnable answer) {}

    private void doOwed() {
        if (draft.isOpen()) {
            answer.perform();
        } else if (reasons.isEmpty()) {
            approve.perform();
        } else {
            giveBack.perform();
        }
    }

    Action approve() { return approve; }

    Action giveBack() { return giveBack; }

    /** What is owed: an answer to a draft, 退回修改 if reasons are written, else 通过. */
    Action decide() { return decide; }

    Action approveQuiet() { return approveQuiet; }

    Action writeReason() { return writeReason; }

    /** Which way a return or an answer goes. */
    ReadOnlyObjectProperty<Text> routeProperty() { return route.getReadOnlyProperty(); }

    /** Judges every act anew for the open unit. */
    void judge(@Nullable UnitRow row, boolean isBusy) {
        judgeActs(row, isBusy);
        if (draft.isOpen()) {
            judgeAnswer(row, isBusy);
            return;
        }
        Action owed = reasons.isEmpty() ? approve : giveBack;
        decide.wordsProperty().set(owed.wordsProperty().get());
        allowIf(decide, owed.reasonProperty().get());
    }

    private void judgeAnswer(@Nullable UnitRow row, boolean isBusy) {
        answer.wordsProperty().set(reasons.isEmpty() ? Text.of("review.answer.nothing") : Text.of("review.answer", reasons.all().size()));
        Text blocked = hindrance(isBusy);
        allowIf(writeReason, blocked);
        writeReason.wordsProperty().set(Text.of("review.writeNote"));
        allowIf(answer, !blocked.isEmpty() ? blocked : reasons.hindrance());
        decide.wordsProperty().set(answer.wordsProperty().get());
        allowIf(decide, answer.reasonProperty().get());
        approve.refuse(Text.of("review.blocked.draft"));
        giveBack.refuse(Text.of("review.blocked.draft"));
        route.set(row == null ? Text.NONE : Text.of("review.route.answer", row.progress().unitName()));
    }

    private void judgeActs(@Nullable UnitRow row, boolean isBusy) {
        int quiet = units.quiet().size();
        approveQuiet.wordsProperty().set(Text.of("review.approveQuiet", quiet));
        allowIf(approveQuiet, quiet == 0 ? Text.of("review.blocked.noQuiet") : hindrance(isBusy));
        Text blocked = row == null ? Text.of("review.blocked.none") : hindranceOf(row, isBusy);
        allowIf(writeReason, blocked);
        writeReason.wordsProperty().set(Text.of("review.writeReason"));
        route.set(row == null ? Text.NONE : routeOf(row));
        giveBack.wordsProperty().set(Text.of(row != null && !isNextBelow(row) ? "review.returnDirectly" : "review.return"));
        if (!blocked.isEmpty()) {
            approve.refuse(blocked);
            giveBack.refuse(blocked);
            return;
        }
        boolean mine = row != null && row.isWaiting();
        allowIf(approve, !reasons.isEmpty()
                ? Text.of("review.blocked.reasons")
                : mine
                        ? Text.NONE
                        : Text.of("review.blocked.below", Objects.requireNonNull(row).progress().parentName()));
        allowIf(giveBack, reasons.isEmpty() ? Text.of("review.blocked.noReasons") : reasons.hindrance());
    }

    private Text hindranceOf(UnitRow row, boolean isBusy) {
        if (!row.isReported()) {
            return Text.of("review.blocked.notReported");
        }
        if (row.isReturned()) {
            return Text.of("review.blocked.returned");
        }
        if (row.isApproved()) {
            return Text.of("review.blocked.approved");
        }
        return submission.shownProperty().get() == null ? Text.of("review.blocked.loading") : hindrance(isBusy);
    }

    private Text hindrance(boolean isBusy) {
        if (isBusy) {
            return Text.of("review.blocked.busy");
        }
        return office.person().roles().contains(Role.REVIEWER) ? Text.NONE : Text.of("review.blocked.role");
    }

    private Text routeOf(UnitRow row) {
        return isNextBelow(row)
                ? Text.of("review.route.next", row.progress().unitName())
                : Text.of("review.route.direct", row.progress().unitName(), row.progress().parentName());
    }

    /** True if this level is the one that decides about a unit. */
    boolean isNextBelow(UnitRow row) {
        return row.progress().parent().equals(office.unit().id().value());
    }

    private static void allowIf(Action action, Text hindrance) {
        if (hindrance.isEmpty()) {
            action.allow();
        } else {
            action.refuse(hindrance);
        }
    }
}
