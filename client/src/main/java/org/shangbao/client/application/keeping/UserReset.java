package org.shangbao.client.application.keeping;

import java.util.List;

import org.shangbao.model.error.ReportingException;

/**
 * The way back into a data folder whose password is forgotten, by the user of the operating system who was allowed to open it: a person's
 * password is replaced. Calls may take as long as a person needs to answer the operating system.
 */
public interface UserReset {

    /** True if some user of the operating system was allowed to; whether it is this one, {@link #check} tells. */
    boolean isOffered() throws ReportingException;

    /** Returns the persons whose password can be replaced. */
    List<String> people() throws ReportingException;

    /**
     * Looks whether this user can open the folder; changes nothing.
     *
     * @throws ReportingException NO_USER_KEY, KEYRING_SILENT, KEYRING_WITHOUT
     */
    void check() throws ReportingException;

    /**
     * Replaces a person's password. What is done is noted in the store first.
     *
     * @param newSecret at least 16 bytes
     * @throws ReportingException as {@link #check}, KEY_NAME if there is no such person, STORE_IN_USE, STORE_NOT_WRITABLE
     */
    void reset(String name, byte[] newSecret) throws ReportingException;
}
