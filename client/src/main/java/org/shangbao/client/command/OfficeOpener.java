package org.shangbao.client.command;

import java.nio.file.Path;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.FolderKeeping;
import org.shangbao.client.application.keeping.FolderRecovery;
import org.shangbao.client.application.keeping.UserReset;
import org.shangbao.client.application.office.Office;
import org.shangbao.model.error.ReportingException;

/** Opens data folders for commands; implemented by the launcher. */
public interface OfficeOpener {

    /** Opens an enrolled data folder. */
    OpenOffice open(Path data, byte[] secret, Locale locale) throws ReportingException;

    /** Takes a later enrolment file of the same office: new secrets, and the recovery key. */
    Office renew(Path data, Path enrolmentFile, byte[] secret) throws ReportingException;

    /** Makes a data folder an office's. */
    Office enrol(Path data, Path enrolmentFile, String account, byte[] secret) throws ReportingException;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param data   data folder, null for the place of this system
     * @param secret what unlocks it, null to ask in the window
     */
    void window(@Nullable Path data, byte @Nullable [] secret, Locale locale) throws ReportingException;

    /**
     * A data folder taken for work on it as a whole.
     *
     * @param <T> what can be done with it
     */
    interface Held<T> extends AutoCloseable {
        /** Returns what can be done with the folder. */
        T folder();

        @Override
        void close();
    }

    /**
     * Takes a data folder for work on it as a whole.
     *
     * @param secret what unlocks it
     */
    Held<FolderKeeping> keeping(Path data, byte[] secret) throws ReportingException;

    /** Returns the way back into a data folder whose password is forgotten. */
    FolderRecovery recovery(Path data) throws ReportingException;

    /** Takes a data folder whose password is to be set anew by the user of the operating system. */
    Held<UserReset> reset(Path data) throws ReportingException;
}
