package org.shangbao.client.application.transfer;

import java.nio.file.Path;

import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;

/** Saving and taking 上报数据包. Never call from the UI thread. Safe to share between threads. */
public interface PackageService {

    /**
     * Saves the drafts of a report that wait into a file that only the server can read. They stay in the outbox too.
     *
     * @return how many drafts it carries
     * @throws ReportingException PACKAGE_EMPTY if none waits; PACKAGE_NO_KEY if this office does not know the server's key yet;
     *                            PACKAGE_TOO_LARGE, STORE_NOT_WRITABLE
     */
    int save(ReportId report, Path target) throws ReportingException;

    /**
     * Takes a file: one from the server is stored, one from an office is passed on to the server, or waits in the outbox without a link. Taking
     * the same again changes nothing.
     *
     * @throws ReportingException FILE_UNREADABLE; PACKAGE_BROKEN, PACKAGE_TOO_LARGE, PACKAGE_NEWER; PACKAGE_NOT_FOR_US if it is another
     *                            office's or server's; what the server says of one that was passed on; nothing is changed then
     */
    Taken take(Path file) throws ReportingException;

    /**
     * Saves the server's package for a unit of this office's own subtree: what is new to it, closed for it. Uses the network.
     *
     * @return whether only that unit can read it
     * @throws ReportingException NOT_PERMITTED, UNIT_UNKNOWN, PACKAGE_TOO_LARGE, STORE_NOT_WRITABLE
     */
    Reading saveFor(UnitId unit, Path target) throws ReportingException;

    /** Who can read a package. */
    enum Reading {
        /** Nobody but the unit. */
        CLOSED,
        /** Anybody; the unit never sent a package, so nothing confidential is in it. */
        IN_CLEAR
    }
}
