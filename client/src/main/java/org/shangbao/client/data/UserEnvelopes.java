package org.shangbao.client.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.UserAccess;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The envelopes of a folder's key for users of the operating system: a random key of its own opens each, which the operating system keeps
 * for one user under the envelope's name. The folder alone opens nothing, nor does the keeping alone.
 */
final class UserEnvelopes {
    private static final int NAME_BYTES = 16;
    /** More are no office's; each one costs a question to the operating system. */
    private static final int MOST = 8;
    private static final Logger LOG = LoggerFactory.getLogger(UserEnvelopes.class);

    private final DataFolder folder;
    private final UserKeyring keyring;

    UserEnvelopes(DataFolder folder, UserKeyring keyring) {
        this.folder = folder;
        this.keyring = keyring;
    }

    /** Returns the envelopes there are. */
    List<DataKey.Envelope> all() throws ReportingException {
        return KeyFiles.read(folder).envelopes().stream().filter(DataKey.Envelope::isUsers).limit(MOST).toList();
    }

    UserAccess access() throws ReportingException {
        if (all().isEmpty()) {
            return UserAccess.OFF;
        }
        try {
            return find().isPresent() ? UserAccess.HERE : UserAccess.ELSEWHERE;
        } catch (ReportingException e) {
            if (e.error() != ErrorCode.KEYRING_SILENT) {
                throw e;
            }
            return UserAccess.SILENT;
        }
    }

    /**
     * Opens the folder's key with what the operating system keeps for this user.
     *
     * @throws ReportingException NO_USER_KEY, KEYRING_SILENT, KEYRING_WITHOUT
     */
    DataKey open() throws ReportingException {
        if (all().isEmpty()) {
            throw new ReportingException(ErrorCode.NO_USER_KEY, Map.of());
        }
        return find().orElseThrow(() -> new ReportingException(ErrorCode.KEYRING_WITHOUT, Map.of()));
    }

    private Optional<DataKey> find() throws ReportingException {
        for (DataKey.Envelope envelope : all()) {
            Optional<byte[]> kept = keyring.find(envelope.keptAs());
            if (kept.isPresent()) {
                @Nullable
                DataKey key = DataKey.ofUser(envelope, kept.get());
                Arrays.fill(kept.get(), (byte) 0);
                if (key != null) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Lets this user open the folder. Only what the operating system gives back again counts as kept.
     *
     * @param noted called before the folder is changed
     */
    void allow(DataKey key, StoreThread.Work<?> noted) throws ReportingException {
        String name = HexFormat.of().formatHex(DataKey.random(NAME_BYTES));
        byte[] usersKey = DataKey.freshUsersKey();
        boolean isAllowed = false;
        try {
            keyring.keep(name, usersKey);
            Optional<byte[]> given = keyring.find(name);
            if (given.isEmpty() || !Arrays.equals(given.get(), usersKey)) {
                throw new ReportingException(ErrorCode.KEYRING_SILENT, Map.of());
            }
            noted.go();
            KeyFiles.put(folder, key.userEnvelope(name, usersKey));
            isAllowed = true;
        } finally {
            Arrays.fill(usersKey, (byte) 0);
            if (!isAllowed) {
                forget(List.of(name));
            }
        }
    }

    /** Takes the folder away from all users of operating systems; of this one the operating system forgets the key too. */
    void forbid() throws ReportingException {
        forget(new ArrayList<>(KeyFiles.removeUsers(folder)));
    }

    private void forget(List<String> names) {
        for (String name : names) {
            try {
                keyring.forget(name);
            } catch (ReportingException e) {
                LOG.info("The system's keeping could not be asked to forget a key of no use any more");
                return;
            }
        }
    }
}
