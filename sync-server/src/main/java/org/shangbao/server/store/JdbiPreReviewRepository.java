package org.shangbao.server.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.prereview.PreReviewRepository;
import org.shangbao.wire.v1.WireJson;

final class JdbiPreReviewRepository implements PreReviewRepository {
    private static final String DRAFT = "SELECT p.id, p.report, p.sequence, p.number, p.digest, p.received_at, p.account, p.sender"
            + " FROM pre_review p ";
    private static final String OF_PERIOD = "JOIN report r ON r.id = p.report WHERE r.period = :period AND r.edition = :edition ";
    private final Handle handle;

    JdbiPreReviewRepository(Handle handle) { this.handle = handle; }

    @Override
    public Optional<StoredDraft> find(UUID id) {
        return handle.createQuery(DRAFT + "WHERE p.id = :id").bind("id", id.toString()).map((row, context) -> draft(row)).findOne();
    }

    @Override
    public byte[] bytes(UUID id) {
        return handle.createQuery("SELECT bytes FROM pre_review WHERE id = :id").bind("id", id.toString()).mapTo(byte[].class).one();
    }

    @Override
    public List<StoredDraft> latest(String report, int most) {
        return handle.createQuery(DRAFT + "WHERE p.report = :report ORDER BY p.sequence DESC FETCH FIRST " + most + " ROWS ONLY")
                .bind("report", report).map((row, context) -> draft(row)).list();
    }

    @Override
    public List<StoredDraft> ofPeriod(String period, String edition) {
        return handle.createQuery(DRAFT + OF_PERIOD + "ORDER BY p.sequence").bind("period", period).bind("edition", edition)
                .map((row, context) -> draft(row)).list();
    }

    @Override
    public void add(StoredDraft draft, byte[] bytes) {
        handle.createUpdate("INSERT INTO pre_review (id, report, sequence, number, digest, bytes, received_at, account, sender)"
                + " VALUES (:id, :report, :sequence, :number, :digest, :bytes, :at, :account, :sender)").bind("id", draft.id().toString())
                .bind("report", draft.report()).bind("sequence", draft.sequence()).bind("number", draft.number())
                .bind("digest", draft.digest()).bind("bytes", bytes).bind("at", Columns.at(draft.receivedAt()))
                .bind("account", draft.account()).bind("sender", draft.sender()).execute();
    }

    @Override
    public List<StoredAnswer> answers(UUID draft) {
        return handle.createQuery("SELECT id, draft, sequence, unit, opinion, reasons, answered_by, answered_at FROM pre_review_answer"
                + " WHERE draft = :draft ORDER BY sequence").bind("draft", draft.toString()).map((row, context) -> answer(row)).list();
    }

    @Override
    public List<UUID> answered(String period, String edition) {
        return handle.createQuery("SELECT a.draft FROM pre_review_answer a JOIN pre_review p ON p.id = a.draft " + OF_PERIOD)
                .bind("period", period).bind("edition", edition).map((row, context) -> Columns.uuid(row, "draft")).list();
    }

    @Override
    public void addAnswer(StoredAnswer answer) {
        handle.createUpdate("INSERT INTO pre_review_answer (id, draft, sequence, unit, opinion, reasons, answered_by, answered_at)"
                + " VALUES (:id, :draft, :sequence, :unit, :opinion, :reasons, :by, :at)").bind("id", answer.id().toString())
                .bind("draft", answer.draft().toString()).bind("sequence", answer.sequence()).bind("unit", answer.unit())
                .bind("opinion", answer.opinion())
                .bind("reasons", new String(WireJson.write(answer.reasons()), StandardCharsets.UTF_8)).bind("by", answer.by())
                .bind("at", Columns.at(answer.at())).execute();
    }

    private static StoredDraft draft(ResultSet row) throws SQLException {
        return new StoredDraft(Columns.uuid(row, "id"), row.getString("report"), row.getLong("sequence"), row.getInt("number"),
                row.getString("digest"), Columns.instant(row, "received_at"), row.getString("account"), row.getString("sender"));
    }

    private static StoredAnswer answer(ResultSet row) throws SQLException {
        return new StoredAnswer(Columns.uuid(row, "id"), Columns.uuid(row, "draft"), row.getLong("sequence"), row.getString("unit"),
                row.getString("opinion"), JdbiReviewRepository.reasons(row.getString("reasons")), row.getString("answered_by"),
                Columns.instant(row, "answered_at"));
    }
}
