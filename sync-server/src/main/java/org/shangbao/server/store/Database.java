package org.shangbao.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.service.transaction.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

/**
 * The database: H2 in a file of the data folder, or PostgreSQL. With H2 every {@link #write} ends with {@code CHECKPOINT SYNC}, so that what
 * it wrote is on the disk and not in a cache; PostgreSQL does so by itself. Safe to share between threads.
 */
public final class Database implements Transactions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** As measured for the client: no commit waits in memory, no chunk is reused early, no interrupt closes the file. */
    private static final String H2_SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=600000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
            + ";MAX_COMPACT_TIME=200;LOCK_TIMEOUT=20000";
    private static final String LOCK_HEAD = "SELECT sequence FROM chain_head WHERE id = 1 FOR UPDATE";
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean embedded;

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
        this.embedded = embedded;
        jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the embedded database and brings its tables up to date.
     *
     * @param file path of the database without {@code .mv.db}
     * @throws ReportingException STORE_IN_USE if another process has it open, STORE_DAMAGED if it cannot be opened
     */
    public static Database embedded(Path file) throws ReportingException {
        String path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", path));
        }
        return open("jdbc:h2:async:" + path + H2_SETTINGS, "shangbao", "", "BLOB", true);
    }

    /**
     * Opens a PostgreSQL database and brings its tables up to date.
     *
     * @param url JDBC URL beginning with {@code jdbc:postgresql:}
     * @throws ReportingException SERVER_UNREACHABLE if there is none, STORE_DAMAGED if its tables are not ours
     */
    public static Database postgres(String url, String user, String password) throws ReportingException {
        return open(url, user, password, "BYTEA", false);
    }

    private static Database open(String url, String user, String password, String bytesType, boolean embedded) throws ReportingException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(12);
        config.setPoolName("shangbao-server");
        config.setInitializationFailTimeout(5_000);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            Flyway.configure().dataSource(pool).locations("classpath:org/shangbao/server/migration")
                    .placeholders(Map.of("bytes", bytesType))
                    .load().migrate();
            return new Database(pool, embedded);
        } catch (HikariPool.PoolInitializationException | FlywayException e) {
            if (pool != null) {
                pool.close();
            }
            throw failure(e, embedded);
        }
    }

    private static ReportingException failure(RuntimeException failure, boolean embedded) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new ReportingException(ErrorCode.STORE_IN_USE, Map.of(), failure);
            }
        }
        String detail = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        if (!embedded && failure instanceof HikariPool.PoolInitializationException) {
            return new ReportingException(ErrorCode.SERVER_UNREACHABLE, Map.of("server", "PostgreSQL"), failure);
        }
        return new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", detail), failure);
    }

    @Override
    public <T, X extends Exception> T write(Work<T, X> work) throws X {
        T result = jdbi.inTransaction(handle -> {
            handle.createQuery(LOCK_HEAD).mapTo(Long.class).one();
            return work.in(new JdbiTransaction(handle));
        });
        sync();
        return result;
    }

    @Override
    public <T, X extends Exception> T read(Work<T, X> work) throws X {
        return jdbi.inTransaction(handle -> work.in(new JdbiTransaction(handle)));
    }

    /** Also before a repeated receipt: the first one's commit may not have reached the disk yet. */
    private void sync() {
        if (embedded) {
            try (Handle handle = jdbi.open()) {
                handle.execute("CHECKPOINT SYNC");
            }
        }
    }

    @Override
    public void close() {
        if (embedded) {
            try (Connection connection = pool.getConnection(); var statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException e) {
                LOG.debug("The database was closed before", e);
            }
        }
        pool.close();
    }
}
