package org.shangbao.model.check;

import java.math.BigDecimal;
import java.util.List;

/** A parsed rule of the rule language; evaluated by {@code ReportChecker}. */
public sealed interface Expression {

    /** A number. */
    record Constant(BigDecimal value) implements Expression {}

    /** This report's figure, {@code {3.4.2}}; {@code x} stands for the figure of an each-rule. */
    record Figure(String code) implements Expression {}

    /** A function of figures, items or nothing, for example {@code previous({2.2.1})} or {@code attached({2.1})}. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** An item as an argument, {@code {2.1}}. */
    record ItemReference(String code) implements Expression {}

    /** Two operands joined. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    /** Operators, weakest binding first. */
    enum Operator {
        /** Holds unless the left holds and the right does not. */
        IMPLIES, OR, AND, EQUAL, NOT_EQUAL, LESS_OR_EQUAL, LESS, GREATER_OR_EQUAL, GREATER, PLUS, MINUS, TIMES, DIVIDED_BY
    }

    /** Functions of the language. */
    enum Function {
        /** The figure has a value or is not applicable. */
        FILLED,
        /** The item has at least one file. */
        ATTACHED,
        /** The item has a text. */
        NARRATED,
        /** The unit is designated for the item. */
        DESIGNATED,
        /** A scan of this revision was accepted. */
        SCAN_ACCEPTED,
        /** Characters of the item's text. */
        LENGTH,
        /** The figure in the latest approved earlier period. */
        PREVIOUS,
        /** The earlier period lies in the same calendar year. */
        SAME_YEAR,
        /** The earlier period lies in the same calendar year, or neither period lies after the plan year the edition names. */
        SAME_PLAN,
        /** Month of the period, 1 to 12. */
        MONTH,
        /** Magnitude. */
        ABS
    }
}
