package org.shangbao.model.check;

import java.util.List;

/**
 * What a rule found, ready to be shown: one sentence with live values.
 *
 * @param key       identity within a report, also the key of its explanation: the rule id, or {@code ruleId@figure} for an each-rule
 * @param ruleId    the rule
 * @param severity  what follows
 * @param stage     when it blocks
 * @param outcome   {@link Outcome#FAILED} or {@link Outcome#CANNOT_EVALUATE}; a pass is no finding
 * @param codes     figures or items concerned, the one to jump to first
 * @param message   Chinese sentence with live values
 * @param messageEn English sentence with live values
 * @param backedBy  sentences behind the rule
 */
public record Finding(String key, String ruleId, Severity severity, CheckRule.Stage stage, Outcome outcome, List<String> codes,
        String message, String messageEn, List<String> backedBy) {
    /** Copies the lists. */
    public Finding {
        codes = List.copyOf(codes);
        backedBy = List.copyOf(backedBy);
    }

    /** Result of evaluating a rule. */
    public enum Outcome {
        /** The condition holds. */
        PASSED,
        /** The condition does not hold. */
        FAILED,
        /** An operand is missing; never a pass. */
        CANNOT_EVALUATE
    }
}
