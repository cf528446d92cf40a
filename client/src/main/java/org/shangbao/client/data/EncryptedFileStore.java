package org.shangbao.client.data;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;

/**
 * Files as chains of AES-GCM blocks ({@code docs/formats/data-folder.md}). Each file has its own key; block number and "last block" are
 * authenticated along, so blocks can neither be exchanged nor cut off. Names are derived with a key: the folder does not tell which
 * published document lies in it.
 */
final class EncryptedFileStore implements FileStore {
    private static final byte[] MAGIC = { 'S', 'B', 'F', '1' };
    private static final int SALT_BYTES = 32;
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int TAG_BYTES = 16;
    private static final int HEADER_BYTES = MAGIC.length + SALT_BYTES;

    private final Disk disk;
    private final Path directory;
    private final DataKey dataKey;
    private final byte[] nameKey;

    EncryptedFileStore(Disk disk, Path directory, DataKey dataKey) {
        this.disk = disk;
        this.directory = directory;
        this.dataKey = dataKey;
        this.nameKey = dataKey.forUse("file-names", new byte[0]).getEncoded();
    }

    private Path path(String sha256) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(nameKey);
        digest.update(new Sha256(sha256).bytes());
        String name = HexFormat.of().formatHex(digest.digest());
        return directory.resolve(name.substring(0, 2)).resolve(name + ".file");
    }

    @Override
    public boolean has(String sha256) { return Files.exists(path(sha256)); }

    @Override
    public Content put(InputStream source, long most, ErrorCode tooLarge) throws ReportingException {
        Path temporary = directory.resolve(UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(directory);
            try {
                Content content = encrypt(source, temporary, most, tooLarge);
                Path target = path(content.sha256());
                if (!Files.exists(target)) {
                    Files.createDirectories(target.resolveSibling("."));
                    disk.move(temporary, target);
                    disk.syncDirectory(target.resolveSibling("."));
                    disk.syncDirectory(directory);
                }
                return content;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    private Content encrypt(InputStream source, Path target, long most, ErrorCode tooLarge) throws IOException, ReportingException {
        byte[] salt = DataKey.random(SALT_BYTES);
        SecretKey key = dataKey.forUse("file", salt);
        MessageDigest digest = Sha256.newDigest();
        long size = 0;
        try (FileChannel channel = disk.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BLOCK_BYTES + TAG_BYTES);
            out.write(MAGIC);
            out.write(salt);
            byte[] block = readBlock(source);
            int number = 0;
            while (true) {
                size += block.length;
                if (size > most) {
                    throw new ReportingException(tooLarge, Map.of("size", megabytes(size) + "+", "most", megabytes(most)));
                }
                digest.update(block);
                byte[] next = block.length < BLOCK_BYTES ? new byte[0] : readBlock(source);
                boolean isLast = next.length == 0;
                out.write(DataKey.seal(key, nonce(number), along(isLast), block));
                if (isLast) {
                    break;
                }
                block = next;
                number++;
            }
            out.flush();
            channel.force(true);
        }
        return new Content(Sha256.of(digest).hex(), size);
    }

    private static byte[] readBlock(InputStream source) throws ReportingException {
        try {
            return source.readNBytes(BLOCK_BYTES);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of(), e);
        }
    }

    private static String megabytes(long bytes) { return Math.max(1, bytes >> 20) + " MB"; }

    private static byte[] nonce(int number) { return ByteBuffer.allocate(12).putInt(8, number).array(); }

    private static byte[] along(boolean isLast) { return new byte[]{ (byte) (isLast ? 1 : 0) }; }

    @Override
    public InputStream open(String sha256, long offset) throws ReportingException {
        Path file = path(sha256);
        try {
            long length = Files.size(file);
            DataInputStream in = new DataInputStream(Files.newInputStream(file));
            byte[] magic = in.readNBytes(MAGIC.length);
            byte[] salt = in.readNBytes(SALT_BYTES);
            if (!Arrays.equals(magic, MAGIC) || salt.length != SALT_BYTES) {
                in.close();
                throw damaged(null);
            }
            long blocks = (length - HEADER_BYTES + BLOCK_BYTES + TAG_BYTES - 1) / (BLOCK_BYTES + TAG_BYTES);
            long first = Math.min(offset / BLOCK_BYTES, blocks - 1);
            in.skipNBytes(first * (BLOCK_BYTES + TAG_BYTES));
            InputStream plain = new BlockStream(in, dataKey.forUse("file", salt), (int) first, blocks);
            plain.skipNBytes(offset - first * BLOCK_BYTES);
            return plain;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public byte[] read(String sha256, long most) throws ReportingException {
        byte[] bytes;
        try (InputStream in = open(sha256, 0)) {
            bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            throw damaged(e);
        }
        if (bytes.length > most || !Sha256.of(bytes).hex().equals(sha256)) {
            throw damaged(null);
        }
        return bytes;
    }

    private static ReportingException damaged(@Nullable Exception cause) {
        return new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "files"), cause);
    }

    /** Hands out authenticated blocks one by one. */
    private static final class BlockStream extends InputStream {
        private final DataInputStream in;
        private final SecretKey key;
        private final long blocks;
        private int number;
        private byte[] block = new byte[0];
        private int place;

        BlockStream(DataInputStream in, SecretKey key, int number, long blocks) {
            this.in = in;
            this.key = key;
            this.number = number;
            this.blocks = blocks;
        }

        private boolean fill() throws IOException {
            if (place < block.length) {
                return true;
            }
            if (number >= blocks) {
                return false;
            }
            byte[] sealed = in.readNBytes(BLOCK_BYTES + TAG_BYTES);
            if (sealed.length < TAG_BYTES) {
                throw new EOFException("file ends early");
            }
            try {
                block = DataKey.unseal(key, nonce(number), along(number == blocks - 1), sealed);
            } catch (GeneralSecurityException e) {
                throw new IOException("file was changed in block " + number, e);
            }
            number++;
            place = 0;
            return block.length > 0;
        }

        @Override
        public int read() throws IOException { return fill() ? block[place++] & 0xff : -1; }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, block.length - place);
            System.arraycopy(block, place, target, from, count);
            place += count;
            return count;
        }

        @Override
        public void close() throws IOException { in.close(); }
    }
}
