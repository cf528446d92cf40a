package org.shangbao.client.ui.fill;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.LiveCheck;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.TaskRunner;

/**
 * Checks the figure that is being typed, away from the FX thread. While one check is under way only the newest text waits, so fast typing
 * cannot pile them up. FX thread only.
 */
final class LiveFindings {
    private final TaskRunner tasks;
    private final Runnable changed;
    private @Nullable Typed wanted;
    private @Nullable Typed checked;
    private @Nullable ReportDraft preview;
    private boolean running;

    private record Typed(ReportDraft draft, String code, String text) {
        /** A draft is read anew with every change, so the same object is the same draft. */
        boolean isSame(@Nullable Typed other) {
            return other != null && draft == other.draft && code.equals(other.code) && text.equals(other.text);
        }
    }

    LiveFindings(TaskRunner tasks, Runnable changed) {
        this.tasks = tasks;
        this.changed = changed;
    }

    /** The text of a blank is this now. */
    void typed(ReportDraft draft, String code, String text) {
        wanted = new Typed(draft, code, text);
        if (!running) {
            next();
        }
    }

    /** Nothing is being typed any more. */
    void clear() {
        wanted = null;
        checked = null;
        preview = null;
    }

    /** Returns the draft as it would be with what is being typed; the draft itself if nothing is. */
    ReportDraft over(ReportDraft draft) {
        Typed last = checked;
        ReportDraft found = preview;
        return last != null && found != null && last.draft() == draft ? found : draft;
    }

    private void next() {
        Typed typed = wanted;
        if (typed == null || typed.isSame(checked)) {
            return;
        }
        running = true;
        tasks.runAside(() -> LiveCheck.preview(typed.draft(), typed.code(), typed.text()), found -> take(typed, found), problem -> {
            running = false;
        });
    }

    private void take(Typed typed, Optional<ReportDraft> found) {
        running = false;
        if (wanted == null) {
            return;
        }
        checked = typed;
        found.ifPresent(draft -> preview = draft);
        changed.run();
        next();
    }
}
