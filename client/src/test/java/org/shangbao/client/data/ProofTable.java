package org.shangbao.client.data;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a proof: rows are what was done to the store, columns how it was found afterwards. */
public final class ProofTable {
    private final Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    private final PrintWriter out;
    private int failures;

    /** A table whose failures are printed as they happen. */
    public ProofTable(PrintWriter out) { this.out = out; }

    /** Counts a trial that ended as promised. */
    synchronized void good(String row, String outcome) {
        rows.computeIfAbsent(row, key -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }

    /** Counts a trial that broke a promise, and says which and how to repeat it. */
    synchronized void bad(String row, String outcome, String details) {
        good(row, "FAILED " + outcome);
        failures++;
        out.println("FAILED " + row + ": " + outcome + " - " + details);
        out.flush();
    }

    /** Returns the number of promises broken. */
    public synchronized int failures() { return failures; }

    /** Returns the number of trials whose row begins with {@code prefix}. */
    public synchronized int trials(String prefix) {
        return rows.entrySet().stream().filter(row -> row.getKey().startsWith(prefix))
                .flatMap(row -> row.getValue().values().stream()).mapToInt(Integer::intValue).sum();
    }

    /** Prints the table. */
    public synchronized void print() {
        rows.forEach((row, outcomes) -> out.println(String.format(Locale.ROOT, "%-44s %6d  %s", row,
                outcomes.values().stream().mapToInt(Integer::intValue).sum(), outcomes)));
        out.flush();
    }
}
