package org.shangbao.client.ui.fill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.shangbao.client.application.report.Answer;

/** What was changed since the report was opened, so that it can be taken back step by step and made again. FX thread only. */
final class EditHistory {
    private static final int MOST = 500;

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();

    /**
     * A change.
     *
     * @param place  blank or text to go to when it is taken back
     * @param before the answers before it
     * @param after  the same answers after it
     */
    record Edit(String place, List<Answer> before, List<Answer> after) {
        Edit {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    void add(Edit edit) {
        done.push(edit);
        undone.clear();
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    /** Takes the last change to undo it; give it to {@link #undone} when that is durable, back to {@link #keep} if it is not. */
    Optional<Edit> takeDone() {
        return Optional.ofNullable(done.poll());
    }

    /** Takes the change undone last to make it again. */
    Optional<Edit> takeUndone() { return Optional.ofNullable(undone.poll()); }

    void keep(Edit edit) { done.push(edit); }

    void undone(Edit edit) { undone.push(edit); }

    boolean canUndo() { return !done.isEmpty(); }

    boolean canRedo() { return !undone.isEmpty(); }
}
