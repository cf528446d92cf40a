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
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final int SEGMENT_KEY_BYTES = 32;
    /** No record is larger; what claims to be is damage. */
    static final int MOST_RECORD_BYTES = 16 << 20;
    private static final long SEGMENT_BYTES = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Disk disk;
    private final Path directory;
    private final DataKey dataKey;
    private final int schemaVersion;
    private JournalPosition last;
    private @Nullable FileChannel channel;
    private @Nullable SecretKey segmentKey;
    private long length;
    private @Nullable Path segment;
    private @Nullable Path uncut;
    private long uncutLength;

    /**
     * Continues a journal whose records were verified up to {@code last}; the next record opens a new segment.
     *
     * @param directory     where the segments are
     * @param dataKey       wraps the segments' keys
     * @param schemaVersion version of the tables the records speak of
     * @param last          last record
     */
    Journal(Disk disk, Path directory, DataKey dataKey, int schemaVersion, JournalPosition last) {
        this.disk = disk;
        this.directory = directory;
        this.dataKey = dataKey;
        this.schemaVersion = schemaVersion;
        this.last = last;
    }

    JournalPosition last() { return last; }

    /** Appends a transaction; returns its place. */
    JournalPosition append(String kind, List<RowChange> changes, UUID opId) throws ReportingException {
        Entry entry = entry(kind, changes, opId);
        long before = -1;
        boolean isDurable = false;
        try {
            FileChannel out = openSegment(entry.place().seq());
            before = length;
            length = writeAt(out, frame(entry, java.util.Objects.requireNonNull(segmentKey)), before);
            out.force(false);
            isDurable = true;
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        } finally {
            if (!isDurable) {
                cutBack(before);
            }
        }
        last = entry.place();
        return last;
    }

    /** Makes a record as {@link #append} does and drops it; returns the place it would have had. */
    JournalPosition rehearse(List<RowChange> changes) {
        Entry entry = entry("rehearsal", changes, UUID.randomUUID());
        frame(entry, new SecretKeySpec(DataKey.random(SEGMENT_KEY_BYTES), "AES"));
        return entry.place();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] plain, JournalPosition place) {}

    private Entry entry(String kind, List<RowChange> changes, UUID opId) {
        JournalRecord content = new JournalRecord(1, last.seq() + 1, opId, kind, new JournalRecord.Payload(changes), last.hash());
        byte[] plain = WireJson.write(content);
        return new Entry(plain, new JournalPosition(content.seq(), Sha256.of(plain).hex()));
    }

    private static ByteBuffer frame(Entry entry, SecretKey key) {
        byte[] nonce = DataKey.random(NONCE_BYTES);
        byte[] sealed = DataKey.seal(key, nonce, seqBytes(entry.place().seq()), entry.plain());
        int size = NONCE_BYTES + sealed.length;
        return ByteBuffer.allocate(FRAME_BYTES + size).putInt(size).putInt(checksum(size, nonce, sealed)).put(nonce).put(sealed).flip();
    }

    private static long writeAt(FileChannel out, ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
        return at;
    }

    /**
     * The next record opens a new segment. What may have been written of this one is cut off first, through a channel of its own: an
     * interrupt has closed the one that was used. A record that nobody was told of and that is whole would be taken for the one that
     * follows under its number.
     */
    private void cutBack(long whole) {
        FileChannel out = channel;
        channel = null;
        segmentKey = null;
        if (out == null) {
            return;
        }
        boolean wasInterrupted = Thread.interrupted();
        uncut = whole >= 0 ? segment : null;
        uncutLength = whole;
        try (out) {
            cut();
        } catch (IOException e) {
            LOG.warn("A half journal record could not be cut off; it is before the next record is written", e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void cut() throws IOException {
        Path file = uncut;
        if (file != null) {
            try (FileChannel again = disk.open(file, StandardOpenOption.WRITE)) {
                if (again.size() > uncutLength) {
                    again.truncate(uncutLength);
                    again.force(true);
                }
            }
            uncut = null;
        }
    }

    private FileChannel openSegment(long firstSeq) throws IOException {
        cut();
        FileChannel current = channel;
        if (current != null && length < SEGMENT_BYTES) {
            return current;
        }
        if (current != null) {
            current.close();
            channel = null;
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            disk.syncDirectory(directory.resolveSibling("."));
        }
        Path file = directory.resolve(segmentName(firstSeq));
        byte[] fresh = DataKey.random(SEGMENT_KEY_BYTES);
        byte[] nonce = DataKey.random(NONCE_BYTES);
        ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES);
        head.put(MAGIC).putLong(firstSeq).putInt(schemaVersion);
        byte[] along = java.util.Arrays.copyOf(head.array(), head.position());
        head.put(nonce).put(DataKey.seal(dataKey.forUse("journal", new byte[0]), nonce, along, fresh)).flip();
        // a file of this name can only be one that holds no whole record
        FileChannel opened = disk.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        channel = opened;
        segment = file;
        length = writeAt(opened, head, 0);
        opened.force(true);
        disk.syncDirectory(directory);
        segmentKey = new SecretKeySpec(fresh, "AES");
        return opened;
    }

    static String segmentName(long firstSeq) { return String.format(Locale.ROOT, "%012d.journal", firstSeq); }

    static byte[] seqBytes(long seq) { return ByteBuffer.allocate(8).putLong(seq).array(); }

    static int checksum(int length, byte[] nonce, byte[] sealed) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4).putInt(length).flip());
        crc.update(nonce);
        crc.update(sealed);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        FileChannel out = channel;
        channel = null;
        if (out != null) {
            out.close();
        }
    }
}
