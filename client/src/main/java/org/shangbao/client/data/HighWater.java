package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;

/**
 * The high-water mark: number and hash of the last save that was reported, in a file apart from journal and database. Two places are written
 * in turn, so that a half write leaves the other. Written with every save and forced with the database; after the program was killed it is
 * exact, after a power cut it may be some saves behind, never ahead. Store thread only.
 */
final class HighWater implements AutoCloseable {
    private static final byte[] MAGIC = { 'S', 'B', 'W', '1' };
    private static final int PLACE_BYTES = 4 + 8 + 8 + 32 + 8 + 4 + 1 + 4;
    private static final int SECOND_PLACE = 4096;

    private final Disk disk;
    private final Path file;
    private long turn;
    private @Nullable FileChannel channel;

    /**
     * What the file says.
     *
     * @param seq            last save reported, 0 if none
     * @param hash           hash of its journal record
     * @param isClosed       true if the database was closed in good order afterwards
     * @param databaseLength its length then
     * @param databaseSum    its CRC-32C then
     */
    record Mark(long seq, String hash, boolean isClosed, long databaseLength, int databaseSum) {
        static final Mark NONE = new Mark(0, JournalRecord.NO_HASH, false, 0, 0);
    }

    /** How the file was found. */
    enum Found {
        /** Readable. */
        WHOLE,
        /** Not there. */
        MISSING,
        /** There, and neither place is whole. */
        DAMAGED
    }

    private final Mark mark;
    private final Found found;

    private HighWater(Disk disk, Path file, long turn, Mark mark, Found found) {
        this.disk = disk;
        this.file = file;
        this.turn = turn;
        this.mark = mark;
        this.found = found;
    }

    /** Reads the file; a file that cannot be made out counts as damaged and is written anew by the next save. */
    static HighWater read(Disk disk, Path file) throws ReportingException {
        if (!Files.exists(file)) {
            return new HighWater(disk, file, 0, Mark.NONE, Found.MISSING);
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        @Nullable
        Place first = place(bytes, 0);
        @Nullable
        Place second = place(bytes, SECOND_PLACE);
        if (first == null && second == null) {
            return new HighWater(disk, file, 0, Mark.NONE, Found.DAMAGED);
        }
        Place newest = second == null || first != null && first.turn() > second.turn() ? java.util.Objects.requireNonNull(first) : second;
        return new HighWater(disk, file, newest.turn(), newest.mark(), Found.WHOLE);
    }

    private record Place(long turn, Mark mark) {}

    private static @Nullable Place place(byte[] bytes, int from) {
        if (bytes.length < from + PLACE_BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, from, PLACE_BYTES);
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        long turn = in.getLong();
        long seq = in.getLong();
        byte[] hash = new byte[32];
        in.get(hash);
        long length = in.getLong();
        int sum = in.getInt();
        boolean isClosed = in.get() == 1;
        boolean isWhole = java.util.Arrays.equals(magic, MAGIC) && in.getInt() == checksum(bytes, from);
        return isWhole ? new Place(turn, new Mark(seq, HexFormat.of().formatHex(hash), isClosed, length, sum)) : null;
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, PLACE_BYTES - 4);
        return (int) crc.getValue();
    }

    Mark mark() { return mark; }

    Found found() { return found; }

    /** Notes a save; not forced. */
    void note(long seq, String hash) throws IOException { write(new Mark(seq, hash, false, 0, 0)); }

    /** Notes that the database was closed in good order; forced. */
    void noteClosed(long seq, String hash, Path database) throws IOException {
        write(new Mark(seq, hash, true, Files.size(database), sum(database)));
        force();
    }

    void force() throws IOException {
        FileChannel out = channel;
        if (out != null) {
            out.force(false);
        }
    }

    private void write(Mark next) throws IOException {
        turn++;
        byte[] bytes = new byte[PLACE_BYTES];
        ByteBuffer place = ByteBuffer.wrap(bytes);
        place.put(MAGIC).putLong(turn).putLong(next.seq()).put(HexFormat.of().parseHex(next.hash())).putLong(next.databaseLength())
                .putInt(next.databaseSum()).put((byte) (next.isClosed() ? 1 : 0)).putInt(checksum(bytes, 0)).flip();
        FileChannel out = channel;
        if (out == null) {
            out = disk.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = out;
        }
        long at = turn % 2 == 0 ? 0 : SECOND_PLACE;
        while (place.hasRemaining()) {
            at += out.write(place, at);
        }
    }

    /** True if the database file is byte for byte the one that was closed. */
    boolean isAsClosed(Path database) throws IOException {
        return mark.isClosed() && Files.exists(database) && Files.size(database) == mark.databaseLength()
                && sum(database) == mark.databaseSum();
    }

    private static int sum(Path database) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
        try (FileChannel in = FileChannel.open(database, StandardOpenOption.READ)) {
            while (in.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
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
