package org.shangbao.client.application.report;

import java.util.Map;
import java.util.Set;

import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.model.report.ReportContent;

/**
 * What the office brings along from earlier periods.
 *
 * @param previous    answers of the period compared with; empty if there is none
 * @param notes       本单位口径: the office's own words on what a figure counts, by figure code
 * @param unconfirmed answers of this report that were taken over and not confirmed yet
 */
public record BroughtForward(ReportContent previous, Map<String, String> notes, Set<AnswerKey> unconfirmed) {
    /** Nothing from earlier. */
    public static final BroughtForward NOTHING = new BroughtForward(ReportContent.EMPTY, Map.of(), Set.of());

    /** Copies. */
    public BroughtForward {
        notes = Map.copyOf(notes);
        unconfirmed = Set.copyOf(unconfirmed);
    }

    /** True if a figure waits to be confirmed. */
    public boolean isUnconfirmed(String figureCode) {
        return unconfirmed.contains(AnswerKey.figure(figureCode));
    }
}
