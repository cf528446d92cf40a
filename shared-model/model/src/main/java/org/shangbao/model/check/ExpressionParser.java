package org.shangbao.model.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.check.Expression.Binary;
import org.shangbao.model.check.Expression.Call;
import org.shangbao.model.check.Expression.Constant;
import org.shangbao.model.check.Expression.Figure;
import org.shangbao.model.check.Expression.Function;
import org.shangbao.model.check.Expression.ItemReference;
import org.shangbao.model.check.Expression.Operator;
import org.shangbao.model.check.ExpressionTokens.Kind;
import org.shangbao.model.check.ExpressionTokens.Token;

import static java.util.Map.entry;

/** Reads the rule language described at {@link org.shangbao.model.check}. Bounded in length, nesting and size; never executes anything. */
public final class ExpressionParser {
    /** Most characters of a rule. */
    public static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_NESTING = 40;
    private static final int MOST_TOKENS = 500;
    private static final Pattern FIGURE_CODE = Pattern.compile("x|[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}[a-z]?");
    private static final Pattern ITEM_CODE = Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Map<String, Operator> COMPARISONS = Map.of("=", Operator.EQUAL, "!=", Operator.NOT_EQUAL, "<=",
            Operator.LESS_OR_EQUAL, "<", Operator.LESS, ">=", Operator.GREATER_OR_EQUAL, ">", Operator.GREATER);
    private static final Map<String, Function> FUNCTIONS = Map.ofEntries(entry("filled", Function.FILLED),
            entry("attached", Function.ATTACHED), entry("narrated", Function.NARRATED), entry("designated", Function.DESIGNATED),
            entry("scanAccepted", Function.SCAN_ACCEPTED), entry("length", Function.LENGTH), entry("previous", Function.PREVIOUS),
            entry("sameYear", Function.SAME_YEAR), entry("samePlan", Function.SAME_PLAN), entry("month", Function.MONTH),
            entry("abs", Function.ABS));
    private static final Set<String> RESERVED = Set.of("x", "and", "or", "implies");
    private static final Set<Function> TRUTHS = Set.of(Function.FILLED, Function.ATTACHED, Function.NARRATED, Function.DESIGNATED,
            Function.SCAN_ACCEPTED, Function.SAME_YEAR, Function.SAME_PLAN);

    private final List<Token> tokens;
    private final Map<String, BigDecimal> parameters;
    private int next;
    private int nesting;

    private ExpressionParser(List<Token> tokens, Map<String, BigDecimal> parameters) {
        this.tokens = tokens;
        this.parameters = parameters;
    }

    /**
     * Reads one rule.
     *
     * @param text       at most {@value #MOST_CHARACTERS} characters
     * @param parameters values of the bare words the rule may use
     * @return a condition, that is, an expression that is true or false
     * @throws RuleSyntaxException if the text is too long, too deep, or not a condition of the rule language; names the place
     */
    public static Expression parse(String text, Map<String, BigDecimal> parameters) throws RuleSyntaxException {
        if (text.length() > MOST_CHARACTERS) {
            throw new RuleSyntaxException(MOST_CHARACTERS, "longer than " + MOST_CHARACTERS + " characters");
        }
        List<Token> tokens = ExpressionTokens.of(text);
        if (tokens.size() > MOST_TOKENS) {
            throw new RuleSyntaxException(tokens.get(MOST_TOKENS).position(), "more than " + MOST_TOKENS + " words and signs");
        }
        ExpressionParser parser = new ExpressionParser(tokens, parameters);
        Expression condition = parser.truth(parser.condition(), 0);
        if (parser.peek().kind() != Kind.END) {
            throw new RuleSyntaxException(parser.peek().position(), "'" + parser.peek().text() + "' is not expected here");
        }
        return condition;
    }

    /** True if {@code word} may name a parameter: letters only and not a word of the language. */
    public static boolean isParameterName(String word) {
        return word.matches("[A-Za-z]{2,40}") && !RESERVED.contains(word) && !FUNCTIONS.containsKey(word);
    }

    private Expression condition() throws RuleSyntaxException {
        if (++nesting > MOST_NESTING) {
            throw new RuleSyntaxException(peek().position(), "nested deeper than " + MOST_NESTING);
        }
        int start = peek().position();
        Expression left = disjunction();
        if (takeWord("implies")) {
            int right = peek().position();
            left = new Binary(Operator.IMPLIES, truth(left, start), truth(condition(), right));
        }
        nesting--;
        return left;
    }

    private Expression disjunction() throws RuleSyntaxException {
        int start = peek().position();
        Expression left = conjunction();
        while (takeWord("or")) {
            int right = peek().position();
            left = new Binary(Operator.OR, truth(left, start), truth(conjunction(), right));
        }
        return left;
    }

