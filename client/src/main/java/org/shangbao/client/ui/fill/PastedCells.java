package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.shangbao.client.application.report.Answer;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.report.FigureText;
import org.shangbao.model.report.FigureValue;

/**
 * A column of cells copied from a spreadsheet, spread over the rows from the one worked on downwards. Either every cell is a figure that fits
 * its row, or nothing is taken and the place is named. An empty cell leaves its row as it is.
 */
final class PastedCells {
    static final int MOST = 64 << 10;

    private PastedCells() {}

    /** What becomes of what was pasted. */
    sealed interface Result {
        /** Figures for rows, in order. */
        record Taken(List<Answer> figures) implements Result {}

        /** More than one column may be meant. */
        record Asked(List<PastedBlock.Column> columns) implements Result {
            /** Copies the list. */
            public Asked {
                columns = List.copyOf(columns);
            }
        }

        /** Nothing is taken. */
        record Refused(Text why) implements Result {}
    }

    /** True if the clipboard holds more than one cell. */
    static boolean isSeveral(String clipboard) {
        String cells = clipboard.strip();
        return cells.indexOf('\n') >= 0 || cells.indexOf('\r') >= 0 || cells.indexOf('\t') >= 0;
    }

    /**
     * Spreads the cells.
     *
     * @param rows codes of the figures from the one worked on downwards, as they stand on the screen
     */
    static Result spread(FormEdition edition, List<String> rows, String clipboard) {
        String first = rows.getFirst();
        if (clipboard.length() > MOST) {
            return new Result.Refused(Text.of("fill.paste.long", first, clipboard.length(), MOST));
        }
        String[] lines = clipboard.replaceAll("(\\r\\n|\\r|\\n)+$", "").split("\\r\\n|\\r|\\n", -1);
        List<Answer> figures = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            int columns = lines[line].split("\t", -1).length;
            if (columns > 1) {
                return new Result.Refused(Text.of("fill.cells.columns", line + 1, columns));
            }
            if (lines[line].isBlank()) {
                continue;
            }
            if (line >= rows.size()) {
                return new Result.Refused(Text.of("fill.cells.rows", lines.length, first, rows.size()));
            }
            String code = rows.get(line);
            Text fault = take(code, Objects.requireNonNull(edition.figures().get(code)), lines[line], figures);
            if (!fault.isEmpty()) {
                return new Result.Refused(Text.of("fill.cells.wrong", line + 1, code, fault));
            }
        }
        return new Result.Taken(figures);
    }

    /** Adds the figure in a cell; returns why it cannot be taken, nothing if it was. */
    static Text take(String code, FigureDefinition definition, String cell, List<Answer> figures) {
        return switch (PastedText.forBlank(code, cell, BlankField.MOST)) {
            case PastedText.Result.Refused(Text why) -> why;
            case PastedText.Result.Taken(String text, int removed) -> switch (FigureText.normalise(text, definition)) {
                case FigureText.Result.Accepted(FigureValue value) -> {
                    figures.add(new Answer.Figure(code, value.canonical(), false));
                    yield Text.NONE;
                }
                case FigureText.Result.Empty() -> Text.NONE;
                case FigureText.Result.Refused(ErrorCode error, Map<String, String> details) ->
                    new Text.Bilingual(new ErrorTexts(Locale.ROOT).sentence(error, details),
                            new ErrorTexts(Locale.ENGLISH).sentence(error, details));
            };
        };
    }
}
