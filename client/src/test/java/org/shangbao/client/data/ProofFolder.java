package org.shangbao.client.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

import org.shangbao.model.error.ReportingException;

/** Data folders of proofs: their key opens quickly, and they are copied and thrown away by the thousand. */
final class ProofFolder {
    static final byte[] SECRET = "a secret of a proof, nobody's".getBytes(StandardCharsets.UTF_8);

    private ProofFolder() {}

    /** Makes a folder whose envelope asks for little memory and time. */
    static DataFolder create(Path root) throws IOException, ReportingException {
        Files.createDirectories(root);
        DataFolder folder = new DataFolder(root);
        DataKey key = DataKey.fresh();
        KeyFiles.write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1,
                List.of(key.envelope(DataKey.UNLOCK_FILE, SECRET, 8, 1))));
        return folder;
    }

    /** From now on the folder's key asks for as much memory and time as an office's does. */
    static void lockAsAnOfficeDoes(DataFolder folder) throws ReportingException {
        DataKey key = KeyFiles.open(folder, SECRET).key();
        KeyFiles.write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, List.of(key.envelope(DataKey.UNLOCK_FILE, SECRET))));
    }

    static H2OfficeStore open(DataFolder folder, ExecutorService storeThread, StoreSettings settings) throws ReportingException {
        return H2OfficeStore.open(folder, SECRET, storeThread, settings, false);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
