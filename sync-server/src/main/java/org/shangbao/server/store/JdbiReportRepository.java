package org.shangbao.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.server.service.report.ReportRepository;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.ReportState;

final class JdbiReportRepository implements ReportRepository {
    private static final String REPORT = "SELECT id, unit, period, edition, status, head_revision, change FROM report ";
    private static final String REVISION = "SELECT v.id, v.report, v.number, v.parent, v.digest, v.place, v.receipt, v.sequence,"
            + " v.received_at, v.late, v.account, v.explained, v.paper, v.scan, v.pages FROM revision v ";
    private final Handle handle;

    JdbiReportRepository(Handle handle) { this.handle = handle; }

    @Override
    public Optional<StoredReport> find(String id) {
        return handle.createQuery(REPORT + "WHERE id = :id").bind("id", id).map((row, context) -> report(row)).findOne();
    }

    @Override
    public List<StoredReport> ofPeriod(String period, String edition) {
        return handle.createQuery(REPORT + "WHERE period = :period AND edition = :edition ORDER BY id").bind("period", period)
                .bind("edition", edition).map((row, context) -> report(row)).list();
    }

    @Override
    public List<StoredReport> ofUnit(String unit) {
        return handle.createQuery(REPORT + "WHERE unit = :unit ORDER BY id").bind("unit", unit).map((row, context) -> report(row)).list();
    }

    @Override
    public List<StoredReport> changedAfter(long change, int limit) {
        return handle.createQuery(REPORT + "WHERE change > :change ORDER BY change FETCH FIRST " + limit + " ROWS ONLY")
                .bind("change", change).map((row, context) -> report(row)).list();
    }

    @Override
    public void add(StoredReport report) {
        handle.createUpdate("INSERT INTO report (id, unit, period, edition, status, head_revision, change)"
                + " VALUES (:id, :unit, :period, :edition, :status, :head, :change)").bind("id", report.id()).bind("unit", report.unit())
                .bind("period", report.period()).bind("edition", report.edition()).bind("status", report.status().name())
                .bind("head", Columns.text(report.head())).bind("change", report.change()).execute();
    }

    @Override
    public boolean moveHead(String report, @Nullable UUID expected, UUID next) {
        String held = expected == null ? "head_revision IS NULL" : "head_revision = :expected";
        var update = handle.createUpdate("UPDATE report SET head_revision = :next WHERE id = :id AND " + held).bind("id", report)
                .bind("next", next.toString());
        if (expected != null) {
            update.bind("expected", expected.toString());
        }
        return update.execute() == 1;
    }

    @Override
    public void setStatus(String report, ReportStatus status) {
        handle.createUpdate("UPDATE report SET status = :status WHERE id = :id").bind("id", report).bind("status", status.name()).execute();
    }

    @Override
    public void setChange(String report, long change) {
        handle.createUpdate("UPDATE report SET change = :change WHERE id = :id").bind("id", report).bind("change", change).execute();
    }

    @Override
    public Optional<StoredRevision> revision(UUID id) {
        return handle.createQuery(REVISION + "WHERE v.id = :id").bind("id", id.toString()).map((row, context) -> revision(row)).findOne();
    }

    @Override
    public byte[] bytes(UUID id) {
        return handle.createQuery("SELECT bytes FROM revision WHERE id = :id").bind("id", id.toString())
                .map((row, context) -> row.getBytes("bytes")).one();
    }

    @Override
    public List<StoredRevision> revisions(String report) {
        return handle.createQuery(REVISION + "WHERE v.report = :report ORDER BY v.sequence").bind("report", report)
                .map((row, context) -> revision(row)).list();
    }

    @Override
    public List<StoredRevision> heads(String period, String edition) {
        return handle.createQuery(REVISION + "JOIN report r ON r.head_revision = v.id WHERE r.period = :period AND r.edition = :edition")
                .bind("period", period).bind("edition", edition).map((row, context) -> revision(row)).list();
    }

    @Override
    public List<StoredRevision> parkedBehind(UUID parent) {
        return handle.createQuery(REVISION + "WHERE v.parent = :parent AND v.place = 'PARKED' ORDER BY v.sequence")
                .bind("parent", parent.toString()).map((row, context) -> revision(row)).list();
    }

