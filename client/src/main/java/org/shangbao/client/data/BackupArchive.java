package org.shangbao.client.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup file as it lies on a disk ({@code docs/formats/backup-v1.md}): what it says of itself, the keys and the database in it. Bounded
 * reading only; whether the database opens is not looked at here.
 */
final class BackupArchive {
    static final String SUFFIX = ".shangbao-backup";
    static final String MANIFEST = "manifest.json";
    static final String DATABASE = "main.mv.db";
    private static final int MOST_MANIFEST_BYTES = 1 << 16;
    private static final int MOST_SMALL_BYTES = 1 << 20;
    private static final int MOST_ENVELOPES = 400;
    /** Four times what this program stretches a secret with; a stranger's file must not ask for all memory there is. */
    private static final int MOST_STRETCHING_KIB = 128 * 1024;
    private static final int END_BYTES = 22;
    private static final int MOST_ENTRIES = 16;
    private static final int MOST_DIRECTORY_BYTES = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(BackupArchive.class);

    private BackupArchive() {}

    /** What a backup says of itself. */
    record Manifest(String format, int version, BackupReason reason, long seq, String hash, int schemaVersion, long databaseBytes,
            String databaseSha256) {
        static final String FORMAT = "shangbao-backup";
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

    static ReportingException unusable(@org.jspecify.annotations.Nullable Exception cause) {
        return new ReportingException(ErrorCode.BACKUP_UNUSABLE, Map.of("file", ""), cause);
    }

    /** Reads a copy of a backup that counts: its database must be the one that was opened then. */
    static void manifestAndDatabaseAreWhole(Path backup, Path directory) throws ReportingException {
        Path again = directory.resolve("work-" + UUID.randomUUID());
        try {
            extract(backup, again);
        } finally {
            BackupFiles.clear(again);
        }
    }

    /**
     * Reads the key envelopes in a backup.
     *
     * @throws ReportingException BACKUP_UNUSABLE if there are none
     */
    static DataKey.KeyFile keys(Path backup) throws ReportingException {
        try (ZipFile zip = zip(backup)) {
            manifest(zip);
            DataKey.KeyFile keys = WireJson.read(small(zip, "keys.json"), DataKey.KeyFile.class);
            if (keys.envelopes().size() > MOST_ENVELOPES
                    || keys.envelopes().stream().anyMatch(envelope -> envelope.memoryKib() > MOST_STRETCHING_KIB)) {
                throw unusable(null);
            }
            return keys;
        } catch (IOException | WireFormatException e) {
            throw unusable(e);
        }
    }

    /** Opens the ZIP file after a look at its end: Java reads a directory of any size into memory. */
    private static ZipFile zip(Path backup) throws IOException, ReportingException {
        byte[] bytes = new byte[END_BYTES];
        try (RandomAccessFile file = new RandomAccessFile(backup.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - END_BYTES));
            file.readFully(bytes);
        }
        ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (end.getInt(0) != 0x06054b50 || end.getShort(10) > MOST_ENTRIES || end.getShort(10) < 0
                || Integer.compareUnsigned(end.getInt(12), MOST_DIRECTORY_BYTES) > 0) {
            throw unusable(null);
        }
        return new ZipFile(backup.toFile());
    }

    /** Returns what a backup tells of its folder without a key, empty if nothing. */
    static byte[] about(Path backup) throws ReportingException {
        try (ZipFile zip = zip(backup)) {
            return zip.getEntry("about.json") == null ? new byte[0] : small(zip, "about.json");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static byte[] small(ZipFile zip, String name) throws IOException, ReportingException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw unusable(null);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(MOST_SMALL_BYTES);
        }
    }

    /**
     * Reads a backup's manifest.
     *
     * @throws ReportingException BACKUP_UNUSABLE if it is none
     */
    static Manifest manifest(Path backup) throws ReportingException {
        try (ZipFile zip = zip(backup)) {
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

    /** Describes a backup. */
    static BackupEntry entry(Path file) throws ReportingException {
        Manifest manifest = manifest(file);
        try {
            return new BackupEntry(file, manifest.reason(), manifest.seq(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Describes backups, newest first by what they contain; each name once, what cannot be read left out. */
    static List<BackupEntry> entries(List<Path> backups) {
        List<BackupEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : backups) {
            try {
                if (!names.contains(file.getFileName().toString())) {
                    entries.add(entry(file));
                    names.add(file.getFileName().toString());
                }
            } catch (ReportingException e) {
                LOG.warn("{} is no usable backup", file.getFileName(), e);
            }
        }
        entries.sort(Comparator.comparingLong(BackupEntry::seq).reversed());
        return entries;
    }

    /** Takes the database out of a backup; its digest must be the stated one. */
    static Manifest extract(Path backup, Path target) throws ReportingException {
        try (ZipFile zip = zip(backup)) {
            Manifest manifest = manifest(zip);
            // nothing is compressed in it, so nothing can be larger than it is
            if (manifest.databaseBytes() > Files.size(backup)) {
                throw unusable(null);
            }
            unpack(backup, DATABASE, target, manifest.databaseBytes());
            if (Files.size(target) != manifest.databaseBytes() || !sha256(target).equals(manifest.databaseSha256())) {
                throw unusable(null);
            }
            return manifest;
        } catch (IOException | WireFormatException e) {
            throw unusable(e);
        }
    }

    static void unpack(Path file, String name, Path target, long most) throws IOException {
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
                    Watched.current().orGiveUp();
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

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return Sha256.of(digest).hex();
    }
}
