package org.shangbao.client.print;

import java.util.ArrayList;
import java.util.List;

import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.OrientationEnum;

/**
 * Lays an overview out on landscape sheets. Few units stand side by side and the figures run down; of many units each has a row and the
 * figures stand side by side. Whatever does not fit on a sheet goes on the next one with all its heads, and the sums stand on each. No
 * template could do this: how wide a column must be only its figures say.
 */
final class OverviewSheets {

    /** So many units stand side by side; with more, each unit has a row. */
    static final int UNITS_ACROSS = 14;

    private static final int LEFT = 99;
    private static final int WIDTH = 638;
    private static final int TOP = 79;
    private static final int BOTTOM = 521;
    private static final int TITLE = 24;
    private static final int ROW = 13;
    /** Six digits, as wide as a column was drawn. */
    private static final int NARROWEST = 27;
    private static final int WIDEST = 64;
    private static final float SIZE = 7;

    private final StyledText styled;
    private final JasperPrint print;
    private final List<OverviewSheet> sheets = new ArrayList<>();

    private OverviewSheets(StyledText styled) {
        this.styled = styled;
        print = new JasperPrint();
        print.setName("overview");
        print.setPageWidth(842);
        print.setPageHeight(595);
        print.setOrientation(OrientationEnum.LANDSCAPE);
    }

    /** Returns the sheets of an overview as a part of the paper. */
    static JasperPrint fill(Annex.Overview overview, String label, StyledText styled) {
        OverviewSheets part = new OverviewSheets(styled);
        if (overview.units().size() <= UNITS_ACROSS) {
            part.figuresDown(overview);
        } else {
            part.unitsDown(overview);
        }
        int number = 0;
        for (OverviewSheet sheet : part.sheets) {
            number++;
            sheet.text(Typeface.HEI_BOLD, 14, HorizontalTextAlignEnum.LEFT, LEFT, TOP, 120, TITLE, label);
            sheet.text(Typeface.SONG_BOLD, 16, HorizontalTextAlignEnum.CENTER, LEFT + 120, TOP, WIDTH - 240, TITLE, overview.title());
            sheet.text(Typeface.SONG, 9, HorizontalTextAlignEnum.RIGHT, LEFT + WIDTH - 100, TOP, 100, TITLE,
                    PaperWords.of("overview.sheet", number, part.sheets.size()));
        }
        return part.print;
    }

    private OverviewSheet newSheet() {
        JRBasePrintPage page = new JRBasePrintPage();
        print.addPage(page);
        OverviewSheet sheet = new OverviewSheet(print, page, styled);
        sheets.add(sheet);
        return sheet;
    }

    /** Figures down: group, code, name, measure and sum, then the units. */
    private void figuresDown(Annex.Overview overview) {
        int total = columnWidth(38, overview.rows().stream().map(Annex.OverviewRow::total).toList(), Typeface.HEI_BOLD);
        int[] fixed = { 31, 24, 149, 24, total };
        int left = LEFT + sum(fixed);
        int narrowest = columnWidth(NARROWEST, overview.rows().stream().flatMap(row -> row.values().stream()).toList(), Typeface.SONG);
        List<Slice> slices = slices(overview.units().size(), LEFT + WIDTH - left, narrowest);
        int[] heights = overview.rows().stream()
                .mapToInt(row -> Math.max(ROW, OverviewSheet.heightOf(styled, Typeface.SONG, SIZE, fixed[2], row.name()))).toArray();
        for (Slice slice : slices) {
            int head = 24;
            for (int unit = slice.from(); unit < slice.to(); unit++) {
                head = Math.max(head, OverviewSheet.heightOf(styled, Typeface.HEI_BOLD, SIZE, slice.width(), overview.units().get(unit)));
            }
            for (int from = 0, to; from < overview.rows().size(); from = to) {
                to = last(heights, from, BOTTOM - TOP - TITLE - head);
                OverviewSheet sheet = newSheet();
                int x = LEFT;
                String[] heads = { "group", "code", "name", "unit", "total" };
                for (int column = 0; column < heads.length; column++) {
                    sheet.head(x, TOP + TITLE, fixed[column], head, PaperWords.of("overview.head." + heads[column]));
                    x += fixed[column];
                }
                for (int unit = slice.from(); unit < slice.to(); unit++) {
                    sheet.head(x, TOP + TITLE, slice.width(), head, overview.units().get(unit));
                    x += slice.width();
                }
                int y = TOP + TITLE + head;
                for (int row = from; row < to; row++) {
                    figureRow(sheet, overview.rows().get(row), fixed, slice, y, heights[row]);
                    y += heights[row];
                }
                groupsDown(sheet, overview.rows().subList(from, to), heights, from, fixed[0]);
                sheet.frame(LEFT, TOP + TITLE, x - LEFT, y - TOP - TITLE, head);
            }
        }
    }

