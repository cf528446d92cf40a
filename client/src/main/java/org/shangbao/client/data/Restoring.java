package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a backup in the place of what is here. Database, journal and mark are set aside first and put back if it does not succeed; nobody may
 * have them open meanwhile.
 */
final class Restoring {
    private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

    private Restoring() {}

    /**
     * Restores.
     *
     * @param trial a backup that was opened and found whole
     * @return folder within the data folder where the files are that were here
     */
    static String put(Disk disk, DataFolder folder, DataKey key, BackupFiles.Trial trial) throws ReportingException {
        SetAside setAside = new SetAside(disk, folder);
        JournalPosition place = new JournalPosition(trial.manifest().seq(), trial.manifest().hash());
        boolean isDone = false;
        try {
            // the mark is never missing: ended in the middle, the next start finds less than was reported and says so, or nothing changed
            setAside.copy(folder.highWater());
            List<Path> old = new ArrayList<>(JournalReader.segments(folder.journal()));
            old.add(Anchor.file(folder.journal()));
            setAside.move(old);
            Anchor.write(disk, folder.journal(), key, place);
            setAside.move(List.of(folder.databaseFile()));
            Files.createDirectories(folder.databaseFile().resolveSibling("."));
            disk.move(trial.database(), folder.databaseFile());
            disk.syncDirectory(folder.databaseFile().resolveSibling("."));
            try (HighWater highWater = HighWater.read(disk, folder.highWater())) {
                highWater.note(place.seq(), place.hash());
                highWater.force();
            }
            isDone = true;
            LOG.warn("Restored save {} by request; what was here is in {}", place.seq(), setAside.name());
            return setAside.name();
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        } finally {
            if (!isDone) {
                undo(folder, setAside);
            }
        }
    }

    private static void undo(DataFolder folder, SetAside setAside) throws ReportingException {
        try {
            Files.deleteIfExists(Anchor.file(folder.journal()));
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        setAside.undo();
    }
}
