package org.shangbao.server.service.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
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

/**
 * What is new since a cursor. The cursor names this server's history and a number in it, so one from a history that was replaced (a restored
 * backup) is unknown, and an unknown cursor answers everything. At most {@value #MOST_REPORTS} reports come at a time; whoever asks goes on
 * until the cursor stays as it is. Safe to share between threads.
 */
public final class ChangesService {
    /** Most reports in one answer. */
    public static final int MOST_REPORTS = 200;
    private static final int SCANNED = 2_000;
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f]{16})-([0-9]{1,18})");
    private final Transactions transactions;
    private final UnitDirectory units;
    private final String history;

    /** @param history 16 hexadecimal digits that name this server's history */
    public ChangesService(Transactions transactions, UnitDirectory units, String history) {
        this.transactions = transactions;
        this.units = units;
        this.history = history;
    }

    /**
     * Returns what is new for a person.
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
            return new Changes(history + "-" + next, reports,
                    isNew(transaction, Counter.UNITS, after) && known ? list.viewOf(office) : List.of(),
                    isNew(transaction, Counter.WINDOWS, after) && known ? Windows.of(transaction, list).viewOf(office) : List.of(),
                    isNew(transaction, Counter.EDITIONS, after) ? EditionCatalogue.records(transaction) : List.of(),
                    isNew(transaction, Counter.DESIGNATIONS, after) ? designations(transaction, list, office) : List.of());
        });
    }

    private long number(@Nullable String cursor, long now) {
        Matcher form = CURSOR.matcher(cursor == null ? "" : cursor);
        if (!form.matches() || !form.group(1).equals(history)) {
            return 0;
        }
        long number = Long.parseLong(form.group(2));
        return number <= now ? number : 0;
    }

    private static boolean isNew(Transaction transaction, Counter what, long after) { return transaction.counters().value(what) > after; }

    /** Returns the designations of an office's subtree. */
    public static List<DesignationRecord> designations(Transaction transaction, UnitList units, UnitId office) {
        return transaction.periods().designations().stream().filter(entry -> units.isWithin(new UnitId(entry.unit()), office)).toList();
    }
}
