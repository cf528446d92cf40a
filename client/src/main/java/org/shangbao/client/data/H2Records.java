package org.shangbao.client.data;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.application.store.OfficeRecords;
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
import org.shangbao.client.data.Tables.Row;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.UnitRecord;
import org.shangbao.wire.v1.WindowRecord;
import org.shangbao.wire.v1.WireJson;

/** Reads rows as the use cases know them. */
class H2Records implements OfficeRecords {
    private final Tables tables;

    H2Records(Tables tables) { this.tables = tables; }

    final List<Row> rows(Table table, Map<String, String> where, String... orderBy) throws ReportingException {
        try {
            return tables.select(table, where, Arrays.asList(orderBy));
        } catch (SQLException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", table.sqlName()), e);
        }
    }

    static Map<String, String> of(ReportId report) { return Map.of("report", report.toString()); }

    static Map<String, String> of(UUID revision, PaperKind kind) {
        Map<String, String> where = new LinkedHashMap<>();
        where.put("revision", revision.toString());
        where.put("kind", kind.name());
        return where;
    }

    private static <T> T document(Row row, Class<T> type) throws ReportingException {
        return WireJson.read(row.text("document").getBytes(StandardCharsets.UTF_8), type);
    }

    /** Returns the documents of a table that hardly ever changes; read once until then. */
    private <T> List<T> kept(Table table, Class<T> type, String... orderBy) throws ReportingException {
        return tables.cache().get(table, () -> List.copyOf(documents(table, type, orderBy)));
    }

    private <T> List<T> documents(Table table, Class<T> type, String... orderBy) throws ReportingException {
        List<T> found = new ArrayList<>();
        for (Row row : rows(table, Map.of(), orderBy)) {
            found.add(document(row, type));
        }
        return found;
    }

    @Override
    public Optional<String> setting(Setting setting) throws ReportingException {
        Map<String, String> settings = tables.cache().get(Table.SETTING, () -> {
            Map<String, String> all = new LinkedHashMap<>();
            rows(Table.SETTING, Map.of()).forEach(row -> all.put(row.text("name"), row.text("content")));
            return all;
        });
        return Optional.ofNullable(settings.get(setting.name()));
    }

    @Override
    public List<UnitRecord> units() throws ReportingException { return kept(Table.UNIT, UnitRecord.class, "place"); }

    @Override
    public List<EditionRecord> editions() throws ReportingException {
        return tables.cache().get(Table.EDITION, () -> rows(Table.EDITION, Map.of()).stream()
                .map(row -> new EditionRecord(row.text("id"), row.text("digest"), row.text("bytes"))).toList());
    }

    @Override
    public List<WindowRecord> windows() throws ReportingException {
        return kept(Table.FILLING_WINDOW, WindowRecord.class, "period DESC", "edition", "unit");
    }

    @Override
    public List<DesignationRecord> designations() throws ReportingException {
        return tables.cache().get(Table.DESIGNATION, () -> rows(Table.DESIGNATION, Map.of()).stream()
                .map(row -> new DesignationRecord(row.text("period"), row.text("unit"), row.text("item"))).toList());
    }

    @Override
    public List<PersonRecord> people() throws ReportingException { return kept(Table.PERSON, PersonRecord.class, "place"); }

    @Override
    public Optional<String> secret(String account) throws ReportingException {
        return rows(Table.ACCOUNT_SECRET, Map.of("account", account)).stream().map(row -> row.text("secret")).findFirst();
    }

    @Override
    public Optional<StoredReport> report(ReportId report) throws ReportingException {
        return rows(Table.REPORT, of(report)).stream().map(H2Records::report).findFirst();
    }

    @Override
    public List<StoredReport> reports() throws ReportingException {
        return tables.cache().get(Table.REPORT, () -> rows(Table.REPORT, Map.of()).stream().map(H2Records::report).toList());
    }

    private static StoredReport report(Row row) {
        String head = row.textOrNull("head");
        return new StoredReport(ReportId.parse(row.text("report")), ReportStatus.valueOf(row.text("status")),
                ReviewStatus.valueOf(row.text("review")), head == null ? null : UUID.fromString(head), (int) row.number("number"),
                row.textOrNull("last_focus"), Instant.parse(row.text("changed_at")));
    }

    @Override
    public Map<String, TypedFigure> figures(ReportId report) throws ReportingException {
        Map<String, TypedFigure> figures = new LinkedHashMap<>();
        rows(Table.FIGURE, of(report))
                .forEach(row -> figures.put(row.text("code"), new TypedFigure(row.text("code"), row.text("typed"))));
        return figures;
    }

    @Override
    public SortedMap<String, String> narratives(ReportId report) throws ReportingException {
        SortedMap<String, String> texts = new TreeMap<>();
        rows(Table.NARRATIVE, of(report)).forEach(row -> texts.put(row.text("item"), row.text("content")));
        return texts;
    }

    @Override
    public SortedMap<String, List<Attachment>> attachments(ReportId report) throws ReportingException {
        SortedMap<String, List<Attachment>> files = new TreeMap<>();
        for (Row row : rows(Table.ATTACHMENT, of(report), "item", "place")) {
            files.computeIfAbsent(row.text("item"), key -> new ArrayList<>())
                    .add(new Attachment(row.text("file_name"), row.text("sha256"), row.number("size_bytes")));
        }
        return files;
    }

