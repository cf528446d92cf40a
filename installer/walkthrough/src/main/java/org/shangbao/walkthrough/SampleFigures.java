package org.shangbao.walkthrough;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.shangbao.model.unit.UnitId;

/**
 * Invented figures of believable size that keep the rules of the first edition. The same unit always gets the same figures, so a demo can be
 * compared with the one before.
 */
final class SampleFigures {
    private SampleFigures() {}

    /** Returns the 49 figures of the county form as a clerk would type them, by code. */
    static Map<String, String> county(UnitId unit) {
        Random random = new Random(unit.value().hashCode() * 31L);
        Map<String, String> figures = new LinkedHashMap<>();
        BigDecimal population = BigDecimal.valueOf(120 + random.nextInt(600), 1);
        int schools = 60 + random.nextInt(120);
        put(figures, "1.1.1", schools);
        put(figures, "1.1.2", schools - random.nextInt(6));
        put(figures, "1.2.1", schools - 2 - random.nextInt(10));
        put(figures, "1.2.2", 20 + random.nextInt(60));
        put(figures, "1.3.1", schools - random.nextInt(12));
        put(figures, "1.4.1", schools - 5 - random.nextInt(12));
        put(figures, "2.1.1", population.multiply(BigDecimal.valueOf(260 + random.nextInt(140))).intValue());
        put(figures, "2.2.1", 1 + random.nextInt(4));
        put(figures, "2.2.2", 270 * (1 + random.nextInt(4)));
        put(figures, "2.2.3", 1 + random.nextInt(3));
        put(figures, "2.2.4", 180 * (1 + random.nextInt(3)));
        int quality = 12 + random.nextInt(24);
        int planned = 3 + random.nextInt(8);
        put(figures, "3.1.1", quality);
        put(figures, "3.1.2", quality * 1200);
        put(figures, "3.1.3", planned);
        put(figures, "3.1.4", planned * 300);
        put(figures, "3.1.5", planned * 180);
        put(figures, "3.2.1", 3);
        put(figures, "3.2.2", 2400);
        put(figures, "3.2.3", 1);
        put(figures, "3.2.4", 900);
        put(figures, "3.3.1", 10 + random.nextInt(30));
        put(figures, "3.3.2", 3000 + random.nextInt(5000));
        int small = 8 + random.nextInt(20);
        put(figures, "3.4.1", small);
        put(figures, "3.4.2", small / 3);
        put(figures, "3.4.3", small / 8);
        put(figures, "3.5.1", 5 + random.nextInt(30));
        put(figures, "3.5.2", 60 + random.nextInt(200));
        int highSchools = 2 + random.nextInt(3);
        put(figures, "4.1.1", highSchools);
        put(figures, "4.1.2", highSchools * 900);
        put(figures, "4.2.1", 1);
        put(figures, "4.2.2", 600);
        put(figures, "4.2.3", 300);
        put(figures, "4.3.1", 1);
        put(figures, "4.3.2", 1800);
        put(figures, "4.3.3", 0);
        put(figures, "4.3.4", 0);
        int countySchools = 3 + random.nextInt(3);
        put(figures, "4.4.1", countySchools);
        put(figures, "4.4.2", countySchools * 2400);
        put(figures, "4.4.3", 2);
        put(figures, "4.4.4", 1);
        put(figures, "4.5.1", 1);
        put(figures, "4.5.2", 860);
        figures.put("5.1.1", population.toPlainString());
        put(figures, "5.1.2", 2);
        put(figures, "5.1.3", 0);
        put(figures, "5.1.4", 1);
        put(figures, "5.1.5", 1);
        put(figures, "5.1.6", 0);
        put(figures, "5.1.7", 0);
        return figures;
    }

    /** Returns one of the county's figures. */
    static String county(UnitId unit, String code) {
        return Objects.requireNonNull(county(unit).get(code), code);
    }

    /** Returns the five figures of the province's own items, by code. */
    static Map<String, String> province(UnitId unit) {
        Random random = new Random(unit.value().hashCode() * 37L);
        Map<String, String> figures = new LinkedHashMap<>();
        put(figures, "2.3.1", 560 + random.nextInt(40));
        put(figures, "2.3.2", 620 + random.nextInt(80));
        put(figures, "5.2.1a", 1);
        put(figures, "5.2.1b", 2 + random.nextInt(3));
        put(figures, "5.2.1c", 6 + random.nextInt(8));
        return figures;
    }

    private static void put(Map<String, String> figures, String code, int value) { figures.put(code, Integer.toString(value)); }
}
