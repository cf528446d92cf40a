package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32C;
import javax.crypto.SecretKey;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

/**
 * The append end of the journal. A record is durable when {@link #append} returns; what could not be written whole is cut off again. Used
 * on the store thread only.
 */
final class Journal implements AutoCloseable {
    static final byte[] MAGIC = { 'S', 'B', 'J', '1' };
    static final int HEADER_BYTES = MAGIC.length + 8 + 4 + 12 + 48;
    /** Length and checksum before each record. */
    static final int FRAME_BYTES = 8;
    static final int NONCE_BYTES = 12;
    /** No record is larger; what claims to be is damage. */
    static final int MOST_RECORD_BYTES = 16 << 20;
    private static final long SEGMENT_BYTES = 4 << 20;

    private final Path directory;
    private final DataKey dataKey;
    private final int schemaVersion;
    private long lastSeq;
    private String lastHash;
    private @Nullable FileChannel channel;
    private @Nullable SecretKey segmentKey;

    /**
     * Continues a journal whose records were verified up to {@code lastSeq}; the next record opens a new segment.
     *
     * @param directory     where the segments are
     * @param dataKey       wraps the segments' keys
     * @param schemaVersion version of the tables the records speak of
     * @param lastSeq       number of the last record, 0 if none
     * @param lastHash      its hash
     */
    Journal(Path directory, DataKey dataKey, int schemaVersion, long lastSeq, String lastHash) {
        this.directory = directory;
        this.dataKey = dataKey;
        this.schemaVersion = schemaVersion;
        this.lastSeq = lastSeq;
        this.lastHash = lastHash;
    }

    long lastSeq() { return lastSeq; }

    String lastHash() { return lastHash; }

    /** Appends a transaction; returns its number. */
    long append(String kind, List<RowChange> changes, UUID opId) throws ReportingException {
        return append(new JournalRecord(1, lastSeq + 1, opId, kind, new JournalRecord.Payload(changes, 0), lastHash));
    }

    /** Takes back a record whose transaction was not committed. */
    void appendVoid(long seq) throws ReportingException {
        append(new JournalRecord(1, lastSeq + 1, UUID.randomUUID(), JournalRecord.VOID, new JournalRecord.Payload(List.of(), seq),
                lastHash));
    }

    private long append(JournalRecord entry) throws ReportingException {
        byte[] plain = WireJson.write(entry);
        long before = -1;
        try {
            FileChannel out = openSegment(entry.seq());
            SecretKey key = java.util.Objects.requireNonNull(segmentKey);
            before = out.position();
            byte[] nonce = DataKey.random(NONCE_BYTES);
            byte[] sealed = DataKey.seal(key, nonce, seqBytes(entry.seq()), plain);
            ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES + NONCE_BYTES + sealed.length);
            int length = NONCE_BYTES + sealed.length;
            frame.putInt(length).putInt(checksum(length, nonce, sealed)).put(nonce).put(sealed).flip();
            while (frame.hasRemaining()) {
                out.write(frame);
            }
            out.force(true);
        } catch (IOException e) {
            cutBack(before);
            throw DataFolder.notWritable(e);
        }
        lastSeq = entry.seq();
        lastHash = Sha256.of(plain).hex();
        return lastSeq;
    }

    /** Whether the cut worked or not, the next record opens a new segment: a half record then stands at the end of its segment. */
    private void cutBack(long length) {
        FileChannel out = channel;
        channel = null;
        segmentKey = null;
        if (out == null) {
            return;
        }
        try (out) {
            if (length >= 0) {
                out.truncate(length);
                out.force(true);
            }
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(Journal.class).warn("A half journal record could not be cut off; the next start does", e);
        }
    }

    private FileChannel openSegment(long firstSeq) throws IOException {
        FileChannel current = channel;
        if (current != null && current.position() < SEGMENT_BYTES) {
            return current;
        }
        if (current != null) {
            current.close();
            channel = null;
        }
        Files.createDirectories(directory);
        Path file = directory.resolve(String.format(Locale.ROOT, "%012d.journal", firstSeq));
        byte[] fresh = DataKey.random(32);
        byte[] nonce = DataKey.random(NONCE_BYTES);
        ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES);
        head.put(MAGIC).putLong(firstSeq).putInt(schemaVersion);
        byte[] along = java.util.Arrays.copyOf(head.array(), head.position());
        head.put(nonce).put(DataKey.seal(dataKey.forUse("journal", new byte[0]), nonce, along, fresh)).flip();
        // a file of this name can only be one that holds no whole record
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        channel = opened;
        while (head.hasRemaining()) {
            opened.write(head);
        }
        opened.force(true);
        DataFolder.syncDirectory(directory);
        segmentKey = new javax.crypto.spec.SecretKeySpec(fresh, "AES");
        return opened;
    }

    static byte[] seqBytes(long seq) { return ByteBuffer.allocate(8).putLong(seq).array(); }

    static int checksum(int length, byte[] nonce, byte[] sealed) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4).putInt(length).flip());
        crc.update(nonce);
        crc.update(sealed);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws ReportingException {
        FileChannel out = channel;
        channel = null;
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                throw DataFolder.notWritable(e);
            }
        }
    }
}
