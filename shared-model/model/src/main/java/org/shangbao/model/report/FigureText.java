package org.shangbao.model.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shangbao.model.check.TextNoise;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.error.ErrorCode;

/**
 * Understands what a clerk types into a blank, on commit and never while typing. Taken are full-width digits and signs, groups of three
 * parted by comma or space, spaces around, the figure's own unit behind it ({@code 5所}), and {@code 3万} for 30,000; where the unit is 万人,
 * {@code 12.5万} and {@code 12.5万人} are 12.5. Nothing is guessed beyond that: a figure that looks like persons where 万人 are asked is
 * refused with a suggestion.
 */
public final class FigureText {
    /** A population above this many 万人 was typed in persons; no county is larger. */
    private static final BigDecimal MOST_WAN = new BigDecimal(1500);
    private static final BigDecimal WAN = new BigDecimal(10_000);
    private static final String WAN_PERSONS = "万人";
    private static final int MOST_CHARACTERS = 200;
    private static final Pattern TYPED = Pattern
            .compile("([+-]?) *((?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]*)(?:\\.[0-9]*)?) *(万?) *([^0-9]{0,12})");
    private static final Set<String> RATE_UNITS = Set.of("元", "元/年", "元/年·人", "元/人·年");

    private FigureText() {}

    /** What typed text means. */
    public sealed interface Result {

        /** A value. */
        record Accepted(FigureValue value) implements Result {}

        /** Nothing was typed: the blank is empty, which is not 0. */
        record Empty() implements Result {}

        /**
         * No value; what was typed stays in the blank as it is.
         *
         * @param error   why, an entry of the register with prefix INPUT
         * @param details values for its texts: {@code code} and {@code typed} always, {@code suggestion}, {@code scale} or {@code digits}
         *                where the text speaks of them
         */
        record Refused(ErrorCode error, Map<String, String> details) implements Result {
            /** Copies the map. */
            public Refused {
                details = Map.copyOf(details);
            }
        }
    }

    /**
     * Returns what {@code typed} means for a figure.
     *
     * @param typed  any text, however long or strange
     * @param figure unit, scale and bound of the blank
     */
    public static Result normalise(String typed, FigureDefinition figure) {
        if (typed.length() > MOST_CHARACTERS || TextNoise.isFoundIn(typed)) {
            return refused(ErrorCode.NOT_A_NUMBER, typed, figure, "", "");
        }
        String plain = halfWidth(typed).strip();
        if (plain.isEmpty()) {
            return new Result.Empty();
        }
        Matcher matcher = TYPED.matcher(plain);
        if (!matcher.matches() || matcher.group(2).chars().noneMatch(Character::isDigit)) {
            return refused(ErrorCode.NOT_A_NUMBER, typed, figure, "", "");
        }
        BigDecimal number = new BigDecimal(decimal(matcher.group(1), matcher.group(2)));
        return withUnit(number, matcher.group(3) + matcher.group(4), typed, figure);
    }

    private static Result withUnit(BigDecimal number, String suffix, String typed, FigureDefinition figure) {
        boolean inWan = figure.unit().equals(WAN_PERSONS);
        if (inWan && suffix.equals("人")) {
            return inPersons(number, typed, figure);
        }
        boolean timesWan = !inWan && suffix.startsWith("万");
        String unit = timesWan ? suffix.substring(1) : suffix;
        boolean known = unit.isEmpty() || unit.equals(figure.unit()) || inWan && unit.equals("万")
                || figure.unit().startsWith("元/") && RATE_UNITS.contains(unit);
        if (!known) {
            return refused(ErrorCode.NOT_A_NUMBER, typed, figure, "", "");
        }
        if (inWan && number.compareTo(MOST_WAN) > 0) {
            return inPersons(number, typed, figure);
        }
        return bounded(timesWan ? number.multiply(WAN) : number, typed, figure);
    }

    private static Result inPersons(BigDecimal persons, String typed, FigureDefinition figure) {
        BigDecimal suggestion = persons.divide(WAN).setScale(figure.scale(), RoundingMode.HALF_EVEN);
        if (suggestion.signum() <= 0 || suggestion.compareTo(MOST_WAN) > 0) {
            return bounded(persons, typed, figure);
        }
        return refused(ErrorCode.FIGURE_IN_WRONG_UNIT, typed, figure, "suggestion", FigureValue.of(suggestion).canonical());
    }

    private static Result bounded(BigDecimal number, String typed, FigureDefinition figure) {
        if (number.signum() < 0) {
            return refused(ErrorCode.FIGURE_NEGATIVE, typed, figure, "", "");
        }
        FigureValue value = FigureValue.of(number);
        BigDecimal canonical = new BigDecimal(value.canonical());
        if (canonical.precision() - canonical.scale() > figure.integerDigits()) {
            return refused(ErrorCode.FIGURE_TOO_LARGE, typed, figure, "digits", Integer.toString(figure.integerDigits()));
        }
        if (canonical.scale() > figure.scale()) {
            return refused(ErrorCode.FIGURE_TOO_PRECISE, typed, figure, "scale", Integer.toString(figure.scale()));
        }
        return new Result.Accepted(value);
    }

    private static Result refused(ErrorCode error, String typed, FigureDefinition figure, String name, String detail) {
        String shown = TextNoise.shown(typed, 40);
        return new Result.Refused(error, name.isEmpty()
                ? Map.of("code", figure.code(), "typed", shown)
                : Map.of("code", figure.code(), "typed", shown, name, detail));
    }

    private static String decimal(String sign, String digits) {
        String plain = digits.replace(",", "").replace(" ", "");
        String whole = plain.startsWith(".") ? "0" + plain : plain;
        return (sign.equals("-") ? "-" : "") + (whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole);
    }

    private static String halfWidth(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        typed.codePoints().map(FigureText::halfWidth).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int halfWidth(int typed) {
        if (typed >= '０' && typed <= '９') {
            return typed - '０' + '0';
        }
        return switch (typed) {
            case '．', '。', '｡' -> '.';
            case '，' -> ',';
            case '－', '−', '–', '—' -> '-';
            case '＋' -> '+';
            case '／' -> '/';
            case '・', '‧', '•' -> '·';
            default -> Character.isSpaceChar(typed) || typed == '\t' || typed == '\n' || typed == '\r' ? ' ' : typed;
        };
    }
}
