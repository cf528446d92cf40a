package org.shangbao.client.application.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

/** What a level does with the reports of units below. Calls use the network; never call from the UI thread. */
public interface ReviewService {

    /** Returns 报送情况 of the office's subtree. */
    List<ProgressRow> progress(PeriodId period, EditionId edition) throws ReportingException;

    /** Opens a submission for review: the server notes that this level has opened it. */
    Submission open(ReportId report) throws ReportingException;

    /** Returns the unit's report of the period before, as approved; null if there is none or it cannot be asked for now. */
    @Nullable
    FinalizedReport previous(ReportId report) throws ReportingException;

    /** 审核通过. */
    ReportState approve(ReportId report, UUID revision, String opinion) throws ReportingException;

    /** 审核通过 of a report whose paper no machine has read, by a person who compared every page with the figures. */
    ReportState approveSeenByEye(ReportId report, UUID revision, String opinion) throws ReportingException;

    /** 退回修改, by the level next above. */
    ReportState returnForCorrection(ReportId report, UUID revision, List<ReviewDecision.Reason> reasons, Instant dueAt)
            throws ReportingException;

    /** 直退县级, by a level further up. */
    ReportState returnDirectly(ReportId report, UUID revision, List<ReviewDecision.Reason> reasons, Instant dueAt)
            throws ReportingException;

    /** 汇总 over the office's subtree as the server computes it now. */
    RollUpView rollUp(PeriodId period, EditionId edition) throws ReportingException;

    /** Any unit of the subtree: from the total down to a county. */
    RollUpView rollUpOf(String unit, PeriodId period, EditionId edition) throws ReportingException;

    /**
     * Finalizes this level's summary from the current roll-up: a city's summary, or the province's single form together with its own items.
     *
     * @param overview the level's own 综述 by item code of COMPILE items
     * @param cases    selected cases as {@code unit/item}
     * @param acceptMissing true to go on with units named as missing
     */
    ReportDraft finalizeSummary(ReportId report, Map<String, String> overview, List<String> cases, MissingUnits acceptMissing)
            throws ReportingException;

    /** Returns where sign-off stands. */
    SignOffView signOff(ReportId report) throws ReportingException;

    /** Records the next step of sign-off from the signed sheet. */
    SignOffView recordStep(ReportId report, String role, String name, String opinion, LocalDate date) throws ReportingException;

    /** 报部. */
    SignOffView reportToMinistry(ReportId report) throws ReportingException;

    /** Returns the accepted scan of a submission as PDF bytes. */
    byte[] scan(ReportId report) throws ReportingException;

    /** Returns a page of the accepted scan as PNG, upright. */
    byte[] scannedPage(ReportId report, int page, int dotsPerInch) throws ReportingException;

    /** What to do when units below have not reported. */
    enum MissingUnits {
        /** Refuse with CHILDREN_OUTSTANDING. */
        REFUSE,
        /** Go on and name them. */
        NAME_THEM
    }

    /**
     * A submission to be reviewed.
     *
     * @param state    as the server holds it
     * @param report   the current revision
     * @param before   the revision before it, null for the first
     * @param previous the approved revision of the previous period, null if there is none
     */
    record Submission(ReportState state, FinalizedReport report, @Nullable FinalizedReport before, @Nullable FinalizedReport previous) {}
}
