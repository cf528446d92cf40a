package org.shangbao.client.application.keeping;

import java.time.Instant;
import java.util.Optional;

import org.shangbao.model.error.ReportingException;

/**
 * The way back into a data folder whose password is forgotten: a request goes to the holder of the recovery key, an answer comes back, and the
 * folder opens with the password chosen when asking. Needs neither the old password nor a network. Calls may take seconds.
 */
public interface FolderRecovery {

    /** True if the folder was given a recovery key. */
    boolean isPossible() throws ReportingException;

    /** Returns the request that waits for an answer. */
    Optional<Asked> asked() throws ReportingException;

    /**
     * Asks. A request made before is replaced; an answer to it is of no use any more.
     *
     * @param name      person who will open the folder
     * @param newSecret what will open it, at least 16 bytes
     * @return the request's file
     * @throws ReportingException NO_RECOVERY_KEY, KEY_NAME, STORE_LOCKED if the secret is too short, STORE_NOT_WRITABLE, STORE_IN_USE
     */
    Request ask(String name, byte[] newSecret) throws ReportingException;

    /**
     * Takes the answer: from now on the new secret opens the folder, beside the ways there were.
     *
     * @throws ReportingException RECOVERY_BROKEN if it is no answer to the request made last, STORE_LOCKED if the secret is not the one chosen
     *                            then, STORE_NOT_WRITABLE, STORE_IN_USE
     */
    void take(byte[] answer, byte[] newSecret) throws ReportingException;

    /**
     * A request that waits.
     *
     * @param name        who asked
     * @param checkNumber number to be read out on the telephone
     * @param at          when, by this computer's clock
     */
    record Asked(String name, String checkNumber, Instant at) {}

    /**
     * A request to be sent.
     *
     * @param file        content of the file
     * @param checkNumber number to be read out on the telephone
     */
    record Request(byte[] file, String checkNumber) {}
}
