package org.shangbao.client.application.paper;

import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

/** The draft of a report on paper. A summary that was never finalized is printed from the sum as it is now. Off the UI thread. */
public final class DraftPaper {
    private DraftPaper() {}

    /**
     * Prints it.
     *
     * @throws ReportingException as {@link PaperService#printDraft(ReportId)}; as {@link ReviewService#rollUp} for a summary without a sum
     */
    public static PaperService.Paper print(ReportService reports, ReviewService reviews, PaperService papers, ReportId report)
            throws ReportingException {
        ReportDraft onDesk = reports.open(report);
        return OfficeReading.isSummary(onDesk.unit()) && onDesk.summed().isEmpty()
                ? papers.printDraft(report, reviews.rollUp(report.period(), report.edition()))
                : papers.printDraft(report);
    }
}
