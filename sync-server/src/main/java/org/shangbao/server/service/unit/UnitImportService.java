package org.shangbao.server.service.unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitRepository.ListedUnit;
import org.shangbao.wire.v1.units.UnitCsv;

/** Takes a unit list over the one that is there: first what would change, then, if wanted, the change. Safe to share between threads. */
public final class UnitImportService {
    private final Transactions transactions;
    private final AuditTrail audit;

    /** Makes the service. */
    public UnitImportService(Transactions transactions, AuditTrail audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Reads a list and returns what it would change. Telephones are kept. Where this server's root is not the list's, only the root's
     * subtree is taken.
     *
     * @throws ReportingException UNIT_LIST_BROKEN if the list cannot be read, lacks this server's root, or lacks a unit that reports or
     *                            accounts belong to; nothing is changed
     */
    public UnitDifference compare(byte[] csv) throws ReportingException {
        List<Unit> units = UnitCsv.read(csv);
        return transactions.read(transaction -> difference(transaction, units));
    }

    /**
     * Reads a list and makes it the list of this server, as one transaction.
     *
     * @throws ReportingException as {@link #compare}
     */
    public UnitDifference apply(byte[] csv, String actor) throws ReportingException {
        List<Unit> units = UnitCsv.read(csv);
        return transactions.write(transaction -> {
            UnitDifference difference = difference(transaction, units);
            if (!difference.isEmpty()) {
                store(transaction, difference.result(), actor, difference.summary());
            }
            return difference;
        });
    }

    /**
     * Stores the first list.
     *
     * @param root the unit this server is rooted at; the list's root for all of it
     * @throws ReportingException UNIT_UNKNOWN if the list lacks the root
     */
    public void begin(List<Unit> units, UnitId root, String actor) throws ReportingException {
        List<Unit> subtree = subtree(units, root);
        transactions.write(transaction -> {
            store(transaction, subtree.stream().map(unit -> new ListedUnit(unit, "")).toList(), actor, "+" + subtree.size());
            return true;
        });
    }

    private void store(Transaction transaction, List<ListedUnit> units, String actor, String summary) {
        transaction.units().replaceAll(units);
        transaction.counters().changed(Counter.UNITS);
        audit.record(transaction, actor, "UNITS", "", summary);
    }

    private static UnitDifference difference(Transaction transaction, List<Unit> units) throws ReportingException {
        List<ListedUnit> before = transaction.units().all();
        Map<UnitId, ListedUnit> known = new LinkedHashMap<>();
        before.forEach(listed -> known.put(listed.unit().id(), listed));
        UnitId root = new UnitTree(before.stream().map(ListedUnit::unit).toList()).root().id();
        List<ListedUnit> result = new ArrayList<>();
        List<Unit> added = new ArrayList<>();
        List<UnitDifference.Changed> changed = new ArrayList<>();
        for (Unit unit : subtree(units, root)) {
            ListedUnit old = known.remove(unit.id());
            result.add(new ListedUnit(unit, old == null ? "" : old.telephone()));
            if (old == null) {
                added.add(unit);
            } else if (!old.unit().equals(unit)) {
                changed.add(new UnitDifference.Changed(old.unit(), unit));
            }
        }
        Set<String> lost = new HashSet<>(transaction.units().inUse());
        lost.retainAll(known.keySet().stream().map(UnitId::value).toList());
        if (!lost.isEmpty()) {
            throw new ReportingException(ErrorCode.UNIT_LIST_BROKEN,
                    Map.of("line", "1", "reason", "units with reports or accounts are missing: " + lost.stream().sorted().toList()));
        }
        return new UnitDifference(added, changed, known.values().stream().map(ListedUnit::unit).toList(), result);
    }

    private static List<Unit> subtree(List<Unit> units, UnitId root) throws ReportingException {
        UnitTree tree = new UnitTree(units);
        if (tree.find(root).isEmpty()) {
            throw new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", root.value()));
        }
        Set<UnitId> inside = new HashSet<>();
        tree.subtree(root).forEach(unit -> inside.add(unit.id()));
        return units.stream().filter(unit -> inside.contains(unit.id()))
                .map(unit -> unit.id().equals(root) ? withoutParent(unit) : unit).toList();
    }

    private static Unit withoutParent(Unit unit) {
        return new Unit(unit.id(), unit.divisionCode(), unit.name(), unit.level(), null, unit.fills(), unit.validFrom(), unit.validTo(),
                unit.successor(), unit.reportedBy());
    }
}
