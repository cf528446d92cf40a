package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.StoreHistory;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.StoreMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The office's store in a data folder. One process at a time; one thread, the store thread, does everything. A save is: rows changed in an
 * open transaction, journal record appended and forced, mark noted; then the caller hears of it, and the transaction is committed before
 * anything else is done. The forced journal record is what makes a save durable; the database is forced from time to time and catches up
 * at the next start.
 */
public final class H2OfficeStore implements OfficeStore, StoreHistory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2OfficeStore.class);
    private static final long MOST_UNFORCED_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final StoreThread storeThread;
    private final DataFolder folder;
    private final DataKey key;
    private final String openedBy;
    private final StoreSettings settings;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final EncryptedFileStore files;
    private final StoreRepairs repairs;
    private volatile Consumer<String> watcher = kind -> {};
    private StoreOpening.Opened open;
    private Journal journal;
    private boolean isBroken;
    private @Nullable Appended appended;
    private int unforced;
    private long forcedAt = System.nanoTime();

    private H2OfficeStore(StoreThread storeThread, DataFolder folder, KeyFiles.Unlocked unlocked, StoreSettings settings,
            FileChannel lockChannel, FileLock lock, StoreOpening.Opened open) {
        this.storeThread = storeThread;
        this.folder = folder;
        this.key = unlocked.key();
        this.openedBy = unlocked.holder();
        this.settings = settings;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.open = open;
        this.repairs = open.repairs();
        this.journal = journal(open.last());
        this.files = new EncryptedFileStore(settings.disk(), folder.files(), key);
    }

    private Journal journal(JournalPosition last) {
        return new Journal(settings.disk(), folder.journal(), key, settings.steps().size(), last);
    }

    /**
     * Makes a new data folder and opens it.
     *
     * @param storeThread executor of exactly one thread that nobody interrupts
     * @throws ReportingException STORE_LOCKED if the secret is shorter than {@link DataKey#LEAST_SECRET_BYTES}, STORE_IN_USE,
     *                            STORE_NOT_WRITABLE, FOLDER_READ_ONLY
     */
    public static H2OfficeStore create(DataFolder folder, byte[] secret, ExecutorService storeThread) throws ReportingException {
        return open(folder, secret, storeThread, StoreSettings.USUAL, true);
    }

    /**
     * Opens a data folder; what the database lost is applied again from the journal.
     *
     * @param storeThread executor of exactly one thread that nobody interrupts
     * @throws ReportingException NOT_ENROLLED if there is no office in it, STORE_IN_USE, STORE_LOCKED, STORE_DAMAGED, STORE_NEWER,
     *                            STORE_NOT_WRITABLE, FOLDER_READ_ONLY
     */
    public static H2OfficeStore open(DataFolder folder, byte[] secret, ExecutorService storeThread) throws ReportingException {
        return open(folder, secret, storeThread, StoreSettings.USUAL, false);
    }

    static H2OfficeStore open(DataFolder folder, byte[] secret, ExecutorService storeThread, StoreSettings settings, boolean create)
            throws ReportingException {
        StoreThread.Work<KeyFiles.Unlocked> keys = () -> folder.isOffice()
                ? KeyFiles.open(folder, secret)
                : new KeyFiles.Unlocked(KeyFiles.create(folder, secret), DataKey.UNLOCK_FILE, false);
        StoreThread thread = new StoreThread(storeThread);
        return thread.call(() -> openOnStoreThread(folder, keys, thread, settings, create));
    }

    /** Opens a data folder with a key that was found another way than by a person's secret. */
    static H2OfficeStore open(DataFolder folder, DataKey key, ExecutorService storeThread) throws ReportingException {
        KeyFiles.Unlocked found = new KeyFiles.Unlocked(key, "", false);
        StoreThread thread = new StoreThread(storeThread);
        return thread.call(() -> openOnStoreThread(folder, () -> found, thread, StoreSettings.USUAL, false));
    }

    private static H2OfficeStore openOnStoreThread(DataFolder folder, StoreThread.Work<KeyFiles.Unlocked> keys, StoreThread storeThread,
            StoreSettings settings, boolean create) throws ReportingException {
        if (!create && !folder.isOffice()) {
            if (Files.exists(folder.databaseFile())) {
                throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "keys.json"));
            }
            throw new ReportingException(ErrorCode.NOT_ENROLLED, Map.of());
        }
        FileChannel channel = FolderLock.channel(folder);
        boolean opened = false;
        try {
            FileLock lock = FolderLock.lock(channel);
            KeyFiles.Unlocked unlocked = keys.go();
            StoreOpening opening = new StoreOpening(settings.disk(), folder, unlocked.key(), settings.steps());
            if (unlocked.isRewritten()) {
                opening.with(StoreRepairs.Repair.KEYS_WRITTEN_ANEW);
            }
            boolean isFromBackup = TakenBackup.put(settings.disk(), folder, unlocked.key(), settings.steps());
            H2OfficeStore store = new H2OfficeStore(storeThread, folder, unlocked, settings, channel, lock, opening.open());
            if (isFromBackup) {
                store.beginHistory();
            }
            opened = true;
            return store;
        } finally {
            if (!opened) {
                closeQuietly(channel);
            }
        }
    }

    /** What came from a backup goes on as another history than the one the server was told of. */
    private void beginHistory() throws ReportingException {
        boolean isBegun = false;
        try {
            append("store.restored", StoreBackups::newHistory);
            follow();
            TakenBackup.forget(folder);
            isBegun = true;
        } finally {
            if (!isBegun) {
                letGo();
            }
        }
    }

    /** Returns what was found and put right when this store was opened. */
    public StoreRepairs repairs() { return repairs; }

    /** Tells {@code listener} of every save by its kind, on the store thread: it must return at once and must not fail. */
    public void watch(Consumer<String> listener) {
        watcher = listener;
    }

    /** Returns the office's files. */
    public FileStore files() { return files; }

    /**
     * Sees to it that the holder of a recovery key could open this folder.
     *
     * @param unit        unit id of the office; the envelope opens for no other
     * @param recoveryKey public key, Base64
     * @throws ReportingException RECOVERY_BROKEN if it is no such key, STORE_NOT_WRITABLE
     */
    public void keepRecoverable(String unit, String recoveryKey) throws ReportingException {
        if (KeyFiles.keepRecoverable(folder, key, unit, SealedBox.publicKey(recoveryKey))) {
            LOG.info("The recovery key can open this folder from now on");
        }
    }

    DataFolder folder() { return folder; }

    DataKey key() { return key; }

    /** Returns whose secret opened the folder, empty if none did. */
    String openedBy() { return openedBy; }

    /** Returns the journal number of the last save. */
    public long lastSequence() throws ReportingException {
        return onStoreThread(this::lastSequenceOnStoreThread);
    }

    @Override
    public StoreMark mark() throws ReportingException {
        return onStoreThread(() -> new StoreMark(journal.last().seq(), journal.last().hash()));
    }

    @Override
    public boolean holds(StoreMark mark) throws ReportingException {
        return onStoreThread(() -> new JournalReader(folder.journal(), key, new JournalPosition(mark.seq(), mark.hash())).holds());
    }

    long lastSequenceOnStoreThread() { return journal.last().seq(); }

    Tables tablesOnStoreThread() throws ReportingException {
        checkRunning();
        return open.database().tables();
    }

    StoreSettings settings() { return settings; }

    @Override
    public <T> T read(Reading<T> reading) throws ReportingException {
        return onStoreThread(() -> {
            checkRunning();
            boolean isRead = false;
            try {
                T value = reading.in(new H2Records(open.database().tables()));
                isRead = true;
                return value;
            } finally {
                rollback(isRead);
            }
        });
    }

    @Override
    public <T> Stored<T> write(String kind, Writing<T> writing) throws ReportingException {
        return storeThread.call(() -> append(kind, writing), this::follow);
    }

    @Override
    public void rehearse(Writing<?> writing) throws ReportingException {
        onStoreThread(() -> {
            checkRunning();
            try {
                H2Changes changes = new H2Changes(open.database().tables());
                writing.in(changes);
                open.database().putPosition(journal.rehearse(changes.made()));
            } catch (SQLException e) {
                throw DataFolder.notWritable(e);
            } finally {
                rollback(false);
            }
            commitWhereItStands();
            return Boolean.TRUE;
        });
    }

    /** Changes nothing: the database has this place already. */
    private void commitWhereItStands() throws ReportingException {
        if (isBroken || journal.last().seq() == 0) {
            return;
        }
        isBroken = true;
        try {
            open.database().putPosition(journal.last());
            open.database().commit();
            isBroken = false;
        } catch (SQLException e) {
            throw DataFolder.notWritable(e);
        }
    }

    <T> T onStoreThread(StoreThread.Work<T> work) throws ReportingException { return storeThread.call(work); }

    /**
     * A save that is durable and that the database has not committed yet.
     *
     * @param isNoted true if the mark has it too
     */
    private record Appended(String kind, JournalPosition place, boolean isNoted) {}

    /** Makes the changes and the durable record of them; the transaction is left open for {@link #follow}. */
    private <T> Stored<T> append(String kind, Writing<T> writing) throws ReportingException {
        checkRunning();
        Faults faults = settings.faults();
        H2Changes changes = new H2Changes(open.database().tables());
        T value;
        JournalPosition place;
        boolean made = false;
        try {
            value = writing.in(changes);
            if (changes.made().isEmpty()) {
                return new Stored<>(value, 0);
            }
            faults.at(kind, "changed");
            place = journal.append(kind, changes.made(), UUID.randomUUID());
            made = true;
        } finally {
            if (!made) {
                rollback(false);
            }
        }
        // from here on the save is durable, whatever happens to mark and database
        appended = new Appended(kind, place, false);
        faults.at(kind, "journalled");
        try {
            open.highWater().note(place.seq(), place.hash());
            appended = new Appended(kind, place, true);
        } catch (IOException e) {
            LOG.error("The mark did not take a save that the journal has; the store is opened again", e);
        }
        faults.at(kind, "noted");
        return new Stored<>(value, place.seq());
    }

    /** Lets the database follow the journal. Whoever saved has heard of it already: commits take as long again as the durable record. */
    private void follow() {
        Appended save = appended;
        if (save == null) {
            return;
        }
        appended = null;
        // unless it takes the save, whatever the reason
        isBroken = true;
        try {
            open.database().putPosition(save.place());
            open.database().commit();
            settings.faults().at(save.kind(), "committed");
            forceNowAndThen();
            isBroken = !save.isNoted();
        } catch (SQLException | IOException e) {
            LOG.error("The database did not take a save that the journal has; it is opened again", e);
        }
        watcher.accept(save.kind());
    }

    private void forceNowAndThen() throws SQLException, IOException {
        unforced++;
        if (unforced >= settings.saves() || System.nanoTime() - forcedAt > MOST_UNFORCED_NANOS) {
            open.database().sync();
            open.highWater().force();
            unforced = 0;
            forcedAt = System.nanoTime();
        }
    }

    /** Forces database and mark now. */
    void forceNow() throws ReportingException {
        onStoreThread(() -> {
            checkRunning();
            try {
                open.database().sync();
                open.highWater().force();
            } catch (SQLException | IOException e) {
                throw DataFolder.notWritable(e);
            }
            return Boolean.TRUE;
        });
    }

    /** A database that failed is opened again and catches up from the journal; H2 does not recover by itself after a failed write. */
    private void checkRunning() throws ReportingException {
        if (!isBroken) {
            return;
        }
        letGo();
        startAgain();
    }

    private void letGo() throws ReportingException {
        try {
            open.database().abandon();
        } catch (SQLException e) {
            LOG.debug("The database that failed could not be closed either", e);
        }
        try {
            journal.close();
            open.highWater().close();
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    private void startAgain() throws ReportingException {
        open = new StoreOpening(settings.disk(), folder, key, settings.steps()).open();
        journal = journal(open.last());
        unforced = 0;
        isBroken = false;
    }

    /**
     * Puts a backup that was tried out in the place of what is here and goes on with it.
     *
     * @return folder within the data folder where what was here is kept
     */
    String restore(BackupFiles.Trial trial) throws ReportingException {
        return onStoreThread(() -> {
            checkRunning();
            try {
                open.database().sync();
            } catch (SQLException e) {
                throw DataFolder.notWritable(e);
            }
            letGo();
            isBroken = true;
            try {
                return Restoring.put(settings.disk(), folder, key, trial);
            } finally {
                startAgain();
            }
        });
    }

    private void rollback(boolean isFailureNews) throws ReportingException {
        try {
            open.database().rollback();
        } catch (SQLException e) {
            isBroken = true;
            if (isFailureNews) {
                throw DataFolder.notWritable(e);
            }
            LOG.warn("The database failed; it is opened again at the next call", e);
        }
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
        storeThread.call(() -> {
            StoreOpening.Opened closing = open;
            try (lockChannel; lock; HighWater highWater = closing.highWater(); Journal ending = journal) {
                closing.database().close();
                if (!isBroken && ending.last().seq() > 0) {
                    highWater.noteClosed(ending.last().seq(), ending.last().hash(), folder.databaseFile());
                }
            } catch (SQLException | IOException e) {
                LOG.warn("Closing the store failed; the next start repairs", e);
            }
            return Boolean.TRUE;
        });
    }
}
