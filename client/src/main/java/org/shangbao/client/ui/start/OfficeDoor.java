package org.shangbao.client.ui.start;

import java.nio.file.Path;

import org.shangbao.client.application.enrolment.EnrolmentOffer;
import org.shangbao.client.application.office.Office;
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

    /** Opens the folder with an unlock file. */
    Opened openWith(Path unlockFile) throws ReportingException;

    /** Opens the folder with the unlock file named on the command line. */
    Opened openAtOnce() throws ReportingException;

    /**
     * What a folder tells without its key.
     *
     * @param folder   where it is
     * @param entrance how one comes in
     * @param unitName whose it is, empty if nobody's or not legible
     * @param contact  telephone of the level above, empty if not known
     */
    record Standing(Path folder, Entrance entrance, String unitName, String contact) {}

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
     * @param repaired saves that were restored from the journal
     */
    record Opened(UiServices services, Office office, int repaired) {}
}
