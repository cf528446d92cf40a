package org.shangbao.model.unit;

import java.util.regex.Pattern;

/**
 * Identity of a reporting unit: 1 to 8 characters of {@code A–Z 0–9}, given by whoever keeps the unit list and never derived from the
 * division code. Short because it is printed in the QR code of every page.
 *
 * @param value the id, for example {@code 210921} or {@code XPCC}
 */
public record UnitId(String value) implements Comparable<UnitId> {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,8}");

    /** @throws IllegalArgumentException if {@code value} is not 1 to 8 characters of A–Z 0–9 */
    public UnitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a unit id: " + value);
        }
    }

    @Override
    public int compareTo(UnitId other) { return value.compareTo(other.value); }

    @Override
    public String toString() { return value; }
}
