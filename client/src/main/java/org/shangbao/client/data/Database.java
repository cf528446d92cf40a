package org.shangbao.client.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.h2.Driver;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** The one connection to the office's H2 database, its schema and its mark in the journal. Store thread only. */
final class Database implements AutoCloseable {
    /** Steps of the schema in order; a released step is never edited. */
    private static final List<String> STEPS = List.of("V001__office_folder.sql");
    static final int SCHEMA_VERSION = STEPS.size();

    private final Connection connection;
    private final Tables tables;

    /** Number and hash of the last journal record the database has. */
    record Mark(long seq, String hash) {}

    private Database(Connection connection) {
        this.connection = connection;
        this.tables = new Tables(connection);
    }

    /**
     * Opens the database, a new one if there is none.
     *
     * @throws ReportingException STORE_DAMAGED if it cannot be opened
     */
    static Database open(DataFolder folder, DataKey key) throws ReportingException {
        try {
            Files.createDirectories(folder.database().resolveSibling("."));
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        String exists = Files.exists(folder.databaseFile()) ? ";IFEXISTS=TRUE" : "";
        String url = "jdbc:h2:async:" + folder.database() + ";CIPHER=AES;WRITE_DELAY=0;RETENTION_TIME=600000;DB_CLOSE_ON_EXIT=FALSE"
                + ";TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=200" + exists;
        Properties login = new Properties();
        login.setProperty("user", "office");
        // H2 takes "file password, blank, user password"; the first is random and 64 digits long, the second guards nothing more
        login.setProperty("password", key.databasePassword() + " office");
        try {
            Connection connection = new Driver().connect(url, login);
            connection.setAutoCommit(false);
            return new Database(connection);
        } catch (SQLException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "store/main.mv.db"), e);
        }
    }

    Tables tables() { return tables; }

    int schemaVersion() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)");
            try (ResultSet result = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM schema_version")) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /** Brings the schema to a version; each step is a transaction as far as H2 allows. */
    void migrateTo(int version) throws SQLException {
        for (int step = schemaVersion() + 1; step <= version; step++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : script(STEPS.get(step - 1)).split(";\\s*\\R")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                statement.execute("INSERT INTO schema_version VALUES (" + step + ")");
            }
            commit();
        }
    }

    private static String script(String name) throws SQLException {
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new SQLException("schema step is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SQLException("schema step cannot be read: " + name, e);
        }
    }

    Mark mark() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT seq, hash FROM journal_mark ORDER BY seq DESC FETCH FIRST 1 ROW ONLY")) {
            return result.next() ? new Mark(result.getLong(1), result.getString(2)) : new Mark(0, JournalRecord.NO_HASH);
        }
    }

    boolean hasOperation(String opId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM journal_mark WHERE op_id = ?")) {
            statement.setString(1, opId);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    void putMark(long seq, String opId, String hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO journal_mark (seq, op_id, hash) VALUES (?, ?, ?)")) {
            statement.setLong(1, seq);
            statement.setString(2, opId);
            statement.setString(3, hash);
            statement.executeUpdate();
        }
    }

    /** Commits, and returns after the disk has it. */
    void commit() throws SQLException {
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    void rollback() throws SQLException { connection.rollback(); }

    @Override
    public void close() throws SQLException {
        // not COMPACT: its failures in this version of H2 are known, and the file stays small at a clerk's pace
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        connection.close();
    }
}
