package org.shangbao.client.application.keeping;

import java.util.Optional;

import org.shangbao.model.error.ReportingException;

/**
 * What the operating system keeps for the user who is signed in to it, and for nobody else: Credential Manager, Secret Service, Keychain. A
 * call may ask the person something outside this program; it ends after a bounded time. Never call from the UI thread.
 */
public interface UserKeyring {

    /**
     * Keeps a secret; one kept under the same name is replaced.
     *
     * @throws ReportingException KEYRING_SILENT
     */
    void keep(String name, byte[] secret) throws ReportingException;

    /**
     * Returns a secret, empty if none is kept under the name.
     *
     * @throws ReportingException KEYRING_SILENT
     */
    Optional<byte[]> find(String name) throws ReportingException;

    /**
     * Forgets a secret; nothing happens if there is none.
     *
     * @throws ReportingException KEYRING_SILENT
     */
    void forget(String name) throws ReportingException;

    /** Returns the user's name in the operating system. */
    String user();
}
