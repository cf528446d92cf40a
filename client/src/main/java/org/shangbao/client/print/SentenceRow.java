package org.shangbao.client.print;

import java.util.List;
import java.util.Objects;

/**
 * One row of the form: one item's sentence.
 *
 * @param indicatorNumber number of the indicator group, printed once per run of equal neighbours
 * @param indicatorName name of the indicator group
 * @param type kind of the item as printed
 * @param level level that fills it, as printed
 * @param emphasised whether {@code level} is set in bold, as the province's own items are
 * @param sentence the official sentence with the figures in it
 * @param note the edition's own note, empty when it has none; not repeated below an equal note of the same indicator
 * @param pointer at most one pointer of ours (见附件1（二）, 核实说明2, 本期未报), empty for none
 */
public record SentenceRow(String indicatorNumber, String indicatorName, String type, String level, boolean emphasised,
        List<SentencePiece> sentence, String note, String pointer) {

    public SentenceRow {
        Objects.requireNonNull(indicatorNumber, "indicatorNumber");
        Objects.requireNonNull(indicatorName, "indicatorName");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(level, "level");
        sentence = List.copyOf(sentence);
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(pointer, "pointer");
    }
}
