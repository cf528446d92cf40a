package org.shangbao.client.application.delivery;

import java.time.Clock;
import java.util.Optional;

import org.shangbao.client.application.office.Editions;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.ReportState;
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
        for (EditionRecord edition : news.editions()) {
            editions.load(edition);
        }
        if (!news.units().isEmpty()) {
            OfficeReading.tree(news.units());
        }
        return store.write("changes.receive", changes -> {
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
            String unit = changes.setting(Setting.UNIT).orElse("");
            for (ReportState state : news.reports()) {
                changes.putState(state);
                apply(changes, unit, state);
            }
            changes.putSetting(Setting.CURSOR, news.cursor());
            changes.putSetting(Setting.LAST_CONTACT, clock.instant().toString());
            changes.putSetting(Setting.CONNECTED, "true");
            return news.reports().size();
        }).value();
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
