package org.shangbao.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Reads and makes unlock files: the secret is the file's text without the white space around it ({@code docs/formats/data-folder.md}). */
public final class UnlockFile {
    private static final int MOST_BYTES = 4096;
    private static final int SECRET_BYTES = 32;

    private UnlockFile() {}

    /**
     * Reads a secret.
     *
     * @throws ReportingException FILE_UNREADABLE, STORE_LOCKED if there is no secret in it
     */
    public static byte[] read(Path file) throws ReportingException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(file.getFileName())), e);
        }
        byte[] secret = new String(bytes, StandardCharsets.ISO_8859_1).strip().getBytes(StandardCharsets.ISO_8859_1);
        if (secret.length == 0) {
            throw new ReportingException(ErrorCode.STORE_LOCKED, Map.of());
        }
        return secret;
    }

    /**
     * Makes an unlock file with a new random secret, readable by its owner only where the system knows how.
     *
     * @throws ReportingException STORE_NOT_WRITABLE if it cannot be made or is there already
     */
    public static void create(Path file) throws ReportingException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(file.getFileName())), e);
        }
    }

    /** Removes an unlock file that opens nothing. */
    static void discard(Path file) throws ReportingException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(file.getFileName())), e);
        }
    }
}
