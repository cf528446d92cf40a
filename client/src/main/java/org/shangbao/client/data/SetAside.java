package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shangbao.model.error.ReportingException;

/** Keeps files as they were found before a repair replaces them: {@code set-aside/0001} and so on. */
final class SetAside {
    private final Disk disk;
    private final Path all;
    private final Map<Path, Path> moved = new LinkedHashMap<>();
    private String name = "";

    SetAside(Disk disk, DataFolder folder) {
        this.disk = disk;
        this.all = folder.setAside();
    }

    /** Returns the folder of this repair within the data folder, empty if nothing was set aside. */
    String name() { return name; }

    /** Moves files away; what is not there is passed over. */
    void move(List<Path> files) throws ReportingException {
        try {
            for (Path file : files) {
                if (Files.exists(file)) {
                    Path kept = target().resolve(file.getFileName().toString());
                    disk.move(file, kept);
                    moved.put(kept, file);
                    disk.syncDirectory(file.resolveSibling("."));
                }
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Keeps a copy of a file that stays; what is not there is passed over. */
    void copy(Path file) throws ReportingException {
        try {
            if (Files.exists(file)) {
                Path kept = target().resolve(file.getFileName().toString());
                Files.copy(file, kept);
                moved.put(kept, file);
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Puts everything back where it was, when the repair did not succeed. */
    void undo() throws ReportingException {
        try {
            for (Map.Entry<Path, Path> each : moved.entrySet()) {
                disk.move(each.getKey(), each.getValue());
            }
            if (!name.isEmpty()) {
                Files.deleteIfExists(all.resolveSibling(name));
                if (isEmpty(all)) {
                    Files.delete(all);
                }
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        moved.clear();
        name = "";
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private Path target() throws IOException {
        if (name.isEmpty()) {
            int number = 1;
            while (Files.exists(all.resolve(String.format(Locale.ROOT, "%04d", number)))) {
                number++;
            }
            Path made = Files.createDirectories(all.resolve(String.format(Locale.ROOT, "%04d", number)));
            name = all.getFileName() + "/" + made.getFileName();
        }
        return all.resolveSibling(name);
    }
}
