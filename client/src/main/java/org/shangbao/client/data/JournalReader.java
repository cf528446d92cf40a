package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/**
 * Follows a journal from a known place: every record's authentication, the running numbers and the hash chain. Segments that end before the
 * place are not read, so a start does not take longer with the years. Changes nothing.
 */
final class JournalReader {
    private final Path directory;
    private final SecretKey wrappingKey;
    private final JournalPosition from;
    private final JournalPosition anchor;
    private final List<Entry> newer = new ArrayList<>();
    private JournalPosition last;
    private long records;
    private @Nullable Tail tail;
    private String damage = "";
    private boolean isOther;

    /** A record behind the known place, with the version of the tables it speaks of. */
    record Entry(JournalRecord content, String hash, int schemaVersion) {}

    /** A half record at the end of the last segment: the file and how long it is without it, -1 if no record is left in it. */
    record Tail(Path file, long length) {}

    /**
     * What the journal says.
     *
     * @param last    last whole record of the chain, or the known place if nothing is behind it
     * @param newer   records behind the known place, in order
     * @param records records that were read and found whole
     * @param tail    half record at the very end, null if there is none
     * @param damage  what does not fit and where, empty if everything fits
     */
    record Reading(JournalPosition last, List<Entry> newer, long records, @Nullable Tail tail, String damage) {
        boolean isWhole() { return damage.isEmpty(); }
    }

    /**
     * Prepares.
     *
     * @param from place that is vouched for by something else; records up to it are checked only as far as the way to it asks
     * @throws ReportingException STORE_DAMAGED if the anchor was changed
     */
    JournalReader(Path directory, DataKey dataKey, JournalPosition from) throws ReportingException {
        this.anchor = Anchor.read(directory, dataKey);
        this.directory = directory;
        this.wrappingKey = dataKey.forUse("journal", new byte[0]);
        this.from = from;
        this.last = from;
    }

    /**
     * Reads.
     *
     * @throws ReportingException STORE_NOT_WRITABLE if the files cannot be read at all
     */
    Reading read() throws ReportingException {
        List<Path> segments = segments(directory);
        int begin = 0;
        boolean isBegun = segments.isEmpty() ? from.equals(anchor) : firstSeq(segments.getFirst()) <= anchor.seq() + 1;
        if (!isBegun) {
            damage = segments.isEmpty() ? "journal" : segments.getFirst().getFileName().toString();
        }
        for (int index = 0; index < segments.size(); index++) {
            if (firstSeq(segments.get(index)) <= Math.max(from.seq(), 1)) {
                begin = index;
            }
        }
        for (int index = begin; index < segments.size() && damage.isEmpty(); index++) {
            Path segment = segments.get(index);
            if (index == begin && firstSeq(segment) <= from.seq()) {
                last = new JournalPosition(firstSeq(segment) - 1, "");
            }
            readSegment(segment, index == segments.size() - 1);
        }
        if (damage.isEmpty() && last.seq() < from.seq()) {
            damage = "journal ends at " + last.seq() + " before " + from.seq();
        }
        return new Reading(last.seq() < from.seq() ? from : last, newer, records, tail, damage);
    }

    /** False if the record of the known place is another one here; true too if the journal begins behind it or is damaged. */
    boolean holds() throws ReportingException {
        if (from.seq() <= anchor.seq()) {
            return true;
        }
        read();
        return !isOther;
    }

    static List<Path> segments(Path directory) throws ReportingException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{12}\\.journal")).sorted().toList();
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    static long firstSeq(Path segment) { return Long.parseLong(segment.getFileName().toString().substring(0, 12)); }

