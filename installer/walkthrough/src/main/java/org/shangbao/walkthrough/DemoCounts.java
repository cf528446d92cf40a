package org.shangbao.walkthrough;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.shangbao.model.check.Finding;

/** What happened, for {@code summary.json}. */
final class DemoCounts {
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Integer> findings = new TreeMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    void units(int number) { add("units", number); }

    void submission() { add("submissions", 1); }

    void revision() { add("revisions", 1); }

    void returned() { add("returns", 1); }

    void pages(int number) { add("pages", number); }

    void scanAccepted() { add("scansAccepted", 1); }

    void scanRefused() { add("scansRefused", 1); }

    void finding(Finding finding) {
        String key = finding.outcome() == Finding.Outcome.FAILED ? finding.severity().name() : finding.outcome().name();
        findings.merge(key, 1, Integer::sum);
    }

    void took(String step, double howLong) { seconds.put(step, howLong); }

    /** Returns everything in the order of {@code summary.json}. */
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>(counts);
        summary.put("findings", findings);
        summary.put("seconds", seconds);
        return summary;
    }

    private void add(String name, int number) { counts.merge(name, number, Integer::sum); }
}
