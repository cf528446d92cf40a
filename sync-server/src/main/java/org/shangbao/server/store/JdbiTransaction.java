package org.shangbao.server.store;

import org.jdbi.v3.core.Handle;
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
import org.shangbao.server.service.transaction.CounterRepository;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.unit.UnitRepository;
import org.shangbao.server.service.upload.UploadRepository;

/** The repositories on one handle. */
final class JdbiTransaction implements Transaction {
    private final Handle handle;

    JdbiTransaction(Handle handle) { this.handle = handle; }

    @Override
    public UnitRepository units() { return new JdbiUnitRepository(handle); }

    @Override
    public EditionRepository editions() { return new JdbiEditionRepository(handle); }

    @Override
    public PeriodRepository periods() { return new JdbiPeriodRepository(handle); }

    @Override
    public AccountRepository accounts() { return new JdbiAccountRepository(handle); }

    @Override
    public ReportRepository reports() { return new JdbiReportRepository(handle); }

    @Override
    public ReviewRepository reviews() { return new JdbiReviewRepository(handle); }

    @Override
    public PreReviewRepository preReviews() { return new JdbiPreReviewRepository(handle); }

    @Override
    public UploadRepository uploads() { return new JdbiUploadRepository(handle); }

    @Override
    public SignOffRepository signOffs() { return new JdbiSignOffRepository(handle); }

    @Override
    public StoreMarkRepository storeMarks() { return new JdbiStoreMarkRepository(handle); }

    @Override
    public PackageRepository packages() { return new JdbiPackageRepository(handle); }

    @Override
    public AuditRepository audit() { return new JdbiAuditRepository(handle); }

    @Override
    public CounterRepository counters() { return new JdbiCounterRepository(handle); }
}
