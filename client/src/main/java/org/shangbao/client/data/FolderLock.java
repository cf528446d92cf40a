package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock that gives a data folder to one process at a time. */
final class FolderLock {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    private FolderLock() {}

    /**
     * Does something with a folder that no program has open.
     *
     * @throws ReportingException STORE_IN_USE, FOLDER_READ_ONLY, or whatever {@code work} throws
     */
    static <T> T with(DataFolder folder, StoreThread.Work<T> work) throws ReportingException {
        try (FileChannel channel = channel(folder); FileLock lock = lock(channel)) {
            LOG.debug("locked {}", lock);
            return work.go();
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Opens the lock file; the folder is made if it is not there. */
    static FileChannel channel(DataFolder folder) throws ReportingException {
        try {
            Files.createDirectories(folder.root());
            return Disk.SYSTEM.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            throw readOnly(folder, e);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("Read-only") ? readOnly(folder, e) : DataFolder.notWritable(e);
        }
    }

    private static ReportingException readOnly(DataFolder folder, Exception cause) {
        Path name = folder.root().getFileName();
        return new ReportingException(ErrorCode.FOLDER_READ_ONLY, Map.of("folder", String.valueOf(name)), cause);
    }

    /** Takes the lock. */
    static FileLock lock(FileChannel channel) throws ReportingException {
        @Nullable
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new ReportingException(ErrorCode.STORE_IN_USE, Map.of(), e);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        if (lock == null) {
            throw new ReportingException(ErrorCode.STORE_IN_USE, Map.of());
        }
        return lock;
    }
}
