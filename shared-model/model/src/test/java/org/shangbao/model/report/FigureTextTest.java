package org.shangbao.model.report;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.RollUpRule;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.report.FigureText.Result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class FigureTextTest {
    private static final FigureDefinition SCHOOLS = figure("3.4.2", "所", 0, 9);
    private static final FigureDefinition POPULATION = figure("5.1.1", "万人", 4, 4);
    private static final FigureDefinition STANDARD = figure("2.3.1", "元/年·人", 2, 8);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            5        | 5
            ５所      | 5
            5 所      | 5
            " 5　"    | 5
            " 5 " | 5
            1,234    | 1234
            1，234，567 | 1234567
            1 234    | 1234
            3万       | 30000
            5  所     | 5
            12 345   | 12345
            3.25 万   | 32500
            3万所      | 30000
            0        | 0
            -0       | 0
            007      | 7
            5.0      | 5
            5.       | 5
            +5       | 5
            999999999 | 999999999
            """)
    void countIsUnderstood(String typed, String expected) {
        assertEquals(new Result.Accepted(FigureValue.of(expected)), FigureText.normalise(typed, SCHOOLS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.5万人   | 12.5
            12.5 万人  | 12.5
            １２．５      | 12.5
            12。5      | 12.5
            12.5万    | 12.5
            .5       | 0.5
            52.3000  | 52.3
            0.0001   | 0.0001
            1500     | 1500
            """)
    void populationIsUnderstoodInWan(String typed, String expected) {
        assertEquals(new Result.Accepted(FigureValue.of(expected)), FigureText.normalise(typed, POPULATION));
    }

    @ParameterizedTest
    @ValueSource(strings = { "600元", "600元/年·人", "600 元/年•人", "600.00" })
    void rateIsUnderstoodWithItsUnit(String typed) {
        assertEquals(new Result.Accepted(FigureValue.of("600")), FigureText.normalise(typed, STANDARD));
    }

    @ParameterizedTest
    @CsvSource({ "523000,52.3", "'523,000',52.3", "523000人,52.3", "1501,0.1501", "６２３００,6.23", "523456.4,52.3456", "15000000,1500" })
    void personsWhereWanArePrintedAreRefusedWithSuggestion(String typed, String suggestion) {
        assertEquals(new Result.Refused(ErrorCode.FIGURE_IN_WRONG_UNIT, Map.of("code", "5.1.1", "typed", typed, "suggestion", suggestion)),
                FigureText.normalise(typed, POPULATION));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\t", "　", "\u00A0\u3000 " })
    void nothingTypedIsEmptyAndNotZero(String typed) { assertEquals(new Result.Empty(), FigureText.normalise(typed, SCHOOLS)); }

    @ParameterizedTest
    @ValueSource(strings = { "六千多", "1/3", "1e5", "1E5", "0x1F", "5个", "5人", "约5", "5,6", "12,34", "1,2345", "1 2", "1..2", "1.2.3", "--5",
            "5-", "😀",
            "5😀", "\u00005", "5\u0000", "\u202E5", "5\u200F", "\u200B", "NaN", "Infinity", ".", "+", "万", "٣", "५", "Ⅷ", "²", "=1+1", "5%",
            "null", "3万万", "3千",
            "一", "\uD800" })
    void everythingElseIsNotANumber(String typed) {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, FigureText.normalise(typed, SCHOOLS), typed);
        assertEquals(ErrorCode.NOT_A_NUMBER, refused.error());
    }

    @ParameterizedTest
    @ValueSource(strings = { "-5", "－5", "−0.5", "-3万" })
    void negativeIsRefused(String typed) {
        assertEquals(new Result.Refused(ErrorCode.FIGURE_NEGATIVE, Map.of("code", "3.4.2", "typed", typed)),
                FigureText.normalise(typed, SCHOOLS));
    }

    @Test
    void tooManyDecimalsAreRefusedWithTheScale() {
        assertEquals(new Result.Refused(ErrorCode.FIGURE_TOO_PRECISE, Map.of("code", "3.4.2", "typed", "5.5", "scale", "0")),
                FigureText.normalise("5.5", SCHOOLS));
        assertEquals(new Result.Refused(ErrorCode.FIGURE_TOO_PRECISE, Map.of("code", "5.1.1", "typed", "1.00001", "scale", "4")),
                FigureText.normalise("1.00001", POPULATION));
        assertEquals(new Result.Refused(ErrorCode.FIGURE_TOO_PRECISE, Map.of("code", "3.4.2", "typed", "0.00001万", "scale", "0")),
                FigureText.normalise("0.00001万", SCHOOLS));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1000000000", "1000000000000000000000000000000", "100000万" })
    void tooLargeIsRefusedWithTheBound(String typed) {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, FigureText.normalise(typed, SCHOOLS), typed);
        assertEquals(ErrorCode.FIGURE_TOO_LARGE, refused.error());
        assertEquals("9", refused.details().get("digits"));
    }

    @Test
    void tenToThe30PersonsIsTooLargeAndNotASuggestion() {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, FigureText.normalise("1" + "0".repeat(30), POPULATION));
        assertEquals(ErrorCode.FIGURE_TOO_LARGE, refused.error());
    }

    @Test
    void longTextIsRefusedAndShownShortened() {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, FigureText.normalise("9".repeat(1_000_000), SCHOOLS));
        assertEquals(ErrorCode.NOT_A_NUMBER, refused.error());
        assertEquals("9".repeat(40) + "…", refused.details().get("typed"));
    }

    @Test
    void noiseIsShownVisibly() {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, FigureText.normalise("5\u202E\u0000", SCHOOLS));
        assertEquals("5\uFFFD\uFFFD", refused.details().get("typed"));
    }

    static FigureDefinition figure(String code, String unit, int scale, int integerDigits) {
        return new FigureDefinition(code, "名称", "name", unit, scale, integerDigits, RollUpRule.SUM, "填报时现有");
    }
}
