package org.shangbao.server.service.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves that survive a power cut. */
final class DurableFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);

    private DurableFiles() {}

    /** Forces a file's bytes to the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Moves a forced file within one file system and forces both directories, so that the new name is there after a power cut. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceDirectoryOf(to);
        forceDirectoryOf(from);
    }

    /** Forces the name of a file. */
    static void forceDirectoryOf(Path file) {
        Path directory = file.getParent();
        if (directory != null) {
            forceDirectory(directory);
        }
    }

    /** Forces the names in a directory; systems that cannot (Windows) do so by themselves. */
    static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("Directories cannot be forced here: {}", directory, e);
        }
    }
}
