package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/**
 * {@code keys.json} and its copy. Without one of them nothing in the folder can ever be read again, so there are two, each written whole, and
 * a damaged one is written anew from the other.
 */
final class KeyFiles {
    private KeyFiles() {}

    /** The folder's key, and whether one of the two files had to be written anew. */
    record Unlocked(DataKey key, boolean isRewritten) {}

    /**
     * Makes the key of a new folder, opened by {@code secret}.
     *
     * @throws ReportingException STORE_LOCKED if the secret is too short, STORE_NOT_WRITABLE
     */
    static DataKey create(DataFolder folder, byte[] secret) throws ReportingException {
        DataKey key = DataKey.fresh();
        write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, List.of(key.envelope(DataKey.UNLOCK_FILE, secret))));
        return key;
    }

    /**
     * Opens the folder's key.
     *
     * @throws ReportingException STORE_LOCKED if no envelope opens with the secret, STORE_DAMAGED if neither file can be read
     */
    static Unlocked open(DataFolder folder, byte[] secret) throws ReportingException {
        ReportingException failure = new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "keys.json"));
        for (DataKey.KeyFile file : both(folder)) {
            try {
                DataKey key = DataKey.open(file, secret);
                return new Unlocked(key, rewrite(folder, WireJson.write(file)));
            } catch (ReportingException e) {
                // a changed bit may leave a readable file whose envelope opens no more; the copy may still do
                failure = e;
            }
        }
        throw failure;
    }

    /** Returns the readable ones of the two files, once if they say the same. */
    private static List<DataKey.KeyFile> both(DataFolder folder) {
        List<DataKey.KeyFile> files = new ArrayList<>();
        for (Path one : List.of(folder.keys(), folder.keysCopy())) {
            DataKey.@Nullable KeyFile file = readOne(one);
            if (file != null && !files.contains(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private static boolean rewrite(DataFolder folder, byte[] bytes) throws ReportingException {
        boolean isRewritten = false;
        for (Path one : List.of(folder.keys(), folder.keysCopy())) {
            if (!isSame(one, bytes)) {
                DataFolder.writeWhole(one, bytes);
                isRewritten = true;
            }
        }
        return isRewritten;
    }

    private static boolean isSame(Path file, byte[] bytes) {
        try {
            return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads the envelopes from whichever file is whole.
     *
     * @throws ReportingException STORE_DAMAGED if neither is
     */
    static DataKey.KeyFile read(DataFolder folder) throws ReportingException {
        List<DataKey.KeyFile> files = both(folder);
        if (files.isEmpty()) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "keys.json"));
        }
        return files.getFirst();
    }

    private static DataKey.@Nullable KeyFile readOne(Path path) {
        try {
            DataKey.KeyFile file = WireJson.read(Files.readAllBytes(path), DataKey.KeyFile.class);
            return file.format().equals(DataKey.KeyFile.FORMAT) && file.version() == 1 && !file.envelopes().isEmpty() ? file : null;
        } catch (IOException | WireFormatException e) {
            return null;
        }
    }

    /** Writes both files. */
    static void write(DataFolder folder, DataKey.KeyFile file) throws ReportingException {
        byte[] bytes = WireJson.write(file);
        DataFolder.writeWhole(folder.keysCopy(), bytes);
        DataFolder.writeWhole(folder.keys(), bytes);
    }
}
