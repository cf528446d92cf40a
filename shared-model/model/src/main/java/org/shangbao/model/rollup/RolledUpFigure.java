package org.shangbao.model.rollup;

import java.util.List;

import org.shangbao.model.report.FigureValue;

/**
 * A figure over several units.
 *
 * @param code         the figure
 * @param value        the combined value; MISSING if no unit answered or the edition never combines it
 * @param contributors units with a value, in tree order
 * @param notApplicable number of units to which the edition does not put it
 * @param missing      number of counted units that left it empty
 */
public record RolledUpFigure(String code, FigureValue value, List<Contribution> contributors, int notApplicable, int missing) {
    /** Copies the list. */
    public RolledUpFigure {
        contributors = List.copyOf(contributors);
    }
}
