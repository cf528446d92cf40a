package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of the database as files ({@code docs/formats/backup-v1.md}). A backup counts only after its copy of the database was opened, every
 * row was read and the rows added up, and after the finished file was read back. Names begin with the journal number, so order does not
 * depend on a clock.
 */
final class BackupFiles {
    private static final int NEWEST_KEPT = 7;
    private static final int FINALIZED_KEPT = 8;
    private static final Logger LOG = LoggerFactory.getLogger(BackupFiles.class);

    private final Disk disk;
    private final DataFolder folder;
    private final DataKey key;
    private final List<String> steps;

    BackupFiles(Disk disk, DataFolder folder, DataKey key, List<String> steps) {
        this.disk = disk;
        this.folder = folder;
        this.key = key;
        this.steps = steps;
    }

    /** Something that writes H2's own ZIP of a consistent database. */
    @FunctionalInterface
    interface Copying {
        /** Writes it. */
        void to(Path zip) throws SQLException;
    }

    /** Returns the backups, newest first by what they contain. */
    List<Path> newestFirst() throws ReportingException {
        return BackupArchive.newestFirst(folder.backups());
    }

    /**
     * Makes a backup and opens it before it counts.
     *
     * @throws ReportingException BACKUP_UNUSABLE if the copy does not open or does not add up, STORE_NOT_WRITABLE
     */
    Path make(BackupReason reason, Copying copying) throws ReportingException {
        Path scratch = scratch(folder);
        try {
            Path zip = scratch.resolve("h2.zip");
            copying.to(zip);
            Path copy = scratch.resolve(BackupArchive.DATABASE);
            BackupArchive.unpack(zip, BackupArchive.DATABASE, copy, Long.MAX_VALUE);
            Files.delete(zip);
            Opened opened = test(scratch);
            BackupArchive.Manifest manifest = new BackupArchive.Manifest(BackupArchive.Manifest.FORMAT, 1, reason, opened.place().seq(),
                    opened.place().hash(),
                    opened.schemaVersion(), Files.size(copy), BackupArchive.sha256(copy));
            Path target = folder.backups().resolve(name(manifest));
            Path temporary = scratch.resolve("new");
            write(temporary, manifest, copy);
            readBack(temporary, scratch);
            disk.move(temporary, target);
            disk.syncDirectory(folder.backups());
            return target;
        } catch (SQLException | IOException e) {
            throw DataFolder.notWritable(e);
        } finally {
            clear(scratch);
        }
    }

    /** Makes the backup that lets an older program go on when a newer one changed the tables. */
    Path makeBeforeMigration(Database database, int version) throws ReportingException {
        LOG.info("Tables are brought from version {} to {}; a backup comes first", version, database.newestSchema());
        return make(BackupReason.MIGRATION, database::backupTo);
    }

    static String name(BackupArchive.Manifest manifest) {
        return String.format(Locale.ROOT, "%012d-%s%s", manifest.seq(), manifest.reason().name().toLowerCase(Locale.ROOT),
                BackupArchive.SUFFIX);
    }

