package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * The few things the store asks of a disk when it writes, so that a proof can put itself between: what is written, what is forced, which
 * names were made durable.
 */
interface Disk {
    /** The computer's own disk. */
    Disk SYSTEM = new Disk() {
    };

    /** Opens a file for writing. */
    default FileChannel open(Path file, OpenOption... options) throws IOException {
        return patiently(file, () -> FileChannel.open(file, options));
    }

    /** Gives a file another name at once; a file of that name is replaced. */
    default void move(Path from, Path to) throws IOException {
        patiently(to, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** Removes a file if it is there. */
    default void delete(Path file) throws IOException {
        patiently(file, () -> Files.deleteIfExists(file));
    }

    /** Makes new names in a directory durable where the system knows how to. */
    default void syncDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Returns the bytes that are free for us where {@code folder} lies. */
    default long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Returns where H2 finds a database. */
    default String databaseUrl(Path database) { return "jdbc:h2:async:" + database; }

    /** Something that may fail because another program has just put its hand on a file. */
    @FunctionalInterface
    interface Step<T> {
        /** Does it. */
        T go() throws IOException;
    }

    /**
     * Tries again for a good second when a file is held by another program, as virus scanners do; a full disk or a missing file is told at
     * once.
     */
    static <T> T patiently(Path file, Step<T> step) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                return step.go();
            } catch (NoSuchFileException | AtomicMoveNotSupportedException e) {
                throw e;
            } catch (FileSystemException e) {
                // a name that is being removed under a scanner's hand is held and not there
                boolean isHeld = e instanceof AccessDeniedException && Files.exists(file)
                        || String.valueOf(e.getReason()).contains("being used by another process");
                if (!isHeld || attempt == 6) {
                    throw e;
                }
                LockSupport.parkNanos(attempt * 60_000_000L);
            }
        }
    }
}
