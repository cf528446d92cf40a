package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.shangbao.client.application.report.Answer;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FormEdition;

/**
 * Two columns copied from an office's own sheet: the code or the name of a figure, and its value. Each line is matched by itself, so their
 * order does not matter. Either every line names one figure of this report and its value fits, or nothing is taken and the line is named; a
 * head line and empty values are passed over.
 */
final class NamedCells {
    private static final int MOST_LINES = 2000;

    private NamedCells() {}

    /** True if every line of the clipboard that is not empty has two cells. */
    static boolean isPairs(String clipboard) {
        return clipboard.lines().anyMatch(line -> !line.isBlank())
                && clipboard.lines().filter(line -> !line.isBlank()).allMatch(line -> line.split("\t", -1).length == 2);
    }

    /**
     * Finds the figures.
     *
     * @param codes figures that are asked of this office
     */
    static PastedCells.Result match(FormEdition edition, Collection<String> codes, String clipboard) {
        List<String> lines = clipboard.lines().toList();
        if (lines.size() > MOST_LINES || clipboard.length() > PastedCells.MOST) {
            return new PastedCells.Result.Refused(Text.of("fill.pairs.long", lines.size()));
        }
        FigureNames names = new FigureNames(edition, codes);
        List<Answer> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int line = 0; line < lines.size(); line++) {
            String[] cells = lines.get(line).split("\t", -1);
            if (lines.get(line).isBlank() || cells[1].isBlank() || isHead(line, cells, names)) {
                continue;
            }
            Set<String> found = names.find(cells[0]);
            if (found.size() != 1) {
                return new PastedCells.Result.Refused(found.isEmpty()
                        ? Text.of("fill.pairs.unknown", line + 1, FigureNames.shown(cells[0]))
                        : Text.of("fill.pairs.several", line + 1, FigureNames.shown(cells[0]), String.join("、", found)));
            }
            String code = found.iterator().next();
            if (!seen.add(code)) {
                return new PastedCells.Result.Refused(Text.of("fill.pairs.twice", line + 1, code));
            }
            Text fault = PastedCells.take(code, Objects.requireNonNull(edition.figures().get(code)), cells[1], figures);
            if (!fault.isEmpty()) {
                return new PastedCells.Result.Refused(Text.of("fill.pairs.wrong", line + 1, code, fault));
            }
        }
        return new PastedCells.Result.Taken(figures);
    }

    private static boolean isHead(int line, String[] cells, FigureNames names) {
        return line == 0 && names.find(cells[0]).isEmpty() && cells[1].codePoints().noneMatch(Character::isDigit);
    }
}
