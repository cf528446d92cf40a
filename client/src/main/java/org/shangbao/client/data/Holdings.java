package org.shangbao.client.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.TypedFigure;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

/**
 * What the reports of a store hold, to be compared with another state of it.
 *
 * @param reports by report id
 */
record Holdings(SortedMap<String, Holding> reports) {

    /** What one report holds. */
    record Holding(Map<String, TypedFigure> figures, Map<String, String> texts, int revisions) {
        static final Holding NOTHING = new Holding(Map.of(), Map.of(), 0);

        RestorePreview.ReportChange changeTo(String report, Holding other) {
            return new RestorePreview.ReportChange(report, differing(figures, other.figures), differing(texts, other.texts),
                    Math.max(0, revisions - other.revisions));
        }

        private static <T> int differing(Map<String, T> one, Map<String, T> two) {
            List<String> keys = new ArrayList<>(one.keySet());
            two.keySet().stream().filter(key -> !one.containsKey(key)).forEach(keys::add);
            return (int) keys.stream().filter(key -> !Objects.equals(one.get(key), two.get(key))).count();
        }
    }

    static Holdings of(OfficeRecords records) throws ReportingException {
        SortedMap<String, Holding> reports = new TreeMap<>();
        for (StoredReport report : records.reports()) {
            ReportId id = report.id();
            Map<String, String> texts = new TreeMap<>(records.narratives(id));
            records.explanations(id).forEach((finding, text) -> texts.put("explanation " + finding, text));
            reports.put(id.toString(), new Holding(records.figures(id), texts, records.revisions(id).size()));
        }
        return new Holdings(reports);
    }

    /** Reads a backup's. */
    static Holdings of(BackupFiles.Trial trial, DataKey key) throws ReportingException {
        try (Database database = trial.open(key)) {
            return of(new H2Records(database.tables()));
        } catch (SQLException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Returns the reports that would differ if {@code other} took this one's place. */
    List<RestorePreview.ReportChange> changesTo(Holdings other) {
        SortedMap<String, Holding> all = new TreeMap<>(reports);
        other.reports.keySet().forEach(report -> all.putIfAbsent(report, Holding.NOTHING));
        List<RestorePreview.ReportChange> changes = new ArrayList<>();
        all.forEach((report, holding) -> {
            RestorePreview.ReportChange change = holding.changeTo(report, other.reports.getOrDefault(report, Holding.NOTHING));
            if (change.figures() + change.texts() + change.revisions() > 0) {
                changes.add(change);
            }
        });
        return changes;
    }
}
