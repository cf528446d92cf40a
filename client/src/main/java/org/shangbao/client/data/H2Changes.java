package org.shangbao.client.data;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.ScanDetail;
import org.shangbao.client.application.store.ScanFile;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredPaper;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.application.store.StoredScan;
import org.shangbao.client.application.store.TypedFigure;
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
import org.shangbao.wire.v1.WireJson;

/** Makes changes in the open transaction and remembers them for the journal. */
final class H2Changes extends H2Records implements OfficeChanges {
    private final Tables tables;
    private final List<RowChange> changes = new ArrayList<>();

    H2Changes(Tables tables) {
        super(tables);
        this.tables = tables;
    }

    List<RowChange> made() { return changes; }

    private void put(Table table, @Nullable Object... values) throws ReportingException {
        SortedMap<String, @Nullable String> row = new TreeMap<>();
        List<String> columns = table.columns();
        for (int index = 0; index < columns.size(); index++) {
            Object value = values[index];
            row.put(columns.get(index), value == null ? null : value.toString());
        }
        apply(new RowChange(table.name(), RowChange.Action.PUT, row));
    }

    private void delete(Table table, Map<String, String> where) throws ReportingException {
        apply(new RowChange(table.name(), RowChange.Action.DELETE, new TreeMap<>(where)));
    }

    private void apply(RowChange change) throws ReportingException {
        try {
            tables.apply(change);
        } catch (SQLException e) {
            throw DataFolder.notWritable(e);
        }
        changes.add(change);
    }

    private static String json(Object value) { return new String(WireJson.write(value), StandardCharsets.UTF_8); }

    private static @Nullable String text(@Nullable Instant instant) { return instant == null ? null : instant.toString(); }

    @Override
    public void putSetting(Setting setting, String content) throws ReportingException { put(Table.SETTING, setting.name(), content); }

    @Override
    public void replaceUnits(List<UnitRecord> units) throws ReportingException {
        delete(Table.UNIT, Map.of());
        for (int place = 0; place < units.size(); place++) {
            put(Table.UNIT, units.get(place).id(), place, json(units.get(place)));
        }
    }

    @Override
    public void putEdition(EditionRecord edition) throws ReportingException {
        put(Table.EDITION, edition.id(), edition.digest(), edition.bytes());
    }

    @Override
    public void replaceWindows(List<WindowRecord> windows) throws ReportingException {
        delete(Table.FILLING_WINDOW, Map.of());
        for (WindowRecord window : windows) {
            put(Table.FILLING_WINDOW, window.period(), window.edition(), window.unit(), json(window));
        }
    }

    @Override
    public void replaceDesignations(List<DesignationRecord> designations) throws ReportingException {
        delete(Table.DESIGNATION, Map.of());
        for (DesignationRecord designation : designations) {
            put(Table.DESIGNATION, designation.period(), designation.unit(), designation.item());
        }
    }

    @Override
    public void replacePeople(List<PersonRecord> people) throws ReportingException {
        delete(Table.PERSON, Map.of());
        for (int place = 0; place < people.size(); place++) {
            put(Table.PERSON, people.get(place).account(), place, json(people.get(place)));
        }
    }

    @Override
    public void putSecret(String account, String secret) throws ReportingException { put(Table.ACCOUNT_SECRET, account, secret); }

    @Override
    public void putReport(StoredReport report) throws ReportingException {
        List<StoredReport> known = tables.cache().known(Table.REPORT);
        put(Table.REPORT, report.id(), report.status(), report.review(), report.head(), report.number(), report.lastFocus(),
                report.changedAt());
        // every save changes one of them and reads all of them
        if (known != null && known.stream().anyMatch(one -> one.id().equals(report.id()))) {
            tables.cache().expect(Table.REPORT, known.stream().map(one -> one.id().equals(report.id()) ? report : one).toList());
        }
    }

    @Override
    public void putFigure(ReportId report, TypedFigure figure) throws ReportingException {
        put(Table.FIGURE, report, figure.code(), figure.typed());
    }