    @Override
    public void add(StoredRevision revision, byte[] bytes) {
        handle.createUpdate("INSERT INTO revision (id, report, number, parent, digest, bytes, place, receipt, sequence, received_at, late,"
                + " account, explained, paper, scan, pages) VALUES (:id, :report, :number, :parent, :digest, :bytes, :place, :receipt,"
                + " :sequence, :receivedAt, :late, :account, :explained, :paper, :scan, :pages)").bind("id", revision.id().toString())
                .bind("report", revision.report()).bind("number", revision.number()).bind("parent", Columns.text(revision.parent()))
                .bind("digest", revision.digest()).bind("bytes", bytes).bind("place", revision.place().name())
                .bind("receipt", revision.receipt()).bind("sequence", revision.sequence())
                .bind("receivedAt", Columns.at(revision.receivedAt())).bind("late", revision.late()).bind("account", revision.account())
                .bind("explained", revision.explained()).bind("paper", revision.paper().name()).bind("scan", revision.scan())
                .bind("pages", revision.pages()).execute();
    }

    @Override
    public void place(UUID revision, Place place, String receipt, long sequence) {
        handle.createUpdate("UPDATE revision SET place = :place, receipt = :receipt, sequence = :sequence WHERE id = :id")
                .bind("id", revision.toString()).bind("place", place.name()).bind("receipt", receipt).bind("sequence", sequence).execute();
    }

    @Override
    public void setPaper(UUID revision, ReportState.Paper paper, @Nullable String scan, int pages) {
        handle.createUpdate("UPDATE revision SET paper = :paper, scan = :scan, pages = :pages WHERE id = :id")
                .bind("id", revision.toString()).bind("paper", paper.name()).bind("scan", scan).bind("pages", pages).execute();
    }

    @Override
    public Optional<ReportState.ByHand> byHand(UUID revision) {
        return handle.createQuery("SELECT declared, person, at, confirmed_unit, confirmed_by, confirmed_at FROM paper_by_hand"
                + " WHERE revision = :revision").bind("revision", revision.toString())
                .map((row, context) -> new ReportState.ByHand(Objects.requireNonNull(Columns.document(row, "declared", PaperByHand.class)),
                        row.getString("person"), Columns.instant(row, "at"), row.getString("confirmed_unit"), row.getString("confirmed_by"),
                        Columns.optionalInstant(row, "confirmed_at")))
                .findOne();
    }

    @Override
    public void putByHand(UUID revision, String account, ReportState.ByHand byHand) {
        handle.createUpdate("DELETE FROM paper_by_hand WHERE revision = :revision").bind("revision", revision.toString()).execute();
        handle.createUpdate(
                "INSERT INTO paper_by_hand (revision, declared, account, person, at, confirmed_unit, confirmed_by, confirmed_at)"
                        + " VALUES (:revision, :declared, :account, :person, :at, :unit, :by, :confirmedAt)")
                .bind("revision", revision.toString())
                .bind("declared", Columns.document(byHand.declared())).bind("account", account).bind("person", byHand.by())
                .bind("at", Columns.at(byHand.at())).bind("unit", byHand.confirmedUnit()).bind("by", byHand.confirmedBy())
                .bind("confirmedAt", Columns.at(byHand.confirmedAt())).execute();
    }

    private static StoredReport report(ResultSet row) throws SQLException {
        return new StoredReport(row.getString("id"), row.getString("unit"), row.getString("period"), row.getString("edition"),
                Columns.constant(row, "status", ReportStatus.class), Columns.optionalUuid(row, "head_revision"), row.getLong("change"));
    }

    private static StoredRevision revision(ResultSet row) throws SQLException {
        return new StoredRevision(Columns.uuid(row, "id"), row.getString("report"), row.getInt("number"),
                Columns.optionalUuid(row, "parent"), row.getString("digest"), Columns.constant(row, "place", Place.class),
                row.getString("receipt"), row.getLong("sequence"), Columns.instant(row, "received_at"), row.getBoolean("late"),
                row.getString("account"), row.getInt("explained"), Columns.constant(row, "paper", ReportState.Paper.class),
                row.getString("scan"), row.getInt("pages"));
    }
}