    private static void figureRow(OverviewSheet sheet, Annex.OverviewRow row, int[] fixed, Slice slice, int y, int height) {
        int x = LEFT + fixed[0];
        sheet.cell(Typeface.SONG, HorizontalTextAlignEnum.CENTER, x, y, fixed[1], height, row.code());
        x += fixed[1];
        sheet.cell(Typeface.SONG, HorizontalTextAlignEnum.LEFT, x, y, fixed[2], height, row.name());
        x += fixed[2];
        sheet.cell(Typeface.SONG, HorizontalTextAlignEnum.CENTER, x, y, fixed[3], height, row.measure());
        x += fixed[3];
        sheet.cell(Typeface.HEI_BOLD, HorizontalTextAlignEnum.RIGHT, x, y, fixed[4], height, row.total());
        x += fixed[4];
        for (String value : row.values().subList(slice.from(), slice.to())) {
            sheet.cell(Typeface.SONG, HorizontalTextAlignEnum.RIGHT, x, y, slice.width(), height, value);
            x += slice.width();
        }
    }

    private static void groupsDown(OverviewSheet sheet, List<Annex.OverviewRow> rows, int[] heights, int offset, int width) {
        int y = TOP + TITLE + sheet.headHeight();
        for (int from = 0, to; from < rows.size(); from = to) {
            int height = 0;
            for (to = from; to < rows.size() && rows.get(to).group().equals(rows.get(from).group()); to++) {
                height += heights[offset + to];
            }
            sheet.group(LEFT, y, width, height, rows.get(from).group());
            y += height;
        }
    }

    /** Units down: number and name, then the figures under their groups; the first row holds the sums. */
    private void unitsDown(Annex.Overview overview) {
        int name = Math.min(112, Math.max(60, 8 + (int) Math.ceil(overview.units().stream()
                .mapToDouble(unit -> styled.width(Typeface.SONG, SIZE, unit)).max().orElse(0))));
        int[] fixed = { 22, name };
        int left = LEFT + sum(fixed);
        List<String> all = new ArrayList<>();
        overview.rows().forEach(row -> all.addAll(row.values()));
        int narrowest = Math.max(columnWidth(NARROWEST, all, Typeface.SONG),
                columnWidth(NARROWEST, overview.rows().stream().map(Annex.OverviewRow::total).toList(), Typeface.HEI_BOLD));
        List<Slice> slices = slices(overview.rows().size(), LEFT + WIDTH - left, narrowest);
        int[] heights = overview.units().stream()
                .mapToInt(unit -> Math.max(ROW, OverviewSheet.heightOf(styled, Typeface.SONG, SIZE, name, unit))).toArray();
        for (Slice slice : slices) {
            List<Annex.OverviewRow> figures = overview.rows().subList(slice.from(), slice.to());
            int label = figures.stream().mapToInt(row -> OverviewSheet.heightOf(styled, Typeface.SONG, SIZE, slice.width(), row.name()))
                    .max()
                    .orElse(ROW);
            int group = groupHeight(figures, slice.width());
            int head = group + ROW + label + ROW;
            for (int from = 0, to; from < overview.units().size(); from = to) {
                to = last(heights, from, BOTTOM - TOP - TITLE - head - ROW);
                OverviewSheet sheet = newSheet();
                int y = TOP + TITLE;
                sheet.head(LEFT, y, fixed[0], head, PaperWords.of("overview.head.number"));
                sheet.head(LEFT + fixed[0], y, fixed[1], head, PaperWords.of("overview.head.reporter"));
                figureHeads(sheet, figures, left, slice.width(), group, label);
                y += head;
                unitRow(sheet, y, ROW, fixed, "", PaperWords.of("overview.head.total"),
                        figures.stream().map(Annex.OverviewRow::total).toList(), slice.width(), Typeface.HEI_BOLD);
                y += ROW;
                for (int unit = from; unit < to; unit++) {
                    int at = unit;
                    unitRow(sheet, y, heights[unit], fixed, String.valueOf(unit + 1), overview.units().get(unit),
                            figures.stream().map(row -> row.values().get(at)).toList(), slice.width(), Typeface.SONG);
                    y += heights[unit];
                }
                sheet.frame(LEFT, TOP + TITLE, left - LEFT + figures.size() * slice.width(), y - TOP - TITLE, head);
            }
        }
    }

