package org.shangbao.client.ui.review;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.FigureValue;

/**
 * How a figure changed against an earlier period.
 *
 * @param kind    what can be said
 * @param percent signed percent, whole above 1 and with one decimal below; null unless {@code kind} is PERCENT
 */
public record Change(Kind kind, @Nullable BigDecimal percent) {
    /** Beyond this many percent a county's figure is shown among the exceptions. */
    public static final int UNUSUAL_FOR_A_UNIT = 50;
    /** Beyond this many percent a sum over units is marked; sums move less than their parts. */
    public static final int UNUSUAL_FOR_A_SUM = 10;

    private static final Change UNKNOWN = new Change(Kind.UNKNOWN, null);
    private static final Change SAME = new Change(Kind.SAME, null);
    private static final Change FROM_ZERO = new Change(Kind.FROM_ZERO, null);

    /** What can be said about a change. */
    public enum Kind {
        /** One of the two values is missing. */
        UNKNOWN,
        /** The same value. */
        SAME,
        /** So many percent. */
        PERCENT,
        /** 0 before, something now: no percentage exists. */
        FROM_ZERO
    }

    /** Compares two values. */
    public static Change between(FigureValue before, FigureValue now) {
        BigDecimal old = before.number();
        BigDecimal current = now.number();
        if (old == null || current == null) {
            return UNKNOWN;
        }
        if (old.compareTo(current) == 0) {
            return SAME;
        }
        if (old.signum() == 0) {
            return FROM_ZERO;
        }
        BigDecimal exact = current.subtract(old).movePointRight(2).divide(old.abs(), 6, RoundingMode.HALF_UP);
        int scale = exact.abs().compareTo(BigDecimal.ONE) < 0 ? 1 : 0;
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            rounded = new BigDecimal(exact.signum() < 0 ? "-0.1" : "0.1");
        }
        return new Change(Kind.PERCENT, rounded);
    }

    /** True if the change is larger than {@code limit} percent in either direction. */
    public boolean isBeyond(int limit) {
        return percent != null && percent.abs().compareTo(BigDecimal.valueOf(limit)) > 0;
    }

    /** Returns {@code +887%} or {@code −0.5%}, with a true minus sign; empty unless a percentage exists. */
    public String signedPercent() {
        if (percent == null) {
            return "";
        }
        return (percent.signum() < 0 ? "−" : "+") + percent.abs().toPlainString() + "%";
    }
}
