package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/**
 * Verifies a whole journal: every record's authentication, the running numbers and the hash chain. A half record at the end of the last
 * segment is cut off if nobody was told that it is saved; everything else that does not fit is damage, and nothing is changed then.
 */
final class JournalReader {
    private final Path directory;
    private final SecretKey wrappingKey;
    private final long acknowledgedSeq;
    private final String acknowledgedHash;
    private final List<Entry> newer = new ArrayList<>();
    private final Set<Long> voided = new HashSet<>();
    private long lastSeq;
    private String lastHash = JournalRecord.NO_HASH;
    private boolean isTailCut;

    /** A record the database does not have, with the version of the tables it speaks of. */
    record Entry(JournalRecord content, String hash, int schemaVersion) {}

    /**
     * What the journal says.
     *
     * @param lastSeq   number of the last record, 0 if none
     * @param lastHash  its hash
     * @param newer     records the database does not have, in order, without those taken back
     * @param isTailCut true if a half record was cut off
     */
    record Verified(long lastSeq, String lastHash, List<Entry> newer, boolean isTailCut) {}

    /**
     * Prepares.
     *
     * @param acknowledgedSeq  last number the database knows, 0 if none
     * @param acknowledgedHash its hash there
     */
    JournalReader(Path directory, DataKey dataKey, long acknowledgedSeq, String acknowledgedHash) {
        this.directory = directory;
        this.wrappingKey = dataKey.forUse("journal", new byte[0]);
        this.acknowledgedSeq = acknowledgedSeq;
        this.acknowledgedHash = acknowledgedHash;
    }

    /**
     * Reads everything.
     *
     * @throws ReportingException STORE_DAMAGED with the segment and place, if a record was changed, is missing, or the journal ends before
     *                            what the database knows
     */
    Verified verify() throws ReportingException {
        List<Path> segments = segments();
        for (int index = 0; index < segments.size(); index++) {
            readSegment(segments.get(index), index == segments.size() - 1);
        }
        if (lastSeq < acknowledgedSeq) {
            throw damaged("journal ends at " + lastSeq + " before " + acknowledgedSeq);
        }
        return new Verified(lastSeq, lastHash, newer.stream().filter(entry -> !voided.contains(entry.content().seq())).toList(), isTailCut);
    }

    private List<Path> segments() throws ReportingException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{12}\\.journal")).sorted().toList();
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "journal"), e);
        }
    }

    private void readSegment(Path file, boolean isLast) throws ReportingException {
        String name = file.getFileName().toString();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", name), e);
        }
        long firstSeq = Long.parseLong(name.substring(0, 12));
        if (bytes.length < Journal.HEADER_BYTES || isLast && isZero(bytes, 0)) {
            // begun, and the power went: such a segment never held a record
            if (firstSeq != lastSeq + 1 || firstSeq <= acknowledgedSeq) {
                throw damaged(name);
            }
            isTailCut = true;
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[Journal.MAGIC.length];
        in.get(magic);
        long statedSeq = in.getLong();
        int schemaVersion = in.getInt();
        SecretKey key = segmentKey(in, bytes, name);
        if (!Arrays.equals(magic, Journal.MAGIC) || statedSeq != firstSeq || firstSeq != lastSeq + 1) {
            throw damaged(name);
        }
        while (in.hasRemaining()) {
            int place = in.position();
            if (!readRecord(in, key, schemaVersion)) {
                // before a further segment the chain itself proves that nothing is missing
                boolean wasNeverAcknowledged = !isLast || lastSeq + 1 > acknowledgedSeq;
                if (!wasNeverAcknowledged || !reachesEnd(bytes, place)) {
                    throw damaged(name + " @" + place);
                }
                cut(file, place, isLast);
                return;
            }
        }
    }

    private SecretKey segmentKey(ByteBuffer in, byte[] bytes, String name) throws ReportingException {
        byte[] along = Arrays.copyOf(bytes, in.position());
        byte[] nonce = new byte[Journal.NONCE_BYTES];
        byte[] wrapped = new byte[48];
        in.get(nonce).get(wrapped);
        try {
            return new SecretKeySpec(DataKey.unseal(wrappingKey, nonce, along, wrapped), "AES");
        } catch (GeneralSecurityException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", name), e);
        }
    }

    /** False if the bytes at this place are no whole, unchanged record. */
    private boolean readRecord(ByteBuffer in, SecretKey key, int schemaVersion) throws ReportingException {
        if (in.remaining() < Journal.FRAME_BYTES + Journal.NONCE_BYTES) {
            return false;
        }
        int length = in.getInt();
        int checksum = in.getInt();
        if (length < Journal.NONCE_BYTES + 16 || length > Journal.MOST_RECORD_BYTES || length > in.remaining()) {
            return false;
        }
        byte[] nonce = new byte[Journal.NONCE_BYTES];
        byte[] sealed = new byte[length - Journal.NONCE_BYTES];
        in.get(nonce).get(sealed);
        if (checksum != Journal.checksum(length, nonce, sealed)) {
            return false;
        }
        byte[] plain;
        try {
            plain = DataKey.unseal(key, nonce, Journal.seqBytes(lastSeq + 1), sealed);
        } catch (GeneralSecurityException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "journal " + (lastSeq + 1)), e);
        }
        accept(plain, schemaVersion);
        return true;
    }

    private void accept(byte[] plain, int schemaVersion) throws ReportingException {
        JournalRecord content;
        try {
            content = WireJson.read(plain, JournalRecord.class);
        } catch (WireFormatException e) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "journal " + (lastSeq + 1)), e);
        }
        if (content.formatVersion() != 1 || content.seq() != lastSeq + 1 || !content.prevHash().equals(lastHash)) {
            throw damaged("journal chain " + (lastSeq + 1));
        }
        lastSeq = content.seq();
        lastHash = Sha256.of(plain).hex();
        if (lastSeq == acknowledgedSeq && !lastHash.equals(acknowledgedHash)) {
            throw damaged("journal differs from data at " + lastSeq);
        }
        if (content.kind().equals(JournalRecord.VOID)) {
            voided.add(content.payload().voids());
        } else if (lastSeq > acknowledgedSeq) {
            newer.add(new Entry(content, lastHash, schemaVersion));
        }
    }

    /**
     * True if nothing whole can stand behind a broken record: it claims to reach to the end of the file or beyond, or only zeros follow, as
     * file systems leave them after a power cut.
     */
    private static boolean reachesEnd(byte[] bytes, int place) {
        if (bytes.length - place < Journal.FRAME_BYTES) {
            return true;
        }
        int length = ByteBuffer.wrap(bytes, place, 4).getInt();
        if (length > 0 && (long) place + Journal.FRAME_BYTES + length >= bytes.length) {
            return true;
        }
        return isZero(bytes, place);
    }

    private static boolean isZero(byte[] bytes, int place) {
        for (int index = place; index < bytes.length; index++) {
            if (bytes[index] != 0) {
                return false;
            }
        }
        return true;
    }

    private void cut(Path file, int place, boolean isLast) throws ReportingException {
        isTailCut = true;
        if (!isLast) {
            // a failed append left it and a new segment went on
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(place);
            channel.force(true);
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    private static ReportingException damaged(String detail) {
        return new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", detail));
    }
}
