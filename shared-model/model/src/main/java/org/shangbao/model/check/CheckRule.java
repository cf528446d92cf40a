package org.shangbao.model.check;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.unit.FormLevel;

/**
 * A rule of a form edition.
 *
 * @param id         stable id, for example {@code R17}
 * @param expression source text in the rule language; see {@code package-info} of this package
 * @param condition  the parsed expression
 * @param each       figure codes for which a rule with the placeholder {@code {x}} is evaluated one by one; empty for a plain rule
 * @param severity   what follows when it is broken
 * @param stage      when it is asked
 * @param appliesTo  which level's form it concerns; null for every form
 * @param basis      whether the sentence says so, we inferred it, or it is engineering
 * @param backedBy   sentences of the source documents behind it
 * @param enabled    false if the deployment switched it off
 * @param message    sentence for the clerk in Chinese, with live values as {@code {3.4.2}}, the placeholder {@code {x}} in each-rules, and
 *                   {@code {previous 3.4.2}} for the earlier value
 * @param messageEn  the same in English
 */
public record CheckRule(String id, String expression, Expression condition, List<String> each, Severity severity, Stage stage,
        @Nullable FormLevel appliesTo, Basis basis, List<String> backedBy, boolean enabled, String message, String messageEn) {
    /** Copies the lists. */
    public CheckRule {
        each = List.copyOf(each);
        backedBy = List.copyOf(backedBy);
    }

    /** When a rule is asked. */
    public enum Stage {
        /** Before 生成报表. */
        FINALIZE,
        /** Before 上报. */
        SUBMIT
    }

    /** Where a rule comes from. */
    public enum Basis {
        /** The document says so. */
        TEXT,
        /** Read into the sentence; may be switched off. */
        INFERRED,
        /** Guard against slips of typing. */
        ENGINEERING
    }
}
