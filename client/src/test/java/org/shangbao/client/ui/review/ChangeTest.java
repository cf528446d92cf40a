package org.shangbao.client.ui.review;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.model.report.FigureValue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Changes as they are shown. */
class ChangeTest {

    @ParameterizedTest
    @CsvSource({ "3180, 31400, +887%", "270, 180, −33%", "1000, 995, −0.5%", "381051, 381052, +0.1%", "6912, 6840, −1%",
            "58.6, 58.8, +0.3%" })
    void changeIsShownInPercentWithItsSign(String before, String now, String shown) {
        assertEquals(shown, Change.between(FigureValue.of(before), FigureValue.of(now)).signedPercent());
    }

    @Test
    void changeFromZeroOrFromNothingHasNoPercentage() {
        assertEquals(Change.Kind.FROM_ZERO, Change.between(FigureValue.of("0"), FigureValue.of("3")).kind());
        assertEquals(Change.Kind.SAME, Change.between(FigureValue.of("0"), FigureValue.of("0")).kind());
        assertEquals(Change.Kind.UNKNOWN, Change.between(FigureValue.MISSING, FigureValue.of("3")).kind());
        assertEquals(Change.Kind.UNKNOWN, Change.between(FigureValue.of("3"), FigureValue.NOT_APPLICABLE).kind());
    }

    @Test
    void exactlyFiftyPercentIsNotBeyondFifty() {
        assertFalse(Change.between(FigureValue.of("100"), FigureValue.of("150")).isBeyond(Change.UNUSUAL_FOR_A_UNIT));
        assertTrue(Change.between(FigureValue.of("100"), FigureValue.of("151")).isBeyond(Change.UNUSUAL_FOR_A_UNIT));
        assertTrue(Change.between(FigureValue.of("100"), FigureValue.of("49")).isBeyond(Change.UNUSUAL_FOR_A_UNIT));
    }
}
