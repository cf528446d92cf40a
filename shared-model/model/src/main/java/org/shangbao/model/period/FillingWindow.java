package org.shangbao.model.period;

import java.time.Instant;

/**
 * When one level is expected to act in one period. It steers reminders and the mark 逾期 only: nothing is locked by it, and a late report
 * is taken.
 *
 * @param opensAt first instant of the window
 * @param dueAt   the level is late from the instant after this one
 */
public record FillingWindow(Instant opensAt, Instant dueAt) {

    /** @throws IllegalArgumentException if the window ends before it opens */
    public FillingWindow {
        if (dueAt.isBefore(opensAt)) {
            throw new IllegalArgumentException("window ends before it opens: " + opensAt + " / " + dueAt);
        }
    }

    /** True from {@code opensAt} to {@code dueAt}, both included. */
    public boolean isOpenAt(Instant instant) {
        return !instant.isBefore(opensAt) && !instant.isAfter(dueAt);
    }

    /** True for every instant after {@code dueAt}. */
    public boolean isOverdueAt(Instant instant) { return instant.isAfter(dueAt); }
}
