package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.data.FolderPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One window for each data folder and person. The first program holds a lock; a second one leaves a note beside it and ends, and the first
 * comes to the front. Two small files in the folder, no port: nobody else on the computer can reach the window.
 */
final class WindowOnce implements AutoCloseable {
    private static final String LOCK = "window.lock";
    private static final String NOTE = "window.show";
    private static final int MOST_NOTE_BYTES = 200;
    private static final long LOOK_EVERY_MILLIS = 300;
    private static final Logger LOG = LoggerFactory.getLogger(WindowOnce.class);

    private final Path note;
    private final FileChannel channel;
    private final FileLock lock;

    private WindowOnce(Path note, FileChannel channel, FileLock lock) {
        this.note = note;
        this.channel = channel;
        this.lock = lock;
    }

    /** How a start ended. */
    enum Start {
        /** This is the first window. */
        FIRST,
        /** Another window of the same person came to the front. */
        BROUGHT_TO_FRONT,
        /** Another window has the folder and did not answer: another person's, or it hangs. */
        TAKEN
    }

    /**
     * What a start found.
     *
     * @param start how it ended
     * @param mine  the lock if this is the first window, null otherwise or where a lock cannot be made
     */
    record Found(Start start, @Nullable WindowOnce mine) implements AutoCloseable {
        @Override
        public void close() {
            if (mine != null) {
                mine.close();
            }
        }
    }

    /**
     * Takes the folder for this window, or calls the one that has it.
     *
     * @param person  name of the person at the operating system; a window answers its own person only
     * @param patience how long to wait for an answer
     */
    static Found enter(Path folder, String person, Duration patience) {
        Path note = folder.resolve(NOTE);
        if (FolderPlace.unsuitable(folder).isPresent()) {
            // the window itself says why; nothing is made there
            return new Found(Start.FIRST, null);
        }
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            // a folder that cannot be written is told of by the window itself
            LOG.info("No lock for the window", e);
            return new Found(Start.FIRST, null);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                Files.deleteIfExists(note);
                return new Found(Start.FIRST, new WindowOnce(note, channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("A window of this process has the folder", e);
        } catch (IOException e) {
            LOG.info("No lock for the window", e);
            closeQuietly(channel);
            return new Found(Start.FIRST, null);
        }
        closeQuietly(channel);
        return new Found(call(note, person, patience) ? Start.BROUGHT_TO_FRONT : Start.TAKEN, null);
    }

    /** Leaves the note and waits until it was taken. */
    private static boolean call(Path note, String person, Duration patience) {
        try {
            Files.writeString(note, person, StandardCharsets.UTF_8);
            long end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < end) {
                if (!Files.exists(note)) {
                    return true;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS / 3));
            }
            return !Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("The open window could not be called", e);
            return false;
        }
    }

    /**
     * Looks for notes from now on.
     *
     * @param called told of a note of this person; on the executor's thread
     */
    void watch(ScheduledExecutorService executor, String person, Runnable called) {
        executor.scheduleWithFixedDelay(() -> {
            try {
                if (Files.exists(note) && Files.size(note) <= MOST_NOTE_BYTES
                        && Files.readString(note, StandardCharsets.UTF_8).equals(person)) {
                    Files.deleteIfExists(note);
                    LOG.info("A second start brings this window to the front");
                    called.run();
                }
            } catch (IOException e) {
                LOG.debug("A note that could not be read is read again", e);
            } catch (RuntimeException e) { // a scheduled look that throws would be the last one
                LOG.error("The window could not be brought to the front", e);
            }
        }, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The window's lock could not be closed", e);
        }
    }

    @Override
    public void close() {
        try (channel; lock) {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.debug("The window's lock could not be let go of", e);
        }
    }
}
