package org.shangbao.server.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;
import java.util.concurrent.Callable;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.RecoveryRequest;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The key that opens an office's data folder when its password is forgotten. The server keeps the public half only; the private half lies in
 * a file that belongs into a safe, and is read for an answer only.
 */
@Command(name = "recovery-key", mixinStandardHelpOptions = true, subcommands = { RecoveryKeyCommand.Create.class,
        RecoveryKeyCommand.Show.class, RecoveryKeyCommand.Answer.class })
final class RecoveryKeyCommand {
    private static final int MOST_BYTES = 1 << 16;

    /** The file in the safe. */
    record KeyFile(String format, int version, String keyId, String publicKey, String privateKey) {
        static final String FORMAT = "shangbao-recovery-key";
    }

    /** Makes the key. */
    @Command(name = "create", mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--out", required = true, paramLabel = "FILE")
        private Path out = Path.of("");

        @Option(names = "--replace")
        private boolean isReplacing;

        Create(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            if (!context.folders().recoveryKey(context.data()).isEmpty() && !isReplacing) {
                context.say("recovery.there", keyId(context.folders().recoveryKey(context.data())));
                return ExitCode.DECISION.number();
            }
            KeyPair pair = SealedBox.newKeyPair();
            String id = SignedDocument.keyId(pair.getPublic());
            // the private half first: a public one whose private half was never written would lock what it promises to open
            writeNew(out, WireJson.write(
                    new KeyFile(KeyFile.FORMAT, 1, id, SealedBox.text(pair.getPublic()), SealedBox.text(pair.getPrivate()))));
            context.folders().keepRecoveryKey(context.data(), SealedBox.text(pair.getPublic()));
            context.say("recovery.created", id, out);
            return ExitCode.DONE.number();
        }
    }

    /** Tells which key new enrolment files carry. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        private final CommandContext context;

        Show(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            String key = context.folders().recoveryKey(context.data());
            if (key.isEmpty()) {
                context.say("recovery.none");
            } else {
                context.say("recovery.shown", keyId(key));
            }
            return ExitCode.DONE.number();
        }
    }

    /** Answers an office's request; needs neither the server nor its folder, and leaves a note where it was done. */
    @Command(name = "answer", mixinStandardHelpOptions = true)
    static final class Answer implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--request", required = true, paramLabel = "FILE")
        private Path request = Path.of("");

        @Option(names = "--key", required = true, paramLabel = "FILE")
        private Path key = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "FILE")
        private Path out = Path.of("");

        @Option(names = "--check", paramLabel = "NUMBER", defaultValue = "")
        private String checkNumber = "";

        Answer(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            RecoveryRequest asked = RecoveryRequest.read(CommandContext.read(request, MOST_BYTES));
            context.say("recovery.asked", printable(asked.unitName()), printable(asked.unit()), printable(asked.name()),
                    asked.checkNumber());
            if (!asked.checkNumber().equalsIgnoreCase(checkNumber.strip())) {
                context.say(checkNumber.isEmpty() ? "recovery.call" : "recovery.differs");
                return ExitCode.DECISION.number();
            }
            KeyFile held = keyFile(key);
            byte[] answer = WireJson.write(asked.answer(SealedBox.privateKey(held.privateKey())));
            if (Files.exists(out)) {
                throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", out.toString()));
            }
            // noted first: an answer nobody can account for must not exist
            note(asked, held.keyId());
            writeNew(out, answer);
            context.say("recovery.answered", out);
            return ExitCode.DONE.number();
        }

        private void note(RecoveryRequest asked, String keyId) throws ReportingException {
            String detail = printable(asked.unitName()) + " " + printable(asked.name()) + " " + asked.checkNumber() + " " + keyId;
            if (context.hasData()) {
                try (ServerSession session = context.open()) {
                    session.recordAudit("RECOVERY_ANSWER", printable(asked.unit()), detail);
                }
                context.say("recovery.audited");
                return;
            }
            Path register = key.resolveSibling(key.getFileName() + ".register");
            String line = context.folders().now() + "\t" + printable(asked.unit()) + "\t" + detail + "\t" + asked.digest() + "\n";
            try (FileChannel channel = FileChannel.open(register, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", register.toString()), e);
            }
            context.say("recovery.registered", register);
        }

        private static KeyFile keyFile(Path file) throws ReportingException {
            try {
                KeyFile read = WireJson.read(CommandContext.read(file, MOST_BYTES), KeyFile.class);
                if (read.format().equals(KeyFile.FORMAT) && read.version() == 1) {
                    return read;
                }
            } catch (WireFormatException e) {
                throw new ReportingException(ErrorCode.RECOVERY_BROKEN, Map.of(), e);
            }
            throw new ReportingException(ErrorCode.RECOVERY_BROKEN, Map.of());
        }

        /** What comes from a file must not be able to steer a terminal. */
        private static String printable(String text) {
            String clean = text.replaceAll("\\p{Cntrl}", " ");
            return clean.length() > 80 ? clean.substring(0, 80) : clean;
        }
    }

    private static String keyId(String publicKey) throws ReportingException {
        PublicKey key = SealedBox.publicKey(publicKey);
        return SignedDocument.keyId(key);
    }

    /** Writes a file that was not there, readable by its owner only where the system knows how, and durably. */
    private static void writeNew(Path file, byte[] bytes) throws ReportingException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", file.toString()), e);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", file.toString()), e);
        }
    }
}
