package org.shangbao.client.application.keeping;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How backups stand on a second drive.
 *
 * @param folder folder that was chosen, null if none was
 * @param state  how it stands
 * @param newest when the newest backup there was written, by this computer's clock; null if there is none
 */
public record SecondDrive(@Nullable Path folder, State state, @Nullable Instant newest) {
    /** No folder was chosen. */
    public static final SecondDrive NONE = new SecondDrive(null, State.NOT_CHOSEN, null);

    /** A state. */
    public enum State {
        /** No folder was chosen. */
        NOT_CHOSEN,
        /** The newest backup is there too. */
        WELL,
        /** A backup is there, not the newest. */
        BEHIND,
        /** The folder is there, no backup in it yet. */
        EMPTY,
        /** The folder is not there: a drive is not plugged in, or failed. */
        MISSING
    }
}