    /** Makes a scratch folder of its own; one that is left behind goes with the next backup. */
    static Path scratch(DataFolder folder) throws ReportingException {
        try {
            return Files.createDirectories(folder.backups().resolve("work-" + UUID.randomUUID()));
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Removes what an interrupted backup left behind. */
    void clearLeftovers() throws ReportingException {
        if (!Files.isDirectory(folder.backups())) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.backups())) {
            files.filter(file -> file.getFileName().toString().startsWith("work-")).forEach(BackupFiles::clear);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    static void clear(Path scratch) {
        if (!Files.exists(scratch)) {
            return;
        }
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("A scratch folder stays behind until the next start", e);
        }
    }

    /** How a copy of the database was found. */
    record Opened(JournalPosition place, int schemaVersion) {}

    /** Opens {@code main.mv.db} in a scratch folder, reads every row and adds them up. */
    private Opened test(Path scratch) throws ReportingException {
        try (Database database = Database.openCopy(scratch.resolve("main"), scratch.resolve(BackupArchive.DATABASE), key, steps)) {
            JournalPosition place = database.start();
            int version = database.schemaVersion();
            if (version > steps.size()) {
                throw new ReportingException(ErrorCode.STORE_NEWER, Map.of());
            }
            if (version < steps.size() || database.isWhole()) {
                return new Opened(place, version);
            }
        } catch (SQLException | IllegalStateException | IllegalArgumentException e) { // H2 throws the last two for damaged pages
            throw BackupArchive.unusable(e);
        }
        throw BackupArchive.unusable(null);
    }

    private void write(Path target, BackupArchive.Manifest manifest, Path copy) throws IOException {
        try (FileChannel channel = disk.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            zip.setLevel(Deflater.NO_COMPRESSION);
            entry(zip, BackupArchive.MANIFEST, WireJson.write(manifest));
            for (Path file : List.of(folder.keys(), folder.about())) {
                if (Files.exists(file)) {
                    entry(zip, file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
            zip.putNextEntry(new ZipEntry(BackupArchive.DATABASE));
            Files.copy(copy, zip);
            zip.closeEntry();
            zip.finish();
            channel.force(true);
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Reads what is on the disk now; its database must be the one that was opened. */
    private static void readBack(Path file, Path scratch) throws ReportingException, IOException {
        Path again = scratch.resolve("again");
        BackupArchive.extract(file, again);
        Files.delete(again);
    }

    /** A database copy of a backup that was opened, in a scratch folder. */
    record Trial(BackupArchive.Manifest manifest, Path scratch, Path database) implements AutoCloseable {
        /** Opens the copy, with its tables brought to what this program reads if an older one made it. */
        Database open(DataKey key) throws SQLException, ReportingException {
            Database database = Database.openCopy(scratch.resolve("main"), this.database, key, Database.STEPS);
            database.migrateTo(database.newestSchema());
            return database;
        }

        @Override
        public void close() { clear(scratch); }
    }

    /**
     * Opens a backup aside, to see what is in it.
     *
     * @throws ReportingException BACKUP_UNUSABLE if it is damaged or not this folder's
     */
    Trial tryOut(Path backup) throws ReportingException {
        Path scratch = scratch(folder);
        boolean isGood = false;
        try {
            Path database = scratch.resolve(BackupArchive.DATABASE);
            BackupArchive.Manifest manifest = BackupArchive.extract(backup, database);
            Opened opened = test(scratch);
            if (opened.place().seq() != manifest.seq() || !opened.place().hash().equals(manifest.hash())) {
                throw BackupArchive.unusable(null);
            }
            isGood = true;
            return new Trial(manifest, scratch, database);
        } finally {
            if (!isGood) {
                clear(scratch);
            }
        }
    }

    /** A copy of a database that is worked on, open aside. */
    record Snapshot(Path scratch, Database database) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try {
                database.close();
            } finally {
                clear(scratch);
            }
        }
    }

    /** Copies the database as it is now and opens the copy. */
    Snapshot snapshot(Copying copying) throws SQLException, ReportingException {
        Path scratch = scratch(folder);
        boolean isOpen = false;
        try {
            Path zip = scratch.resolve("h2.zip");
            copying.to(zip);
            BackupArchive.unpack(zip, BackupArchive.DATABASE, scratch.resolve(BackupArchive.DATABASE), Long.MAX_VALUE);
            Files.delete(zip);
            Database copy = Database.openCopy(scratch.resolve("main"), scratch.resolve(BackupArchive.DATABASE), key, steps);
            copy.start();
            isOpen = true;
            return new Snapshot(scratch, copy);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        } finally {
            if (!isOpen) {
                clear(scratch);
            }
        }
    }

    /** Puts a backup's database in the place of the store's, which is not there; false if the backup is not usable. */
    boolean isTaken(Path backup) throws ReportingException {
        try (Trial trial = tryOut(backup)) {
            disk.move(trial.database(), folder.databaseFile());
            disk.syncDirectory(folder.databaseFile().resolveSibling("."));
            return true;
        } catch (ReportingException e) {
            if (e.error() != ErrorCode.BACKUP_UNUSABLE) {
                throw e;
            }
            LOG.warn("The backup {} is not usable", backup.getFileName(), e);
            return false;
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Removes backups beyond those that are kept: the newest ones, and the newest of each finalized report; returns the oldest kept. */
    long rotate(Path directory) throws ReportingException {
        List<Path> all = BackupArchive.newestFirst(directory);
        List<Path> kept = new ArrayList<>(all.subList(0, Math.min(NEWEST_KEPT, all.size())));
        for (BackupReason reason : List.of(BackupReason.FINALIZE, BackupReason.MIGRATION)) {
            all.stream().filter(file -> file.getFileName().toString().contains("-" + reason.name().toLowerCase(Locale.ROOT)))
                    .limit(FINALIZED_KEPT).filter(file -> !kept.contains(file)).forEach(kept::add);
        }
        try {
            for (Path file : all) {
                if (!kept.contains(file)) {
                    disk.delete(file);
                }
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        return kept.stream().mapToLong(file -> Long.parseLong(file.getFileName().toString().substring(0, 12))).min().orElse(0);
    }
}
