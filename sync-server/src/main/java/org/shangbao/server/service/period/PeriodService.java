package org.shangbao.server.service.period;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shangbao.model.edition.CalendarEntry;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.WindowRecord;

/**
 * Windows, 应报 and designations. A window set for a unit holds for it and for everything below that has no closer one. It steers the mark
 * 逾期 only. Safe to share between threads.
 */
public final class PeriodService {
    private final Transactions transactions;
    private final UnitDirectory units;
    private final EditionCatalogue editions;
    private final AuditTrail audit;
    private final ZoneId zone;

    /** @param zone zone in which the calendar's days are meant */
    public PeriodService(Transactions transactions, UnitDirectory units, EditionCatalogue editions, AuditTrail audit, ZoneId zone) {
        this.transactions = transactions;
        this.units = units;
        this.editions = editions;
        this.audit = audit;
        this.zone = zone;
    }

    /**
     * Opens a period: freezes who owes a report, and gives the root the window of the edition's calendar unless one is set. Opening it again
     * changes nothing.
     *
     * @param edition edition id, empty for the newest
     * @return number of units that owe a county form
     * @throws ReportingException PERIOD_UNKNOWN if the edition's calendar lacks it, EDITION_UNKNOWN
     */
    public int open(String period, String edition, String actor) throws ReportingException {
        return transactions.write(transaction -> {
            FormEdition form = edition(transaction, edition);
            CalendarEntry entry = entry(form, period);
            UnitList list = units.in(transaction);
            List<String> frozen = transaction.periods().due(period, form.id().value());
            if (!frozen.isEmpty()) {
                return frozen.size();
            }
            List<String> due = list.tree().countyFormUnits(list.tree().root().id()).stream().map(unit -> unit.id().value()).toList();
            transaction.periods().freezeDue(period, form.id().value(), due);
            String root = list.tree().root().id().value();
            if (transaction.periods().windows().stream().noneMatch(
                    window -> window.period().equals(period) && window.edition().equals(form.id().value()) && window.unit().equals(root))) {
                transaction.periods().putWindow(calendarWindow(entry, form, root));
                transaction.counters().changed(Counter.WINDOWS);
            }
            audit.record(transaction, actor, "PERIOD", period + " " + form.id(), Integer.toString(due.size()));
            return due.size();
        });
    }

    /**
     * Sets a window.
     *
     * @throws ReportingException PERIOD_UNKNOWN, UNIT_UNKNOWN; COMMAND_LINE if it ends before it opens or later than that of the unit above
     */
    public void setWindow(String period, String edition, String unit, Instant opensAt, Instant dueAt, String actor)
            throws ReportingException {
        UnitId id = UnitDirectory.unitId(unit);
        transactions.write(transaction -> {
            FormEdition form = edition(transaction, edition);
            CalendarEntry entry = entry(form, period);
            UnitList list = units.in(transaction);
            list.require(id);
            if (dueAt.isBefore(opensAt)) {
                throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "due " + dueAt + " < opens " + opensAt));
            }
            Optional<Unit> above = list.tree().parent(id);
            Optional<WindowRecord> outer = above.isEmpty()
                    ? Optional.empty()
                    : Windows.of(transaction, list).effective(period, form.id().value(), above.get().id());
            if (outer.isPresent() && dueAt.isAfter(outer.get().dueAt())) {
                throw new ReportingException(ErrorCode.COMMAND_LINE,
                        Map.of("detail", "due " + dueAt + " > " + outer.get().dueAt() + " (" + outer.get().unit() + ")"));
            }
            transaction.periods().putWindow(new WindowRecord(period, form.id().value(), entry.kind(), unit, opensAt, dueAt));
            transaction.counters().changed(Counter.WINDOWS);
            audit.record(transaction, actor, "WINDOW", period + " " + unit, opensAt + " " + dueAt);
            return true;
        });
    }

    /** Returns all windows that were set. */
    public List<WindowRecord> windows() {
        return transactions.read(transaction -> transaction.periods().windows());
    }

    /**
     * Designates a unit for an item of a period.
     *
     * @throws ReportingException PERIOD_UNKNOWN, UNIT_UNKNOWN, ITEM_UNKNOWN
     */
    public void designate(String period, String unit, String item, String actor) throws ReportingException {
        UnitId id = UnitDirectory.unitId(unit);
        transactions.write(transaction -> {
            FormEdition form = edition(transaction, "");
            entry(form, period);
            units.in(transaction).require(id);
            if (form.item(item).isEmpty()) {
                throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", item));
            }
            transaction.periods().addDesignation(new DesignationRecord(period, unit, item));
            transaction.counters().changed(Counter.DESIGNATIONS);
            audit.record(transaction, actor, "DESIGNATION", period + " " + unit, item);
            return true;
        });
    }

    /** Returns the units that owe a county form in a unit's subtree, in tree order: as frozen, or as the list is now if never opened. */
    public static List<Unit> due(Transaction transaction, UnitList list, String period, String edition, UnitId unit) {
        Set<String> frozen = new HashSet<>(transaction.periods().due(period, edition));
        List<Unit> now = new ArrayList<>();
        for (Unit candidate : list.tree().subtree(unit)) {
            boolean owes = frozen.isEmpty()
                    ? candidate.isFilling() && UnitList.fillsOwnFigures(candidate)
                    : frozen.contains(candidate.id().value());
            if (owes) {
                now.add(candidate);
            }
        }
        return now;
    }

    private WindowRecord calendarWindow(CalendarEntry entry, FormEdition form, String unit) {
        return new WindowRecord(entry.period().value(), form.id().value(), entry.kind(), unit,
                entry.firstDay().atStartOfDay(zone).toInstant(),
                entry.lastDay().plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
    }

    private FormEdition edition(Transaction transaction, String id) throws ReportingException {
        if (!id.isEmpty()) {
            return editions.require(transaction, id);
        }
        List<FormEdition> all = editions.all(transaction);
        if (all.isEmpty()) {
            throw new ReportingException(ErrorCode.EDITION_UNKNOWN, Map.of("edition", ""));
        }
        return all.getLast();
    }

    private static CalendarEntry entry(FormEdition form, String period) throws ReportingException {
        try {
            return form.calendarEntry(new PeriodId(period)).orElseThrow(() -> unknown(period));
        } catch (IllegalArgumentException e) {
            throw unknown(period);
        }
    }

    private static ReportingException unknown(String period) {
        return new ReportingException(ErrorCode.PERIOD_UNKNOWN, Map.of("period", period.length() > 20 ? period.substring(0, 20) : period));
    }
}
