package org.shangbao.client.application.keeping;

import java.nio.file.Path;
import java.time.Instant;

import org.shangbao.client.application.store.BackupReason;

/**
 * A backup file.
 *
 * @param file   where it is
 * @param reason why it was made
 * @param seq    journal number of the last save in it
 * @param bytes  its size
 * @param at     when it was written, by this computer's clock
 */
public record BackupEntry(Path file, BackupReason reason, long seq, long bytes, Instant at) {}
