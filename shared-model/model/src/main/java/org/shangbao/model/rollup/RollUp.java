package org.shangbao.model.rollup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.shangbao.model.report.FigureValue;
import org.shangbao.model.unit.UnitId;

/**
 * 汇总: the answers of the counted units combined. 应报 and 已审 belong to the result; it is never shown without them.
 *
 * @param due     units that should report, in tree order
 * @param counted units whose approved answers are in it, in tree order
 * @param figures by code in official order
 * @param compile texts to be compiled, in tree order
 * @param select  texts from which cases are selected, in tree order
 */
public record RollUp(List<UnitId> due, List<UnitId> counted, Map<String, RolledUpFigure> figures, List<ReportedText> compile,
        List<ReportedText> select) {
    /** Copies the collections. */
    public RollUp {
        due = List.copyOf(due);
        counted = List.copyOf(counted);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        compile = List.copyOf(compile);
        select = List.copyOf(select);
    }

    /** Returns the units that should have reported and are not counted. */
    public List<UnitId> missing() {
        return due.stream().filter(unit -> !counted.contains(unit)).toList();
    }

    /** Returns the combined value of a figure; MISSING for a code it does not hold. */
    public FigureValue value(String code) {
        RolledUpFigure figure = figures.get(code);
        return figure == null ? FigureValue.MISSING : figure.value();
    }
}
