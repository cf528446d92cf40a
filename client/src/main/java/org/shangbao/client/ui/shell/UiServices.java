package org.shangbao.client.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.help.HelpService;
import org.shangbao.client.application.help.OperationCard;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.office.OfficeService;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.application.transfer.PackageService;
import org.shangbao.client.application.transfer.Taken;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;

/**
 * What the window works with; made by whoever opens it.
 *
 * @param office  who this office is and what it owes
 * @param reports filling, checking, finalizing
 * @param papers  printing, scans, submitting
 * @param reviews review, roll-up, sign-off
 * @param preReviews drafts sent for a look, and looking at those of units below
 * @param packages saving and taking 上报数据包
 * @param tasks   the way off the FX thread
 * @param clock   the time
 * @param zone    zone in which times are shown
 * @param locale  first language
 * @param opener  opens a file with the system's program for it; called on the FX thread
 * @param help    诊断包
 * @param keeping backups, second drive and passwords; null where no folder is behind the window
 */
public record UiServices(OfficeService office, ReportService reports, PaperService papers, ReviewService reviews,
        PreReviewService preReviews, PackageService packages, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale,
        Consumer<Path> opener, HelpService help,
        @Nullable OfficeKeeping keeping) {

    private static final HelpService NO_FOLDER = new HelpService() {
        @Override
        public void exportDiagnostics(Path target, Figures figures) throws ReportingException { throw refused(target); }

        @Override
        public void printCard(Path target, OperationCard card) throws ReportingException { throw refused(target); }
    };

    private static final PackageService NO_PACKAGES = new PackageService() {
        @Override
        public int save(ReportId report, Path target) throws ReportingException { throw refused(target); }

        @Override
        public Taken take(Path file) throws ReportingException { throw refused(file); }

        @Override
        public Reading saveFor(UnitId unit, Path target) throws ReportingException { throw refused(target); }
    };

    private static ReportingException refused(Path target) {
        return new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())));
    }

    /** Services without a folder behind them: a 诊断包 cannot be exported, a package neither saved nor taken. */
    public UiServices(OfficeService office, ReportService reports, PaperService papers, ReviewService reviews,
            PreReviewService preReviews, TaskRunner tasks, Clock clock, ZoneId zone, Locale locale, Consumer<Path> opener) {
        this(office, reports, papers, reviews, preReviews, NO_PACKAGES, tasks, clock, zone, locale, opener, NO_FOLDER, null);
    }

    /** Returns the same in another first language. */
    public UiServices in(Locale other) {
        return new UiServices(office, reports, papers, reviews, preReviews, packages, tasks, clock, zone, other, opener, help, keeping);
    }
}
