package org.shangbao.client.ui.fill;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.shangbao.client.application.report.Answer;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;

/**
 * A block of several columns copied from an office's own sheet. Rows find their figures by whatever column holds codes or names; the figures
 * come from the column headed 本期 or by this period's name, from the only one that can be meant, or from the one the person chooses. Either
 * every row with a value names one figure of this report and its value fits, or nothing is taken and the place is named.
 */
final class PastedBlock {
    private static final int MOST_ROWS = 2000;
    private static final int MOST_COLUMNS = 40;
    private static final int VALUES_SHOWN = 3;
    /** Begins like a figure; whether it is one, and of its row, is decided when it is taken. */
    private static final Pattern FIGURE_LIKE = Pattern.compile("[+-]?[0-9][0-9,. ]*\\S{0,3}");

    private final FormEdition edition;
    private final String period;
    private final FigureNames names;
    private final List<List<String>> rows;
    private final int width;
    private final List<Integer> nameColumns = new ArrayList<>();
    private int first;

    private PastedBlock(FormEdition edition, String period, Collection<String> codes, List<List<String>> rows) {
        this.edition = edition;
        this.period = period;
        this.names = new FigureNames(edition, codes);
        this.rows = rows;
        this.width = rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** A column that may be meant: its place, what stands above it, its first values. */
    record Column(int place, String head, List<String> values) {}

    /** What was wrong, on its way out. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text words;

        Fault(Text words) {
            super("", null, false, false);
            this.words = words;
        }
    }

    /** True if the clipboard has more than one column and is not just names and values. */
    static boolean isBlock(String clipboard) {
        return clipboard.indexOf('\t') >= 0 && !NamedCells.isPairs(clipboard);
    }

    /**
     * Finds the figures.
     *
     * @param codes  figures that are asked of this office
     * @param chosen place of the column the person chose, negative if none was asked for
     */
    static PastedCells.Result match(FormEdition edition, String period, Collection<String> codes, String clipboard, int chosen) {
        if (clipboard.length() > PastedCells.MOST) {
            return new PastedCells.Result.Refused(Text.of("fill.pairs.long", clipboard.lines().count()));
        }
        PastedBlock block = new PastedBlock(edition, period, codes, PastedTable.rows(clipboard));
        if (block.rows.size() > MOST_ROWS || block.width > MOST_COLUMNS) {
            return new PastedCells.Result.Refused(Text.of("fill.block.large", block.rows.size(), block.width));
        }
        try {
            return block.find(chosen);
        } catch (Fault fault) {
            return new PastedCells.Result.Refused(fault.words);
        }
    }

    private PastedCells.Result find(int chosen) throws Fault {
        findNames();
        List<Integer> columns = valueColumns();
        if (chosen >= 0) {
            return take(chosen);
        }
        List<Integer> meant = of(columns, PastedHeads.NOW);
        if (meant.isEmpty()) {
            meant = of(columns, PastedHeads.UNKNOWN);
        }
        if (meant.isEmpty()) {
            throw new Fault(columns.isEmpty()
                    ? Text.of("fill.block.noFigures")
                    : Text.of("fill.block.notNow", FigureNames.shown(head(columns.getFirst()))));
        }
        return meant.size() == 1 ? take(meant.getFirst()) : new PastedCells.Result.Asked(meant.stream().map(this::column).toList());
    }

    private String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** Columns that name figures as often as any, and the first row in which one is named; what stands above it are heads. */
    private void findNames() throws Fault {
        int[] hits = new int[width];
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < rows.size(); row++) {
                hits[column] += names.find(cell(row, column)).isEmpty() ? 0 : 1;
            }
        }
        int most = IntStream.of(hits).max().orElse(0);
        if (most == 0) {
            throw new Fault(Text.of("fill.cells.columns", 1, rows.isEmpty() ? 0 : rows.getFirst().size()));
        }
        IntStream.range(0, width).filter(column -> hits[column] * 2 >= most).forEach(nameColumns::add);
        first = IntStream.range(0, rows.size())
                .filter(row -> nameColumns.stream().anyMatch(column -> !names.find(cell(row, column)).isEmpty())).findFirst().orElse(0);
    }

    /** What stands above a column, the lowest of several heads. */
    private String head(int column) {
        return IntStream.iterate(first - 1, row -> row >= 0, row -> row - 1).mapToObj(row -> cell(row, column))
                .filter(words -> !words.isEmpty()).findFirst().orElse("");
    }

    private List<Integer> of(List<Integer> columns, PastedHeads kind) {
        return columns.stream().filter(column -> PastedHeads.of(head(column), period) == kind).toList();
    }

    private List<Integer> valueColumns() {
        return IntStream.range(0, width).boxed().filter(column -> !nameColumns.contains(column) && hasFigures(column)
                && !Set.of(PastedHeads.UNIT, PastedHeads.NO_FIGURES).contains(PastedHeads.of(head(column), period)) && !isNumbering(column))
                .toList();
    }

    /** True if it is headed as this period's, or most of what stands in it beside names looks like figures. */
    private boolean hasFigures(int column) {
        List<String> cells = named().mapToObj(row -> cell(row, column)).filter(cell -> !cell.isEmpty()).toList();
        long figures = cells.stream().filter(cell -> FIGURE_LIKE.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC)).matches())
                .count();
        return !cells.isEmpty() && (figures * 2 > cells.size() || PastedHeads.of(head(column), period) == PastedHeads.NOW);
    }

    private IntStream named() {
        return IntStream.range(first, rows.size())
                .filter(row -> nameColumns.stream().anyMatch(column -> !names.find(cell(row, column)).isEmpty()));
    }

    /** 1, 2, 3 … down the left of the names, without a head. */
    private boolean isNumbering(int column) {
        int[] named = named().toArray();
        return named.length > 1 && column < nameColumns.getFirst() && head(column).isEmpty()
                && IntStream.range(0, named.length).allMatch(at -> cell(named[at], column).equals(Integer.toString(at + 1)));
    }

    private Column column(int place) {
        return new Column(place, FigureNames.shown(head(place)), named().mapToObj(row -> cell(row, place)).filter(cell -> !cell.isEmpty())
                .limit(VALUES_SHOWN).map(FigureNames::shown).toList());
    }

    private PastedCells.Result take(int column) throws Fault {
        List<Answer> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int unitColumn = unitColumn();
        for (int row = first; row < rows.size(); row++) {
            String value = cell(row, column);
            if (value.isEmpty()) {
                continue;
            }
            String code = figure(row);
            FigureDefinition figure = Objects.requireNonNull(edition.figures().get(code));
            if (!seen.add(code)) {
                throw new Fault(Text.of("fill.pairs.twice", row + 1, code));
            }
            String unit = unitColumn < 0 ? "" : cell(row, unitColumn);
            if (!unit.isEmpty() && !isUnit(unit, figure)) {
                throw new Fault(
                        Text.of("fill.block.unit", row + 1, unitColumn + 1, FigureNames.shown(unit), code, figure.unit()));
            }
            Text fault = PastedCells.take(code, figure, value, figures);
            if (!fault.isEmpty()) {
                throw new Fault(Text.of("fill.block.wrong", row + 1, column + 1, code, fault));
            }
        }
        return new PastedCells.Result.Taken(figures);
    }

    /** The one figure a row names; code and name must not speak of different ones. */
    private String figure(int row) throws Fault {
        Set<String> found = new TreeSet<>();
        int by = -1;
        for (int column : nameColumns) {
            Set<String> here = names.find(cell(row, column));
            if (here.isEmpty()) {
                continue;
            }
            if (by < 0) {
                found.addAll(here);
                by = column;
            } else if (!found.stream().anyMatch(here::contains)) {
                throw new Fault(Text.of("fill.block.differ", row + 1, by + 1, FigureNames.shown(cell(row, by)), column + 1,
                        FigureNames.shown(cell(row, column))));
            } else {
                found.retainAll(here);
            }
        }
        if (found.size() == 1) {
            return found.iterator().next();
        }
        int shown = by >= 0
                ? by
                : nameColumns.stream().filter(column -> !cell(row, column).isEmpty()).findFirst().orElse(nameColumns.getFirst());
        throw new Fault(found.isEmpty()
                ? Text.of("fill.block.unknown", row + 1, shown + 1, FigureNames.shown(cell(row, shown)))
                : Text.of("fill.pairs.several", row + 1, FigureNames.shown(cell(row, shown)), String.join("、", found)));
    }

    /** The column headed 单位 whose cells mostly are their figures' units; 单位 may head the names of offices too. Negative if none. */
    private int unitColumn() throws Fault {
        for (int column = 0; column < width; column++) {
            if (PastedHeads.of(head(column), period) == PastedHeads.UNIT) {
                int right = 0;
                int all = 0;
                for (int row : named().toArray()) {
                    if (!cell(row, column).isEmpty()) {
                        all++;
                        right += isUnit(cell(row, column), Objects.requireNonNull(edition.figures().get(figure(row)))) ? 1 : 0;
                    }
                }
                if (right * 2 >= all) {
                    return column;
                }
            }
        }
        return -1;
    }

    private static boolean isUnit(String cell, FigureDefinition figure) {
        return FigureNames.key(cell).equals(FigureNames.key(figure.unit()));
    }
}
