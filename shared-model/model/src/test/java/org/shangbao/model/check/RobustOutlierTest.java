package org.shangbao.model.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.shangbao.model.check.RobustOutlier.Usual;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RobustOutlierTest {
    private static Optional<Usual> judge(String value, String earlier, String sameSeason) {
        List<BigDecimal> past = Arrays.stream(earlier.split(" ")).filter(number -> !number.isEmpty()).map(BigDecimal::new).toList();
        return RobustOutlier.judge(new BigDecimal(value), past,
                sameSeason.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(sameSeason)));
    }

    @Test
    void tenTimesTheUsualIsFar() {
        assertEquals(Optional.of(new Usual(new BigDecimal("6180"), new BigDecimal("6050"), new BigDecimal("6215"))),
                judge("62150", "6050 6180 6215 6190 6100", ""));
    }

    @Test
    void oneOddPeriodInThePastDoesNotHideTheNextOne() {
        assertEquals(Optional.of(new BigDecimal("6180")), judge("62150", "6050 6180 61800 6190 6100", "").map(Usual::median));
    }

    @Test
    void aSmallMoveOfAFigureThatNeverMovedIsNotFar() {
        assertEquals(Optional.empty(), judge("41", "40 40 40 40 40", ""));
        assertEquals(Optional.empty(), judge("50", "40 40 40 40", ""));
        assertEquals(Optional.of(new BigDecimal("40")), judge("51", "40 40 40 40", "").map(Usual::median));
    }

    @Test
    void whatTheSamePeriodLastYearWasIsSeasonNotMistake() {
        assertEquals(Optional.empty(), judge("2860", "12 0 2850 15 10 8", "2850"));
        assertEquals(Optional.of(new BigDecimal("11")), judge("2860", "12 0 2850 15 10 8", "").map(Usual::median));
    }

    @Test
    void tooFewPeriodsAllowNoJudgement() {
        assertEquals(Optional.empty(), judge("62150", "6050 6180 6215", ""));
        assertEquals(Optional.empty(), judge("62150", "", ""));
    }

    @Test
    void zeroAfterManyIsFarAndZeroAmongZerosIsNot() {
        assertEquals(Optional.of(new BigDecimal("19")), judge("0", "19 18 20 19 19", "").map(Usual::median));
        assertEquals(Optional.empty(), judge("0", "0 0 0 0", ""));
        assertEquals(Optional.of(new BigDecimal("0")), judge("1", "0 0 0 0", "").map(Usual::median));
    }
}
