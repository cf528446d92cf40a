package org.shangbao.model.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a figure stands far from its own past: by median and median absolute deviation, which one odd period cannot shift, unlike mean
 * and standard deviation. Advice only; it never blocks.
 * <p>
 * A value is far when its modified z-score {@code 0.6745·|x − m| / MAD} exceeds 3.5 (Iglewicz and Hoaglin, 1993) and it also differs from the
 * median by more than a quarter, so that a figure that hardly ever moves is not reported for moving a little.
 */
public final class RobustOutlier {
    /** Fewest earlier periods that allow a judgement. */
    public static final int LEAST_PERIODS = 4;
    private static final BigDecimal SCORE_LIMIT = new BigDecimal("3.5");
    private static final BigDecimal CONSISTENCY = new BigDecimal("0.6745");
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.25");
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final int SPARE_DIGITS = 4;

    private RobustOutlier() {}

    /** What is usual: median and the lowest and highest value seen. */
    public record Usual(BigDecimal median, BigDecimal lowest, BigDecimal highest) {}

    /**
     * Judges a value.
     *
     * @param earlier values of earlier periods, in any order; fewer than {@link #LEAST_PERIODS} allow no judgement
     * @param sameSeason value of the same period last year; a value within a quarter of it is never far, since the work has its seasons; empty
     *                   if there is none
     * @return what is usual, if the value is far from it
     */
    public static Optional<Usual> judge(BigDecimal value, List<BigDecimal> earlier, Optional<BigDecimal> sameSeason) {
        if (earlier.size() < LEAST_PERIODS || sameSeason.filter(season -> isNear(value, season)).isPresent()) {
            return Optional.empty();
        }
        BigDecimal median = median(earlier);
        if (isNear(value, median)) {
            return Optional.empty();
        }
        BigDecimal deviation = median(earlier.stream().map(other -> other.subtract(median).abs()).toList());
        BigDecimal distance = value.subtract(median).abs();
        boolean isFar = distance.multiply(CONSISTENCY).compareTo(deviation.multiply(SCORE_LIMIT)) > 0;
        return isFar ? Optional.of(new Usual(plain(median), Collections.min(earlier), Collections.max(earlier))) : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private static boolean isNear(BigDecimal value, BigDecimal other) {
        return value.subtract(other).abs().compareTo(other.abs().multiply(LEAST_SHARE)) <= 0;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return sorted.get(middle);
        }
        BigDecimal sum = sorted.get(middle - 1).add(sorted.get(middle));
        return sum.divide(TWO, sum.scale() + SPARE_DIGITS, RoundingMode.HALF_EVEN);
    }
}