    private int groupHeight(List<Annex.OverviewRow> figures, int width) {
        int height = ROW;
        for (int from = 0, to; from < figures.size(); from = to) {
            to = endOfGroup(figures, from);
            height = Math.max(height, OverviewSheet.heightOf(styled, Typeface.HEI_BOLD, SIZE, (to - from) * width,
                    oneLine(figures.get(from).group())));
        }
        return height;
    }

    private static void figureHeads(OverviewSheet sheet, List<Annex.OverviewRow> figures, int left, int width, int group, int label) {
        for (int from = 0, to; from < figures.size(); from = to) {
            to = endOfGroup(figures, from);
            sheet.head(left + from * width, TOP + TITLE, (to - from) * width, group, oneLine(figures.get(from).group()));
        }
        int x = left;
        for (Annex.OverviewRow figure : figures) {
            int y = TOP + TITLE + group;
            sheet.head(x, y, width, ROW, figure.code());
            sheet.cell(Typeface.SONG, HorizontalTextAlignEnum.CENTER, x, y + ROW, width, label, figure.name());
            sheet.cell(Typeface.SONG, HorizontalTextAlignEnum.CENTER, x, y + ROW + label, width, ROW, figure.measure());
            x += width;
        }
    }

    private static void unitRow(OverviewSheet sheet, int y, int height, int[] fixed, String number, String name, List<String> values,
            int width, Typeface face) {
        sheet.cell(face, HorizontalTextAlignEnum.CENTER, LEFT, y, fixed[0], height, number);
        sheet.cell(face, HorizontalTextAlignEnum.LEFT, LEFT + fixed[0], y, fixed[1], height, name);
        int x = LEFT + fixed[0] + fixed[1];
        for (String value : values) {
            sheet.cell(face, HorizontalTextAlignEnum.RIGHT, x, y, width, height, value);
            x += width;
        }
    }

    private static int endOfGroup(List<Annex.OverviewRow> rows, int from) {
        int to = from;
        while (to < rows.size() && rows.get(to).group().equals(rows.get(from).group())) {
            to++;
        }
        return to;
    }

    /** A group's name was broken to stand in a narrow column. */
    private static String oneLine(String group) {
        int end = group.indexOf('\n');
        return end < 0 ? group : group.substring(0, end) + " " + group.substring(end + 1).replace("\n", "");
    }

    /** Columns of one sheet: from, to (exclusive) and the width of each. */
    private record Slice(int from, int to, int width) {}

    /** Equal sheets rather than full ones and a rest. */
    private static List<Slice> slices(int columns, int room, int narrowest) {
        int most = Math.max(1, room / narrowest);
        int sets = Math.max(1, (columns + most - 1) / most);
        int across = Math.max(1, (columns + sets - 1) / sets);
        int width = Math.max(narrowest, Math.min(Math.max(narrowest, WIDEST), room / across));
        List<Slice> slices = new ArrayList<>();
        for (int from = 0; from < columns || slices.isEmpty(); from += across) {
            slices.add(new Slice(from, Math.min(columns, from + across), width));
        }
        return slices;
    }

    /** End of the rows that fit in a height from a row on; one always does. */
    private static int last(int[] heights, int from, int room) {
        int to = from + 1;
        int used = heights[from];
        while (to < heights.length && used + heights[to] <= room) {
            used += heights[to];
            to++;
        }
        return to;
    }

    private int columnWidth(int least, List<String> values, Typeface face) {
        return Math.max(least, 6 + (int) Math.ceil(values.stream().mapToDouble(value -> styled.width(face, SIZE, value)).max().orElse(0)));
    }

    private static int sum(int[] widths) {
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }
}
