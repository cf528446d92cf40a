package org.shangbao.client.application.keeping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;

/** Backups, the second drive and passwords of an office that is open. Calls may take seconds; never on the UI thread. */
public interface OfficeKeeping {

    /** Returns the backups here and on the second drive, newest first by what they contain. */
    List<BackupEntry> backups() throws ReportingException;

    /**
     * Makes a backup and opens it before it counts; work goes on meanwhile.
     *
     * @throws ReportingException STORE_NOT_WRITABLE, BACKUP_UNUSABLE
     */
    BackupEntry backup() throws ReportingException;

    /**
     * Looks what restoring a backup would change; changes nothing.
     *
     * @throws ReportingException BACKUP_UNUSABLE
     */
    RestorePreview preview(Path backup) throws ReportingException;

    /**
     * Puts the data back to a backup; what is here is set aside first. Whatever was read before is out of date afterwards.
     *
     * @return folder within the data folder where what was here is kept
     * @throws ReportingException BACKUP_UNUSABLE, STORE_NOT_WRITABLE; nothing is changed then
     */
    String restore(Path backup) throws ReportingException;

    /** Returns how the second drive stands. */
    SecondDrive secondDrive() throws ReportingException;

    /**
     * Lets backups be copied to a folder on another drive from now on, and copies the newest at once.
     *
     * @param chosen the folder, null for none
     * @throws ReportingException FOLDER_UNSUITABLE, STORE_NOT_WRITABLE
     */
    SecondDrive useSecondDrive(@Nullable Path chosen) throws ReportingException;

    /**
     * Looks at everything beside the work that goes on; changes nothing. What cannot be looked at while the store is open, opening it, is
     * told as it was found when it was opened.
     *
     * @throws ReportingException STORE_NOT_WRITABLE if there is no room for a copy of the database
     */
    Diagnosis diagnose() throws ReportingException;

    /** Returns what was found when it was looked at last since the start; empty if it was not. */
    Optional<Diagnosis> lastDiagnosis();

    /** Returns what the server knows more than this folder holds, as details of STORE_BEHIND; empty if nothing is, or it was read. */
    Optional<Map<String, String>> behind() throws ReportingException;

    /** Returns the room left on the disk as details of DISK_NEARLY_FULL if it is little; empty otherwise. */
    Optional<Map<String, String>> littleRoom() throws ReportingException;

    /** Notes that the person has read it. */
    void behindRead() throws ReportingException;

    /** Returns the names of all who can open the folder. */
    List<String> people() throws ReportingException;

    /** True if a forgotten password can be recovered from. */
    boolean isRecoverable() throws ReportingException;

    /**
     * Gives a person a password; who has one of that name gets a new one.
     *
     * @param secret at least 16 bytes
     * @throws ReportingException KEY_NAME if it is no name, STORE_NOT_WRITABLE
     */
    void setPassword(String name, byte[] secret) throws ReportingException;

    /**
     * Takes a person's password away; backups made before still open with it.
     *
     * @throws ReportingException KEY_NAME if there is none of that name, LAST_KEY if it is the last
     */
    void remove(String name) throws ReportingException;

    /**
     * Returns whether the user of the operating system can open the folder when the password is forgotten. May ask the operating system if
     * somebody was allowed to.
     */
    UserAccess userAccess() throws ReportingException;

    /**
     * Lets the user who is signed in to the operating system set a forgotten password anew; nothing is changed if this one may already.
     *
     * @throws ReportingException KEYRING_SILENT, STORE_NOT_WRITABLE; nothing is changed then
     */
    void allowUser() throws ReportingException;

    /** Takes that away again, from this user and any other who was allowed to. */
    void forbidUser() throws ReportingException;

    /** Notes that a person's forgotten password was replaced with an answer of the holder of the recovery key. */
    void noteAnswered(String name) throws ReportingException;

    /** Returns what was done to the ways of opening the folder, newest first. */
    List<KeyAct> keyActs() throws ReportingException;
}
