package org.shangbao.client.application.store;

/** Why a backup was made. */
public enum BackupReason {
    /** Once a day. */
    DAILY,
    /** After a report was finalized. */
    FINALIZE,
    /** Before a newer program changed the tables. */
    MIGRATION,
    /** A person asked for it. */
    ASKED
}
