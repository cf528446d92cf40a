package org.shangbao.server.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.wire.v1.Sha256;

/**
 * The bytes of one upload that have arrived. How many they are is the length of the forced file and is written nowhere else. Whoever asks or
 * writes next ends a writer that still hangs in a dead connection: it can add nothing from then on.
 */
final class StagedFile {
    private static final int BUFFER = 64 * 1024;
    private final Path file;
    private final Path chunk;
    private long turn;

    StagedFile(Path directory, String id) {
        file = directory.resolve(id);
        chunk = directory.resolve(id + ".chunk");
    }

    /** Ends other writers and returns how many bytes are here. */
    synchronized long settle() throws IOException {
        turn++;
        return length();
    }

    /**
     * Appends what a stream brings until it ends, breaks or the upload is full.
     *
     * @param offset where the sender thinks it goes on
     * @param most   bytes the upload has in all
     * @param wanted digest the piece must have; with it a piece that breaks or differs leaves nothing behind, without it every byte that
     *               came is kept
     * @return where the upload is afterwards
     * @throws IOException if the connection or the disk breaks
     */
    Appended append(long offset, long most, InputStream body, @Nullable Checksum wanted) throws IOException {
        long mine;
        synchronized (this) {
            if (offset != length()) {
                return new Appended(length(), Result.WRONG_OFFSET);
            }
            mine = ++turn;
        }
        return wanted == null ? appendOpen(mine, offset, most, body) : appendChecked(mine, offset, most, body, wanted);
    }

    private Appended appendOpen(long mine, long offset, long most, InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long at = offset;
        try {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                if (at + read > most) {
                    return new Appended(at, Result.TOO_LONG);
                }
                if (!write(mine, buffer, read)) {
                    return new Appended(at, Result.OVERTAKEN);
                }
                at += read;
            }
        } finally {
            forceIfThere();
        }
        return new Appended(at, Result.KEPT);
    }

    private Appended appendChecked(long mine, long offset, long most, InputStream body, Checksum wanted) throws IOException {
        Path piece = chunk.resolveSibling(chunk.getFileName() + "." + mine);
        try {
            MessageDigest digest = wanted.newDigest();
            InputStream digesting = new DigestInputStream(body, digest);
            byte[] buffer = new byte[BUFFER];
            long at = offset;
            try (FileChannel out = FileChannel.open(piece, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                for (int read = digesting.read(buffer); read >= 0; read = digesting.read(buffer)) {
                    if (at + read > most) {
                        return new Appended(offset, Result.TOO_LONG);
                    }
                    writeAll(out, buffer, read);
                    at += read;
                }
            }
            if (!MessageDigest.isEqual(wanted.expected(), digest.digest())) {
                return new Appended(offset, Result.FALSE_CHECKSUM);
            }
            return join(mine, offset, piece) ? new Appended(at, Result.KEPT) : new Appended(offset, Result.OVERTAKEN);
        } finally {
            Files.deleteIfExists(piece);
        }
    }

    private synchronized boolean join(long mine, long offset, Path piece) throws IOException {
        if (turn != mine) {
            return false;
        }
        try (InputStream in = Files.newInputStream(piece); FileChannel out = openEnd()) {
            byte[] buffer = new byte[BUFFER];
            try {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    writeAll(out, buffer, read);
                }
            } catch (IOException e) {
                out.truncate(offset);
                throw e;
            }
            out.force(true);
        }
        return true;
    }

    private synchronized boolean write(long mine, byte[] buffer, int count) throws IOException {
        if (turn != mine) {
            return false;
        }
        try (FileChannel out = openEnd()) {
            writeAll(out, buffer, count);
        }
        return true;
    }

    private FileChannel openEnd() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static void writeAll(FileChannel out, byte[] buffer, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private void forceIfThere() throws IOException {
        if (Files.exists(file)) {
            DurableFiles.force(file);
            DurableFiles.forceDirectoryOf(file);
        }
    }

    private long length() throws IOException { return Files.exists(file) ? Files.size(file) : 0; }

    /** Digests the whole file. */
    Sha256 digest() throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Sha256.of(digest);
    }

    /** Returns the file, if a byte has arrived. */
    Optional<Path> path() {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** Ends other writers and drops the bytes. */
    synchronized void drop() throws IOException {
        turn++;
        Files.deleteIfExists(file);
    }

    /** A digest the sender gives for one piece: algorithm as Java names it, and the digest. */
    record Checksum(String algorithm, byte[] expected) {
        MessageDigest newDigest() {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + algorithm, e);
            }
        }
    }

    /** What became of a piece. */
    enum Result {
        /** All of it is on the disk. */
        KEPT,
        /** The sender is at another place; nothing was written. */
        WRONG_OFFSET,
        /** More bytes than the upload has. */
        TOO_LONG,
        /** Another request took over. */
        OVERTAKEN,
        /** The piece is not what its digest says; nothing of it was kept. */
        FALSE_CHECKSUM
    }

    /** Where the upload is after a piece. */
    record Appended(long offset, Result result) {}
}
