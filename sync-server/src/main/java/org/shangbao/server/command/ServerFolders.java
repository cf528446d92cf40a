package org.shangbao.server.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.Unit;

/** What a command needs from the launcher: data folders that are made, opened and run. */
public interface ServerFolders {
    /**
     * Makes a data folder with a new key, the shipped edition and a unit list.
     *
     * @param data  folder, made if it is not there
     * @param port  port to listen on, 0 for any
     * @param url   base URL for clients, null for loopback with that port
     * @param units the unit list
     * @param root  unit the server is rooted at, null for the list's root
     * @throws ReportingException COMMAND_LINE if it is initialised already, UNIT_UNKNOWN, STORE_NOT_WRITABLE
     */
    void init(Path data, int port, @Nullable String url, List<Unit> units, @Nullable String root) throws ReportingException;

    /**
     * Returns the public recovery key that enrolment files carry, Base64; empty if there is none.
     *
     * @throws ReportingException COMMAND_LINE if the folder is not initialised
     */
    String recoveryKey(Path data) throws ReportingException;

    /** Returns the time by this computer's clock. */
    Instant now();

    /** Lets enrolment files carry this public recovery key from now on; a running server is not disturbed. */
    void keepRecoveryKey(Path data, String publicKey) throws ReportingException;

    /**
     * Opens a data folder for one command.
     *
     * @throws ReportingException COMMAND_LINE if it is not initialised, STORE_IN_USE while the server runs on the embedded database
     */
    ServerSession open(Path data) throws ReportingException;

    /**
     * Runs the server until the process is told to end.
     *
     * @param port  port to listen on, null for the one of the settings
     * @param ready told the URL once calls are answered
     * @throws ReportingException as {@link #open}; SERVER_UNREACHABLE if the port is taken
     */
    void run(Path data, @Nullable Integer port, Consumer<String> ready) throws ReportingException;
}
