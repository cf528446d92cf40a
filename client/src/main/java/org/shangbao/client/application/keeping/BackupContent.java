package org.shangbao.client.application.keeping;

import java.util.List;

/**
 * What is in a backup that was opened and found whole.
 *
 * @param unitName    whose it is
 * @param reports     its reports, newest period first
 * @param prints      prints
 * @param scans       scans taken in
 * @param attachments attached files
 * @param missing     how many of those files do not lie beside the backup
 */
public record BackupContent(String unitName, List<Report> reports, int prints, int scans, int attachments, int missing) {

    /** Copies the list. */
    public BackupContent {
        reports = List.copyOf(reports);
    }

    /**
     * A report.
     *
     * @param report    its id
     * @param figures   figures typed
     * @param texts     texts and explanations written
     * @param revisions finalized revisions
     */
    public record Report(String report, int figures, int texts, int revisions) {}
}
