package org.shangbao.client.application.keeping;

import java.nio.file.Path;
import java.util.List;

import org.shangbao.model.error.ReportingException;

/**
 * Making a computer on which no office is yet an office's from a backup, when the old one is gone. Whatever is looked at comes from outside:
 * it is read within bounds, never changed, and nothing that is here is overwritten. Calls may take minutes, tell how far they are and can be
 * given up; never on the UI thread.
 */
public interface OfficeFromBackup {

    /**
     * Looks for backups without a password: at a backup file, in a folder, or in the folders a second drive has in it.
     *
     * @param place file or folder a person chose or dropped
     * @throws ReportingException FILE_UNREADABLE if it cannot be looked into
     */
    Found find(Path place) throws ReportingException;

    /**
     * Opens a backup aside and tells what is in it; changes nothing.
     *
     * @param secret what opened the office when the backup was made
     * @throws ReportingException BACKUP_UNUSABLE, STORE_LOCKED, STORE_NEWER, STORE_NOT_WRITABLE
     */
    BackupContent look(Path backup, byte[] secret) throws ReportingException;

    /**
     * Copies a backup, its keys and the files beside it to this computer; opening the folder from then on, with the password of then, brings
     * the office back. Needs no password itself, so that a forgotten one can be recovered from here. Given up or failed, nothing of it is left.
     *
     * @throws ReportingException ALREADY_ENROLLED if an office is here, BACKUP_UNUSABLE, FOLDER_UNSUITABLE, STORE_NOT_WRITABLE, STORE_IN_USE
     */
    void take(Path backup) throws ReportingException;

    /**
     * What was found at a place.
     *
     * @param backups  the backups, newest first by what they contain
     * @param isFolder true if the place is a folder
     */
    record Found(List<FoundBackup> backups, boolean isFolder) {
        /** Copies the list. */
        public Found {
            backups = List.copyOf(backups);
        }
    }

    /**
     * A backup as it is told without a password. The names are what the file says of itself; nobody has vouched for them.
     *
     * @param entry         the file
     * @param unitName      whose it says it is, empty if it does not
     * @param files         prints, scans and attachments beside it
     * @param fileBytes     their size
     * @param isRecoverable true if a forgotten password can be recovered from
     */
    record FoundBackup(BackupEntry entry, String unitName, int files, long fileBytes, boolean isRecoverable) {}
}
