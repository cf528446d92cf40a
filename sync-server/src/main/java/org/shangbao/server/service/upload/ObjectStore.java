package org.shangbao.server.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.shangbao.wire.v1.Sha256;

/** Finished files by their digest: {@code <first two digits>/<digest>}. Nothing in it is ever changed. Safe to share between threads. */
public final class ObjectStore {
    private final Path directory;

    /** @param directory made if it is not there */
    public ObjectStore(Path directory) { this.directory = directory; }

    /**
     * Takes a staged file whose digest was checked and whose bytes were forced. The same bytes again are dropped.
     *
     * @throws IOException if it cannot be moved; the staged file is still there then
     */
    void take(Path staged, Sha256 digest) throws IOException {
        Path target = path(digest);
        Files.createDirectories(directory.resolve(digest.hex().substring(0, 2)));
        DurableFiles.forceDirectory(directory);
        if (Files.exists(target)) {
            Files.delete(staged);
        } else {
            DurableFiles.move(staged, target);
        }
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it is not there
     */
    public InputStream open(Sha256 digest) throws IOException { return Files.newInputStream(path(digest)); }

    /**
     * Returns its length in bytes.
     *
     * @throws IOException if it is not there
     */
    public long length(Sha256 digest) throws IOException { return Files.size(path(digest)); }

    /** True if it is there. */
    public boolean holds(Sha256 digest) { return Files.exists(path(digest)); }

    private Path path(Sha256 digest) { return directory.resolve(digest.hex().substring(0, 2)).resolve(digest.hex()); }
}
