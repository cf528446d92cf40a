package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names inside a data folder ({@code docs/formats/data-folder.md}).
 *
 * @param root the folder, absolute
 */
public record DataFolder(Path root) {
    private static final int MOST_NAME_BYTES = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    /** @throws IllegalArgumentException if the path holds a semicolon, which the database would read as a setting */
    public DataFolder {
        root = root.toAbsolutePath().normalize();
        if (root.toString().indexOf(';') >= 0) {
            throw new IllegalArgumentException("a data folder's path must not contain a semicolon: " + root);
        }
    }

    /** Returns the file that holds the key envelopes. */
    public Path keys() { return root.resolve("keys.json"); }

    /** Returns the file that holds what may be known without a key. */
    public Path about() { return root.resolve("about.json"); }

    /** Returns the folder of the journal. */
    public Path journal() { return root.resolve("journal"); }

    /** Returns the database as H2 names it, without its suffix. */
    public Path database() { return root.resolve("store").resolve("main"); }

    /** Returns the database file. */
    public Path databaseFile() { return root.resolve("store").resolve("main.mv.db"); }

    /** Returns the note that stands while the database is being opened. */
    public Path opening() {
        return root.resolve("store").resolve("opening");
    }

    /** Returns the file with the high-water mark. */
    public Path highWater() { return root.resolve("high-water"); }

    /** Returns the second copy of the key envelopes. */
    public Path keysCopy() { return root.resolve("keys.copy.json"); }

    /** Returns the file of a recovery request that waits for its answer. */
    public Path recovery() { return root.resolve("recovery.json"); }

    /** Returns the note of a folder whose office comes from a backup when it is opened first. */
    public Path fromBackup() {
        return root.resolve("from-backup");
    }

    /** Returns the folder where files are kept that were damaged and replaced. */
    public Path setAside() {
        return root.resolve("set-aside");
    }

    /** Returns the folder of the backups. */
    public Path backups() { return root.resolve("backups"); }

    /** Returns the folder of the encrypted files. */
    public Path files() { return root.resolve("files"); }

    /** Returns the folder of the logs. */
    public Path logs() { return root.resolve("logs"); }

    /** Returns the lock file. */
    public Path lock() { return root.resolve("in-use.lock"); }

    /** Returns the note of the person whose password opened the folder last. */
    public Path openedBy() { return root.resolve("opened-by"); }

    /** Returns the person whose password opened the folder last, empty if not known; {@code keys.json} names the same persons. */
    public String lastPerson() {
        try {
            return Files.exists(openedBy()) && Files.size(openedBy()) <= MOST_NAME_BYTES ? Files.readString(openedBy()).strip() : "";
        } catch (IOException e) {
            LOG.info("The note of who opened last cannot be read; everybody is tried in turn", e);
            return "";
        }
    }

    /** Notes whose password is tried first from now on; the folder opens without this note as well. */
    public void notePerson(String name) {
        try {
            Files.writeString(openedBy(), name);
        } catch (IOException e) {
            LOG.info("Who opened the folder could not be noted", e);
        }
    }

    /** True if the folder belongs to an office or once did. */
    public boolean isOffice() {
        return Files.exists(keys()) || Files.exists(keysCopy());
    }

    /** Writes what may be known of this folder without a key. */
    public void describe(byte[] about) throws ReportingException {
        writeWhole(about(), about);
    }

    /** Removes a folder in which nothing is. */
    static void deleteIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} stays, there is something in it", directory.getFileName());
        } catch (IOException e) {
            LOG.warn("An empty folder stays behind", e);
        }
    }

    /** Writes a small file whole or not at all, and durably. */
    static void writeWhole(Path target, byte[] bytes) throws ReportingException {
        writeWhole(Disk.SYSTEM, target, bytes);
    }

    /** Writes a small file whole or not at all, and durably. */
    static void writeWhole(Disk disk, Path target, byte[] bytes) throws ReportingException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            try (FileChannel channel = disk.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                long at = 0;
                while (buffer.hasRemaining()) {
                    at += channel.write(buffer, at);
                }
                channel.force(true);
            }
            disk.move(temporary, target);
            disk.syncDirectory(target.resolveSibling("."));
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    static ReportingException notWritable(Exception cause) {
        String message = cause.getMessage();
        String detail = message == null ? cause.getClass().getSimpleName() : message.lines().findFirst().orElse("");
        return new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", detail), cause);
    }
}
