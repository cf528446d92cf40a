package org.shangbao.walkthrough;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;

/** Times of one measured act; rounds before the first warm up and are not kept. */
final class BenchTimes {
    private final long[] nanos;

    BenchTimes(int rounds) { nanos = new long[rounds]; }

    /** Says on what windows are drawn: the Headless platform hands its picture over dot by dot, which no display does. */
    static void platform(PrintWriter out) {
        boolean isHeadless = "Headless".equals(System.getProperty("glass.platform"));
        out.println(isHeadless
                ? "JavaFX Headless: its own drawing weighs in every figure; measure on a display, e.g. xvfb-run ./shangbao bench …"
                : "on a display, with the JavaFX that ships");
    }

    void add(int round, long time) {
        if (round >= 0) {
            nanos[round] = time;
        }
    }

    void line(PrintWriter out, String name) {
        out.println(String.format(Locale.ROOT, "%-44s %10.2f %10.2f", name, at(50) / 1e6, at(95) / 1e6));
    }

    /** Prints how many times the floor this is, beside what is asked of the median. */
    void ratio(PrintWriter out, BenchTimes floor, double most) {
        double median = (double) at(50) / floor.at(50);
        out.println(String.format(Locale.ROOT, "%-44s %10.2f %10.2f  (asked: at most %.1f at p50: %s)", "ratio", median,
                (double) at(95) / floor.at(95), most, median <= most ? "kept" : "not kept"));
    }

    long at(int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
