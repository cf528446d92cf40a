package org.shangbao.client.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.FigureText;
import org.shangbao.model.report.ReportId;

/**
 * Figures from a CSV file: {@code code,value} or any columns under a head with {@code code}/代码 and {@code value}/数值. All lines or none; an
 * empty value leaves the blank as it is.
 */
final class CsvFigures {
    private final FailureText failures;

    CsvFigures(FailureText failures) { this.failures = failures; }

    /** A line of the file: number as people count, cells. */
    record Line(int number, List<String> cells) {}

    List<ReportService.SavedFigure> importInto(OpenOffice office, ReportId report, Path file) throws ReportingException {
        String name = String.valueOf(file.getFileName());
        List<Line> lines = parse(TextFile.read(file), name);
        int codeColumn = 0;
        int valueColumn = 1;
        if (!lines.isEmpty()) {
            List<String> head = lines.getFirst().cells().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
            int code = Math.max(head.indexOf("code"), head.indexOf("代码"));
            if (code >= 0) {
                int value = Math.max(head.indexOf("value"), Math.max(head.indexOf("数值"), head.indexOf("值")));
                if (value < 0) {
                    throw unreadable(name, lines.getFirst().number(), "value / 数值");
                }
                codeColumn = code;
                valueColumn = value;
                lines = lines.subList(1, lines.size());
            }
        }
        Map<String, FigureDefinition> definitions = office.reports().open(report).edition().figures();
        LinkedHashMap<String, String> typed = new LinkedHashMap<>();
        for (Line line : lines) {
            String code = cell(line, codeColumn);
            String value = cell(line, valueColumn);
            if (code.isEmpty() && value.isEmpty()) {
                continue;
            }
            FigureDefinition definition = definitions.get(code);
            if (definition == null) {
                throw unreadable(name, line.number(), failures.sentence(ErrorCode.FIGURE_UNKNOWN, Map.of("code", code)));
            }
            if (value.isEmpty()) {
                continue;
            }
            if (FigureText.normalise(value, definition) instanceof FigureText.Result.Refused refused) {
                throw unreadable(name, line.number(), failures.sentence(refused.error(), refused.details()));
            }
            if (typed.put(code, value) != null) {
                throw unreadable(name, line.number(), code);
            }
        }
        return typed.isEmpty() ? List.of() : office.figureImport().saveAll(report, typed);
    }

    private static String cell(Line line, int column) { return column < line.cells().size() ? line.cells().get(column).strip() : ""; }

    private static ReportingException unreadable(String file, int line, String detail) {
        return new ReportingException(ErrorCode.CSV_UNREADABLE, Map.of("file", file, "line", Integer.toString(line), "detail", detail));
    }

    /** Splits a CSV text (RFC 4180); cells in quotes may hold commas, quotes and line ends. */
    static List<Line> parse(String text, String name) throws ReportingException {
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        int number = 1;
        int began = 1;
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (isQuoted) {
                if (next == '"' && index + 1 < text.length() && text.charAt(index + 1) == '"') {
                    cell.append('"');
                    index++;
                } else if (next == '"') {
                    isQuoted = false;
                } else {
                    number += next == '\n' ? 1 : 0;
                    cell.append(next);
                }
            } else if (next == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                isQuoted = true;
            } else if (next == ',' || next == '\t') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (next == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                lines.add(new Line(began, cells));
                cells = new ArrayList<>();
                began = ++number;
            } else if (next != '\r') {
                cell.append(next);
            }
        }
        if (isQuoted) {
            throw unreadable(name, began, "\"");
        }
        if (!cells.isEmpty() || !cell.isEmpty()) {
            cells.add(cell.toString());
            lines.add(new Line(began, cells));
        }
        return lines.stream().filter(line -> line.cells().stream().anyMatch(value -> !value.isBlank())).toList();
    }
}
