package org.shangbao.client.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ReportingException;

/** Backups of an open store, made beside its work. */
public final class StoreBackups {
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
        return made;
    }

    /** Returns the backups, newest first by what they contain. */
    public List<Path> list() throws ReportingException {
        return files.newestFirst();
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
