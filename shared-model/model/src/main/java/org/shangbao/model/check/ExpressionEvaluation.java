package org.shangbao.model.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.check.Expression.Figure;
import org.shangbao.model.check.Expression.ItemReference;
import org.shangbao.model.check.MissingOperand.Reason;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ObservationStatus;

/** One evaluation of one rule; collects everything that is missing instead of stopping at the first. */
final class ExpressionEvaluation {
    private final CheckContext context;
    private final @Nullable String each;
    private final Set<MissingOperand> missing = new LinkedHashSet<>();

    ExpressionEvaluation(CheckContext context, @Nullable String each) {
        this.context = context;
        this.each = each;
    }

    Set<MissingOperand> missing() { return missing; }

    /** Returns the truth of a condition; without meaning once something is missing. */
    boolean truth(Expression expression) {
        return switch (expression) {
            case Expression.Binary binary -> binaryTruth(binary);
            case Expression.Call call -> callTruth(call);
            default -> throw new IllegalStateException("not a condition: " + expression);
        };
    }

    private boolean binaryTruth(Expression.Binary binary) {
        return switch (binary.operator()) {
            case IMPLIES -> {
                boolean premise = truth(binary.left());
                boolean conclusion = truth(binary.right());
                yield !premise || conclusion;
            }
            case OR -> truth(binary.left()) | truth(binary.right());
            case AND -> truth(binary.left()) & truth(binary.right());
            case EQUAL -> compare(binary) == 0;
            case NOT_EQUAL -> compare(binary) != 0;
            case LESS_OR_EQUAL -> compare(binary) <= 0;
            case LESS -> compare(binary) < 0;
            case GREATER_OR_EQUAL -> compare(binary) >= 0;
            case GREATER -> compare(binary) > 0;
            case PLUS, MINUS, TIMES, DIVIDED_BY -> throw new IllegalStateException("not a condition: " + binary);
        };
    }

    private int compare(Expression.Binary binary) { return number(binary.left()).compareTo(number(binary.right())); }

    private boolean callTruth(Expression.Call call) {
        return switch (call.function()) {
            case FILLED -> filled(figureCode(call));
            case ATTACHED -> !isUnknown(AnswerPart.ATTACHMENTS, Reason.ATTACHMENTS_UNKNOWN, itemCode(call))
                    && !context.content().attachmentsOf(itemCode(call)).isEmpty();
            case NARRATED -> !isUnknown(AnswerPart.NARRATIVES, Reason.NARRATIVES_UNKNOWN, itemCode(call)) && textLength(call) > 0;
            case DESIGNATED -> designated(itemCode(call));
            case SCAN_ACCEPTED -> scanAccepted();
            case SAME_YEAR -> sameYear();
            case SAME_PLAN -> samePlan();
            case LENGTH, PREVIOUS, MONTH, ABS -> throw new IllegalStateException("not a condition: " + call);
        };
    }

    private BigDecimal number(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.value();
            case Expression.Figure figure -> figure(code(figure));
            case Expression.Binary binary -> arithmetic(binary);
            case Expression.Call call -> callNumber(call);
            case Expression.ItemReference item -> throw new IllegalStateException("not a number: " + item);
        };
    }

    private BigDecimal arithmetic(Expression.Binary binary) {
        BigDecimal left = number(binary.left());
        BigDecimal right = number(binary.right());
        return switch (binary.operator()) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case DIVIDED_BY -> right.signum() == 0 ? lack(Reason.DIVISION_BY_ZERO, "") : left.divide(right, MathContext.DECIMAL128);
            default -> throw new IllegalStateException("not a number: " + binary);
        };
    }

    private BigDecimal callNumber(Expression.Call call) {
        return switch (call.function()) {
            case ABS -> number(call.arguments().getFirst()).abs();
            case MONTH -> BigDecimal.valueOf(context.period().month());
            case PREVIOUS -> previous(figureCode(call));
            case LENGTH -> {
                if (isUnknown(AnswerPart.NARRATIVES, Reason.NARRATIVES_UNKNOWN, itemCode(call))) {
                    yield BigDecimal.ZERO;
                }
                int length = textLength(call);
                yield length == 0 ? lack(Reason.NARRATIVE_MISSING, itemCode(call)) : BigDecimal.valueOf(length);
            }
            default -> throw new IllegalStateException("not a number: " + call);
        };
    }

    private boolean filled(String code) {
        return !isUnknown(AnswerPart.FIGURES, Reason.FIGURES_UNKNOWN, code)
                && context.content().figure(code).status() != ObservationStatus.MISSING;
    }

    private BigDecimal figure(String code) {
        if (isUnknown(AnswerPart.FIGURES, Reason.FIGURES_UNKNOWN, code)) {
            return BigDecimal.ZERO;
        }
        FigureValue value = context.content().figure(code);
        return value.value().orElseGet(() -> lack(
                value.status() == ObservationStatus.MISSING ? Reason.FIGURE_MISSING : Reason.FIGURE_NOT_APPLICABLE, code));
    }

    private BigDecimal previous(String code) {
        if (context.previous().isEmpty()) {
            return lack(Reason.NO_PREVIOUS_REPORT, "");
        }
        return context.previous().get().figure(code).value().orElseGet(() -> lack(Reason.PREVIOUS_FIGURE_MISSING, code));
    }

    private boolean designated(String item) {
        if (context.designated().isEmpty()) {
            lack(Reason.DESIGNATION_UNKNOWN, item);
            return false;
        }
        return context.designated().get().contains(item);
    }

    private boolean scanAccepted() {
        if (context.scan() == ScanState.UNKNOWN) {
            lack(Reason.SCAN_UNKNOWN, "");
        }
        return context.scan() == ScanState.ACCEPTED;
    }

    private boolean sameYear() {
        if (context.previousPeriod().isEmpty()) {
            lack(Reason.NO_PREVIOUS_REPORT, "");
            return false;
        }
        return context.previousPeriod().get().year() == context.period().year();
    }

    private boolean samePlan() {
        boolean sameYear = sameYear();
        Integer planYear = context.edition().planYear();
        return sameYear || planYear != null && context.period().year() <= planYear
                && context.previousPeriod().map(PeriodId::year).orElse(Integer.MAX_VALUE) <= planYear;
    }

    private int textLength(Expression.Call call) { return TextLength.of(context.content().narrative(itemCode(call))); }

    private boolean isUnknown(AnswerPart part, Reason reason, String code) {
        boolean unknown = !context.known().contains(part);
        if (unknown) {
            lack(reason, code);
        }
        return unknown;
    }

    private BigDecimal lack(Reason reason, String code) {
        missing.add(new MissingOperand(reason, code));
        return BigDecimal.ZERO;
    }

    private String figureCode(Expression.Call call) { return code((Figure) call.arguments().getFirst()); }

    private String code(Figure figure) {
        if (!figure.code().equals("x")) {
            return figure.code();
        }
        if (each == null) {
            throw new IllegalArgumentException("a rule with {x} is evaluated for a figure");
        }
        return each;
    }

    private static String itemCode(Expression.Call call) { return ((ItemReference) call.arguments().getFirst()).code(); }
}