    private void readSegment(Path file, boolean isLast) throws ReportingException {
        String name = file.getFileName().toString();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        long firstSeq = firstSeq(file);
        if (firstSeq != last.seq() + 1) {
            damage = name;
            return;
        }
        @Nullable
        SecretKey key = bytes.length < Journal.HEADER_BYTES ? null : segmentKey(bytes, firstSeq);
        if (key == null) {
            // begun, and the power went before its header was durable: such a segment never held a record
            if (isLast && firstSeq > from.seq() && bytes.length <= Journal.HEADER_BYTES + 4096) {
                tail = new Tail(file, -1);
            } else {
                damage = name;
            }
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int schemaVersion = in.getInt(Journal.MAGIC.length + 8);
        in.position(Journal.HEADER_BYTES);
        while (in.hasRemaining() && damage.isEmpty()) {
            int place = in.position();
            if (!readRecord(in, key, schemaVersion)) {
                endAt(file, bytes, place, isLast);
                return;
            }
        }
    }

    /** A place in a segment where no whole record stands. */
    private void endAt(Path file, byte[] bytes, int place, boolean isLast) {
        if (!damage.isEmpty()) {
            return;
        }
        // before a further segment the chain itself proves that nothing is missing; in the last one a whole record further on is the proof
        // that something in between was lost
        if (isLast && (last.seq() < from.seq() || hasWholeRecord(bytes, place + 1))) {
            damage = file.getFileName() + " @" + place;
        } else if (isLast) {
            tail = new Tail(file, place > Journal.HEADER_BYTES ? place : -1);
        }
    }

    private @Nullable SecretKey segmentKey(byte[] bytes, long firstSeq) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[Journal.MAGIC.length];
        in.get(magic);
        long statedSeq = in.getLong();
        in.getInt();
        byte[] along = Arrays.copyOf(bytes, in.position());
        byte[] nonce = new byte[Journal.NONCE_BYTES];
        byte[] wrapped = new byte[48];
        in.get(nonce).get(wrapped);
        if (!Arrays.equals(magic, Journal.MAGIC) || statedSeq != firstSeq) {
            return null;
        }
        try {
            return new SecretKeySpec(DataKey.unseal(wrappingKey, nonce, along, wrapped), "AES");
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private record Frame(byte[] nonce, byte[] sealed) {}

    /** Reads a frame that is whole by its checksum. */
    private static @Nullable Frame frame(ByteBuffer in) {
        if (in.remaining() < Journal.FRAME_BYTES + Journal.NONCE_BYTES) {
            return null;
        }
        int length = in.getInt();
        int checksum = in.getInt();
        if (length < Journal.NONCE_BYTES + 16 || length > Journal.MOST_RECORD_BYTES || length > in.remaining()) {
            return null;
        }
        byte[] nonce = new byte[Journal.NONCE_BYTES];
        byte[] sealed = new byte[length - Journal.NONCE_BYTES];
        in.get(nonce).get(sealed);
        return checksum == Journal.checksum(length, nonce, sealed) ? new Frame(nonce, sealed) : null;
    }

    /** True if a record stands somewhere behind a broken place that is whole by its checksum. */
    private static boolean hasWholeRecord(byte[] bytes, int from) {
        for (int place = from; place + Journal.FRAME_BYTES + Journal.NONCE_BYTES + 16 <= bytes.length; place++) {
            if (bytes[place] == 0 && frame(ByteBuffer.wrap(bytes, place, bytes.length - place)) != null) {
                return true;
            }
        }
        return false;
    }

    /** False if the bytes at this place are no whole, unchanged record. */
    private boolean readRecord(ByteBuffer in, SecretKey key, int schemaVersion) {
        @Nullable
        Frame frame = frame(in);
        if (frame == null) {
            return false;
        }
        if (last.seq() + 1 < from.seq()) {
            // on the way to the known place, whose hash speaks for all before it: whole by its checksum is enough for a start
            last = new JournalPosition(last.seq() + 1, "");
            records++;
            return true;
        }
        JournalRecord content;
        byte[] plain;
        try {
            plain = DataKey.unseal(key, frame.nonce(), Journal.seqBytes(last.seq() + 1), frame.sealed());
            content = WireJson.read(plain, JournalRecord.class);
        } catch (GeneralSecurityException | WireFormatException e) {
            damage = "journal " + (last.seq() + 1);
            return false;
        }
        boolean follows = content.formatVersion() == 1 && content.seq() == last.seq() + 1
                && (last.hash().isEmpty() || content.prevHash().equals(last.hash()));
        if (!follows) {
            damage = "journal chain " + (last.seq() + 1);
            return false;
        }
        last = new JournalPosition(content.seq(), Sha256.of(plain).hex());
        records++;
        if (last.seq() == from.seq() && !last.hash().equals(from.hash())) {
            damage = "journal differs from data at " + last.seq();
            isOther = true;
            return false;
        }
        if (last.seq() > from.seq()) {
            newer.add(new Entry(content, last.hash(), schemaVersion));
        }
        return true;
    }
}
