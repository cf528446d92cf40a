package org.shangbao.client.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
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
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of the database as files ({@code docs/formats/backup-v1.md}). A backup counts only after its copy of the database was opened, every
 * row was read and the rows added up, and after the finished file was read back. Names begin with the journal number, so order does not
 * depend on a clock.
 */
final class BackupFiles {
    static final String SUFFIX = ".shangbao-backup";
    private static final String MANIFEST = "manifest.json";
    private static final String DATABASE = "main.mv.db";
    private static final int MOST_MANIFEST_BYTES = 1 << 16;
    private static final int NEWEST_KEPT = 7;
    private static final int FINALIZED_KEPT = 8;
    private static final Logger LOG = LoggerFactory.getLogger(BackupFiles.class);

    private final Disk disk;
    private final DataFolder folder;
    private final DataKey key;
    private final List<String> steps;

    /** What a backup says of itself. */
    record Manifest(String format, int version, BackupReason reason, long seq, String hash, int schemaVersion, long databaseBytes,
            String databaseSha256) {
        static final String FORMAT = "shangbao-backup";
    }

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
        return newestFirst(folder.backups());
    }

    static List<Path> newestFirst(Path directory) throws ReportingException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{12}-[a-z]+\\" + SUFFIX))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed()).toList();
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /**
     * Makes a backup and opens it before it counts.
     *
     * @throws ReportingException BACKUP_UNUSABLE if the copy does not open or does not add up, STORE_NOT_WRITABLE
     */
    Path make(BackupReason reason, Copying copying) throws ReportingException {
        Path scratch = scratch();
        try {
            Path zip = scratch.resolve("h2.zip");
            copying.to(zip);
            Path copy = scratch.resolve(DATABASE);
            unpack(zip, DATABASE, copy, Long.MAX_VALUE);
            Files.delete(zip);
            Opened opened = test(scratch);
            Manifest manifest = new Manifest(Manifest.FORMAT, 1, reason, opened.place().seq(), opened.place().hash(),
                    opened.schemaVersion(), Files.size(copy), sha256(copy));
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

    private static String name(Manifest manifest) {
        return String.format(Locale.ROOT, "%012d-%s%s", manifest.seq(), manifest.reason().name().toLowerCase(Locale.ROOT), SUFFIX);
    }

    private Path scratch() throws ReportingException {
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
        try (Database database = Database.open(Disk.SYSTEM, scratch.resolve("main"), scratch.resolve(DATABASE), key, steps)) {
            JournalPosition place = database.start();
            int version = database.schemaVersion();
            if (version > steps.size()) {
                throw new ReportingException(ErrorCode.STORE_NEWER, Map.of());
            }
            if (version < steps.size() || database.isWhole()) {
                return new Opened(place, version);
            }
        } catch (SQLException | IllegalStateException | IllegalArgumentException e) { // H2 throws the last two for damaged pages
            throw unusable(e);
        }
        throw unusable(null);
    }

    private static ReportingException unusable(@org.jspecify.annotations.Nullable Exception cause) {
        return new ReportingException(ErrorCode.BACKUP_UNUSABLE, Map.of("file", ""), cause);
    }

    private void write(Path target, Manifest manifest, Path copy) throws IOException {
        try (FileChannel channel = disk.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            zip.setLevel(Deflater.NO_COMPRESSION);
            entry(zip, MANIFEST, WireJson.write(manifest));
            for (Path file : List.of(folder.keys(), folder.about())) {
                if (Files.exists(file)) {
                    entry(zip, file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
            zip.putNextEntry(new ZipEntry(DATABASE));
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
        extract(file, again);
        Files.delete(again);
    }

    /**
     * Reads a backup's manifest.
     *
     * @throws ReportingException BACKUP_UNUSABLE if it is none
     */
    static Manifest manifest(Path backup) throws ReportingException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            return manifest(zip);
        } catch (IOException | WireFormatException e) {
            throw unusable(e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, WireFormatException, ReportingException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw unusable(null);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = WireJson.read(in.readNBytes(MOST_MANIFEST_BYTES), Manifest.class);
            if (!manifest.format().equals(Manifest.FORMAT) || manifest.version() != 1) {
                throw unusable(null);
            }
            return manifest;
        }
    }

    /** Takes the database out of a backup; its digest must be the stated one. */
    static Manifest extract(Path backup, Path target) throws ReportingException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Manifest manifest = manifest(zip);
            unpack(backup, DATABASE, target, manifest.databaseBytes());
            if (Files.size(target) != manifest.databaseBytes() || !sha256(target).equals(manifest.databaseSha256())) {
                throw unusable(null);
            }
            return manifest;
        } catch (IOException | WireFormatException e) {
            throw unusable(e);
        }
    }

    private static void unpack(Path file, String name, Path target, long most) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("no " + name + " in " + file.getFileName());
            }
            try (InputStream in = zip.getInputStream(entry);
                    FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                byte[] buffer = new byte[1 << 16];
                long left = most;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new IOException("longer than stated");
                    }
                    out.write(buffer, 0, read);
                }
                channel.force(true);
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return Sha256.of(digest).hex();
    }

    /** A database copy of a backup that was opened, in a scratch folder. */
    record Trial(Manifest manifest, Path scratch, Path database) implements AutoCloseable {
        @Override
        public void close() { clear(scratch); }
    }

    /**
     * Opens a backup aside, to see what is in it.
     *
     * @throws ReportingException BACKUP_UNUSABLE if it is damaged or not this folder's
     */
    Trial tryOut(Path backup) throws ReportingException {
        Path scratch = scratch();
        boolean isGood = false;
        try {
            Path database = scratch.resolve(DATABASE);
            Manifest manifest = extract(backup, database);
            Opened opened = test(scratch);
            if (opened.place().seq() != manifest.seq() || !opened.place().hash().equals(manifest.hash())) {
                throw unusable(null);
            }
            isGood = true;
            return new Trial(manifest, scratch, database);
        } finally {
            if (!isGood) {
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
        List<Path> all = newestFirst(directory);
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
