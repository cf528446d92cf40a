package org.shangbao.client.command;

import java.util.Map;
import java.util.Optional;

import org.shangbao.client.application.office.StoredOfficeService;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.report.FigureImport;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.client.application.transfer.PackageService;
import org.shangbao.model.error.ReportingException;

/** An open data folder with its use cases. */
public interface OpenOffice extends AutoCloseable {
    /** Returns who this office is and what it owes. */
    StoredOfficeService offices();

    /** Returns filling, checking, finalizing. */
    ReportService reports();

    /** Returns taking figures in from a table. */
    FigureImport figureImport();

    /** Returns printing, scans, submitting. */
    PaperService papers();

    /** Returns review, roll-up, sign-off. */
    ReviewService reviews();

    /** Returns drafts sent for a look, and looking at those of units below. */
    PreReviewService preReviews();

    /** Returns saving and taking packages. */
    PackageService packages();

    /** Returns sentences about failures. */
    FailureText texts();

    /** Returns what was found and put right at opening. */
    StoreRepairs repairs();

    /** Returns what the server knows more than this folder holds, as details of STORE_BEHIND; empty if nothing is, or it was read. */
    Optional<Map<String, String>> behind() throws ReportingException;

    /** Notes that the person has read it. */
    void behindRead() throws ReportingException;

    @Override
    void close() throws ReportingException;
}
