package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.shangbao.model.error.ReportingException;

/** Keeps files as they were found before a repair replaces them: {@code set-aside/0001} and so on. */
final class SetAside {
    private final Disk disk;
    private final Path all;
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
                    disk.move(file, target().resolve(file.getFileName().toString()));
                    disk.syncDirectory(file.resolveSibling("."));
                }
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    /** Copies files; what is not there is passed over. */
    void copy(List<Path> files) throws ReportingException {
        try {
            for (Path file : files) {
                if (Files.exists(file)) {
                    Files.copy(file, target().resolve(file.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
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