    @Override
    public SortedMap<String, String> explanations(ReportId report) throws ReportingException {
        SortedMap<String, String> texts = new TreeMap<>();
        rows(Table.EXPLANATION, of(report)).forEach(row -> texts.put(row.text("finding"), row.text("content")));
        return texts;
    }

    @Override
    public Set<AnswerKey> carriedOver(ReportId report) throws ReportingException {
        Set<AnswerKey> answers = new LinkedHashSet<>();
        rows(Table.CARRIED_OVER, of(report))
                .forEach(row -> answers.add(new AnswerKey(AnswerKey.Kind.valueOf(row.text("kind")), row.text("code"))));
        return answers;
    }

    @Override
    public SortedMap<String, String> figureNotes(EditionId edition) throws ReportingException {
        SortedMap<String, String> notes = new TreeMap<>();
        rows(Table.FIGURE_NOTE, Map.of("edition", edition.value())).forEach(row -> notes.put(row.text("code"), row.text("content")));
        return notes;
    }

    @Override
    public List<StoredRevision> revisions(ReportId report) throws ReportingException {
        return rows(Table.REVISION, of(report), "number").stream().map(H2Records::revision).toList();
    }

    @Override
    public Optional<StoredRevision> revision(UUID revision) throws ReportingException {
        return rows(Table.REVISION, Map.of("revision", revision.toString())).stream().map(H2Records::revision).findFirst();
    }

    private static StoredRevision revision(Row row) {
        return new StoredRevision(UUID.fromString(row.text("revision")), ReportId.parse(row.text("report")), (int) row.number("number"),
                row.text("digest"), row.text("canonical"));
    }

    @Override
    public Optional<StoredPaper> paper(UUID revision, PaperKind kind) throws ReportingException {
        return rows(Table.PAPER, of(revision, kind)).stream()
                .map(row -> new StoredPaper(revision, kind, row.text("pdf"), row.text("print_map"), (int) row.number("pages"))).findFirst();
    }

    @Override
    public List<ScanFile> scanFiles(UUID revision, PaperKind kind) throws ReportingException {
        return rows(Table.SCAN_FILE, of(revision, kind), "place").stream()
                .map(row -> new ScanFile(row.text("file_name"), row.text("sha256"))).toList();
    }

    @Override
    public Optional<StoredScan> scan(UUID revision, PaperKind kind) throws ReportingException {
        return rows(Table.SCAN, of(revision, kind)).stream().map(row -> new StoredScan(revision, kind, row.text("sha256"),
                row.text("file_name"), row.number("size_bytes"), (int) row.number("pages"), Instant.parse(row.text("accepted_at"))))
                .findFirst();
    }

    @Override
    public Optional<ScanDetail> scanDetail(UUID revision, PaperKind kind) throws ReportingException {
        for (Row row : rows(Table.SCAN_DETAIL, of(revision, kind))) {
            return Optional.of(document(row, ScanDetail.class));
        }
        return Optional.empty();
    }

    @Override
    public List<OutboxItem> outbox() throws ReportingException {
        List<OutboxItem> items = new ArrayList<>();
        for (Row row : rows(Table.OUTBOX, Map.of(), "place")) {
            String nextAt = row.textOrNull("next_at");
            items.add(new OutboxItem(UUID.fromString(row.text("id")), row.number("place"), OutboxItem.Kind.valueOf(row.text("kind")),
                    ReportId.parse(row.text("report")), UUID.fromString(row.text("revision")), row.text("content"), row.text("file_name"),
                    row.number("size_bytes"), row.number("sent_bytes"), row.text("upload"), OutboxItem.State.valueOf(row.text("state")),
                    (int) row.number("attempts"), nextAt == null ? null : Instant.parse(nextAt), row.text("problem"),
                    details(row.text("details"))));
        }
        return items;
    }

    private static Map<String, String> details(String json) throws ReportingException {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), Details.class).values();
    }

    /** Placeholders of a register text, as stored. */
    record Details(Map<String, String> values) {}

    @Override
    public Optional<String> receipt(UUID revision) throws ReportingException {
        return rows(Table.RECEIPT, Map.of("revision", revision.toString())).stream().map(row -> row.text("document")).findFirst();
    }

    @Override
    public Optional<ReportState> state(ReportId report) throws ReportingException {
        List<Row> rows = rows(Table.REPORT_STATE, of(report));
        return rows.isEmpty() ? Optional.empty() : Optional.of(document(rows.getFirst(), ReportState.class));
    }

    @Override
    public List<ReportState> states() throws ReportingException { return documents(Table.REPORT_STATE, ReportState.class); }

    @Override
    public Optional<String> fetchedRevision(UUID revision) throws ReportingException {
        return rows(Table.FETCHED_REVISION, Map.of("revision", revision.toString())).stream().map(row -> row.text("canonical"))
                .findFirst();
    }

    @Override
    public Optional<RollUpView> summarySource(UUID revision) throws ReportingException {
        List<Row> rows = rows(Table.SUMMARY_SOURCE, Map.of("revision", revision.toString()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(document(rows.getFirst(), RollUpView.class));
    }
}
