package org.shangbao.client.application.paper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.shangbao.model.error.ReportingException;

/**
 * The folder a scanner puts its files into. A file is named once it is whole, until it is taken or left; nothing is taken by itself. Safe to
 * share between threads; never call from the UI thread.
 */
public interface ScanFolder {

    /** Returns the folder that was chosen. */
    Optional<Path> folder() throws ReportingException;

    /** Chooses the folder. */
    void choose(Path folder) throws ReportingException;

    /** Looks at no folder any more. */
    void forget() throws ReportingException;

    /**
     * Returns the whole files that came since and were neither taken nor left; none without a folder.
     *
     * @param since files older than this are none of this report's
     * @throws ReportingException FILE_UNREADABLE if the folder is gone
     */
    List<Path> look(Instant since) throws ReportingException;

    /** Names these files no more: they were taken, or nobody wants them. */
    void settle(List<Path> files);
}
