package org.shangbao.client.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups and the office's files a second time, in a folder on another drive: {@code shangbao-<unit>/} with the same backup files and
 * {@code files/}. Everything lies there encrypted as it lies here. Files are named by their content and never change, so only missing ones
 * are copied; none is deleted there.
 */
final class SecondCopies {
    /** Room that is left on the other drive. */
    private static final long ROOM_LEFT = 200L << 20;
    private static final int MOST_FILES = 200_000;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.file");
    private static final Logger LOG = LoggerFactory.getLogger(SecondCopies.class);

    private final Disk disk;
    private final DataFolder folder;
    private final Path target;

    SecondCopies(Disk disk, DataFolder folder, Path chosen, String unit) {
        this.disk = disk;
        this.folder = folder;
        this.target = chosen.resolve("shangbao-" + unit);
    }

    /** Returns the folder of the copies of a backup's files, which lies beside it. */
    static Path filesBeside(Path backup) {
        return backup.resolveSibling("files");
    }

    /** Files beside a backup. */
    record Beside(int files, long bytes) {}

    /** Counts the files beside a backup. */
    static Beside beside(Path backup) throws ReportingException {
        try {
            long bytes = 0;
            List<Path> files = copies(filesBeside(backup));
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return new Beside(files.size(), bytes);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(backup.getFileName())), e);
        }
    }

    /** Returns the files in a folder of encrypted files, whatever else somebody may have put there. */
    private static List<Path> copies(Path from) throws IOException {
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(from, 2)) {
            return all.filter(each -> NAME.matcher(each.getFileName().toString()).matches()
                    && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)).limit(MOST_FILES).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** How it stands there, without copying anything. */
    SecondDrive look() {
        Path chosen = target.resolveSibling(".").normalize();
        if (!Files.isDirectory(chosen)) {
            return new SecondDrive(chosen, SecondDrive.State.MISSING, null);
        }
        try {
            List<Path> there = BackupArchive.newestFirst(target);
            Instant newest = there.isEmpty() ? null : Files.getLastModifiedTime(there.getFirst()).toInstant();
            if (there.isEmpty()) {
                return new SecondDrive(chosen, SecondDrive.State.EMPTY, null);
            }
            List<Path> here = BackupArchive.newestFirst(folder.backups());
            boolean isBehind = !here.isEmpty() && here.getFirst().getFileName().toString().compareTo(
                    there.getFirst().getFileName().toString()) > 0;
            return new SecondDrive(chosen, isBehind ? SecondDrive.State.BEHIND : SecondDrive.State.WELL, newest);
        } catch (ReportingException | IOException e) {
            LOG.warn("The second drive cannot be read", e);
            return new SecondDrive(chosen, SecondDrive.State.MISSING, null);
        }
    }

    /**
     * Copies a backup that counts, and every file the office has that is not there yet; removes backups beyond those that are kept.
     *
     * @throws ReportingException STORE_NOT_WRITABLE if the drive is not there, is full or fails; what was copied before stays
     */
    void take(Path backup, BackupFiles files) throws ReportingException {
        if (!Files.isDirectory(target.resolveSibling(".").normalize())) {
            throw DataFolder.notWritable(new IOException(String.valueOf(target.getParent())));
        }
        try {
            Files.createDirectories(target);
            copy(backup, target.resolve(backup.getFileName().toString()));
            Watched.whole(() -> {
                BackupArchive.manifestAndDatabaseAreWhole(target.resolve(backup.getFileName().toString()), target);
                return Boolean.TRUE;
            });
            files.rotate(target);
            mirror(folder.files(), target.resolve("files"), disk);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Returns the backups there; none if the drive is not there. */
    List<Path> list() throws ReportingException {
        return BackupArchive.newestFirst(target);
    }

    /** Brings files the office misses back from beside a backup. */
    static void bringBack(Path backup, DataFolder folder, Disk disk) throws ReportingException {
        try {
            int count = mirror(filesBeside(backup), folder.files(), disk);
            LOG.info("{} files came back with the backup", count);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Brings files that are missing under {@code to} over from {@code from}; returns how many. */
    static int mirror(Path from, Path to, Disk disk) throws IOException {
        int copied = 0;
        List<Path> files = copies(from);
        for (int done = 0; done < files.size(); done++) {
            Watched.current().at(done, files.size());
            Watched.current().orGiveUp();
            Path file = files.get(done);
            Path there = to.resolve(from.relativize(file).toString());
            if (!Files.exists(there) || Files.size(there) != Files.size(file)) {
                Files.createDirectories(there.resolveSibling("."));
                if (disk.free(there.resolveSibling(".")) - Files.size(file) < ROOM_LEFT) {
                    throw new IOException("No space left: " + to);
                }
                copy(disk, file, there);
                copied++;
            }
        }
        return copied;
    }

    private void copy(Path from, Path to) throws IOException {
        if (disk.free(target) - Files.size(from) < ROOM_LEFT) {
            throw new IOException("No space left: " + target);
        }
        copy(disk, from, to);
    }

    static void copy(Disk disk, Path from, Path to) throws IOException {
        Path temporary = to.resolveSibling(UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = disk.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                Files.copy(from, out);
                channel.force(true);
            }
            disk.move(temporary, to);
            disk.syncDirectory(to.resolveSibling("."));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
