package org.shangbao.model.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.report.FigureText.Result;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FigureTextProperties {
    private static final FigureDefinition PEOPLE = FigureTextTest.figure("3.3.2", "人", 0, 9);
    private static final FigureDefinition POPULATION = FigureTextTest.figure("5.1.1", "万人", 4, 4);

    @Property(tries = 500)
    void everyWayOfWritingAWholeNumberMeansThatNumber(@ForAll @IntRange(max = 999_999_999) int number) {
        Result expected = new Result.Accepted(FigureValue.of(BigDecimal.valueOf(number)));
        String plain = Integer.toString(number);
        String grouped = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
        String fullWidth = plain.chars().map(digit -> digit - '0' + '０').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
        for (String typed : new String[]{ plain, grouped, grouped.replace(',', '，'), grouped.replace(',', '\u00A0'), fullWidth, plain + "人",
                "\u3000" + plain + " 人 ", plain + ".0" }) {
            assertEquals(expected, FigureText.normalise(typed, PEOPLE), typed);
        }
    }

    @Property(tries = 500)
    void populationSurvivesWritingAndReading(@ForAll @BigRange(min = "0", max = "1500") @Scale(4) BigDecimal population) {
        FigureValue value = FigureValue.of(population);
        assertEquals(new Result.Accepted(value), FigureText.normalise(value.canonical() + "万人", POPULATION));
    }

    @Property(tries = 1000)
    void anyTextHasAMeaningAndAcceptedValuesAreWithinBounds(@ForAll String typed) {
        for (FigureDefinition figure : new FigureDefinition[]{ PEOPLE, POPULATION }) {
            Result result = FigureText.normalise(typed, figure);
            if (result instanceof Result.Accepted(FigureValue value)) {
                BigDecimal number = value.value().orElseThrow();
                assertTrue(number.signum() >= 0 && number.scale() <= figure.scale()
                        && number.compareTo(BigDecimal.TEN.pow(figure.integerDigits())) < 0, typed);
            }
        }
    }

    @Property(tries = 500)
    void acceptedValueTypedAgainIsTheSame(@ForAll @BigRange(min = "0", max = "99999999") @Scale(0) BigDecimal number) {
        Result first = FigureText.normalise(number.toPlainString(), PEOPLE);
        assertTrue(first instanceof Result.Accepted);
        assertEquals(first, FigureText.normalise(((Result.Accepted) first).value().canonical(), PEOPLE));
    }
}
