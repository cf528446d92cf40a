package org.shangbao.model.period;

import java.util.regex.Pattern;

/**
 * A filling period by the name the edition's calendar gives it, for example {@code 2024-10}.
 *
 * @param value {@code YYYY-MM}
 */
public record PeriodId(String value) implements Comparable<PeriodId> {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    /** @throws IllegalArgumentException if {@code value} is not {@code YYYY-MM} */
    public PeriodId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a period: " + value);
        }
    }

    /** Returns the calendar year the period belongs to; figures "since the start of the year" begin anew with it. */
    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    /** Returns the month, 1 to 12. */
    public int month() { return Integer.parseInt(value.substring(5)); }

    @Override
    public int compareTo(PeriodId other) { return value.compareTo(other.value); }

    @Override
    public String toString() { return value; }
}
