package org.shangbao.server.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireFormatException;

/**
 * The folder of one server:
 *
 * <pre>
 * server.properties  port, host, url, zone, history, database …; written last, so a folder without it is not initialised
 * server.key         the key that signs receipts and enrolment files, readable by the owner only
 * package.key        the key that opens packages written for this server, readable by the owner only
 * recovery.key       public half of the key that opens an office's folder when its password is forgotten, once there is one
 * server.port        the port in use while the server runs
 * db/                the embedded database
 * staging/           uploads that are not finished
 * objects/           files by their SHA-256
 * </pre>
 */
final class DataFolder {
    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";
    private static final String RECOVERY = "recovery.key";
    private static final String PACKAGES = "package.key";
    private final Path root;

    DataFolder(Path root) { this.root = root.toAbsolutePath().normalize(); }

    Path database() { return root.resolve("db").resolve("server"); }

    Path staging() { return root.resolve("staging"); }

    Path objects() { return root.resolve("objects"); }

    Path portFile() { return root.resolve("server.port"); }

    boolean isInitialised() { return Files.exists(root.resolve("server.properties")); }

    /** Makes the folder with a new key; {@link #finish} ends it. */
    void begin() throws ReportingException {
        if (isInitialised()) {
            throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "init: " + root));
        }
        try {
            Files.createDirectories(root.resolve("db"));
            Files.createDirectories(staging());
            Files.createDirectories(objects());
            KeyPair key = SignedDocument.newKeyPair();
            Properties values = new Properties();
            values.setProperty(PUBLIC, Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
            values.setProperty(PRIVATE, Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()));
            Path file = root.resolve("server.key");
            createPrivate(file);
            store(values, file);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", root.toString()), e);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            // an init that did not come to its end; its key never signed anything
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Writes the settings; from here on the folder is a server's. */
    void finish(Properties settings) throws ReportingException {
        byte[] history = new byte[8];
        new SecureRandom().nextBytes(history);
        settings.setProperty("history", HexFormat.of().formatHex(history));
        try {
            Path file = root.resolve("server.properties.tmp");
            store(settings, file);
            Files.move(file, root.resolve("server.properties"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", root.toString()), e);
        }
    }

    Properties settings() throws ReportingException {
        if (!isInitialised()) {
            throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "server --data " + root + " init"));
        }
        return load(root.resolve("server.properties"));
    }

    KeyPair key() throws ReportingException {
        Properties values = load(root.resolve("server.key"));
        return new KeyPair(SignedDocument.publicKey(values.getProperty(PUBLIC, "")),
                SignedDocument.privateKey(values.getProperty(PRIVATE, "")));
    }

    /** Returns the key for packages; a folder of before there was one gets it now. */
    KeyPair packageKey() throws ReportingException {
        Path file = root.resolve(PACKAGES);
        if (!Files.exists(file)) {
            KeyPair made = SealedBox.newKeyPair();
            Properties values = new Properties();
            values.setProperty(PUBLIC, SealedBox.text(made.getPublic()));
            values.setProperty(PRIVATE, SealedBox.text(made.getPrivate()));
            try {
                Path temporary = root.resolve(PACKAGES + ".tmp");
                createPrivate(temporary);
                store(values, temporary);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", root.toString()), e);
            }
        }
        Properties values = load(file);
        try {
            return new KeyPair(SealedBox.publicKey(values.getProperty(PUBLIC, "")), SealedBox.privateKey(values.getProperty(PRIVATE, "")));
        } catch (WireFormatException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", PACKAGES), e);
        }
    }

    /** Returns the public recovery key, Base64; empty if there is none. */
    String recoveryKey() throws ReportingException {
        Path file = root.resolve(RECOVERY);
        return Files.exists(file) ? load(file).getProperty(PUBLIC, "") : "";
    }

    void keepRecoveryKey(String publicKey) throws ReportingException {
        Properties values = new Properties();
        values.setProperty(PUBLIC, publicKey);
        try {
            Path temporary = root.resolve(RECOVERY + ".tmp");
            store(values, temporary);
            Files.move(temporary, root.resolve(RECOVERY), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", root.toString()), e);
        }
    }

    private static Properties load(Path file) throws ReportingException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(in);
            return values;
        } catch (IOException | IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", String.valueOf(file.getFileName())), e);
        }
    }

    private static void store(Properties values, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            values.store(out, null);
        }
        try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
