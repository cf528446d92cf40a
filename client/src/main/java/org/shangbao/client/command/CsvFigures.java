package org.shangbao.client.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.check.TextNoise;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.FigureText;
import org.shangbao.model.report.ReportId;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/**
 * Figures from a CSV file: {@code code,value} or any columns under a head with {@code code}/代码 and {@code value}/数值. All lines or none; an
 * empty value leaves the blank as it is.
 */
final class CsvFigures {
    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    private static final int MOST_SHOWN = 40;
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
                    throw unreadable(name, lines.getFirst().number(), failures.words("table.noValues", Map.of()));
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
                throw unreadable(name, line.number(),
                        failures.fault(ErrorCode.FIGURE_UNKNOWN, Map.of("code", TextNoise.shown(code, MOST_SHOWN))));
            }
            if (value.isEmpty()) {
                continue;
            }
            if (FigureText.normalise(value, definition) instanceof FigureText.Result.Refused refused) {
                throw unreadable(name, line.number(), failures.fault(refused.error(), refused.details()));
            }
            if (typed.put(code, value) != null) {
                throw unreadable(name, line.number(), failures.words("table.twice", Map.of("code", code)));
            }
        }
        return typed.isEmpty() ? List.of() : office.figureImport().saveAll(report, typed);
    }

    private static String cell(Line line, int column) { return column < line.cells().size() ? line.cells().get(column).strip() : ""; }

    private static ReportingException unreadable(String file, int line, String detail) {
        return new ReportingException(ErrorCode.CSV_UNREADABLE, Map.of("file", file, "line", Integer.toString(line), "detail", detail));
    }

    /** Splits a CSV text; a table copied with tabs between its cells is one too. */
    private List<Line> parse(String text, String name) throws ReportingException {
        boolean hasTabs = text.lines().findFirst().orElse("").contains("\t");
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(hasTabs ? '\t' : ',');
        List<Line> lines = new ArrayList<>();
        int number = 1;
        try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).with(schema).readValues(text)) {
            while (rows.hasNextValue()) {
                List<String> cells = Arrays.asList(rows.nextValue());
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(new Line(number, cells));
                }
                // a cell in quotes may hold line ends
                number += 1 + (int) cells.stream().flatMapToInt(String::chars).filter(character -> character == '\n').count();
            }
            return lines;
        } catch (JsonProcessingException e) {
            throw unreadable(name, number, failures.words("table.quote", Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
