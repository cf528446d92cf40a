package org.shangbao.client.ui.review;

import java.util.Comparator;

import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;

/** A unit in the list: its row of 报送情况 with what follows from it. */
public record UnitRow(ProgressRow progress) {

    /** In which part of the list a unit stands. */
    public enum Section {
        /** To be looked at first. */
        EXCEPTION,
        /** Nothing unusual. */
        QUIET,
        /** A draft sent for a look. */
        PRE_REVIEW,
        /** Arrived, lies with a level below. */
        BELOW,
        /** Approved. */
        APPROVED,
        /** Nothing here. */
        NOT_REPORTED
    }

    /** What is shown beside the name, heaviest first. */
    public enum Mark {
        /** 已退回, waiting for a new revision. */
        RETURNED,
        /** 核实: explanations to be judged. */
        EXPLAINED,
        /** 逾期. */
        LATE,
        /** 未机读. */
        NOT_MACHINE_READ,
        /** The figures are here, the paper is not. */
        NO_PAPER,
        /** 待审. */
        PENDING,
        /** 待预审: a draft nobody has answered. */
        PRE_REVIEW,
        /** Lies with the level below. */
        BELOW,
        /** 已通过. */
        APPROVED,
        /** 已撤回 by the office itself. */
        WITHDRAWN,
        /** 未报. */
        NOT_REPORTED
    }

    static final Comparator<UnitRow> HEAVIEST_FIRST = Comparator.comparing(UnitRow::mark);

    /** True if a revision is here that the office has not taken back. */
    public boolean isReported() {
        return progress.revision() != null && progress.status() != ReportStatus.WITHDRAWN;
    }

    /** True if the newest thing here is a draft sent for a look, answered or not. */
    public boolean hasDraft() {
        return progress.preReview() != null;
    }

    /** True if a draft is here that nobody has answered. */
    public boolean isForPreReview() {
        ProgressRow.DraftHere draft = progress.preReview();
        return draft != null && !draft.answered();
    }

    /** True if it waits for this level's decision. */
    public boolean isWaiting() { return isReported() && isUndecided(progress.mine()); }

    /** True if it was returned and no new revision has come. */
    public boolean isReturned() {
        return isReported() && !isWaiting()
                && (progress.status() == ReportStatus.RETURNED || progress.mine() == ReviewStatus.RETURNED);
    }

    /** True if this level has approved it. */
    public boolean isApproved() {
        return isReported() && (progress.mine() == ReviewStatus.APPROVED || progress.mine() == ReviewStatus.SIGNED_OFF
                || progress.mine() == ReviewStatus.REPORTED);
    }

    /** True if it can be approved together with others: waiting, in time, paper read by machine, nothing explained. */
    public boolean isQuiet() {
        return isWaiting() && mark() == Mark.PENDING;
    }

    /** Returns what is shown beside the name. */
    public Mark mark() {
        if (isForPreReview()) {
            return Mark.PRE_REVIEW;
        }
        if (!isReported()) {
            return progress.status() == ReportStatus.WITHDRAWN ? Mark.WITHDRAWN : Mark.NOT_REPORTED;
        }
        if (isApproved()) {
            return Mark.APPROVED;
        }
        if (isReturned()) {
            return Mark.RETURNED;
        }
        if (!isWaiting()) {
            return Mark.BELOW;
        }
        if (progress.explained() > 0) {
            return Mark.EXPLAINED;
        }
        if (progress.late()) {
            return Mark.LATE;
        }
        return switch (progress.paper()) {
            case NOT_MACHINE_READ -> Mark.NOT_MACHINE_READ;
            case NOT_THERE, REFUSED -> Mark.NO_PAPER;
            case ACCEPTED, NOT_NEEDED -> Mark.PENDING;
        };
    }

    /** Returns the part of the list it stands in. */
    public Section section() {
        return switch (mark()) {
            case RETURNED, EXPLAINED, LATE, NOT_MACHINE_READ, NO_PAPER -> Section.EXCEPTION;
            case PENDING -> Section.QUIET;
            case PRE_REVIEW -> Section.PRE_REVIEW;
            case BELOW -> Section.BELOW;
            case APPROVED -> Section.APPROVED;
            case WITHDRAWN, NOT_REPORTED -> Section.NOT_REPORTED;
        };
    }

    /** True if a machine read the paper of this revision. */
    public boolean isPaperRead() {
        return progress.paper() == ReportState.Paper.ACCEPTED;
    }

    private static boolean isUndecided(ReviewStatus status) { return status == ReviewStatus.PENDING || status == ReviewStatus.OPENED; }
}
