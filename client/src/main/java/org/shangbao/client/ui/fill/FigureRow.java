package org.shangbao.client.ui.fill;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.model.report.FigureValue;

/**
 * A figure as a row of the table; the blank itself is elsewhere.
 *
 * @param previous   value of last period, empty if there is none
 * @param lastYear   value of the same period last year, empty if there is none
 * @param difference this period minus last, with its sign; {@code 0} for no change, empty if it cannot be said
 * @param percent    the same in percent, empty if it cannot be said
 * @param loud       true if the change must be explained
 * @param state      state of the blank
 * @param ownNote    本单位口径
 */
record FigureRow(String previous, String lastYear, String difference, String percent, boolean loud, BlankState state, String ownNote) {

    static Map<String, FigureRow> of(ReportDraft draft, Map<String, BlankContent> blanks) {
        Map<String, FigureRow> rows = new LinkedHashMap<>();
        blanks.forEach((code, content) -> rows.put(code, row(draft, code, content.state())));
        return rows;
    }

    /** Returns the rows with one of them as it would be with what is being typed. */
    static Map<String, FigureRow> with(Map<String, FigureRow> rows, ReportDraft preview, String code) {
        DraftFigure figure = preview.figures().get(code);
        if (figure == null) {
            return rows;
        }
        Map<String, FigureRow> changed = new LinkedHashMap<>(rows);
        changed.put(code, row(preview, code, BlankStates.of(preview).content(figure).state()));
        return changed;
    }

    private static FigureRow row(ReportDraft draft, String code, BlankState state) {
        DraftFigure figure = draft.figures().get(code);
        FigureValue now = figure == null ? FigureValue.MISSING : figure.value();
        FigureValue before = figure == null ? FigureValue.MISSING : figure.previous();
        FigureValue yearBefore = figure == null ? FigureValue.MISSING : figure.lastYear();
        return new FigureRow(Formats.figure(before), Formats.figure(yearBefore), difference(now, before),
                Formats.change(now, before).orElse(""), state == BlankState.MUST_EXPLAIN, state,
                draft.broughtForward().notes().getOrDefault(code, ""));
    }

    private static String difference(FigureValue now, FigureValue before) {
        if (now.value().isEmpty() || before.value().isEmpty()) {
            return "";
        }
        BigDecimal change = now.value().get().subtract(before.value().get());
        String amount = Formats.number(change.abs());
        return change.signum() == 0 ? "0" : (change.signum() > 0 ? "+" : "−") + amount;
    }
}
