package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A disk with a memory of what a power cut may take: writes and lengths that were not forced, names that were not made durable. Everything
 * is really written as well, so the store works as always. It may also be full.
 */
final class ProofDisk implements Disk {
    private static final int BLOCK = 4096;
    private static final int SECTOR = 512;
    /** By the folder's path, for H2's files. */
    static final Map<String, ProofDisk> DISKS = new ConcurrentHashMap<>();

    private final Path root;
    private final String writeDelay;
    private final Map<Path, Content> names = new LinkedHashMap<>();
    private final List<NameChange> unsyncedNames = new ArrayList<>();
    private final Map<Path, Content> durableNames = new LinkedHashMap<>();
    private @Nullable Runnable beforeEvent;
    private volatile long room = Long.MAX_VALUE;

    /** A file's bytes as the disk surely has them, and what was written since. */
    static final class Content {
        private byte[] durable = new byte[0];
        private final List<Change> changes = new ArrayList<>();
        private long length;
    }

    /** Bytes written at a place; null for a new length. */
    private record Change(long at, byte @Nullable [] bytes) {}

    private record NameChange(Path directory, Path name, @Nullable Content content) {}

    /** A disk on which everything that lies under {@code root} now is durable. */
    ProofDisk(Path root, String writeDelay) throws IOException {
        this.root = root;
        this.writeDelay = writeDelay;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                adopt(file);
            }
        }
        H2Files.register();
        DISKS.put(root.toString(), this);
    }

    /** Called before every write, force and change of a name. */
    void watch(Runnable watcher) { beforeEvent = watcher; }

    /** From now on only so many bytes can be written. */
    void leaveRoom(long bytes) { room = bytes; }

    void forget() { DISKS.remove(root.toString()); }

    private void event() {
        Runnable watcher = beforeEvent;
        if (watcher != null) {
            watcher.run();
        }
    }

    synchronized void writing(Content content, long at, byte[] bytes) throws IOException {
        event();
        take(Math.max(0, at + bytes.length - content.length));
        content.changes.add(new Change(at, bytes));
        content.length = Math.max(content.length, at + bytes.length);
    }

    private void take(long bytes) throws IOException {
        if (bytes > room) {
            throw new IOException("No space left on device");
        }
        room -= room == Long.MAX_VALUE ? 0 : bytes;
    }

    synchronized void truncating(Content content, long length) {
        event();
        if (length < content.length) {
            content.changes.add(new Change(length, null));
            content.length = length;
        }
    }

    synchronized void forcing(Content content) {
        event();
        content.durable = image(content, null, 0);
        content.changes.clear();
    }

    @Override
    public synchronized FileChannel open(Path file, OpenOption... options) throws IOException {
        boolean isNew = !names.containsKey(file);
        if (isNew && Files.exists(file)) {
            adopt(file);
            isNew = false;
        }
        if (isNew) {
            event();
            take(1);
        }
        FileChannel real = FileChannel.open(file, options);
        if (isNew) {
            name(file, new Content());
        }
        Content content = names.get(file);
        if (Set.of(options).contains(StandardOpenOption.TRUNCATE_EXISTING) && content.length > 0) {
            truncating(content, 0);
        }
        return new ProofChannel(real, this, content);
    }

    /** A file that was there before counts as durable. */
    private void adopt(Path file) throws IOException {
        Content content = new Content();
        content.durable = Files.readAllBytes(file);
        content.length = content.durable.length;
        names.put(file, content);
        durableNames.put(file, content);
    }

    private void name(Path file, @Nullable Content content) {
        if (content == null) {
            names.remove(file);
        } else {
            names.put(file, content);
        }
        unsyncedNames.add(new NameChange(normal(file.resolveSibling(".")), file, content));
    }

    private static Path normal(Path directory) { return directory.toAbsolutePath().normalize(); }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        if (!names.containsKey(from)) {
            adopt(from);
        }
        event();
        Content content = names.get(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        name(to, content);
        name(from, null);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        event();
        Files.deleteIfExists(file);
        name(file, null);
    }

    @Override
    public synchronized void syncDirectory(Path directory) {
        event();
        Path synced = normal(directory);
        unsyncedNames.removeIf(change -> {
            boolean isHere = change.directory().equals(synced);
            if (isHere) {
                apply(durableNames, change);
            }
            return isHere;
        });
    }

    private static void apply(Map<Path, Content> to, NameChange change) {
        if (change.content() == null) {
            to.remove(change.name());
        } else {
            to.put(change.name(), change.content());
        }
    }

    @Override
    public String databaseUrl(Path database) { return "jdbc:h2:proof:" + database + writeDelay; }

    /** Writes into {@code target} what a power cut at this moment may leave. */
    synchronized void cutPower(Path target, Random random) throws IOException {
        double kept = List.of(0.0, 0.3, 0.5, 0.8, 1.0).get(random.nextInt(5));
        Map<Path, Content> left = new LinkedHashMap<>(durableNames);
        boolean areNamesKept = random.nextBoolean();
        for (NameChange change : unsyncedNames) {
            // names change in the order in which they were asked for; from some point on they are lost
            if (!areNamesKept && random.nextInt(3) == 0) {
                break;
            }
            apply(left, change);
        }
        Files.createDirectories(target);
        for (Map.Entry<Path, Content> file : left.entrySet()) {
            Path copy = target.resolve(root.relativize(file.getKey()).toString());
            Files.createDirectories(copy.resolveSibling("."));
            Files.write(copy, image(file.getValue(), random, kept));
        }
    }

    /** The file with all changes, or, with a source of chance, with each block of each change kept, dropped or torn. */
    private static byte[] image(Content content, @Nullable Random random, double kept) {
        byte[] bytes = content.durable.clone();
        for (Change change : content.changes) {
            byte[] written = change.bytes();
            if (written == null) {
                if (random == null || random.nextDouble() < kept) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length, change.at()));
                }
                continue;
            }
            int from = 0;
            while (from < written.length) {
                int to = (int) Math.min(written.length, (change.at() + from) / BLOCK * BLOCK + BLOCK - change.at());
                int lasting = to;
                if (random != null && random.nextDouble() >= kept) {
                    int torn = (int) ((change.at() + from) / SECTOR + 1 + random.nextInt(7)) * SECTOR - (int) change.at();
                    lasting = random.nextInt(3) == 0 ? Math.clamp(torn, from, to) : from;
                }
                if (lasting > from) {
                    int end = (int) change.at() + lasting;
                    if (end > bytes.length) {
                        bytes = Arrays.copyOf(bytes, end);
                    }
                    System.arraycopy(written, from, bytes, (int) change.at() + from, lasting - from);
                }
                from = to;
            }
        }
        return bytes;
    }

    /** H2's files on the proof's disks: {@code proof:/path}. */
    public static final class H2Files extends org.h2.store.fs.FilePathWrapper {
        static synchronized void register() { org.h2.store.fs.FilePath.register(new H2Files()); }

        @Override
        public String getScheme() { return "proof"; }

        @Override
        public FileChannel open(String mode) throws IOException {
            Path file = Path.of(getBase().toString().replaceFirst("^[a-z]{2,}:", ""));
            ProofDisk disk = DISKS.entrySet().stream().filter(entry -> file.startsWith(entry.getKey())).map(Map.Entry::getValue).findFirst()
                    .orElse(null);
            if (disk == null || mode.equals("r")) {
                return super.open(mode);
            }
            Files.createDirectories(file.resolveSibling("."));
            return disk.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
    }
}
