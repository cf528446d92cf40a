package org.shangbao.paper;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QrTextTest {
    private static final PageDigest DIGEST = new PageDigest("KD25HIARX2QWERTYUIOPASDFGH");

    @Test
    void writesTheTextOfTheDocumentedExample() {
        QrText text = new QrText(new UnitId("210921"), new PeriodId("2024-10"), PageKind.REPORT, 2, 3, 5, DIGEST);
        assertEquals("SB1.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFGH", text.encode());
        assertEquals("KD25HIAR", text.checkCode());
        assertEquals("210921-2024-10-R02", text.reportNumber());
    }

    @Test
    void readsBackWhatItWritesForAnyFields() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] sha256 = new byte[32];
            random.nextBytes(sha256);
            int pages = 1 + random.nextInt(QrText.MAX_PAGES);
            String unit = Integer.toString(random.nextInt(Integer.MAX_VALUE), 36).toUpperCase(java.util.Locale.ROOT);
            QrText text = new QrText(new UnitId(unit),
                    new PeriodId(String.format("%04d-%02d", random.nextInt(10_000), 1 + random.nextInt(12))),
                    random.nextBoolean() ? PageKind.REPORT : PageKind.SIGN_OFF, 1 + random.nextInt(QrText.MAX_REVISION),
                    1 + random.nextInt(pages), pages, PageDigest.ofSha256(sha256));
            assertEquals(Optional.of(text), QrText.parse(text.encode()), "seed " + seed);
            assertTrue(text.encode().length() <= QrText.MAX_LENGTH, "seed " + seed);
            assertTrue(text.encode().matches("[0-9A-Z $%*+./:-]+"), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "SB1", "SB2.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFGH",
            "SB1.210921.2024-13.R02.3/5.KD25HIARX2QWERTYUIOPASDFGH",
            "SB1.210921.2024-10.R2.3/5.KD25HIARX2QWERTYUIOPASDFGH", "SB1.210921.2024-10.R00.3/5.KD25HIARX2QWERTYUIOPASDFGH",
            "SB1.210921.2024-10.R002.3/5.KD25HIARX2QWERTYUIOPASDFGH", "SB1.210921.2024-10.T02.3/5.KD25HIARX2QWERTYUIOPASDFGH",
            "SB1.210921.2024-10.R02.6/5.KD25HIARX2QWERTYUIOPASDFGH", "SB1.210921.2024-10.R02.0/5.KD25HIARX2QWERTYUIOPASDFGH",
            "SB1.210921.2024-10.R02.03/5.KD25HIARX2QWERTYUIOPASDFGH", "SB1.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFG1",
            "SB1.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFG", "SB1.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFGHH",
            "sb1.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFGH", "SB1.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFGH\n",
            " SB1.210921.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFGH", "SB1.2109211234.2024-10.R02.3/5.KD25HIARX2QWERTYUIOPASDFGH",
            "SB1.210921.2024-10.R02.３/5.KD25HIARX2QWERTYUIOPASDFGH", "https://example.org/SB1" })
    void takesNothingThatIsNotExactlyOfTheForm(String text) { assertEquals(Optional.empty(), QrText.parse(text)); }

    @Test
    void refusesALongTextWithoutReadingIt() { assertEquals(Optional.empty(), QrText.parse("SB1.".repeat(1_000_000))); }

    @Test
    void refusesNumbersOutOfBounds() {
        UnitId unit = new UnitId("210921");
        PeriodId period = new PeriodId("2024-10");
        assertThrows(IllegalArgumentException.class, () -> new QrText(unit, period, PageKind.REPORT, 0, 1, 1, DIGEST));
        assertThrows(IllegalArgumentException.class, () -> new QrText(unit, period, PageKind.REPORT, 1000, 1, 1, DIGEST));
        assertThrows(IllegalArgumentException.class, () -> new QrText(unit, period, PageKind.REPORT, 1, 2, 1, DIGEST));
        assertThrows(IllegalArgumentException.class, () -> new QrText(unit, period, PageKind.REPORT, 1, 1, 100, DIGEST));
    }
}
