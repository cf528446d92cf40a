package org.shangbao.client.application.keeping;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;

/** Work on a whole data folder that no program has open. Calls may take seconds; never on the UI thread. */
public interface FolderKeeping {

    /** Returns the folder's backups, newest first by what they contain. */
    List<BackupEntry> backups() throws ReportingException;

    /**
     * Makes a backup and opens it before it counts.
     *
     * @throws ReportingException STORE_IN_USE, STORE_LOCKED, STORE_DAMAGED, STORE_NOT_WRITABLE, BACKUP_UNUSABLE
     */
    BackupEntry backup() throws ReportingException;

    /**
     * Looks what restoring a backup would change; changes nothing.
     *
     * @throws ReportingException BACKUP_UNUSABLE if it is damaged or another folder's, STORE_IN_USE, STORE_LOCKED
     */
    RestorePreview preview(Path backup) throws ReportingException;

    /**
     * Puts the folder back to a backup. Database, journal and mark as they are now are set aside first.
     *
     * @return folder within the data folder where they are
     * @throws ReportingException as {@link #preview}, STORE_NOT_WRITABLE
     */
    String restore(Path backup) throws ReportingException;

    /**
     * Looks at everything. What opening the store repairs is repaired, after a copy; nothing else is changed.
     *
     * @throws ReportingException STORE_IN_USE, STORE_LOCKED, NOT_ENROLLED
     */
    Diagnosis diagnose() throws ReportingException;

    /**
     * Writes everything in a form that does not depend on this program ({@code docs/formats/export-v1.md}). The file is not encrypted.
     *
     * @return rows written
     * @throws ReportingException FILE_UNREADABLE if {@code target} is there already, STORE_NOT_WRITABLE, or as opening
     */
    long export(Path target) throws ReportingException;

    /** Returns how backups stand on a second drive. */
    SecondDrive secondDrive() throws ReportingException;

    /**
     * Lets backups, prints, scans and attachments be copied into a folder on another drive from now on, and copies them at once.
     *
     * @param chosen the folder, null for none
     * @throws ReportingException FOLDER_UNSUITABLE if it lies in the data folder, STORE_NOT_WRITABLE if it cannot be written, or as opening
     */
    SecondDrive useSecondDrive(@Nullable Path chosen) throws ReportingException;

    /** Returns the names of all ways to open the folder. */
    List<String> holders() throws ReportingException;

    /**
     * Adds a way to open the folder, for a second clerk, another computer, or a safe.
     *
     * @param name   what it is called from now on
     * @param secret at least 16 bytes
     * @throws ReportingException KEY_NAME if the name is taken or no name, STORE_LOCKED, STORE_IN_USE, STORE_NOT_WRITABLE
     */
    void addHolder(String name, byte[] secret) throws ReportingException;

    /**
     * Takes a way to open the folder away. Backups made before still open with it.
     *
     * @throws ReportingException KEY_NAME if there is none of that name, LAST_KEY if it is the last, STORE_IN_USE, STORE_NOT_WRITABLE
     */
    void removeHolder(String name) throws ReportingException;

    /** Returns whether the user of the operating system can set a forgotten password anew. */
    UserAccess userAccess() throws ReportingException;

    /**
     * Lets the user who is signed in to the operating system set a forgotten password anew.
     *
     * @throws ReportingException KEYRING_SILENT, or as opening
     */
    void allowUser() throws ReportingException;

    /** Takes that away again, from this user and any other who was allowed to. */
    void forbidUser() throws ReportingException;

    /** Returns what was done to the ways of opening the folder, newest first. */
    List<KeyAct> keyActs() throws ReportingException;
}
