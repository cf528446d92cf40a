package org.shangbao.server.command;

import org.shangbao.server.service.account.AccountService;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.enrolment.EnrolmentService;
import org.shangbao.server.service.packages.PackageService;
import org.shangbao.server.service.period.PeriodService;
import org.shangbao.server.service.signoff.SignOffService;
import org.shangbao.server.service.unit.UnitImportService;

/** The services of an opened data folder, for one command; closing it closes the database. */
public interface ServerSession extends AutoCloseable {
    /** Returns the accounts. */
    AccountService accounts();

    /** Returns the unit lists. */
    UnitImportService units();

    /** Returns the editions. */
    EditionCatalogue editions();

    /** Returns windows and periods. */
    PeriodService periods();

    /** Returns sign-off. */
    SignOffService signOffs();

    /** Returns the writer of enrolment files. */
    EnrolmentService enrolments();

    /** Returns what takes and writes packages. */
    PackageService packages();

    /** Walks the audit chain. */
    AuditTrail.Verification verifyAudit();

    /** Appends an act of an administrator at the machine to the audit chain. */
    void recordAudit(String act, String subject, String detail);

    @Override
    void close();
}
