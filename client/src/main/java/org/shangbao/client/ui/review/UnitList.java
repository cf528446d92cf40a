package org.shangbao.client.ui.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Orders units for reviewing: exceptions first, then the quiet ones, then those who have not reported. */
public final class UnitList {
    private UnitList() {}

    /** Which units are listed. */
    public enum Filter {
        /** 待我审, and below them those who have not reported. */
        WAITING,
        /** 已退回. */
        RETURNED,
        /** 全部. */
        ALL
    }

    /** A line of the list. */
    public sealed interface Entry {
        /** The heading of a part. */
        record Heading(UnitRow.Section section, int count) implements Entry {}

        /** A unit. */
        record Unit(UnitRow row) implements Entry {}
    }

    /**
     * 应报, 已报, 已审, 未报 and what lies here.
     *
     * @param due      units that should report
     * @param reported of which a revision is here
     * @param approved approved by this level
     * @param waiting  waiting for this level
     * @param returned returned and not back
     */
    public record Counts(int due, int reported, int approved, int waiting, int returned) {
        /** Nothing known yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        /** Returns the number of units that have not reported. */
        public int notReported() { return due - reported; }
    }

    /**
     * Counts units.
     *
     * @param due which of them count for 应报, 已报 and 已审; all of them count for what waits here or was returned
     */
    public static Counts count(Collection<UnitRow> rows, Predicate<UnitRow> due) {
        List<UnitRow> forms = rows.stream().filter(due).toList();
        return new Counts(forms.size(), (int) forms.stream().filter(UnitRow::isReported).count(),
                (int) forms.stream().filter(UnitRow::isApproved).count(), (int) rows.stream().filter(UnitRow::isWaiting).count(),
                (int) rows.stream().filter(UnitRow::isReturned).count());
    }

    /** Lays the units out in parts; a part without units has no heading. */
    public static List<Entry> arrange(List<UnitRow> rows, Filter filter) {
        List<Entry> entries = new ArrayList<>();
        for (UnitRow.Section section : UnitRow.Section.values()) {
            List<UnitRow> listed = rows.stream().filter(row -> row.section() == section && isListed(row, filter))
                    .sorted(UnitRow.HEAVIEST_FIRST).toList();
            if (!listed.isEmpty()) {
                entries.add(new Entry.Heading(section, listed.size()));
                listed.forEach(row -> entries.add(new Entry.Unit(row)));
            }
        }
        return entries;
    }

    private static boolean isListed(UnitRow row, Filter filter) {
        return switch (filter) {
            case WAITING -> row.isWaiting() || row.isForPreReview() || !row.isReported();
            case RETURNED -> row.isReturned();
            case ALL -> true;
        };
    }
}
