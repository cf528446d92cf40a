package org.shangbao.client.application.store;

import java.util.List;
import java.util.UUID;

import org.shangbao.model.edition.EditionId;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.UnitRecord;
import org.shangbao.wire.v1.WindowRecord;

/** Changes what is stored. Only to be used inside {@link OfficeStore#write}. */
public interface OfficeChanges extends OfficeRecords {

    /** Sets a setting. */
    void putSetting(Setting setting, String content) throws ReportingException;

    /** Replaces the unit list. */
    void replaceUnits(List<UnitRecord> units) throws ReportingException;

    /** Adds an edition or replaces the one with the same id. */
    void putEdition(EditionRecord edition) throws ReportingException;

    /** Replaces the windows. */
    void replaceWindows(List<WindowRecord> windows) throws ReportingException;

    /** Replaces the designations. */
    void replaceDesignations(List<DesignationRecord> designations) throws ReportingException;

    /** Replaces the people of the office. */
    void replacePeople(List<PersonRecord> people) throws ReportingException;

    /** Keeps the secret of an account. */
    void putSecret(String account, String secret) throws ReportingException;

    /** Writes the desk row of a report. */
    void putReport(StoredReport report) throws ReportingException;

    /** Writes what was typed into a blank. */
    void putFigure(ReportId report, TypedFigure figure) throws ReportingException;

    /** Writes the text of an item. */
    void putNarrative(ReportId report, String itemCode, String text) throws ReportingException;

    /** Replaces the files of an item. */
    void putAttachments(ReportId report, String itemCode, List<Attachment> files) throws ReportingException;

    /** Writes an explanation; an empty text removes it. */
    void putExplanation(ReportId report, String findingKey, String text) throws ReportingException;

    /** Remembers that an answer was taken over from the last period and waits to be confirmed. */
    void markCarriedOver(ReportId report, AnswerKey answer) throws ReportingException;

    /** Forgets that an answer was taken over; nothing happens if it was not. */
    void markConfirmed(ReportId report, AnswerKey answer) throws ReportingException;

    /** Writes the office's own words on what a figure counts; an empty text says that there are none, whatever an earlier edition had. */
    void putFigureNote(EditionId edition, String code, String text) throws ReportingException;

    /** Adds a finalized revision; one that is there is never changed. */
    void addRevision(StoredRevision revision) throws ReportingException;

    /** Keeps a print. */
    void putPaper(StoredPaper paper) throws ReportingException;

    /** Replaces the scan files taken in for a revision. */
    void putScanFiles(UUID revision, PaperKind kind, List<ScanFile> files) throws ReportingException;

    /** Keeps an accepted scan. */
    void putScan(StoredScan scan) throws ReportingException;

    /** Keeps what is known of an accepted scan beside the file. */
    void putScanDetail(UUID revision, PaperKind kind, ScanDetail detail) throws ReportingException;

    /** Adds an item to the outbox or writes its new delivery state. */
    void putOutboxItem(OutboxItem item) throws ReportingException;

    /** Keeps a verified receipt. */
    void putReceipt(UUID revision, String document) throws ReportingException;

    /** Keeps a report as the server holds it. */
    void putState(ReportState state) throws ReportingException;

    /** Keeps the canonical bytes of another office's revision. */
    void putFetchedRevision(UUID revision, String canonicalText) throws ReportingException;

    /** Keeps the roll-up a summary was finalized from. */
    void putSummarySource(UUID revision, RollUpView source) throws ReportingException;
}