    private Expression conjunction() throws RuleSyntaxException {
        int start = peek().position();
        Expression left = comparison();
        while (takeWord("and")) {
            int right = peek().position();
            left = new Binary(Operator.AND, truth(left, start), truth(comparison(), right));
        }
        return left;
    }

    private Expression comparison() throws RuleSyntaxException {
        int start = peek().position();
        Expression left = sum();
        Operator operator = peek().kind() == Kind.SIGN ? COMPARISONS.get(peek().text()) : null;
        if (operator == null) {
            return left;
        }
        next++;
        int right = peek().position();
        return new Binary(operator, number(left, start), number(sum(), right));
    }

    private Expression sum() throws RuleSyntaxException {
        int start = peek().position();
        Expression left = product();
        while (true) {
            Operator operator = takeSign("+") ? Operator.PLUS : takeSign("-") ? Operator.MINUS : null;
            if (operator == null) {
                return left;
            }
            int right = peek().position();
            left = new Binary(operator, number(left, start), number(product(), right));
        }
    }

    private Expression product() throws RuleSyntaxException {
        int start = peek().position();
        Expression left = operand();
        while (true) {
            Operator operator = takeSign("*") ? Operator.TIMES : takeSign("/") ? Operator.DIVIDED_BY : null;
            if (operator == null) {
                return left;
            }
            int right = peek().position();
            left = new Binary(operator, number(left, start), number(operand(), right));
        }
    }

    private Expression operand() throws RuleSyntaxException {
        Token token = tokens.get(next);
        if (token.kind() == Kind.NUMBER) {
            next++;
            return new Constant(new BigDecimal(token.text()));
        }
        if (token.kind() == Kind.REFERENCE) {
            return figure();
        }
        if (token.kind() == Kind.WORD) {
            next++;
            Function function = FUNCTIONS.get(token.text());
            return function == null ? parameter(token) : call(function);
        }
        if (takeSign("(")) {
            Expression inner = condition();
            expectSign(")");
            return inner;
        }
        throw new RuleSyntaxException(token.position(), token.kind() == Kind.END ? "ends too early" : "an operand is expected");
    }

    private Expression parameter(Token token) throws RuleSyntaxException {
        BigDecimal value = parameters.get(token.text());
        if (value == null) {
            throw new RuleSyntaxException(token.position(), "unknown word '" + token.text() + "'");
        }
        return new Constant(value);
    }

    private Expression call(Function function) throws RuleSyntaxException {
        expectSign("(");
        List<Expression> arguments = new ArrayList<>();
        int start = peek().position();
        switch (function) {
            case FILLED, PREVIOUS -> arguments.add(figure());
            case ATTACHED, NARRATED, DESIGNATED, LENGTH -> arguments.add(item());
            case ABS -> arguments.add(number(condition(), start));
            case SCAN_ACCEPTED, SAME_YEAR, SAME_PLAN, MONTH -> {
                /* take no argument */ }
        }
        expectSign(")");
        return new Call(function, arguments);
    }

    private Figure figure() throws RuleSyntaxException {
        return new Figure(reference(FIGURE_CODE, "a figure such as {3.4.2} is expected"));
    }

    private ItemReference item() throws RuleSyntaxException {
        return new ItemReference(reference(ITEM_CODE, "an item such as {2.1} is expected"));
    }

    private String reference(Pattern form, String expectation) throws RuleSyntaxException {
        Token token = peek();
        if (token.kind() != Kind.REFERENCE || !form.matcher(token.text()).matches()) {
            throw new RuleSyntaxException(token.position(), expectation);
        }
        next++;
        return token.text();
    }

    private Expression truth(Expression expression, int position) throws RuleSyntaxException {
        if (!isTruth(expression)) {
            throw new RuleSyntaxException(position, "a condition is expected, this is a number");
        }
        return expression;
    }

    private Expression number(Expression expression, int position) throws RuleSyntaxException {
        if (isTruth(expression)) {
            throw new RuleSyntaxException(position, "a number is expected, this is a condition");
        }
        return expression;
    }

    private static boolean isTruth(@Nullable Expression expression) {
        return switch (expression) {
            case Binary binary -> binary.operator().compareTo(Operator.GREATER) <= 0;
            case Call call -> TRUTHS.contains(call.function());
            case null, default -> false;
        };
    }

    private Token peek() { return tokens.get(next); }

    private boolean takeWord(String word) { return take(Kind.WORD, word); }

    private boolean takeSign(String sign) { return take(Kind.SIGN, sign); }

    private boolean take(Kind kind, String text) {
        boolean found = peek().kind() == kind && peek().text().equals(text);
        if (found) {
            next++;
        }
        return found;
    }

    private void expectSign(String sign) throws RuleSyntaxException {
        if (!takeSign(sign)) {
            throw new RuleSyntaxException(peek().position(), "'" + sign + "' is expected");
        }
    }
}
