package org.shangbao.client.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import net.sf.jasperreports.engine.JasperPrint;

/** Turns annexes into filled parts: runs of upright annexes in one part each, every overview sheet set in its own. */
final class AnnexFill {

    /** Fourteen columns of 9.6 mm stand beside the totals. */
    static final int UNITS_ACROSS = 14;

    private final Templates templates;
    private final StyledText styled;

    AnnexFill(Templates templates, StyledText styled) {
        this.templates = templates;
        this.styled = styled;
    }

    List<JasperPrint> fill(List<Annex> annexes) {
        List<JasperPrint> parts = new ArrayList<>();
        List<Map<String, @Nullable Object>> upright = new ArrayList<>();
        int part = 0;
        int position = 0;
        for (int i = 0; i < annexes.size(); i++) {
            String label = PaperWords.of("annex.label", i + 1);
            Annex annex = annexes.get(i);
            if (annex instanceof Annex.Overview overview) {
                finish(upright, parts);
                parts.addAll(overview(overview, label));
                part++;
                position = 0;
            } else {
                if (annex instanceof Annex.Narratives) {
                    part++;
                    position = 0;
                }
                position++;
                upright.addAll(lines(annex, label, part, position));
            }
        }
        finish(upright, parts);
        return parts;
    }

    private void finish(List<Map<String, @Nullable Object>> upright, List<JasperPrint> parts) {
        if (!upright.isEmpty()) {
            parts.add(templates.annex(List.copyOf(upright)));
            upright.clear();
        }
    }

    private List<Map<String, @Nullable Object>> lines(Annex annex, String label, int part, int position) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        switch (annex) {
            case Annex.Narratives narratives -> {
                int section = 0;
                for (Annex.Section text : narratives.sections()) {
                    section++;
                    for (String paragraph : text.paragraphs()) {
                        Map<String, @Nullable Object> line = line("TEXT", null);
                        line.put("section", section);
                        line.put("heading", styled.in(Typeface.HEI_BOLD, text.heading()));
                        line.put("paragraph", "　　" + paragraph);
                        lines.add(line);
                    }
                }
            }
            case Annex.Explanations table -> {
                for (Annex.Explanation row : table.rows()) {
                    lines.add(line("EXPLANATIONS", table.intro(), number(lines), row.code(), row.matter(), row.current(), row.earlier(),
                            row.explanation()));
                }
            }
            case Annex.MissingUnits table -> {
                for (Annex.MissingUnit row : table.rows()) {
                    lines.add(line("MISSING_UNITS", table.intro(), number(lines), row.superior(), row.unit(), row.telephone(),
                            row.circumstance()));
                }
            }
            case Annex.ExplanationSummary table -> {
                for (Annex.UnitExplanation row : table.rows()) {
                    lines.add(line("EXPLANATION_SUMMARY", table.intro(), number(lines), row.unit(), row.code(), row.matter(),
                            row.explanation()));
                }
            }
            case Annex.Cases table -> {
                for (Annex.Case row : table.rows()) {
                    lines.add(line("CASES", table.intro(), number(lines), row.item(), row.name(), row.unit(), row.manner()));
                }
            }
            case Annex.Overview _ -> throw new IllegalArgumentException("an overview is not upright");
        }
        if (lines.isEmpty()) {
            lines.add(line("EMPTY", introOf(annex)));
        }
        for (Map<String, @Nullable Object> line : lines) {
            line.put("label", label);
            line.put("title", styled.in(Typeface.SONG_BOLD, annex.title()));
            line.put("part", part);
            line.put("position", position);
        }
        return lines;
    }

    private static @Nullable String introOf(Annex annex) {
        return switch (annex) {
            case Annex.Explanations table -> table.intro();
            case Annex.MissingUnits table -> table.intro();
            case Annex.ExplanationSummary table -> table.intro();
            case Annex.Cases table -> table.intro();
            case Annex.Narratives _,Annex.Overview _ -> null;
        };
    }

    private static String number(List<?> before) { return String.valueOf(before.size() + 1); }

    private static Map<String, @Nullable Object> line(String kind, @Nullable String intro, String... cells) {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("kind", kind);
        line.put("intro", intro);
        for (int i = 0; i < cells.length; i++) {
            line.put("c" + (i + 1), cells[i]);
        }
        return line;
    }

    private List<JasperPrint> overview(Annex.Overview overview, String label) {
        List<JasperPrint> sheets = new ArrayList<>();
        int units = overview.units().size();
        int sets = Math.max(1, (units + UNITS_ACROSS - 1) / UNITS_ACROSS);
        // equal sheets rather than full ones and a rest
        int across = Math.max(1, (units + sets - 1) / sets);
        for (int from = 0; from < Math.max(1, units); from += across) {
            int to = Math.min(units, from + across);
            Map<String, @Nullable Object> parameters = new HashMap<>();
            parameters.put("label", label);
            parameters.put("title", styled.in(Typeface.SONG_BOLD, overview.title()));
            parameters.put("units", overview.units().subList(from, to).stream()
                    .map(unit -> styled.in(Typeface.HEI_BOLD, unit)).toArray(String[]::new));
            List<Map<String, @Nullable Object>> records = new ArrayList<>();
            for (Annex.OverviewRow row : overview.rows()) {
                Map<String, @Nullable Object> record = new HashMap<>();
                record.put("group", row.group());
                record.put("code", row.code());
                record.put("name", row.name());
                record.put("measure", row.measure());
                record.put("total", row.total());
                record.put("values", row.values().subList(from, to).toArray(String[]::new));
                records.add(record);
            }
            sheets.add(templates.overview(parameters, records));
        }
        return sheets;
    }
}
