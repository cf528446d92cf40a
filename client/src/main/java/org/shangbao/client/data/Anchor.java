package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.SecretKey;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/**
 * Where the journal begins when its first segments are not there any more: after which record, with which hash. Sealed with a key of its
 * own, so that nobody can shorten the journal unnoticed.
 */
final class Anchor {
    private static final String NAME = "anchor";
    private static final byte[] ALONG = "shangbao-journal-anchor".getBytes(StandardCharsets.US_ASCII);

    private Anchor() {}

    /** Returns the file. */
    static Path file(Path journal) { return journal.resolve(NAME); }

    /**
     * Reads where the journal begins.
     *
     * @throws ReportingException STORE_DAMAGED if the anchor was changed
     */
    static JournalPosition read(Path journal, DataKey key) throws ReportingException {
        Path file = journal.resolve(NAME);
        if (!Files.exists(file)) {
            return JournalPosition.BEGINNING;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length <= Journal.NONCE_BYTES) {
                throw damaged(null);
            }
            byte[] plain = DataKey.unseal(secret(key), Arrays.copyOf(bytes, Journal.NONCE_BYTES), ALONG,
                    Arrays.copyOfRange(bytes, Journal.NONCE_BYTES, bytes.length));
            ByteBuffer in = ByteBuffer.wrap(plain);
            byte[] hash = new byte[64];
            long seq = in.getLong();
            in.get(hash);
            return new JournalPosition(seq, new String(hash, StandardCharsets.US_ASCII));
        } catch (IOException | GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private static ReportingException damaged(@org.jspecify.annotations.Nullable Exception cause) {
        return new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "journal/" + NAME), cause);
    }

    /** Lets the journal begin after a place. */
    static void write(Disk disk, Path journal, DataKey key, JournalPosition position) throws ReportingException {
        byte[] nonce = DataKey.random(Journal.NONCE_BYTES);
        byte[] plain = ByteBuffer.allocate(72).putLong(position.seq()).put(position.hash().getBytes(StandardCharsets.US_ASCII)).array();
        byte[] sealed = DataKey.seal(secret(key), nonce, ALONG, plain);
        try {
            Files.createDirectories(journal);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        DataFolder.writeWhole(disk, journal.resolve(NAME),
                ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    }

    private static SecretKey secret(DataKey key) { return key.forUse("journal-anchor", new byte[0]); }
}
