package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.Answer;
import org.shangbao.client.application.report.Answers;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.model.report.ReportId;

/**
 * Every way the answers of the open report are changed, each undoable. What is on its way to the disk is remembered here, so that it is shown
 * as it was given until it is durable. FX thread only.
 */
final class Edits {
    private final ReportDesk desk;
    private final Map<ReportId, EditHistory> histories = new HashMap<>();
    private final Map<AnswerKey, Answer> pending = new HashMap<>();
    private final Listener listener;

    /** Who shows what changes. */
    interface Listener {
        /** Something was given or became durable. */
        void changed();

        /** An edit was undone or made again there. */
        void goTo(String place);

        /** Nothing was done, and why. */
        void refused(Text why);
    }

    Edits(ReportDesk desk, Listener listener) {
        this.desk = desk;
        this.listener = listener;
    }

    /** Another report is going to be open; what was changed in this one can be taken back when it is opened again. */
    void leave() {
        pending.clear();
    }

    private EditHistory history() {
        ReportDraft draft = draft();
        return draft == null ? new EditHistory() : histories.computeIfAbsent(draft.id(), id -> new EditHistory());
    }

    /** Returns what was given for an answer and is not durable yet; null if nothing is on its way. */
    @Nullable
    Answer pending(AnswerKey key) { return pending.get(key); }

    boolean canUndo() { return history().canUndo(); }

    boolean canRedo() { return history().canRedo(); }

    /** Takes what was typed into a blank. */
    void figure(String code, String typed) {
        write(code, List.of(new Answer.Figure(code, typed, false)));
    }

    /** Takes the text of an item. */
    void narrative(String itemCode, String text) {
        write(itemCode, List.of(new Answer.Narrative(itemCode, text, false)));
    }

    /** Takes the last period's answers for these, to be confirmed. */
    void carryOver(List<AnswerKey> keys) {
        ReportDraft draft = draft();
        if (draft != null) {
            List<Answer> answers = keys.stream().flatMap(key -> Answers.before(draft, key).stream()).toList();
            write(keys.isEmpty() ? "" : keys.getFirst().code(), answers);
        }
    }

    /** Confirms answers that were taken over. */
    void confirm(List<AnswerKey> keys) {
        write(keys.isEmpty() ? "" : keys.getFirst().code(), keys.stream().map(key -> now(key).confirmed()).toList());
    }

    /** Writes figures that were pasted together, as one change. */
    void figures(List<Answer> figures) {
        write(figures.isEmpty() ? "" : figures.getFirst().key().code(), figures);
    }

    /** Writes 0 into these figures. */
    void zeros(List<AnswerKey> keys) {
        write(keys.isEmpty() ? "" : keys.getFirst().code(),
                keys.stream().<Answer>map(key -> new Answer.Figure(key.code(), "0", false)).toList());
    }

    /**
     * On a blank or text: takes the last period's answer, or confirms it if it was taken over before.
     *
     * @param code figure or item
     */
    void carryOrConfirm(String code) {
        ReportDraft draft = draft();
        if (draft == null) {
            return;
        }
        List<AnswerKey> keys = keysOf(draft, code);
        List<AnswerKey> unconfirmed = keys.stream().filter(key -> now(key).carriedOver()).toList();
        if (!unconfirmed.isEmpty()) {
            confirm(unconfirmed);
            return;
        }
        List<AnswerKey> carriable = keys.stream().filter(key -> Answers.before(draft, key).isPresent())
                .filter(key -> key.kind() == AnswerKey.Kind.FIGURE || now(key).isEmpty()).toList();
        if (carriable.isEmpty()) {
            listener.refused(Text.of("fill.carry.nothing", code));
        } else {
            carryOver(carriable);
        }
    }

    /** True if something there was taken over and waits to be confirmed. */
    boolean isUnconfirmed(String code) {
        ReportDraft draft = draft();
        return draft != null && keysOf(draft, code).stream().anyMatch(key -> now(key).carriedOver());
    }

    private static List<AnswerKey> keysOf(ReportDraft draft, String code) {
        List<AnswerKey> keys = new ArrayList<>(draft.figures().containsKey(code)
                ? List.of(AnswerKey.figure(code))
                : List.of(AnswerKey.narrative(code), AnswerKey.files(code)));
        draft.broughtForward().unconfirmed().stream().filter(key -> key.kind() == AnswerKey.Kind.EXPLANATION)
                .filter(key -> draft.findings().stream()
                        .anyMatch(finding -> finding.key().equals(key.code())
                                && finding.codes().stream().findFirst().filter(code::equals).isPresent()))
                .forEach(keys::add);
        return keys;
    }

    /** Takes the last change back. */
    void undo() {
        EditHistory history = history();
        history.takeDone().ifPresentOrElse(edit -> put(edit.before(), () -> history.undone(edit), () -> history.keep(edit), edit.place()),
                () -> listener.refused(Text.of("fill.undo.nothing")));
    }

    /** Makes the change undone last again. */
    void redo() {
        EditHistory history = history();
        history.takeUndone().ifPresentOrElse(edit -> put(edit.after(), () -> history.keep(edit), () -> history.undone(edit), edit.place()),
                () -> listener.refused(Text.of("fill.redo.nothing")));
    }

    private void write(String place, List<Answer> answers) {
        List<Answer> before = new ArrayList<>();
        answers.forEach(answer -> before.add(now(answer.key())));
        if (answers.isEmpty() || before.equals(answers)) {
            return;
        }
        history().add(new EditHistory.Edit(place, before, answers));
        put(answers, () -> {}, () -> {}, "");
    }

    private void put(List<Answer> answers, Runnable durable, Runnable refused, String place) {
        answers.forEach(answer -> pending.put(answer.key(), answer));
        listener.changed();
        desk.put(answers, () -> {
            answers.forEach(answer -> pending.remove(answer.key(), answer));
            durable.run();
            listener.changed();
        }, () -> {
            refused.run();
            listener.changed();
        });
        if (!place.isEmpty()) {
            listener.goTo(place);
        }
    }

    private Answer now(AnswerKey key) {
        ReportDraft draft = draft();
        return Optional.ofNullable(pending.get(key)).orElseGet(() -> Answers.now(java.util.Objects.requireNonNull(draft), key));
    }

    @Nullable
    private ReportDraft draft() { return desk.draftProperty().get(); }
}
