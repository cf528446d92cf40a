package org.shangbao.client.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

import org.h2.Driver;
import org.shangbao.model.error.ReportingException;

/**
 * The one connection to the office's H2 database, its schema and its place in the journal. The database follows the journal: H2 writes to
 * the disk by itself a little later, and what it has not written when the power goes is applied again at the next start. Store thread only.
 */
final class Database implements AutoCloseable {
    private static final int COMPACT_MILLIS = 200;
    /** Steps of the schema in order; a released step is never edited. */
    static final List<String> STEPS = List.of("V001__office_folder.sql", "V002__brought_forward.sql", "V003__scan_detail.sql");

    private final Connection connection;
    private final Tables tables;
    private final List<String> steps;

    private Database(Connection connection, ContentSum sum, List<String> steps) {
        this.connection = connection;
        this.tables = new Tables(connection, sum);
        this.steps = steps;
    }

    /**
     * Opens the database, a new one if there is none.
     *
     * @throws SQLException if it cannot be opened
     */
    static Database open(Disk disk, Path database, Path file, DataKey key, List<String> steps) throws SQLException, ReportingException {
        return open(disk, database, file, key, steps, COMPACT_MILLIS);
    }

    /**
     * Opens a copy to see whether it is whole: closing it does not spend time on making it smaller.
     *
     * @throws SQLException if it cannot be opened
     */
    static Database openCopy(Path database, Path file, DataKey key, List<String> steps) throws SQLException, ReportingException {
        return open(Disk.SYSTEM, database, file, key, steps, 0);
    }

    private static Database open(Disk disk, Path database, Path file, DataKey key, List<String> steps, int compactMillis)
            throws SQLException, ReportingException {
        try {
            Files.createDirectories(database.resolveSibling("."));
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        String exists = Files.exists(file) ? ";IFEXISTS=TRUE" : "";
        String url = disk.databaseUrl(database) + ";CIPHER=AES;RETENTION_TIME=600000;DB_CLOSE_ON_EXIT=FALSE"
                + ";TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=256;MAX_COMPACT_TIME=" + compactMillis + exists;
        Properties login = new Properties();
        login.setProperty("user", "office");
        // H2 takes "file password, blank, user password"; the first is random and 64 digits long, the second guards nothing more
        login.setProperty("password", key.databasePassword() + " office");
        Connection connection = new Driver().connect(url, login);
        connection.setAutoCommit(false);
        return new Database(connection, new ContentSum(key), steps);
    }

    Tables tables() { return tables; }

    int newestSchema() { return steps.size(); }

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
                for (String sql : script(steps.get(step - 1)).split(";\\s*\\R")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                statement.execute("INSERT INTO schema_version VALUES (" + step + ")");
            }
            connection.commit();
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

    /** Reads how far the database is and takes its content sum up from there. */
    JournalPosition start() throws SQLException {
        tables.cache().clear();
        if (schemaVersion() == 0) {
            tables.sum().start("0".repeat(64));
            return JournalPosition.BEGINNING;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT seq, hash, content FROM journal_position")) {
            if (!result.next()) {
                tables.sum().start("0".repeat(64));
                return JournalPosition.BEGINNING;
            }
            tables.sum().start(result.getString(3));
            return new JournalPosition(result.getLong(1), result.getString(2));
        }
    }

    /** True if every row can be read and all of them add up to what was noted with the last save. */
    boolean isWhole() throws SQLException {
        if (schemaVersion() == 0) {
            return true;
        }
        return tables.sumOfAllRows().equals(tables.sum().text());
    }

    void putPosition(JournalPosition position) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("MERGE INTO journal_position (id, seq, hash, content) KEY (id) VALUES (1, ?, ?, ?)")) {
            statement.setLong(1, position.seq());
            statement.setString(2, position.hash());
            statement.setString(3, tables.sum().text());
            statement.executeUpdate();
        }
    }

    /** Commits; H2 writes it to the disk by itself, {@link #sync} at once. */
    void commit() throws SQLException {
        connection.commit();
        tables.committed();
    }

    void rollback() throws SQLException {
        tables.rolledBack();
        connection.rollback();
    }

    /** Returns after the disk has everything that was committed. */
    void sync() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    /** Writes a consistent copy of the database as a ZIP file; saves go on meanwhile from the store thread's point of view. */
    void backupTo(Path zip) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("BACKUP TO ?")) {
            statement.setString(1, zip.toString());
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        // not COMPACT: its failures in this version of H2 are known, and the file stays small at a clerk's pace
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            connection.close();
        }
    }

    /** Closes this connection only; the database stays open for the one that works with it. */
    void leave() throws SQLException {
        connection.close();
    }

    /** Lets go of the database without a word to it, for one that failed. */
    void abandon() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } finally {
            connection.close();
        }
    }
}
