package org.shangbao.client.ui.fill;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.DraftFindings;

/** Writes the note beside a figure or text. */
final class MarginNotes {
    private final Formats formats;

    MarginNotes(Formats formats) { this.formats = formats; }

    @Nullable
    MarginNote of(ReportDraft draft, String code) {
        return draft.edition().itemOfFigure(code).map(item -> {
            var definition = item.figures().stream().filter(figure -> figure.code().equals(code)).findFirst().orElseThrow();
            return note(draft, code, Optional.ofNullable(draft.figures().get(code)), new Text.Bilingual(definition.label(),
                    definition.labelEn()), definition.unit(), FormWords.guidance(item));
        }).or(() -> draft.edition().item(code).map(item -> note(draft, code, Optional.empty(),
                new Text.Bilingual(item.shortName(), item.shortNameEn()), "", FormWords.guidance(item)))).orElse(null);
    }

    private MarginNote note(ReportDraft draft, String code, Optional<DraftFigure> figure, Text name, String unit, Text guidance) {
        Text period = draft.previousPeriod() == null
                ? Text.NONE
                : Text.of("fill.note.previous", formats.period(draft.previousPeriod()));
        boolean loud = DraftFindings.of(draft).mustExplain().stream().anyMatch(finding -> finding.codes().contains(code));
        return new MarginNote(code, name, unit, period, figure.map(typed -> Formats.figure(typed.previous())).orElse(""),
                figure.map(typed -> Formats.figure(typed.lastYear())).orElse(""),
                figure.flatMap(typed -> Formats.change(typed.value(), typed.previous())).orElse(""), loud, guidance,
                draft.broughtForward().notes().getOrDefault(code, ""));
    }
}
