package org.shangbao.server.service.change;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.period.Windows;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportStates;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.transfer.ChangeCursor;

/**
 * What is new since a cursor. The cursor names this server's history and a number in it, so one from a history that was replaced (a restored
 * backup) is unknown, and an unknown cursor answers everything. At most {@value #MOST_REPORTS} reports come at a time; whoever asks goes on
 * until the cursor stays as it is. Safe to share between threads.
 */
public final class ChangesService {
    /** Most reports in one answer. */
    public static final int MOST_REPORTS = 200;
    private static final int SCANNED = 2_000;
    private final Transactions transactions;
    private final UnitDirectory units;
    private final String history;
    private final SignedDocument packageKey;

    /**
     * Makes the service.
     *
     * @param history    16 hexadecimal digits that name this server's history
     * @param packageKey the signed key for packages
     */
    public ChangesService(Transactions transactions, UnitDirectory units, String history, SignedDocument packageKey) {
        this.transactions = transactions;
        this.units = units;
        this.history = history;
        this.packageKey = packageKey;
    }

    /**
     * Returns what is new for a person, without the key for packages.
     *
     * @param cursor from the last answer; null, empty or unknown for everything
     */
    public Changes after(PersonRecord person, @Nullable String cursor) {
        return transactions.read(transaction -> {
            long now = transaction.counters().value(Counter.CHANGE);
            long after = number(cursor, now);
            UnitList list = units.in(transaction);
            UnitId office = new UnitId(person.unit());
            List<ReportState> reports = new ArrayList<>();
            long reached = after;
            List<StoredReport> page = transaction.reports().changedAfter(after, SCANNED);
            for (StoredReport report : page) {
                if (reports.size() == MOST_REPORTS) {
                    break;
                }
                reached = report.change();
                if (Permissions.maySee(person, list, new UnitId(report.unit()))) {
                    reports.add(ReportStates.of(transaction, list, report));
                }
            }
            boolean all = page.size() < SCANNED && reports.size() < MOST_REPORTS;
            long next = all ? now : reached;
            boolean known = list.find(office).isPresent();
            // lists are small and sent whole; a page that stops early may send one again, which changes nothing
            return new Changes(new ChangeCursor(history, next).toString(), reports,
                    isNew(transaction, Counter.UNITS, after) && known ? list.viewOf(office) : List.of(),
                    isNew(transaction, Counter.WINDOWS, after) && known ? Windows.of(transaction, list).viewOf(office) : List.of(),
                    isNew(transaction, Counter.EDITIONS, after) ? EditionCatalogue.records(transaction) : List.of(),
                    isNew(transaction, Counter.DESIGNATIONS, after) ? designations(transaction, list, office) : List.of(),
                    null);
        });
    }

    /** Returns the same with the key for packages, for whoever asks for it. */
    public Changes withPackageKey(Changes news) {
        return news.with(packageKey);
    }

    /**
     * Returns what every office may know of without anybody having signed in: editions, units, windows, designations. Its cursor names the
     * place; it must not be handed in, since the reports are left out.
     *
     * @throws ReportingException UNIT_UNKNOWN
     */
    public Changes lists(UnitId office) throws ReportingException {
        return transactions.read(transaction -> {
            UnitList list = units.in(transaction);
            list.require(office);
            return new Changes(new ChangeCursor(history, transaction.counters().value(Counter.CHANGE)).toString(), List.of(),
                    list.viewOf(office), Windows.of(transaction, list).viewOf(office), EditionCatalogue.records(transaction),
                    designations(transaction, list, office), packageKey);
        });
    }

    private long number(@Nullable String cursor, long now) {
        return ChangeCursor.parse(cursor == null ? "" : cursor).filter(new ChangeCursor(history, now)::covers).map(ChangeCursor::number)
                .orElse(0L);
    }

    private static boolean isNew(Transaction transaction, Counter what, long after) { return transaction.counters().value(what) > after; }

    /** Returns the designations of an office's subtree. */
    public static List<DesignationRecord> designations(Transaction transaction, UnitList units, UnitId office) {
        return transaction.periods().designations().stream().filter(entry -> units.isWithin(new UnitId(entry.unit()), office)).toList();
    }
}
