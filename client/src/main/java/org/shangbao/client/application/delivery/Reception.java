package org.shangbao.client.application.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.shangbao.client.application.office.Editions;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.transfer.PackageKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what is new: states of reports, returns with their reasons, units, windows, editions. Never wipes anything local. */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private final OfficeStore store;
    private final ReportingServer server;
    private final Editions editions;
    private final Clock clock;

    /** Makes it. */
    public Reception(OfficeStore store, ReportingServer server, Editions editions, Clock clock) {
        this.store = store;
        this.server = server;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * Asks the server what is new and stores it in one transaction.
     *
     * @return number of reports whose state changed
     */
    public int receive() throws ReportingException {
        String cursor = store.read(records -> records.setting(Setting.CURSOR)).orElse("");
        Changes news = server.changes(cursor);
        verify(news);
        return store.write("changes.receive", changes -> {
            takeLists(changes, news);
            takeReports(changes, news);
            changes.putSetting(Setting.CURSOR, news.cursor());
            changes.putSetting(Setting.LAST_CONTACT, clock.instant().toString());
            changes.putSetting(Setting.CONNECTED, "true");
            return news.reports().size();
        }).value();
    }

    /**
     * Verifies news without using them.
     *
     * @throws ReportingException EDITION_BROKEN, UNIT_LIST_BROKEN
     */
    public void verify(Changes news) throws ReportingException {
        for (EditionRecord edition : news.editions()) {
            editions.load(edition);
        }
        if (!news.units().isEmpty()) {
            OfficeReading.tree(news.units());
        }
    }

    /** Stores editions, units, windows, designations and the key for packages, as far as the news bring them. */
    public static void takeLists(OfficeChanges changes, Changes news) throws ReportingException {
        if (!news.units().isEmpty()) {
            changes.replaceUnits(news.units());
        }
        if (!news.windows().isEmpty()) {
            changes.replaceWindows(news.windows());
        }
        if (!news.designations().isEmpty()) {
            changes.replaceDesignations(news.designations());
        }
        for (EditionRecord edition : news.editions()) {
            changes.putEdition(edition);
        }
        takePackageKey(changes, news);
    }

    private static void takePackageKey(OfficeChanges changes, Changes news) throws ReportingException {
        SignedDocument document = news.packageKey();
        if (document == null) {
            return;
        }
        if (!document.isSignedBy(SignedDocument.publicKey(changes.setting(Setting.SERVER_KEY).orElse("")), PackageKey.TYPE)) {
            LOG.warn("The key for packages that came is not signed by this office's server; it was not taken");
            return;
        }
        String key = document.payloadAs(PackageKey.class).key();
        if (!key.equals(changes.setting(Setting.PACKAGE_KEY).orElse(""))) {
            changes.putSetting(Setting.PACKAGE_KEY, key);
        }
    }

    /**
     * Stores states of reports, and what they say of this office's own.
     *
     * @return number of drafts of this office that were not known to have arrived
     */
    public int takeReports(OfficeChanges changes, Changes news) throws ReportingException {
        String unit = changes.setting(Setting.UNIT).orElse("");
        Map<UUID, String> there = new HashMap<>();
        for (ReportState state : news.reports()) {
            changes.putState(state);
            apply(changes, unit, state);
            state.preReviews().forEach(draft -> there.put(draft.draft(), draft.digest()));
        }
        return there.isEmpty()
                ? 0
                : noteArrived(changes, item -> Sha256.of(item.content().getBytes(StandardCharsets.UTF_8)).hex()
                        .equals(there.get(item.revision())));
    }

    /**
     * Notes drafts of this office that the server holds, whichever way they went: they need not be sent.
     *
     * @return how many were not known to
     */
    public static int noteArrived(OfficeChanges changes, Predicate<OutboxItem> isThere) throws ReportingException {
        int arrived = 0;
        for (OutboxItem item : changes.outbox()) {
            if (item.kind() == OutboxItem.Kind.PRE_REVIEW && item.state() != OutboxItem.State.DELIVERED && isThere.test(item)) {
                changes.putOutboxItem(item.delivered());
                arrived++;
            }
        }
        return arrived;
    }

    /** Notes that the server could not be reached. */
    public void noteNoLink() throws ReportingException {
        store.write("link.lost", changes -> {
            if (!changes.setting(Setting.CONNECTED).orElse("").equals("false")) {
                changes.putSetting(Setting.CONNECTED, "false");
            }
            return Boolean.FALSE;
        });
    }

    /** Takes over for the office's own report what its levels above decided about the very revision that lies here. */
    public void apply(OfficeChanges changes, String ownUnit, ReportState state) throws ReportingException {
        ReportId id = ReportId.parse(state.reportId());
        if (!id.unit().value().equals(ownUnit)) {
            return;
        }
        Optional<StoredReport> stored = changes.report(id);
        if (stored.isEmpty() || stored.get().status() != ReportStatus.SUBMITTED && stored.get().status() != ReportStatus.CORRECTED
                || !java.util.Objects.equals(stored.get().head(), state.head())) {
            return;
        }
        StoredReport before = stored.get();
        StoredReport after = switch (state.status()) {
            case RETURNED -> before.standing(ReportStatus.RETURNED, ReviewStatus.RETURNED, clock.instant());
            case WITHDRAWN -> before.standing(ReportStatus.WITHDRAWN, ReviewStatus.NOT_SUBMITTED, clock.instant());
            case SUBMITTED, CORRECTED -> before.standing(state.status(), nextAbove(state, before.review()), clock.instant());
            case DRAFT, IN_PRE_REVIEW, FINALIZED -> before;
        };
        if (after.status() != before.status() || after.review() != before.review()) {
            LOG.info("{} now stands at {} {}", id, after.status(), after.review());
            changes.putReport(after);
        }
    }

    private static ReviewStatus nextAbove(ReportState state, ReviewStatus otherwise) {
        return state.reviews().isEmpty() ? otherwise : state.reviews().getFirst().status();
    }
}
