package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

import org.jspecify.annotations.Nullable;

/** A file channel that tells a {@link ProofDisk} what it is about to do. */
final class ProofChannel extends FileChannel {
    private final FileChannel real;
    private final ProofDisk disk;
    private final ProofDisk.Content content;

    ProofChannel(FileChannel real, ProofDisk disk, ProofDisk.Content content) {
        this.real = real;
        this.disk = disk;
        this.content = content;
    }

    @Override
    public int read(ByteBuffer target) throws IOException { return real.read(target); }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException { return real.read(targets, offset, length); }

    @Override
    public int read(ByteBuffer target, long position) throws IOException { return real.read(target, position); }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = write(source, real.position());
        real.position(real.position() + written);
        return written;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long written = 0;
        for (int index = offset; index < offset + length; index++) {
            written += write(sources[index]);
        }
        return written;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        byte[] bytes = new byte[source.remaining()];
        source.duplicate().get(bytes);
        synchronized (disk) {
            disk.writing(content, position, bytes);
            int written = 0;
            while (source.hasRemaining()) {
                written += real.write(source, position + written);
            }
            return written;
        }
    }

    @Override
    public long position() throws IOException { return real.position(); }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException { return real.size(); }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            disk.truncating(content, size);
            real.truncate(size);
        }
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException { disk.forcing(content); }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, 1 << 16));
        int read = source.read(buffer);
        return read <= 0 ? 0 : write(buffer.flip(), position);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) { throw new UnsupportedOperationException(); }

    @Override
    public FileLock lock(long position, long size, boolean isShared) throws IOException { return real.lock(position, size, isShared); }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean isShared) throws IOException {
        return real.tryLock(position, size, isShared);
    }

    @Override
    protected void implCloseChannel() throws IOException { real.close(); }
}
