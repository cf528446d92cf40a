package org.shangbao.server.service.transaction;

import org.shangbao.server.service.account.AccountRepository;
import org.shangbao.server.service.audit.AuditRepository;
import org.shangbao.server.service.edition.EditionRepository;
import org.shangbao.server.service.history.StoreMarkRepository;
import org.shangbao.server.service.packages.PackageRepository;
import org.shangbao.server.service.period.PeriodRepository;
import org.shangbao.server.service.prereview.PreReviewRepository;
import org.shangbao.server.service.report.ReportRepository;
import org.shangbao.server.service.review.ReviewRepository;
import org.shangbao.server.service.signoff.SignOffRepository;
import org.shangbao.server.service.unit.UnitRepository;
import org.shangbao.server.service.upload.UploadRepository;

/** The repositories within one transaction; belongs to one thread and ends with the work it was handed to. */
public interface Transaction {
    /** Returns the unit list. */
    UnitRepository units();

    /** Returns the editions. */
    EditionRepository editions();

    /** Returns windows, 应报 and designations. */
    PeriodRepository periods();

    /** Returns accounts and sessions. */
    AccountRepository accounts();

    /** Returns reports and revisions. */
    ReportRepository reports();

    /** Returns reviews and history. */
    ReviewRepository reviews();

    /** Returns drafts sent for a look and the answers to them. */
    PreReviewRepository preReviews();

    /** Returns uploads and stored files. */
    UploadRepository uploads();

    /** Returns sign-off. */
    SignOffRepository signOffs();

    /** Returns how far data folders have come. */
    StoreMarkRepository storeMarks();

    /** Returns whom answers in packages are closed for, and what became of what came in packages. */
    PackageRepository packages();

    /** Returns the audit chain. */
    AuditRepository audit();

    /** Returns the running numbers. */
    CounterRepository counters();
}
