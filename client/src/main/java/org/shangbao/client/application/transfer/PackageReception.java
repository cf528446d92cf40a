package org.shangbao.client.application.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.shangbao.client.application.delivery.Reception;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.WindowRecord;
import org.shangbao.wire.v1.transfer.ChangeCursor;
import org.shangbao.wire.v1.transfer.DownwardContents;
import org.shangbao.wire.v1.transfer.PartOutcome;

/**
 * Stores what a package brought as an exchange would, unless this office knows more already: files come late, twice and in any order. Where
 * the server stood when it wrote the package is compared with where it stood at the last exchange and in the last package.
 */
final class PackageReception {
    private final OfficeStore store;
    private final Reception reception;

    PackageReception(OfficeStore store, Reception reception) {
        this.store = store;
        this.reception = reception;
    }

    /**
     * Stores it in one transaction.
     *
     * @param list  its verified list
     * @param pages the news in it
     * @throws ReportingException PACKAGE_BROKEN if it does not say where the server stood; EDITION_BROKEN, UNIT_LIST_BROKEN
     */
    Taken take(DownwardContents list, List<Changes> pages) throws ReportingException {
        ChangeCursor position = ChangeCursor.parse(list.position())
                .orElseThrow(() -> new ReportingException(ErrorCode.PACKAGE_BROKEN, Map.of("reason", "position")));
        for (Changes page : pages) {
            reception.verify(page);
        }
        return store.write("package.receive", changes -> take(changes, list, pages, position)).value();
    }

    private Taken take(OfficeChanges changes, DownwardContents list, List<Changes> pages, ChangeCursor position) throws ReportingException {
        Set<String> before = owed(changes);
        boolean isAll = list.scope() == DownwardContents.Scope.EVERYTHING;
        boolean knowsAll = covers(changes, Setting.CURSOR, position);
        boolean knowsLists = knowsAll || covers(changes, Setting.LISTS_CURSOR, position);
        boolean isNew = isAll ? !knowsAll : !knowsLists;
        int arrived = 0;
        int reports = 0;
        for (Changes page : isNew ? pages : List.<Changes>of()) {
            if (!knowsLists) {
                Reception.takeLists(changes, page);
            }
            arrived += reception.takeReports(changes, page);
            reports += page.reports().size();
        }
        if (isNew) {
            changes.putSetting(isAll ? Setting.CURSOR : Setting.LISTS_CURSOR, list.position());
        }
        List<PartOutcome> refused = new ArrayList<>();
        // a refusal changes no report, so it may be new where nothing else is
        for (PartOutcome outcome : list.outcomes()) {
            if (outcome.wasTaken()) {
                arrived += Reception.noteArrived(changes, item -> isAbout(outcome, item));
            } else if (noteRefused(changes, outcome)) {
                refused.add(outcome);
            }
        }
        int unknown = list.parts().size() - pages.size();
        if (!isNew && arrived == 0 && refused.isEmpty() && unknown == 0) {
            return new Taken.NothingNew(list.createdAt());
        }
        return new Taken.News(list.createdAt(), owed(changes).stream().filter(period -> !before.contains(period)).toList(), reports,
                arrived,
                refused, unknown);
    }

    private static boolean covers(OfficeChanges changes, Setting known, ChangeCursor position) throws ReportingException {
        return changes.setting(known).flatMap(ChangeCursor::parse).filter(cursor -> cursor.covers(position)).isPresent();
    }

    private static Set<String> owed(OfficeChanges changes) throws ReportingException {
        String unit = changes.setting(Setting.UNIT).orElse("");
        return changes.windows().stream().filter(window -> window.unit().equals(unit)).map(WindowRecord::period)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAbout(PartOutcome outcome, OutboxItem item) {
        return outcome.address().equals(StoredPackageService.address(item));
    }

    private static boolean noteRefused(OfficeChanges changes, PartOutcome outcome) throws ReportingException {
        for (OutboxItem item : changes.outbox()) {
            if (item.kind() == OutboxItem.Kind.PRE_REVIEW && item.state() == OutboxItem.State.WAITING && isAbout(outcome, item)) {
                changes.putOutboxItem(item.refused(outcome.code(), outcome.details()));
                return true;
            }
        }
        return false;
    }
}
