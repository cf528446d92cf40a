package org.shangbao.client.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups of an open store, made beside its work. */
public final class StoreBackups {
    private static final Logger LOG = LoggerFactory.getLogger(StoreBackups.class);

    private final H2OfficeStore store;
    private final BackupFiles files;

    /** Backups of a store that stays open. */
    public StoreBackups(H2OfficeStore store) {
        this.store = store;
        this.files = new BackupFiles(store.settings().disk(), store.folder(), store.key(), store.settings().steps());
    }

    /**
     * Makes a backup through a connection of its own, so that saves go on; opens it before it counts; removes those beyond the ones kept, and
     * journal segments that no kept backup needs. Call it on a thread that may take seconds.
     *
     * @return the file
     * @throws ReportingException BACKUP_UNUSABLE, STORE_NOT_WRITABLE
     */
    public synchronized Path make(BackupReason reason) throws ReportingException {
        files.clearLeftovers();
        Path made = files.make(reason, this::copyBeside);
        files.rotate(store.folder().backups());
        Optional<SecondCopies> second = second();
        if (second.isPresent()) {
            try {
                second.get().take(made, files);
            } catch (ReportingException e) {
                // the backup counts all the same; look() tells how the second drive stands
                LOG.warn("The backup could not be copied to the second drive", e);
            }
        }
        return made;
    }

    private Optional<SecondCopies> second() throws ReportingException {
        return store.read(records -> {
            Optional<String> chosen = records.setting(Setting.SECOND_DRIVE).filter(path -> !path.isEmpty());
            String unit = records.setting(Setting.UNIT).orElse("office");
            return chosen.map(path -> new SecondCopies(store.settings().disk(), store.folder(), Path.of(path), unit));
        });
    }

    /** Returns how the second drive stands. */
    public SecondDrive look() throws ReportingException {
        return second().map(SecondCopies::look).orElse(SecondDrive.NONE);
    }

    /**
     * Lets backups be copied into a folder on another drive from now on, and copies the newest one at once.
     *
     * @param chosen the folder, null for none
     * @throws ReportingException FOLDER_UNSUITABLE with reason SAME if it lies in the data folder, STORE_NOT_WRITABLE if it cannot be written
     */
    public synchronized SecondDrive use(@Nullable Path chosen) throws ReportingException {
        if (chosen == null) {
            store.write("backup.second", changes -> {
                changes.putSetting(Setting.SECOND_DRIVE, "");
                return Boolean.TRUE;
            });
            return SecondDrive.NONE;
        }
        Path absolute = chosen.toAbsolutePath().normalize();
        if (absolute.startsWith(store.folder().root())) {
            throw new ReportingException(ErrorCode.FOLDER_UNSUITABLE, Map.of("reason", "SAME"));
        }
        String unit = store.read(records -> records.setting(Setting.UNIT)).orElse("office");
        SecondCopies copies = new SecondCopies(store.settings().disk(), store.folder(), absolute, unit);
        List<Path> here = list();
        copies.take(here.isEmpty() ? make(BackupReason.ASKED) : here.getFirst(), files);
        store.write("backup.second", changes -> {
            changes.putSetting(Setting.SECOND_DRIVE, absolute.toString());
            return Boolean.TRUE;
        });
        return copies.look();
    }

    /** Returns the backups, newest first by what they contain. */
    public List<Path> list() throws ReportingException {
        return files.newestFirst();
    }

    /**
     * Looks what restoring a backup would change; the store goes on meanwhile.
     *
     * @throws ReportingException BACKUP_UNUSABLE if it is damaged or another folder's
     */
    public RestorePreview preview(Path backup) throws ReportingException {
        try (BackupFiles.Trial trial = files.tryOut(backup)) {
            Watched.current().orGiveUp();
            Holdings then = Holdings.of(trial, store.key());
            return new RestorePreview(BackupArchive.entry(backup), true, store.lastSequence(),
                    store.read(Holdings::of).changesTo(then));
        }
    }

    /**
     * Puts a backup in the place of what is here and goes on with it; files that are missing come back from beside the backup.
     *
     * @return folder within the data folder where what was here is kept
     * @throws ReportingException BACKUP_UNUSABLE, STORE_NOT_WRITABLE; what was here is then here again
     */
    public synchronized String restore(Path backup) throws ReportingException {
        try (BackupFiles.Trial trial = files.tryOut(backup)) {
            SecondCopies.bringBack(backup, store.folder(), store.settings().disk());
            String keptIn = store.restore(trial);
            beginHistory(store);
            return keptIn;
        }
    }

    /** From here on the saves are others than those the server was told of. */
    static void beginHistory(H2OfficeStore store) throws ReportingException {
        store.write("store.restored", StoreBackups::newHistory);
    }

    static Boolean newHistory(OfficeChanges changes) throws ReportingException {
        changes.putSetting(Setting.HISTORY, UUID.randomUUID().toString());
        return Boolean.TRUE;
    }

    /** Returns the backups that can be read, here and on the second drive, newest first by what they contain; each once. */
    public List<BackupEntry> entries() throws ReportingException {
        List<Path> all = new ArrayList<>(list());
        Optional<SecondCopies> second = second();
        if (second.isPresent()) {
            all.addAll(second.get().list());
        }
        return BackupArchive.entries(all);
    }

    /** Copies the database beside its work, for a look at every row; nothing of it stays. */
    BackupFiles.Snapshot snapshot() throws SQLException, ReportingException {
        return files.snapshot(this::copyBeside);
    }

    private void copyBeside(Path zip) throws SQLException {
        Database beside;
        try {
            beside = Database.open(store.settings().disk(), store.folder().database(), store.folder().databaseFile(), store.key(),
                    store.settings().steps());
        } catch (ReportingException e) {
            throw new SQLException(e);
        }
        try {
            beside.backupTo(zip);
        } finally {
            beside.leave();
        }
    }
}
