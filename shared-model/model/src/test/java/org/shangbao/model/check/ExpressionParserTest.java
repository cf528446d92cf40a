package org.shangbao.model.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.model.check.Expression.Binary;
import org.shangbao.model.check.Expression.Call;
import org.shangbao.model.check.Expression.Constant;
import org.shangbao.model.check.Expression.Figure;
import org.shangbao.model.check.Expression.Function;
import org.shangbao.model.check.Expression.ItemReference;
import org.shangbao.model.check.Expression.Operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExpressionParserTest {
    private static final Map<String, BigDecimal> PARAMETERS = Map.of("jumpPercent", new BigDecimal("50"));
    private static final Figure A = new Figure("1.1.1");
    private static final Figure B = new Figure("5.2.1a");

    @Test
    void multiplicationBindsStrongerThanAdditionAndComparison() throws RuleSyntaxException {
        assertEquals(
                new Binary(Operator.LESS_OR_EQUAL, new Binary(Operator.PLUS, A, new Binary(Operator.TIMES, B, constant("2"))),
                        constant("0.5")),
                parse("{1.1.1} + {5.2.1a} * 2 <= 0.5"));
    }

    @Test
    void implicationBindsWeakestAndToTheRight() throws RuleSyntaxException {
        Expression a = new Binary(Operator.EQUAL, A, constant("0"));
        assertEquals(
                new Binary(Operator.IMPLIES, a,
                        new Binary(Operator.IMPLIES, a, new Binary(Operator.OR, a, new Binary(Operator.AND, a, a)))),
                parse("{1.1.1} = 0 implies {1.1.1} = 0 implies {1.1.1} = 0 or {1.1.1} = 0 and {1.1.1} = 0"));
    }

    @Test
    void differencesAndQuotientsBindToTheLeft() throws RuleSyntaxException {
        assertEquals(
                new Binary(Operator.GREATER, new Binary(Operator.MINUS, new Binary(Operator.MINUS, A, B), constant("1")), constant("0")),
                parse("{1.1.1} - {5.2.1a} - 1 > 0"));
        assertEquals(
                new Binary(Operator.NOT_EQUAL, new Binary(Operator.DIVIDED_BY, A, new Binary(Operator.DIVIDED_BY, B, constant("2"))),
                        constant("0")),
                parse("{1.1.1} / ({5.2.1a} / 2) != 0"));
    }

    @Test
    void functionsTakeWhatTheyAreAbout() throws RuleSyntaxException {
        assertEquals(new Binary(Operator.IMPLIES, new Call(Function.DESIGNATED, List.of(new ItemReference("2.6"))),
                new Call(Function.ATTACHED, List.of(new ItemReference("2.6")))), parse("designated({2.6}) implies attached({2.6})"));
        assertEquals(new Binary(Operator.LESS, new Call(Function.ABS, List.of(new Binary(Operator.MINUS, new Figure("x"),
                new Call(Function.PREVIOUS, List.of(new Figure("x")))))), constant("50")), parse("abs({x} - previous({x})) < jumpPercent"));
        assertEquals(new Call(Function.SCAN_ACCEPTED, List.of()), parse("scanAccepted()"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                          | 0  | ends too early
            {1.1.1}                     | 0  | a condition is expected, this is a number
            {1.1.1} <= {1.1.2} <= 3     | 19 | '<=' is not expected here
            {1.1.1} = 0 and 5           | 16 | a condition is expected, this is a number
            filled({1.1.1}) + 1 > 0     | 0  | a number is expected, this is a condition
            1 > filled({1.1.1})         | 4  | a number is expected, this is a condition
            filled({1.1})               | 7  | a figure such as {3.4.2} is expected
            attached({1.1.1})           | 9  | an item such as {2.1} is expected
            attached(2.1)               | 9  | an item such as {2.1} is expected
            {1.1} = 0                   | 0  | a figure such as {3.4.2} is expected
            {1.1.1} == 0                | 9  | an operand is expected
            {1.1.1} = -1                | 10 | an operand is expected
            {1.1.1} = 0 &               | 12 | not understood
            {1.1.1} ≤ 3                 | 8  | not understood
            {../../x} = 0               | 0  | not understood
            month = 3                   | 6  | '(' is expected
            month(1) = 3                | 6  | ')' is expected
            (1 = 1                      | 6  | ')' is expected
            run(1) = 1                  | 0  | unknown word 'run'
            1 = 1;                      | 5  | not understood
            not 1 = 1                   | 0  | unknown word 'not'
            12345678901234567890 = 1    | 0  | not understood
            """)
    void brokenRuleIsRefusedWithItsPlace(String text, int position, String reason) {
        RuleSyntaxException refused = assertThrows(RuleSyntaxException.class, () -> parse(text));
        assertEquals(position + ": " + reason + " at character " + (position + 1), refused.position() + ": " + refused.getMessage());
    }

    @Test
    void lengthNestingAndSizeAreBounded() {
        assertTrue(reason("1 = 1" + " ".repeat(2_000)).startsWith("longer than 2000"));
        assertTrue(reason("(".repeat(500) + "1 = 1").startsWith("nested deeper than 40")
                || reason("(".repeat(500) + "1 = 1").startsWith("more than 500"));
        assertTrue(reason("(".repeat(100) + "1 = 1" + ")".repeat(100)).startsWith("nested deeper than 40"));
        assertTrue(reason("1 = 1 implies ".repeat(60) + "1 = 1").startsWith("nested deeper than 40"));
        assertTrue(reason("1" + "+1".repeat(400) + " > 0").startsWith("more than 500"));
    }

    @Test
    void wordsOfTheLanguageAreNoParameterNames() {
        assertTrue(ExpressionParser.isParameterName("jumpPercent"));
        for (String word : List.of("abs", "and", "implies", "x", "", "a b", "previous", "a1")) {
            assertEquals(false, ExpressionParser.isParameterName(word), word);
        }
    }

    private static String reason(String text) {
        return String.valueOf(assertThrows(RuleSyntaxException.class, () -> parse(text)).getMessage());
    }

    private static Expression parse(String text) throws RuleSyntaxException { return ExpressionParser.parse(text, PARAMETERS); }

    private static Constant constant(String decimal) { return new Constant(new BigDecimal(decimal)); }
}