    @Override
    public void putNarrative(ReportId report, String itemCode, String text) throws ReportingException {
        put(Table.NARRATIVE, report, itemCode, text);
    }

    @Override
    public void putAttachments(ReportId report, String itemCode, List<Attachment> files) throws ReportingException {
        delete(Table.ATTACHMENT, Map.of("report", report.toString(), "item", itemCode));
        for (int place = 0; place < files.size(); place++) {
            Attachment file = files.get(place);
            put(Table.ATTACHMENT, report, itemCode, place, file.fileName(), file.sha256(), file.size());
        }
    }

    @Override
    public void putExplanation(ReportId report, String findingKey, String text) throws ReportingException {
        if (text.isEmpty()) {
            delete(Table.EXPLANATION, Map.of("report", report.toString(), "finding", findingKey));
        } else {
            put(Table.EXPLANATION, report, findingKey, text);
        }
    }

    @Override
    public void markCarriedOver(ReportId report, AnswerKey answer) throws ReportingException {
        put(Table.CARRIED_OVER, report, answer.kind(), answer.code());
    }

    @Override
    public void markConfirmed(ReportId report, AnswerKey answer) throws ReportingException {
        // most answers were typed and never carried over: the journal needs no word about them
        if (carriedOver(report).contains(answer)) {
            delete(Table.CARRIED_OVER, Map.of("report", report.toString(), "kind", answer.kind().name(), "code", answer.code()));
        }
    }

    @Override
    public void putFigureNote(EditionId edition, String code, String text) throws ReportingException {
        // an empty one stays: it keeps the note of an earlier edition from coming back
        put(Table.FIGURE_NOTE, edition.value(), code, text);
    }

    @Override
    public void addRevision(StoredRevision revision) throws ReportingException {
        put(Table.REVISION, revision.revision(), revision.report(), revision.number(), revision.digest(), revision.canonical());
    }

    @Override
    public void putPaper(StoredPaper paper) throws ReportingException {
        put(Table.PAPER, paper.revision(), paper.kind(), paper.pdf(), paper.map(), paper.pages());
    }

    @Override
    public void putScanFiles(UUID revision, PaperKind kind, List<ScanFile> files) throws ReportingException {
        delete(Table.SCAN_FILE, of(revision, kind));
        for (int place = 0; place < files.size(); place++) {
            put(Table.SCAN_FILE, revision, kind, place, files.get(place).fileName(), files.get(place).sha256());
        }
    }

    @Override
    public void putScan(StoredScan scan) throws ReportingException {
        put(Table.SCAN, scan.revision(), scan.kind(), scan.sha256(), scan.fileName(), scan.size(), scan.pages(), scan.acceptedAt());
    }

    @Override
    public void putScanDetail(UUID revision, PaperKind kind, ScanDetail detail) throws ReportingException {
        put(Table.SCAN_DETAIL, revision, kind, json(detail));
    }

    @Override
    public void putOutboxItem(OutboxItem item) throws ReportingException {
        put(Table.OUTBOX, item.id(), item.position(), item.kind(), item.report(), item.revision(), item.content(), item.fileName(),
                item.size(), item.sent(), item.upload(), item.state(), item.attempts(), text(item.nextAt()), item.problem(),
                json(new Details(item.details())));
    }

    @Override
    public void putReceipt(UUID revision, String document) throws ReportingException { put(Table.RECEIPT, revision, document); }

    @Override
    public void putState(ReportState state) throws ReportingException { put(Table.REPORT_STATE, state.reportId(), json(state)); }

    @Override
    public void putFetchedRevision(UUID revision, String canonicalText) throws ReportingException {
        put(Table.FETCHED_REVISION, revision, canonicalText);
    }

    @Override
    public void putSummarySource(UUID revision, RollUpView source) throws ReportingException {
        put(Table.SUMMARY_SOURCE, revision, json(source));
    }
}
