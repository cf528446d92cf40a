package org.shangbao.client.ui.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Text;
import org.shangbao.wire.v1.ReviewDecision;

/** Reasons written for the open unit, and those that wait for the reviewer while he looks at another one. FX thread only. */
final class WrittenReasons {
    private final SubmissionViewModel submission;
    private final Runnable changed;
    private final ObservableList<ReasonDraft> reasons = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ReasonDraft> writing = new ReadOnlyObjectWrapper<>();
    private final Map<String, List<ReasonDraft>> waiting = new HashMap<>();

    /**
     * No reasons yet.
     *
     * @param submission where answers with a reason are marked
     * @param changed    told after reasons or their texts changed
     */
    WrittenReasons(SubmissionViewModel submission, Runnable changed) {
        this.submission = submission;
        this.changed = changed;
    }

    ObservableList<ReasonDraft> all() { return reasons; }

    /** The reason to write on now; set anew whenever the text field should take the focus. */
    ReadOnlyObjectProperty<@Nullable ReasonDraft> writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** Takes up what was written for a unit. */
    void open(String unit) { reasons.setAll(waiting.getOrDefault(unit, List.of())); }

    /** Lays what is written for a unit aside. */
    void stash(String unit) { waiting.put(unit, List.copyOf(reasons)); }

    /** Forgets what was written for a unit: it was sent. */
    void sent(String unit) {
        reasons.clear();
        waiting.remove(unit);
    }

    /** Lays nothing open; what waits for other units stays. */
    void close() { reasons.clear(); }

    /** Forgets everything. */
    void clear() {
        waiting.clear();
        reasons.clear();
    }

    /** Writes a reason for an answer, or goes back to the one that is there. */
    void write(TableRow.Answer answer) {
        ReasonDraft draft = reasons.stream().filter(reason -> reason.answer().code().equals(answer.code())).findFirst().orElse(null);
        if (draft == null) {
            draft = new ReasonDraft(answer);
            draft.textProperty().subscribe(changed);
            reasons.add(draft);
            mark();
        }
        writing.set(null);
        writing.set(draft);
        changed.run();
    }

    void drop(ReasonDraft draft) {
        reasons.remove(draft);
        mark();
        changed.run();
    }

    /** Marks the answers that have a reason. */
    void mark() {
        submission.marked().setAll(reasons.stream().map(reason -> reason.answer().code()).toList());
    }

    boolean isEmpty() { return reasons.isEmpty(); }

    /** Returns why they cannot be sent as they stand; empty if they can. */
    Text hindrance() {
        return reasons.stream().allMatch(ReasonDraft::isWritten) ? Text.NONE : Text.of("review.blocked.emptyReason");
    }

    /** Returns them as they are sent. */
    List<ReviewDecision.Reason> written() {
        return reasons.stream()
                .map(reason -> new ReviewDecision.Reason(reason.answer().code(), reason.textProperty().get().strip())).toList();
    }
}
