package org.shangbao.client.application.office;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;

/** Who this office is and what it owes. Calls may read the disk; never call from the UI thread. Safe to share between threads. */
public interface OfficeService {

    /** Returns the office; fails with NOT_ENROLLED before enrolment. */
    Office office() throws ReportingException;

    /** Returns what this office owes or has reported, newest period first. */
    List<ReportTask> tasks() throws ReportingException;

    /**
     * Returns the key of this office's report of a period.
     *
     * @throws ReportingException PERIOD_UNKNOWN if neither a window nor a calendar knows the period
     */
    ReportId reportFor(PeriodId period) throws ReportingException;

    /** Returns what this office reported in periods before a report's; nothing by default. */
    default ReportHistory history(ReportId report) throws ReportingException {
        return ReportHistory.NONE;
    }

    /** Returns the state of the link and of what waits to be sent. */
    LinkState link() throws ReportingException;

    /**
     * Has {@code changed} called whenever any call to the server shows that the link has come or gone; on the thread of that call. An office
     * without a server never calls it.
     */
    default void watchLink(Runnable changed) {}

    /** Sends what waits and receives what is new; works through everything it can. */
    LinkState exchange() throws ReportingException;

    /**
     * Link and outbox in one look.
     *
     * @param connected    last contact succeeded
     * @param lastContact  when, null if never
     * @param waiting      items not delivered yet, in words for the list
     */
    record LinkState(boolean connected, @Nullable Instant lastContact, List<Waiting> waiting) {}

    /** Something not delivered yet: what, for which report, bytes sent, bytes in all, the register's sentence of the last failure or empty. */
    record Waiting(String kind, String reportId, long sent, long size, String problem) {}
}
