package org.shangbao.client.application.office;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.UnitRecord;
import org.shangbao.wire.v1.WindowRecord;

/** Puts the office together from stored rows. Stateless apart from what it keeps of things that never change. Safe to share between threads. */
public final class OfficeReading {
    private static final int MOST_CONTENTS = 16;

    private final Editions editions;
    private final Map<UUID, ReportContent> contents = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ReportContent> eldest) { return size() > MOST_CONTENTS; }
    });
    private volatile @Nullable Built built;

    /** Makes a reading on a cache of editions. */
    public OfficeReading(Editions editions) { this.editions = editions; }

    /** Returns the cache of editions. */
    public Editions editions() { return editions; }

    /**
     * Reads the office.
     *
     * @throws ReportingException NOT_ENROLLED if this folder has none
     */
    public Office office(OfficeRecords records) throws ReportingException {
        String unitId = records.setting(Setting.UNIT).orElseThrow(() -> new ReportingException(ErrorCode.NOT_ENROLLED, Map.of()));
        Built built = builtOnce(records.units());
        UnitTree tree = built.tree();
        Unit unit = tree.find(new UnitId(unitId))
                .orElseThrow(() -> new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", unitId)));
        Optional<Unit> above = tree.parent(unit.id());
        String telephone = above.map(parent -> built.telephones().getOrDefault(parent.id().value(), "")).orElse("");
        List<PersonRecord> people = records.people();
        String account = records.setting(Setting.ACCOUNT).orElse("");
        PersonRecord person = people.stream().filter(someone -> someone.account().equals(account)).findFirst()
                .or(() -> people.stream().findFirst()).orElseThrow(() -> new ReportingException(ErrorCode.NOT_ENROLLED, Map.of()));
        return new Office(unit, above.orElse(null), telephone, person, people, tree, editions.all(records),
                records.setting(Setting.SERVER_URL).orElse(""));
    }

    /** The store hands out the same list until a unit changes; a tree of thousands is not built for every save. */
    @SuppressWarnings("ReferenceEquality") // the very list, not an equal one: comparing thousands of units would cost what is to be saved
    private Built builtOnce(List<UnitRecord> units) throws ReportingException {
        Built known = built;
        if (known == null || known.units() != units) {
            Map<String, String> telephones = new HashMap<>();
            units.forEach(unit -> telephones.putIfAbsent(unit.id(), unit.telephone()));
            known = new Built(units, tree(units), telephones);
            built = known;
        }
        return known;
    }

    private record Built(List<UnitRecord> units, UnitTree tree, Map<String, String> telephones) {}

    /**
     * Builds the tree from its travelling form.
     *
     * @throws ReportingException UNIT_LIST_BROKEN if it is no tree
     */
    public static UnitTree tree(List<UnitRecord> units) throws ReportingException {
        try {
            return new UnitTree(units.stream().map(UnitRecord::toUnit).toList());
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.UNIT_LIST_BROKEN,
                    Map.of("line", "0", "reason", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Returns what a finalized revision says, empty if it is not here. Every save compares with the last ones; a revision never changes, so it is
     * read once.
     */
    public Optional<ReportContent> content(OfficeRecords records, UUID revision) throws ReportingException {
        ReportContent known = contents.get(revision);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StoredRevision> stored = records.revision(revision);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        ReportContent content = stored.get().content().content();
        contents.put(revision, content);
        return Optional.of(content);
    }

    /** Returns which level's form a unit's report is; a unit that only sums up sums the county form. */
    public static FormLevel formOf(Unit unit) {
        FormLevel fills = unit.fills();
        return fills == null ? FormLevel.COUNTY : fills;
    }

    /** True if the unit's report sums up what lies below: it fills nothing itself, or it fills the province's form. */
    public static boolean isSummary(Unit unit) {
        return unit.fills() != FormLevel.COUNTY;
    }

    /** Returns the reports this office owes by its windows, newest period first. */
    public List<ReportId> owed(OfficeRecords records, Unit unit) throws ReportingException {
        Set<ReportId> owed = new LinkedHashSet<>();
        for (WindowRecord window : records.windows()) {
            if (window.unit().equals(unit.id().value())) {
                owed.add(new ReportId(unit.id(), new PeriodId(window.period()),
                        new org.shangbao.model.edition.EditionId(window.edition())));
            }
        }
        return new ArrayList<>(owed);
    }

    /**
     * Returns the office's report of a period: by its windows, else by the calendar of an edition.
     *
     * @throws ReportingException PERIOD_UNKNOWN with the known ones
     */
    public ReportId reportFor(OfficeRecords records, Unit unit, PeriodId period) throws ReportingException {
        Set<String> known = new TreeSet<>();
        for (ReportId report : owed(records, unit)) {
            if (report.period().equals(period)) {
                return report;
            }
            known.add(report.period().value());
        }
        for (FormEdition edition : editions.all(records)) {
            if (edition.calendarEntry(period).isPresent()) {
                return new ReportId(unit.id(), period, edition.id());
            }
            edition.calendar().forEach(entry -> known.add(entry.period().value()));
        }
        throw new ReportingException(ErrorCode.PERIOD_UNKNOWN, Map.of("period", period.value(), "known", String.join("、", known)));
    }

    /** Returns the items a unit is designated for in a period. */
    public static Set<String> designated(OfficeRecords records, ReportId report) throws ReportingException {
        Set<String> items = new TreeSet<>();
        for (DesignationRecord designation : records.designations()) {
            if (designation.unit().equals(report.unit().value()) && designation.period().equals(report.period().value())) {
                items.add(designation.item());
            }
        }
        return items;
    }
}
