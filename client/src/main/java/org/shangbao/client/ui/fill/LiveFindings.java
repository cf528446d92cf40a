package org.shangbao.client.ui.fill;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.LiveCheck;
import org.shangbao.client.application.report.ReportDraft;

/**
 * Checks the figure that is being typed, key by key. Only the rules about that figure are asked, so it is done before the letter is drawn and
 * both are seen together. FX thread only.
 */
final class LiveFindings {
    private final LiveCheck check = new LiveCheck();
    private final Runnable changed;
    private @Nullable ReportDraft checked;
    private @Nullable ReportDraft preview;

    LiveFindings(Runnable changed) { this.changed = changed; }

    /** The text of a blank is this now. Half a number is no figure yet: then what was said of the last whole one stays. */
    void typed(ReportDraft draft, String code, String text) {
        check.preview(draft, code, text).ifPresent(found -> {
            checked = draft;
            preview = found;
            changed.run();
        });
    }

    /** Nothing is being typed any more. */
    void clear() {
        checked = null;
        preview = null;
    }

    /** Returns the draft as it would be with what is being typed; the draft itself if nothing is. */
    ReportDraft over(ReportDraft draft) {
        ReportDraft found = preview;
        // a draft is read anew with every change, so the same object is the same draft
        return found != null && checked == draft ? found : draft;
    }
}
