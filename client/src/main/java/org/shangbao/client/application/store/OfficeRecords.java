package org.shangbao.client.application.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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

/** Reads what is stored. Only to be used inside {@link OfficeStore#read} or {@link OfficeStore#write}. */
public interface OfficeRecords {

    /** Returns a setting. */
    Optional<String> setting(Setting setting) throws ReportingException;

    /** Returns the unit list, parents first. */
    List<UnitRecord> units() throws ReportingException;

    /** Returns the editions, in the order in which they came. */
    List<EditionRecord> editions() throws ReportingException;

    /** Returns the windows, newest period first. */
    List<WindowRecord> windows() throws ReportingException;

    /** Returns the designations. */
    List<DesignationRecord> designations() throws ReportingException;

    /** Returns everybody with an account in this office. */
    List<PersonRecord> people() throws ReportingException;

    /** Returns the secret of an account. */
    Optional<String> secret(String account) throws ReportingException;

    /** Returns the desk row of a report, if it was ever touched. */
    Optional<StoredReport> report(ReportId report) throws ReportingException;

    /** Returns the desk rows of all reports. */
    List<StoredReport> reports() throws ReportingException;

    /** Returns what was typed, by figure code. */
    Map<String, TypedFigure> figures(ReportId report) throws ReportingException;

    /** Returns the texts, by item code. */
    SortedMap<String, String> narratives(ReportId report) throws ReportingException;

    /** Returns the files, by item code. */
    SortedMap<String, List<Attachment>> attachments(ReportId report) throws ReportingException;

    /** Returns the explanations, by finding key. */
    SortedMap<String, String> explanations(ReportId report) throws ReportingException;

    /** Returns the answers of a report that were taken over from the last period and not confirmed yet. */
    Set<AnswerKey> carriedOver(ReportId report) throws ReportingException;

    /** Returns the office's own words on what figures of an edition count, by figure code; empty ones were taken away. */
    SortedMap<String, String> figureNotes(EditionId edition) throws ReportingException;

    /** Returns the finalized revisions of a report, oldest first. */
    List<StoredRevision> revisions(ReportId report) throws ReportingException;

    /** Returns a finalized revision. */
    Optional<StoredRevision> revision(UUID revision) throws ReportingException;

    /** Returns the print of a revision. */
    Optional<StoredPaper> paper(UUID revision, PaperKind kind) throws ReportingException;

    /** Returns the scan files taken in for a revision, in the order in which they came. */
    List<ScanFile> scanFiles(UUID revision, PaperKind kind) throws ReportingException;

    /** Returns the accepted scan of a revision. */
    Optional<StoredScan> scan(UUID revision, PaperKind kind) throws ReportingException;

    /** Returns what is known of the accepted scan beside the file; empty for one accepted before this was noted. */
    Optional<ScanDetail> scanDetail(UUID revision, PaperKind kind) throws ReportingException;

    /** Returns everything in the outbox, oldest first, delivered items included. */
    List<OutboxItem> outbox() throws ReportingException;

    /** Returns the signed receipt of a revision as it came. */
    Optional<String> receipt(UUID revision) throws ReportingException;

    /** Returns a report as the server held it at last contact. */
    Optional<ReportState> state(ReportId report) throws ReportingException;

    /** Returns all reports as the server held them at last contact. */
    List<ReportState> states() throws ReportingException;

    /** Returns the canonical bytes of another office's revision that was fetched before, as text. */
    Optional<String> fetchedRevision(UUID revision) throws ReportingException;

    /** Returns the roll-up a summary was finalized from. */
    Optional<RollUpView> summarySource(UUID revision) throws ReportingException;
}
