package org.shangbao.model.period;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FillingWindowTest {
    private static final Instant OPENS = Instant.parse("2024-10-21T00:00:00Z");
    private static final Instant DUE = Instant.parse("2024-10-30T10:00:00Z");

    @Test
    void bothEndsBelongToTheWindowAndLateBeginsAfterTheLastInstant() {
        FillingWindow window = new FillingWindow(OPENS, DUE);
        assertEquals("false true true false", window.isOpenAt(OPENS.minusNanos(1)) + " " + window.isOpenAt(OPENS) + " "
                + window.isOpenAt(DUE) + " " + window.isOpenAt(DUE.plusNanos(1)));
        assertEquals("false true", window.isOverdueAt(DUE) + " " + window.isOverdueAt(DUE.plusNanos(1)));
    }

    @Test
    void aWindowCannotEndBeforeItOpens() { assertThrows(IllegalArgumentException.class, () -> new FillingWindow(DUE, OPENS)); }

    @Test
    void aPeriodIsAYearAndAMonth() {
        assertEquals("2024 10", new PeriodId("2024-10").year() + " " + new PeriodId("2024-10").month());
        assertThrows(IllegalArgumentException.class, () -> new PeriodId("2024-13"));
        assertThrows(IllegalArgumentException.class, () -> new PeriodId("2024-10/.."));
    }
}
