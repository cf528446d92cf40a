package org.shangbao.client.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import net.sf.jasperreports.engine.JasperPrint;

/** Turns annexes into filled parts: runs of upright annexes in one part each, every overview sheet set in its own. */
final class AnnexFill {

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
                parts.add(OverviewSheets.fill(overview, label, styled));
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
}
