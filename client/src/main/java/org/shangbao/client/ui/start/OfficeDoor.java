package org.shangbao.client.ui.start;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.EnrolmentOffer;
import org.shangbao.client.application.enrolment.EnrolmentSearch;
import org.shangbao.client.application.keeping.BackupContent;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.FolderRecovery;
import org.shangbao.client.application.keeping.OfficeFromBackup;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.model.error.ReportingException;

/** The way into this computer's data folder, before any screen of an office can be shown. Never call from the FX thread. */
public interface OfficeDoor {

    /** Looks at the folder without its key. */
    Standing look() throws ReportingException;

    /**
     * Reads and verifies an enrolment file without using it.
     *
     * @throws ReportingException FILE_UNREADABLE, ENROLMENT_BROKEN
     */
    EnrolmentOffer read(Path file) throws ReportingException;

    /**
     * Makes the folder an office's and opens it.
     *
     * @param account  one of the accounts the file brings
     * @param password what unlocks the folder from now on
     * @throws ReportingException ENROLMENT_BROKEN, ALREADY_ENROLLED, STORE_NOT_WRITABLE; the folder is then as it was
     */
    Opened enrol(Path file, String account, String password) throws ReportingException;

    /**
     * Opens the office's folder.
     *
     * @throws ReportingException STORE_LOCKED if the password is another, STORE_IN_USE, STORE_DAMAGED
     */
    Opened open(String password) throws ReportingException;

    /** Opens the office's folder as {@link #open(String)}, trying this person's password first; from now on it is the one tried first. */
    Opened open(String password, String person) throws ReportingException;

    /** Opens the folder with an unlock file. */
    Opened openWith(Path unlockFile) throws ReportingException;

    /** Opens the folder with the unlock file named on the command line. */
    Opened openAtOnce() throws ReportingException;

    /**
     * Asks the holder of the recovery key for the folder whose password is forgotten.
     *
     * @param name     who asks
     * @param password what will open the folder once the answer is here
     * @param target   where the request is written
     * @return number to be read out on the telephone
     * @throws ReportingException NO_RECOVERY_KEY, STORE_IN_USE, STORE_NOT_WRITABLE
     */
    String askRecovery(String name, String password, Path target) throws ReportingException;

    /**
     * Takes the answer and opens the folder.
     *
     * @param password the one chosen when asking
     * @throws ReportingException RECOVERY_BROKEN, STORE_LOCKED if the password is another, or as {@link #open}
     */
    Opened finishRecovery(Path answer, String password) throws ReportingException;

    /**
     * Looks whether the user of the operating system can set a forgotten password anew. May wait for an answer given to the operating system.
     *
     * @throws ReportingException NO_USER_KEY, KEYRING_SILENT, KEYRING_WITHOUT
     */
    void checkUser() throws ReportingException;

    /**
     * Sets a person's forgotten password anew by the user of the operating system, notes it, and opens the folder with it.
     *
     * @throws ReportingException as {@link #checkUser}, KEY_NAME, or as {@link #open}
     */
    Opened resetByUser(String person, String password) throws ReportingException;

    /** Looks for 授权文件 on drives that can be pulled out; takes seconds where one is slow. */
    List<EnrolmentSearch.Sighted> sticks();

    /**
     * Looks for backups at a place from outside, for a computer on which nothing is enrolled.
     *
     * @throws ReportingException FILE_UNREADABLE
     */
    OfficeFromBackup.Found find(Path place) throws ReportingException;

    /**
     * Tells what is in a backup from outside; changes nothing.
     *
     * @throws ReportingException BACKUP_UNUSABLE, STORE_LOCKED if the password is another
     */
    BackupContent look(Path backup, String password) throws ReportingException;

    /**
     * Makes this computer the office's that a backup is of, and opens it. Given up or failed, nothing of it is left.
     *
     * @throws ReportingException as {@link OfficeFromBackup#take}, or as {@link #open}
     */
    Opened openFrom(Path backup, String password) throws ReportingException;

    /**
     * Takes a backup over whose password is forgotten, to recover it here.
     *
     * @return what the folder tells from now on
     * @throws ReportingException as {@link OfficeFromBackup#take}
     */
    Standing takeLocked(Path backup) throws ReportingException;

    /** Returns the folder's backups, newest first by what they contain. */
    List<BackupEntry> backups() throws ReportingException;

    /**
     * Looks what restoring would change, with the secret that was tried last.
     *
     * @throws ReportingException BACKUP_UNUSABLE, STORE_LOCKED, STORE_IN_USE
     */
    RestorePreview preview(Path backup) throws ReportingException;

    /** Puts the folder back to a backup, sets aside what is there, and opens it with the secret that was tried last. */
    Opened restore(Path backup) throws ReportingException;

    /**
     * What a folder tells without its key.
     *
     * @param folder   where it is
     * @param entrance how one comes in
     * @param unitName whose it is, empty if nobody's or not legible
     * @param contact  telephone of the level above, empty if not known
     * @param recovery the way back if the password is forgotten
     * @param people   who has a password here
     */
    record Standing(Path folder, Entrance entrance, String unitName, String contact, Recovery recovery, People people) {}

    /**
     * Who has a password.
     *
     * @param names names, as {@code keys.json} tells everybody
     * @param last  who opened the folder last, empty if not known
     */
    record People(List<String> names, String last) {
        /** Nobody is known. */
        public static final People NONE = new People(List.of(), "");

        /** Copies the list. */
        public People {
            names = List.copyOf(names);
        }

        /** Returns who is taken for the one who comes now: the last, or the first. */
        public String likely() {
            return names.contains(last) || names.isEmpty() ? last : names.getFirst();
        }
    }

    /**
     * The way back.
     *
     * @param isPossible true if the folder was given a recovery key
     * @param asked      request that waits for its answer, null if none does
     * @param isByUser   true if a user of the operating system was allowed to set passwords anew
     */
    record Recovery(boolean isPossible, FolderRecovery.@Nullable Asked asked, boolean isByUser) {
        /** No way back. */
        public static final Recovery NONE = new Recovery(false, null, false);
    }

    /** How one comes in. */
    enum Entrance {
        /** Nothing is enrolled here. */
        ENROL,
        /** An office's; a password is needed. */
        PASSWORD,
        /** An office's; its unlock file was named when the program was started. */
        UNLOCK_FILE
    }

    /**
     * An open office.
     *
     * @param repairs what was found and put right when it was opened
     * @param place   figure to begin at, empty for the first screen
     */
    record Opened(UiServices services, Office office, StoreRepairs repairs, String place) {
        /** Returns the same beginning at a figure. */
        public Opened at(String figure) {
            return new Opened(services, office, repairs, figure);
        }
    }
}
