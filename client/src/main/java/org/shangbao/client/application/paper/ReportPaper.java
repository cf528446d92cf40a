package org.shangbao.client.application.paper;

import java.util.List;
import java.util.Optional;

import org.shangbao.client.application.office.Office;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

/** Puts finalized reports on paper. Takes seconds; safe to share between threads; never call from the UI thread. */
public interface ReportPaper {

    /** Prints a finalized report with its codes; the same input gives the same bytes in one program version. */
    Printed print(FinalizedReport report, Surroundings around) throws ReportingException;

    /** Prints the 审签单 that goes with a finalized report; {@code reportPages} are the pages of its own print. */
    Printed signOffSheet(FinalizedReport report, Surroundings around, List<SignOffView.Step> steps, int reportPages)
            throws ReportingException;

    /**
     * Prints what is not finalized: no number, no code, nothing to be scanned.
     *
     * @param report what lies on the desk, in the shape of a revision
     * @param blank  true for the form to fill by hand, false for a draft to be read
     */
    Printed unnumbered(FinalizedReport report, Surroundings around, boolean blank) throws ReportingException;

    /**
     * What a paper needs besides the report.
     *
     * @param edition form in force
     * @param office  whose it is
     * @param rollUp  what a summary was finalized from, empty for a form
     */
    record Surroundings(FormEdition edition, Office office, Optional<RollUpView> rollUp) {}

    /**
     * A finished paper; the arrays are handed over.
     *
     * @param map where each figure stands, as JSON; empty array if nothing is mapped
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes handed over once
    record Printed(byte[] pdf, int pages, byte[] map) {}
}
