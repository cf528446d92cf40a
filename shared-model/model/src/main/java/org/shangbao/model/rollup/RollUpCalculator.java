package org.shangbao.model.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.NarrativeDefinition;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ObservationStatus;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;

/**
 * Combines the answers of units by each answer's own rule. The only place where figures are summed: client, server and tests ask it, so a
 * total is the same everywhere.
 */
public final class RollUpCalculator {
    private RollUpCalculator() {}

    /**
     * Combines the answers to one level's form.
     *
     * @param edition  the form in force
     * @param form     whose items are combined
     * @param due      units that should report, in tree order
     * @param approved current approved answers, in tree order; a unit that is not in {@code due} is not counted
     * @return the combined answers; a missing answer is counted as missing, never as 0
     */
    public static RollUp combine(FormEdition edition, FormLevel form, List<Unit> due, List<RollUpInput> approved) {
        List<UnitId> dueIds = due.stream().map(Unit::id).toList();
        List<RollUpInput> counted = approved.stream().filter(input -> dueIds.contains(input.unit().id())).toList();
        Map<String, RolledUpFigure> figures = new LinkedHashMap<>();
        List<ReportedText> compile = new ArrayList<>();
        List<ReportedText> select = new ArrayList<>();
        for (Item item : edition.itemsOf(form)) {
            item.figures().forEach(figure -> figures.put(figure.code(), combine(figure, counted)));
            NarrativeDefinition narrative = item.narrative();
            if (narrative != null && narrative.rollUp() != TextRollUp.NONE) {
                List<ReportedText> target = narrative.rollUp() == TextRollUp.COMPILE ? compile : select;
                for (RollUpInput input : counted) {
                    String text = input.content().narrative(item.code());
                    if (!text.isBlank()) {
                        target.add(new ReportedText(input.unit().id(), item.code(), text));
                    }
                }
            }
        }
        return new RollUp(dueIds, counted.stream().map(input -> input.unit().id()).toList(), figures, compile, select);
    }

    private static RolledUpFigure combine(FigureDefinition figure, List<RollUpInput> counted) {
        List<Contribution> contributions = new ArrayList<>();
        int notApplicable = 0;
        int missing = 0;
        for (RollUpInput input : counted) {
            FigureValue value = input.content().figure(figure.code());
            BigDecimal number = value.number();
            if (number != null) {
                contributions.add(new Contribution(input.unit().id(), number));
            } else if (value.status() == ObservationStatus.NOT_APPLICABLE) {
                notApplicable++;
            } else {
                missing++;
            }
        }
        return new RolledUpFigure(figure.code(), value(figure, contributions), contributions, notApplicable, missing);
    }

    private static FigureValue value(FigureDefinition figure, List<Contribution> contributions) {
        if (contributions.isEmpty()) {
            return FigureValue.MISSING;
        }
        return switch (figure.rollUp()) {
            case SUM -> FigureValue.of(contributions.stream().map(Contribution::number).reduce(BigDecimal.ZERO, BigDecimal::add));
            case COUNT -> FigureValue.of(BigDecimal.valueOf(contributions.size()));
            case MIN -> FigureValue.of(contributions.stream().map(Contribution::number).reduce(BigDecimal::min).orElseThrow());
            case MAX -> FigureValue.of(contributions.stream().map(Contribution::number).reduce(BigDecimal::max).orElseThrow());
            case NONE -> FigureValue.MISSING;
        };
    }
}
