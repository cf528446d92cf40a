package org.shangbao.server.store;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2DatabaseTest extends DatabaseContract {
    @TempDir
    private static Path folder;
    private static Database database;

    @BeforeAll
    static void open() throws Exception { database = Database.embedded(folder.resolve("server")); }

    @AfterAll
    static void close() { database.close(); }

    @Override
    Database database() { return database; }
}
