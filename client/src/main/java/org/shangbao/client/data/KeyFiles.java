package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/**
 * {@code keys.json} and its copy. Without one of them nothing in the folder can ever be read again, so there are two, each written whole, and
 * a damaged one is written anew from the other.
 */
final class KeyFiles {
    private static final String KEYS = "keys.json";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ENVELOPES = 400;
    private static final int MOST_NAME = 40;

    private KeyFiles() {}

    /** The folder's key, whose secret opened it, and whether one of the two files had to be written anew. */
    record Unlocked(DataKey key, String holder, boolean isRewritten) {}

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
     * Opens the folder's key. Each envelope costs a stretching of the secret, so the person who opened it last with a password comes first
     * for a password and last for an unlock file; the others follow all the same.
     *
     * @throws ReportingException STORE_LOCKED if no envelope opens with the secret, STORE_DAMAGED if neither file can be read
     */
    static Unlocked open(DataFolder folder, byte[] secret) throws ReportingException {
        List<DataKey.Envelope> envelopes = read(folder).envelopes();
        ReportingException failure = new ReportingException(ErrorCode.STORE_LOCKED, Map.of());
        boolean isTyped = OfficePassword.isSecret(secret);
        String last = folder.lastPerson();
        for (DataKey.Envelope envelope : likelyFirst(envelopes, last, isTyped)) {
            try {
                DataKey key = DataKey.open(new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, List.of(envelope)), secret);
                // its namesake is a copy in which a bit was changed: this one is known to open
                List<DataKey.Envelope> kept = envelopes.stream()
                        .filter(other -> other.equals(envelope) || !other.holder().equals(envelope.holder())).toList();
                if (isTyped && !envelope.holder().equals(last)) {
                    folder.notePerson(envelope.holder());
                }
                return new Unlocked(key, envelope.holder(),
                        rewrite(folder, WireJson.write(new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, kept))));
            } catch (ReportingException e) {
                failure = e.error() == ErrorCode.STORE_DAMAGED ? e : failure;
            }
        }
        throw failure;
    }

    /** Returns persons' envelopes in the order in which they are tried. */
    static List<DataKey.Envelope> likelyFirst(List<DataKey.Envelope> envelopes, String last, boolean isTyped) {
        return envelopes.stream().filter(DataKey.Envelope::isPersons)
                .sorted(Comparator.comparing((DataKey.Envelope envelope) -> envelope.holder().equals(last) != isTyped)).toList();
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

    /** True if both files can be read and say the same. */
    static boolean areBothWhole(DataFolder folder) {
        return readOne(folder.keys()) instanceof DataKey.KeyFile keys && keys.equals(readOne(folder.keysCopy()));
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
     * Reads the envelopes of both files. Where they differ each keeps its own: a changed bit in one holder's envelope must not replace the
     * whole one in the copy, and nobody can tell which is which.
     *
     * @throws ReportingException STORE_DAMAGED if neither is readable
     */
    static DataKey.KeyFile read(DataFolder folder) throws ReportingException {
        Set<DataKey.Envelope> envelopes = new LinkedHashSet<>();
        both(folder).forEach(file -> envelopes.addAll(file.envelopes()));
        if (envelopes.isEmpty() || envelopes.size() > MOST_ENVELOPES) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", KEYS));
        }
        return new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, List.copyOf(envelopes));
    }

    private static DataKey.@Nullable KeyFile readOne(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                return null;
            }
            DataKey.KeyFile file = WireJson.read(Files.readAllBytes(path), DataKey.KeyFile.class);
            return file.format().equals(DataKey.KeyFile.FORMAT) && file.version() == 1 && !file.envelopes().isEmpty() ? file : null;
        } catch (IOException | WireFormatException e) {
            return null;
        }
    }

    /**
     * Looks whether a person can be called so.
     *
     * @throws ReportingException KEY_NAME
     */
    static void requireName(String name) throws ReportingException {
        if (name.isBlank() || name.length() > MOST_NAME || name.startsWith(DataKey.RECOVERY) || name.startsWith(DataKey.USER)) {
            throw new ReportingException(ErrorCode.KEY_NAME, Map.of("name", name));
        }
    }

    /** Returns the persons who have a password or an unlock file, each once. */
    static List<String> people(DataFolder folder) throws ReportingException {
        return read(folder).envelopes().stream().filter(DataKey.Envelope::isPersons).map(DataKey.Envelope::holder).distinct().toList();
    }

    /** Writes both files. */
    static void write(DataFolder folder, DataKey.KeyFile file) throws ReportingException {
        byte[] bytes = WireJson.write(file);
        DataFolder.writeWhole(folder.keysCopy(), bytes);
        DataFolder.writeWhole(folder.keys(), bytes);
    }

    /** Puts one holder's envelope in the place of those of the same name, or behind the others. */
    static void put(DataFolder folder, DataKey.Envelope envelope) throws ReportingException {
        List<DataKey.Envelope> envelopes = new ArrayList<>(read(folder).envelopes());
        envelopes.removeIf(other -> other.holder().equals(envelope.holder()));
        envelopes.add(envelope);
        write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, envelopes));
    }

    /** Takes the envelopes of all users of operating systems away; returns the names under which their keys are kept. */
    static List<String> removeUsers(DataFolder folder) throws ReportingException {
        List<DataKey.Envelope> envelopes = new ArrayList<>(read(folder).envelopes());
        List<String> kept = envelopes.stream().filter(DataKey.Envelope::isUsers).map(DataKey.Envelope::keptAs).distinct().toList();
        if (envelopes.removeIf(DataKey.Envelope::isUsers)) {
            write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, envelopes));
        }
        return kept;
    }

    /**
     * Takes a person's envelopes away.
     *
     * @throws ReportingException KEY_NAME if there is none of that name, LAST_KEY if nobody else's is left
     */
    static void removePerson(DataFolder folder, String holder) throws ReportingException {
        List<DataKey.Envelope> envelopes = new ArrayList<>(read(folder).envelopes());
        // the recovery key belongs to the province; an office does not take it away
        if (envelopes.stream().noneMatch(envelope -> envelope.isPersons() && envelope.holder().equals(holder))) {
            throw new ReportingException(ErrorCode.KEY_NAME, Map.of("name", holder));
        }
        if (envelopes.stream().noneMatch(envelope -> envelope.isPersons() && !envelope.holder().equals(holder))) {
            throw new ReportingException(ErrorCode.LAST_KEY, Map.of());
        }
        envelopes.removeIf(envelope -> envelope.holder().equals(holder));
        write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, envelopes));
    }

    /**
     * Sees to it that the holder of a recovery key could open the folder; the envelope of an older recovery key goes.
     *
     * @return true if an envelope was added
     */
    static boolean keepRecoverable(DataFolder folder, DataKey key, String unit, PublicKey recoveryKey) throws ReportingException {
        DataKey.Envelope made = key.recoveryEnvelope(unit, recoveryKey);
        List<DataKey.Envelope> envelopes = new ArrayList<>(read(folder).envelopes());
        if (envelopes.stream().anyMatch(envelope -> envelope.isRecovery() && envelope.holder().equals(made.holder()))) {
            return false;
        }
        envelopes.removeIf(DataKey.Envelope::isRecovery);
        envelopes.add(made);
        write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, envelopes));
        return true;
    }
}
