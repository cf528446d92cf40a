package org.shangbao.wire.v1;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * 汇总 as the server computes it from current approved revisions: {@code GET /v1/rollup?unit=&period=&edition=}.
 *
 * @param unit     unit that sums
 * @param period   period id
 * @param edition  edition id
 * @param due      number of units that should report
 * @param reported number that reported
 * @param counted  number approved and counted
 * @param figures  combined figures by code, written as in {@link FinalizedReport}
 * @param children composition by direct child, in tree order
 * @param included revisions that are in it, in tree order
 * @param missing  units that are not
 * @param texts    texts to compile, in tree order
 * @param cases    texts to select from, in tree order
 * @param explanations 核实说明 of the revisions that are in it, in tree order; empty from a server that does not tell them
 */
public record RollUpView(String unit, String period, String edition, int due, int reported, int counted,
        SortedMap<String, @Nullable String> figures, List<Part> children,
        List<Included> included, List<Missing> missing, List<Text> texts, List<Text> cases, List<Explanation> explanations) {

    /** A direct child with its own due, reported and counted units and its figures. */
    public record Part(String unit, String unitName, int due, int reported, int counted, SortedMap<String, @Nullable String> figures) {}

    /** A revision that is counted. */
    public record Included(String unit, String unitName, UUID revision, int number, String digest) {}

    /** A unit that is not counted: name, state in words of {@code ReviewStatus}, telephone. */
    public record Missing(String unit, String unitName, String status, String telephone) {}

    /** A text of a unit below. */
    public record Text(String unit, String unitName, String item, String text, boolean designated) {}

    /** What a unit below explained, with the values it saw; {@code current} and {@code previous} are empty where there were none. */
    public record Explanation(String unit, String unitName, String code, String matter, String current, String previous, String text) {}

    /** Copies the lists. */
    @SuppressWarnings({ "ConstantValue", "RedundantNullCheck" }) // a document written before there were explanations has none
    public RollUpView {
        children = List.copyOf(children);
        included = List.copyOf(included);
        missing = List.copyOf(missing);
        texts = List.copyOf(texts);
        cases = List.copyOf(cases);
        explanations = explanations == null ? List.of() : List.copyOf(explanations);
    }
}
