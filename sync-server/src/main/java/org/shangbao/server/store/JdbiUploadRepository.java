package org.shangbao.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.upload.UploadRepository;
import org.shangbao.wire.v1.PaperByHand;

final class JdbiUploadRepository implements UploadRepository {
    private static final String UPLOAD = "SELECT id, account, length, sha256, report, revision, kind, file_name, state, created_at,"
            + " by_hand FROM upload ";
    private final Handle handle;

    JdbiUploadRepository(Handle handle) { this.handle = handle; }

    @Override
    public void add(StoredUpload upload) {
        handle.createUpdate("INSERT INTO upload (id, account, length, sha256, report, revision, kind, file_name, state, created_at,"
                + " by_hand)"
                + " VALUES (:id, :account, :length, :sha256, :report, :revision, :kind, :fileName, :state, :createdAt, :byHand)")
                .bind("id", upload.id()).bind("account", upload.account()).bind("length", upload.length()).bind("sha256", upload.sha256())
                .bind("report", upload.report()).bind("revision", upload.revision().toString()).bind("kind", upload.kind().name())
                .bind("fileName", upload.fileName()).bind("state", upload.state().name())
                .bind("createdAt", Columns.at(upload.createdAt())).bind("byHand", Columns.document(upload.byHand())).execute();
    }

    @Override
    public Optional<StoredUpload> find(String id) {
        return handle.createQuery(UPLOAD + "WHERE id = :id").bind("id", id).map((row, context) -> upload(row)).findOne();
    }

    @Override
    public int countOpen(String account) {
        return handle.createQuery("SELECT COUNT(*) FROM upload WHERE account = :account AND state = 'OPEN'").bind("account", account)
                .mapTo(Integer.class).one();
    }

    @Override
    public void setState(String id, State state) {
        handle.createUpdate("UPDATE upload SET state = :state WHERE id = :id").bind("id", id).bind("state", state.name()).execute();
    }

    @Override
    public List<StoredUpload> openBefore(Instant instant) {
        return handle.createQuery(UPLOAD + "WHERE state = 'OPEN' AND created_at < :instant").bind("instant", Columns.at(instant))
                .map((row, context) -> upload(row)).list();
    }

    @Override
    public void addFile(StoredFile file) {
        int known = handle.createQuery("SELECT COUNT(*) FROM stored_file WHERE sha256 = :sha256 AND revision = :revision AND kind = :kind")
                .bind("sha256", file.sha256()).bind("revision", file.revision().toString()).bind("kind", file.kind().name())
                .mapTo(Integer.class).one();
        if (known == 0) {
            handle.createUpdate("INSERT INTO stored_file (sha256, report, revision, kind, file_name, length, upload, at)"
                    + " VALUES (:sha256, :report, :revision, :kind, :fileName, :length, :upload, :at)").bind("sha256", file.sha256())
                    .bind("report", file.report()).bind("revision", file.revision().toString()).bind("kind", file.kind().name())
                    .bind("fileName", file.fileName()).bind("length", file.length()).bind("upload", file.upload())
                    .bind("at", Columns.at(file.at())).execute();
        }
    }

    @Override
    public List<StoredFile> files(String sha256) {
        return handle.createQuery("SELECT sha256, report, revision, kind, file_name, length, upload, at FROM stored_file"
                + " WHERE sha256 = :sha256 ORDER BY at").bind("sha256", sha256)
                .map((row, context) -> new StoredFile(row.getString("sha256"), row.getString("report"), Columns.uuid(row, "revision"),
                        Columns.constant(row, "kind", Kind.class), row.getString("file_name"), row.getLong("length"),
                        row.getString("upload"), Columns.instant(row, "at")))
                .list();
    }

    private static StoredUpload upload(ResultSet row) throws SQLException {
        return new StoredUpload(row.getString("id"), row.getString("account"), row.getLong("length"), row.getString("sha256"),
                row.getString("report"), Columns.uuid(row, "revision"), Columns.constant(row, "kind", Kind.class),
                row.getString("file_name"), Columns.constant(row, "state", State.class), Columns.instant(row, "created_at"),
                Columns.document(row, "by_hand", PaperByHand.class));
    }
}
