package org.shangbao.model.report;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one blank.
 *
 * @param status whether there is a value
 * @param number the value, without trailing zeros and never in exponent form when printed; null unless {@code status} is VALUE
 */
public record FigureValue(ObservationStatus status, @Nullable BigDecimal number) {
    /** The blank is empty. */
    public static final FigureValue MISSING = new FigureValue(ObservationStatus.MISSING, null);
    /** The edition does not ask it of this unit. */
    public static final FigureValue NOT_APPLICABLE = new FigureValue(ObservationStatus.NOT_APPLICABLE, null);

    /** @throws IllegalArgumentException if status and number contradict each other */
    public FigureValue {
        if ((status == ObservationStatus.VALUE) != (number != null)) {
            throw new IllegalArgumentException("status " + status + " with number " + number);
        }
        if (number != null) {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** Returns a value. */
    public static FigureValue of(BigDecimal number) { return new FigureValue(ObservationStatus.VALUE, number); }

    /** Returns a value given as a decimal string such as {@code 12.5}. */
    public static FigureValue of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** Returns the number, if there is one. */
    public Optional<BigDecimal> value() { return Optional.ofNullable(number); }

    /** Returns the canonical decimal string ({@code 12.5}, {@code 0}), or an empty string if there is no value. */
    public String canonical() {
        return number == null ? "" : number.toPlainString();
    }
}
