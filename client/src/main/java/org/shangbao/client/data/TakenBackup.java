package org.shangbao.client.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The note {@code from-backup}: this folder's keys and files came from a backup to a new computer, its database comes when the folder is opened
 * first. Until then nobody had to know the password.
 */
final class TakenBackup {
    private static final int MOST_BYTES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(TakenBackup.class);

    private TakenBackup() {}

    /** Notes which of the folder's backups it begins with. */
    static void note(DataFolder folder, Path backup) throws ReportingException {
        DataFolder.writeWhole(folder.fromBackup(), backup.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts the backup in its place if the folder waits for that.
     *
     * @return true if the folder begins with a backup, and so a history of its own
     * @throws ReportingException BACKUP_UNUSABLE, STORE_NOT_WRITABLE; the folder waits on then
     */
    static boolean put(Disk disk, DataFolder folder, DataKey key, List<String> steps) throws ReportingException {
        if (!Files.exists(folder.fromBackup())) {
            return false;
        }
        if (!Files.exists(folder.databaseFile())) {
            BackupFiles files = new BackupFiles(disk, folder, key, steps);
            try (BackupFiles.Trial trial = files.tryOut(noted(folder, files))) {
                Restoring.put(disk, folder, key, trial);
                LOG.info("The office comes from a backup, save {}", trial.manifest().seq());
            }
        }
        return true;
    }

    private static Path noted(DataFolder folder, BackupFiles files) throws ReportingException {
        try {
            String name = Files.size(folder.fromBackup()) > MOST_BYTES ? "" : Files.readString(folder.fromBackup());
            return files.newestFirst().stream().filter(file -> file.getFileName().toString().equals(name)).findFirst()
                    .orElseThrow(() -> BackupArchive.unusable(null));
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** The folder is an office's like any other from now on. */
    static void forget(DataFolder folder) throws ReportingException {
        try {
            Files.deleteIfExists(folder.fromBackup());
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }
}
