package org.shangbao.model.check;

import java.util.List;

/**
 * What came of evaluating one rule.
 *
 * @param outcome the outcome
 * @param missing why it cannot be evaluated; empty unless {@code outcome} is {@link Finding.Outcome#CANNOT_EVALUATE}
 */
public record RuleOutcome(Finding.Outcome outcome, List<MissingOperand> missing) {
    /** Copies the list. */
    public RuleOutcome {
        missing = List.copyOf(missing);
    }
}
