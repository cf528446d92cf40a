package org.shangbao.client.application.report;

import java.nio.file.Path;
import java.util.List;

import org.shangbao.model.check.Finding;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

/**
 * Filling, checking and finalizing. Every method that changes something returns only after the change is durable. Calls read and write the
 * disk; never call from the UI thread. Safe to share between threads.
 */
public interface ReportService {

    /** Opens a report, a fresh draft if nothing was entered yet. */
    ReportDraft open(ReportId report) throws ReportingException;

    /**
     * Takes what was typed into a blank. Text that cannot be read is kept and shown again, but counts as 未填.
     *
     * @return the figure as it now stands with the journal sequence under which it is durable
     */
    SavedFigure saveFigure(ReportId report, String code, String typed) throws ReportingException;

    /** A figure as it stands after saving. */
    record SavedFigure(DraftFigure figure, long journalSequence) {}

    /** Takes the text of an item; longer than the edition allows is refused with TEXT_TOO_LONG, the stored text stays. */
    ReportDraft saveNarrative(ReportId report, String itemCode, String text) throws ReportingException;

    /** Attaches a file to an item; the file's content is copied into the office's store. */
    ReportDraft attach(ReportId report, String itemCode, Path file) throws ReportingException;

    /** Writes the explanation of a finding. Kept even if too thin; finalizing asks for a sufficient one. */
    ReportDraft explain(ReportId report, String findingKey, String text) throws ReportingException;

    /**
     * Writes several answers as one change: all of them or none. Serves 沿用上期, 其余填0, confirming, undo and redo. A figure that cannot be
     * read is kept as typed, as in {@link #saveFigure}.
     *
     * @param answers at least one
     * @throws ReportingException FIGURE_UNKNOWN or ITEM_UNKNOWN for an answer this form does not ask, TEXT_TOO_LONG, NOT_A_NUMBER for a
     *                            typed figure of more than 200 characters, MOVE_NOT_ALLOWED while the figures are frozen
     */
    ReportDraft put(ReportId report, List<Answer> answers) throws ReportingException;

    /** Writes the office's own words on what a figure counts, at most 500 characters; they stay for the next periods. */
    ReportDraft putFigureNote(ReportId report, String code, String text) throws ReportingException;

    /** Remembers the blank last worked on. */
    void rememberFocus(ReportId report, String code) throws ReportingException;

    /** Runs every check. */
    List<Finding> check(ReportId report) throws ReportingException;

    /** 生成报表: freezes the figures as the next revision; FINDINGS_OPEN names what is open. Nothing is sent. */
    ReportDraft finalizeReport(ReportId report) throws ReportingException;

    /** 解锁修改: opens the figures again; a reason is needed only after something was sent. */
    ReportDraft unlock(ReportId report, String reason) throws ReportingException;
}
