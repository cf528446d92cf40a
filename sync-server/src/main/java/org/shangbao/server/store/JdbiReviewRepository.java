package org.shangbao.server.store;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.server.service.review.ReviewRepository;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

final class JdbiReviewRepository implements ReviewRepository {
    private static final String REVIEW = "SELECT w.report, w.unit, w.rank, w.status, w.revision, w.opinion, w.reasons, w.due_at,"
            + " w.decided_by, w.decided_at FROM review w ";
    private static final List<String> REQUEST_AND_ITS_ENDS = Stream
            .of(ReportAct.REQUEST_RETURN, ReportAct.SUBMIT, ReportAct.RETURN, ReportAct.RETURN_DIRECTLY, ReportAct.WITHDRAW)
            .map(ReportAct::name).toList();
    private final Handle handle;

    JdbiReviewRepository(Handle handle) { this.handle = handle; }

    @Override
    public List<StoredReview> of(String report) {
        return handle.createQuery(REVIEW + "WHERE w.report = :report ORDER BY w.rank").bind("report", report)
                .map((row, context) -> review(row)).list();
    }

    @Override
    public List<StoredReview> ofPeriod(String period, String edition) {
        return handle
                .createQuery(REVIEW + "JOIN report r ON r.id = w.report WHERE r.period = :period AND r.edition = :edition"
                        + " ORDER BY w.report, w.rank")
                .bind("period", period).bind("edition", edition).map((row, context) -> review(row)).list();
    }

    @Override
    public void replace(String report, List<StoredReview> reviews) {
        handle.createUpdate("DELETE FROM review WHERE report = :report").bind("report", report).execute();
        for (StoredReview review : reviews) {
            handle.createUpdate(
                    "INSERT INTO review (report, unit, rank, status, revision, opinion, reasons, due_at, decided_by, decided_at)"
                            + " VALUES (:report, :unit, :rank, :status, :revision, :opinion, :reasons, :dueAt, :by, :at)")
                    .bind("report", review.report()).bind("unit", review.unit()).bind("rank", review.rank())
                    .bind("status", review.status().name()).bind("revision", Columns.text(review.revision()))
                    .bind("opinion", review.opinion())
                    .bind("reasons", new String(WireJson.write(review.reasons()), StandardCharsets.UTF_8))
                    .bind("dueAt", Columns.at(review.dueAt())).bind("by", review.by()).bind("at", Columns.at(review.at())).execute();
        }
    }

    @Override
    public List<ReportState.HistoryEntry> history(String report) {
        return handle.createQuery("SELECT at, act, actor, unit, number, words FROM history WHERE report = :report ORDER BY sequence")
                .bind("report", report).map((row, context) -> new ReportState.HistoryEntry(Columns.instant(row, "at"), row.getString("act"),
                        row.getString("actor"), row.getString("unit"), row.getInt("number"), row.getString("words")))
                .list();
    }

    @Override
    public Map<String, String> openRequests(String period, String edition) {
        Map<String, String> open = new HashMap<>();
        handle.createQuery("SELECT h.report, h.act, h.words FROM history h JOIN report r ON r.id = h.report"
                + " WHERE r.period = :period AND r.edition = :edition AND h.act IN (<acts>) ORDER BY h.report, h.sequence")
                .bindList("acts", REQUEST_AND_ITS_ENDS).bind("period", period).bind("edition", edition).map((row, context) -> {
                    String report = row.getString("report");
                    if (row.getString("act").equals(ReportAct.REQUEST_RETURN.name())) {
                        open.put(report, row.getString("words"));
                    } else {
                        open.remove(report);
                    }
                    return report;
                }).list();
        return open;
    }

    @Override
    public void addHistory(String report, ReportState.HistoryEntry entry) {
        long sequence = handle.createQuery("SELECT COALESCE(MAX(sequence), 0) + 1 FROM history WHERE report = :report")
                .bind("report", report).mapTo(Long.class).one();
        handle.createUpdate("INSERT INTO history (report, sequence, at, act, actor, unit, number, words)"
                + " VALUES (:report, :sequence, :at, :act, :by, :unit, :number, :words)").bind("report", report).bind("sequence", sequence)
                .bind("at", Columns.at(entry.at())).bind("act", entry.act()).bind("by", entry.by()).bind("unit", entry.unit())
                .bind("number", entry.number()).bind("words", entry.words()).execute();
    }

    @Override
    public Optional<StoredOperation> operation(UUID id) {
        return handle.createQuery("SELECT id, digest, report, account, at FROM operation WHERE id = :id").bind("id", id.toString())
                .map((row, context) -> new StoredOperation(Columns.uuid(row, "id"), row.getString("digest"), row.getString("report"),
                        row.getString("account"), Columns.instant(row, "at")))
                .findOne();
    }

    @Override
    public void addOperation(StoredOperation operation) {
        handle.createUpdate("INSERT INTO operation (id, digest, report, account, at) VALUES (:id, :digest, :report, :account, :at)")
                .bind("id", operation.id().toString()).bind("digest", operation.digest()).bind("report", operation.report())
                .bind("account", operation.account()).bind("at", Columns.at(operation.at())).execute();
    }

    private static StoredReview review(ResultSet row) throws SQLException {
        return new StoredReview(row.getString("report"), row.getString("unit"), row.getInt("rank"),
                Columns.constant(row, "status", ReviewStatus.class), Columns.optionalUuid(row, "revision"), row.getString("opinion"),
                reasons(row.getString("reasons")), Columns.optionalInstant(row, "due_at"), row.getString("decided_by"),
                Columns.optionalInstant(row, "decided_at"));
    }

    static List<ReviewDecision.Reason> reasons(String json) {
        try {
            return Arrays.asList(WireJson.read(json.getBytes(StandardCharsets.UTF_8), ReviewDecision.Reason[].class));
        } catch (WireFormatException e) {
            throw new UncheckedIOException("a stored reason cannot be read", new java.io.IOException(e));
        }
    }
}
