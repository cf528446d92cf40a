package org.shangbao.client.application.keeping;

import java.util.List;

/**
 * What restoring a backup would change, before anything is changed.
 *
 * @param backup   the backup, opened and whole
 * @param isNowReadable true if the present state could be read to compare with
 * @param nowSeq   journal number of the last save now, 0 if unreadable
 * @param changes  reports that would differ
 */
public record RestorePreview(BackupEntry backup, boolean isNowReadable, long nowSeq, List<ReportChange> changes) {

    /** Copies the list. */
    public RestorePreview {
        changes = List.copyOf(changes);
    }

    /**
     * A report that would differ.
     *
     * @param report    its id
     * @param figures   figures that would be another one or none
     * @param texts     texts and explanations that would be others or none
     * @param revisions finalized revisions that would be gone
     */
    public record ReportChange(String report, int figures, int texts, int revisions) {}
}
