package org.shangbao.model.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All answers of one report. Immutable; keys are codes of the edition.
 *
 * @param figures      by figure code; a code that is absent counts as MISSING
 * @param narratives   texts by item code
 * @param attachments  files by item code
 * @param explanations 核实说明 by the key of the finding
 */
public record ReportContent(SortedMap<String, FigureValue> figures, SortedMap<String, String> narratives,
        SortedMap<String, List<Attachment>> attachments, SortedMap<String, String> explanations) {
    /** Nothing answered yet. */
    public static final ReportContent EMPTY = new ReportContent(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** Copies the maps. */
    public ReportContent {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        narratives = Collections.unmodifiableSortedMap(new TreeMap<>(narratives));
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
        explanations = Collections.unmodifiableSortedMap(new TreeMap<>(explanations));
    }

    /** Returns the answer to a blank; MISSING if nothing was entered. */
    public FigureValue figure(String code) {
        return figures.getOrDefault(code, FigureValue.MISSING);
    }

    /** Returns the text of an item, empty if none. */
    public String narrative(String itemCode) {
        return narratives.getOrDefault(itemCode, "");
    }

    /** Returns the files of an item. */
    public List<Attachment> attachmentsOf(String itemCode) {
        return attachments.getOrDefault(itemCode, List.of());
    }

    /** Returns a copy with other figures. */
    public ReportContent withFigures(Map<String, FigureValue> replacement) {
        return new ReportContent(new TreeMap<>(replacement), narratives, attachments, explanations);
    }
}
