package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The office's store in a data folder. One process at a time; one thread, the store thread, does everything. A save is: rows changed in an
 * open transaction, journal record appended and synced, transaction committed, database synced; then the caller hears of it.
 */
public final class H2OfficeStore implements OfficeStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2OfficeStore.class);

    private final ExecutorService storeThread;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final Database database;
    private final Journal journal;
    private final EncryptedFileStore files;
    private final Faults faults;
    private final int repaired;
    private boolean isStopped;

    /** Named steps of a save, so that a test can end the process at each of them. */
    interface Faults {
        /** Does nothing. */
        Faults NONE = step -> {};

        /** Called on the store thread when {@code step} is done. */
        void at(String step);
    }

    private H2OfficeStore(ExecutorService storeThread, FileChannel lockChannel, FileLock lock, Database database, Journal journal,
            EncryptedFileStore files, Faults faults, int repaired) {
        this.storeThread = storeThread;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.database = database;
        this.journal = journal;
        this.files = files;
        this.faults = faults;
        this.repaired = repaired;
    }

    /**
     * Makes a new data folder and opens it.
     *
     * @param storeThread executor of exactly one thread that nobody interrupts
     * @throws ReportingException STORE_LOCKED if the secret is shorter than {@link DataKey#LEAST_SECRET_BYTES}, STORE_IN_USE,
     *                            STORE_NOT_WRITABLE
     */
    public static H2OfficeStore create(DataFolder folder, byte[] secret, ExecutorService storeThread) throws ReportingException {
        return open(folder, secret, storeThread, Faults.NONE, true);
    }

    /**
     * Opens a data folder; what the database lost is applied again from the journal.
     *
     * @param storeThread executor of exactly one thread that nobody interrupts
     * @throws ReportingException NOT_ENROLLED if there is no office in it, STORE_IN_USE, STORE_LOCKED, STORE_DAMAGED
     */
    public static H2OfficeStore open(DataFolder folder, byte[] secret, ExecutorService storeThread) throws ReportingException {
        return open(folder, secret, storeThread, Faults.NONE, false);
    }

    static H2OfficeStore open(DataFolder folder, byte[] secret, ExecutorService storeThread, Faults faults, boolean create)
            throws ReportingException {
        return await(storeThread.submit(() -> openOnStoreThread(folder, secret, storeThread, faults, create)));
    }

    private static H2OfficeStore openOnStoreThread(DataFolder folder, byte[] secret, ExecutorService storeThread, Faults faults,
            boolean create) throws ReportingException {
        if (!create && !folder.isOffice()) {
            if (Files.exists(folder.databaseFile())) {
                throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "keys.json"));
            }
            throw new ReportingException(ErrorCode.NOT_ENROLLED, Map.of());
        }
        FileChannel channel = lockChannel(folder);
        boolean opened = false;
        try {
            FileLock lock = lock(channel);
            DataKey key = folder.isOffice() ? DataKey.open(folder, secret) : DataKey.create(folder, secret);
            H2OfficeStore store = openLocked(folder, storeThread, faults, channel, lock, key);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                closeQuietly(channel);
            }
        }
    }

    private static H2OfficeStore openLocked(DataFolder folder, ExecutorService storeThread, Faults faults, FileChannel channel,
            FileLock lock, DataKey key) throws ReportingException {
        Database database = Database.open(folder, key);
        boolean opened = false;
        try {
            Database.Mark mark = database.schemaVersion() == 0 ? new Database.Mark(0, JournalRecord.NO_HASH) : database.mark();
            JournalReader.Verified verified = new JournalReader(folder.journal(), key, mark.seq(), mark.hash()).verify();
            int repaired = replay(database, verified.newer());
            if (verified.isTailCut()) {
                LOG.warn("A half journal record was cut off; nobody had been told that it was saved");
            }
            database.migrateTo(Database.SCHEMA_VERSION);
            Journal journal = new Journal(folder.journal(), key, Database.SCHEMA_VERSION, verified.lastSeq(), verified.lastHash());
            H2OfficeStore store = new H2OfficeStore(storeThread, channel, lock, database, journal,
                    new EncryptedFileStore(folder.files(), key), faults, repaired);
            opened = true;
            return store;
        } catch (SQLException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "store/main.mv.db"), e);
        } finally {
            if (!opened) {
                closeQuietly(database::close);
            }
        }
    }

    private static int replay(Database database, List<JournalReader.Entry> newer) throws SQLException {
        int count = 0;
        for (JournalReader.Entry entry : newer) {
            database.migrateTo(entry.schemaVersion());
            JournalRecord content = entry.content();
            if (!database.hasOperation(content.opId().toString())) {
                for (RowChange change : content.payload().changes()) {
                    database.tables().apply(change);
                }
                database.putMark(content.seq(), content.opId().toString(), entry.hash());
                database.commit();
                count++;
            }
        }
        if (count > 0) {
            LOG.warn("{} entries were restored from the journal", count);
        }
        return count;
    }

    /** Returns the number of saves that were restored from the journal when this store was opened. */
    public int repaired() {
        return repaired;
    }

    /** Returns the office's files. */
    public FileStore files() { return files; }

    @Override
    public <T> T read(Reading<T> reading) throws ReportingException {
        return await(storeThread.submit(() -> {
            checkRunning();
            T value = reading.in(new H2Records(database.tables()));
            rollback();
            return value;
        }));
    }

    @Override
    public <T> Stored<T> write(String kind, Writing<T> writing) throws ReportingException {
        return await(storeThread.submit(() -> writeOnStoreThread(kind, writing)));
    }

    private <T> Stored<T> writeOnStoreThread(String kind, Writing<T> writing) throws ReportingException {
        checkRunning();
        H2Changes changes = new H2Changes(database.tables());
        boolean made = false;
        T value;
        long seq;
        UUID opId = UUID.randomUUID();
        try {
            value = writing.in(changes);
            if (changes.made().isEmpty()) {
                return new Stored<>(value, 0);
            }
            faults.at("changed");
            seq = journal.append(kind, changes.made(), opId);
            made = true;
        } finally {
            if (!made) {
                rollback();
            }
        }
        faults.at("journalled");
        try {
            database.putMark(seq, opId.toString(), journal.lastHash());
            faults.at("marked");
            database.commit();
            faults.at("committed");
        } catch (SQLException e) {
            // H2 is not to be trusted after a failed commit; what is open is taken back, and the store stops until the next start
            isStopped = true;
            LOG.error("A commit failed; the store stops", e);
            journal.appendVoid(seq);
            throw DataFolder.notWritable(e);
        }
        return new Stored<>(value, seq);
    }

    private void checkRunning() throws ReportingException {
        if (isStopped) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", "store stopped"));
        }
    }

    private void rollback() throws ReportingException {
        try {
            database.rollback();
        } catch (SQLException e) {
            isStopped = true;
            throw DataFolder.notWritable(e);
        }
    }

    /** Waits however long it takes: an interrupted caller must not believe that its save did not happen. */
    private static <T> T await(Future<T> future) throws ReportingException {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ReportingException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileChannel lockChannel(DataFolder folder) throws ReportingException {
        try {
            Files.createDirectories(folder.root());
            return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    private static FileLock lock(FileChannel channel) throws ReportingException {
        @Nullable
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new ReportingException(ErrorCode.STORE_IN_USE, Map.of(), e);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        if (lock == null) {
            throw new ReportingException(ErrorCode.STORE_IN_USE, Map.of());
        }
        return lock;
    }

    private static void closeQuietly(AutoCloseable resource) {
        try (resource) {
            LOG.debug("closing after a failed start");
        } catch (Exception e) { // AutoCloseable declares it
            LOG.warn("Closing after a failed start failed too", e);
        }
    }

    /** Closes the database, the journal and the lock; the store thread stays with its owner. */
    @Override
    public void close() throws ReportingException {
        await(storeThread.submit(() -> {
            try (lockChannel; lock; journal) {
                database.close();
            } catch (SQLException | IOException e) {
                LOG.warn("Closing the store failed; the next start repairs", e);
            }
            return Boolean.TRUE;
        }));
    }
}
