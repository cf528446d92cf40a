package org.shangbao.server.store;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

class PostgresDatabaseTest extends DatabaseContract {
    private static EmbeddedPostgres postgres;
    private static Database database;

    @BeforeAll
    static void open() throws Exception {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException | IllegalStateException e) {
            throw new AssertionError("PostgreSQL could not be started here. It refuses to run as root: the test then needs unshare, or an"
                    + " ordinary user. The contract is not proven without it.", e);
        }
        database = Database.postgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    @AfterAll
    static void close() throws IOException {
        if (database != null) {
            database.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    Database database() { return database; }
}
