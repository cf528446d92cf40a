package org.shangbao.client.data;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.keeping.FolderKeeping;
import org.shangbao.client.application.keeping.KeyAct;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.application.keeping.UserAccess;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on a whole data folder: it is opened for each call and closed again. */
public final class H2FolderKeeping implements FolderKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(H2FolderKeeping.class);

    private final DataFolder folder;
    private final byte[] secret;
    private final ExecutorService storeThread;
    private final UserKeyring keyring;
    private final Clock clock;

    /**
     * Work on a folder.
     *
     * @param storeThread executor of exactly one thread that nobody interrupts
     * @param keyring     what the operating system keeps for the user who is signed in to it
     */
    public H2FolderKeeping(DataFolder folder, byte[] secret, ExecutorService storeThread, UserKeyring keyring, Clock clock) {
        this.folder = folder;
        this.secret = secret.clone();
        this.storeThread = storeThread;
        this.keyring = keyring;
        this.clock = clock;
    }

    private H2OfficeStore open() throws ReportingException { return H2OfficeStore.open(folder, secret, storeThread); }

    @Override
    public List<BackupEntry> backups() throws ReportingException {
        return BackupArchive.entries(BackupArchive.newestFirst(folder.backups()));
    }

    @Override
    public BackupEntry backup() throws ReportingException {
        try (H2OfficeStore store = open()) {
            return BackupArchive.entry(new StoreBackups(store).make(BackupReason.ASKED));
        }
    }

    @Override
    public RestorePreview preview(Path backup) throws ReportingException {
        boolean isNew = !folder.isOffice();
        try (BackupFiles.Trial trial = files(backup).tryOut(backup)) {
            Holdings then = Holdings.of(trial, keyFor(backup));
            if (isNew) {
                return new RestorePreview(BackupArchive.entry(backup), false, 0, List.of());
            }
            try (H2OfficeStore store = open()) {
                return new RestorePreview(BackupArchive.entry(backup), true, store.lastSequence(),
                        store.read(Holdings::of).changesTo(then));
            } catch (ReportingException e) {
                if (e.error() != ErrorCode.STORE_DAMAGED && e.error() != ErrorCode.STORE_NEWER) {
                    throw e;
                }
                LOG.info("The present state cannot be read", e);
                return new RestorePreview(BackupArchive.entry(backup), false, 0, List.of());
            }
        } finally {
            if (isNew) {
                DataFolder.deleteIfEmpty(folder.backups());
            }
        }
    }

    /** The folder's key; that of the backup if this folder is nobody's yet, as on a new computer, or its key files are gone. */
    private DataKey keyFor(Path backup) throws ReportingException {
        return hasKeys() ? KeyFiles.open(folder, secret).key() : DataKey.open(BackupArchive.keys(backup), secret);
    }

    private boolean hasKeys() {
        try {
            return !KeyFiles.read(folder).envelopes().isEmpty();
        } catch (ReportingException e) {
            return false;
        }
    }

    private BackupFiles files(Path backup) throws ReportingException {
        return new BackupFiles(Disk.SYSTEM, folder, keyFor(backup), Database.STEPS);
    }

    @Override
    public String restore(Path backup) throws ReportingException {
        String keptIn = FolderLock.with(folder, () -> {
            DataKey key = keyFor(backup);
            try (BackupFiles.Trial trial = files(backup).tryOut(backup)) {
                SecondCopies.bringBack(backup, folder, Disk.SYSTEM);
                if (!hasKeys()) {
                    KeyFiles.write(folder, BackupArchive.keys(backup));
                    folder.describe(BackupArchive.about(backup));
                }
                return Restoring.put(Disk.SYSTEM, folder, key, trial);
            }
        });
        try (H2OfficeStore store = open()) {
            StoreBackups.beginHistory(store);
        }
        return keptIn;
    }

    @Override
    public Diagnosis diagnose() throws ReportingException { return new Doctor(folder).look(secret, storeThread); }

    @Override
    public long export(Path target) throws ReportingException {
        try (H2OfficeStore store = open()) {
            return StoreExport.write(store, target);
        }
    }

    @Override
    public SecondDrive secondDrive() throws ReportingException {
        try (H2OfficeStore store = open()) {
            return new StoreBackups(store).look();
        }
    }

    @Override
    public SecondDrive useSecondDrive(@Nullable Path chosen) throws ReportingException {
        try (H2OfficeStore store = open()) {
            return new StoreBackups(store).use(chosen);
        }
    }

    @Override
    public List<String> holders() throws ReportingException {
        KeyFiles.open(folder, secret);
        return KeyFiles.read(folder).envelopes().stream().map(DataKey.Envelope::holder).distinct().toList();
    }

    @Override
    public void addHolder(String name, byte[] added) throws ReportingException {
        inOffice(keeping -> {
            if (KeyFiles.read(folder).envelopes().stream().anyMatch(envelope -> envelope.holder().equals(name))) {
                throw new ReportingException(ErrorCode.KEY_NAME, Map.of("name", name));
            }
            keeping.setPassword(name, added);
            return Boolean.TRUE;
        });
    }

    @Override
    public void removeHolder(String name) throws ReportingException {
        inOffice(keeping -> {
            keeping.remove(name);
            return Boolean.TRUE;
        });
    }

    @Override
    public UserAccess userAccess() throws ReportingException { return inOffice(keeping -> keeping.userAccess()); }

    @Override
    public void allowUser() throws ReportingException {
        inOffice(keeping -> {
            keeping.allowUser();
            return Boolean.TRUE;
        });
    }

    @Override
    public void forbidUser() throws ReportingException {
        inOffice(keeping -> {
            keeping.forbidUser();
            return Boolean.TRUE;
        });
    }

    @Override
    public List<KeyAct> keyActs() throws ReportingException { return inOffice(keeping -> keeping.keyActs()); }

    /** Work in the open office. */
    @FunctionalInterface
    private interface InOffice<T> {
        T with(OfficeKeeping keeping) throws ReportingException;
    }

    private <T> T inOffice(InOffice<T> work) throws ReportingException {
        try (H2OfficeStore store = open()) {
            return work.with(new H2OfficeKeeping(store, new StoreBackups(store), keyring, clock));
        }
    }
}
