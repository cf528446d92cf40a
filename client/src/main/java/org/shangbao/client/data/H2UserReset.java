package org.shangbao.client.data;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import org.shangbao.client.application.keeping.KeyAct;
import org.shangbao.client.application.keeping.KeyActs;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.client.application.keeping.UserReset;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Setting a forgotten password anew by the user of the operating system. The folder is opened for it only to note what is done. */
public final class H2UserReset implements UserReset {
    private static final Logger LOG = LoggerFactory.getLogger(H2UserReset.class);

    private final DataFolder folder;
    private final UserKeyring keyring;
    private final ExecutorService storeThread;
    private final Clock clock;

    /**
     * The way back into a folder.
     *
     * @param storeThread executor of exactly one thread that nobody interrupts
     */
    public H2UserReset(DataFolder folder, UserKeyring keyring, ExecutorService storeThread, Clock clock) {
        this.folder = folder;
        this.keyring = keyring;
        this.storeThread = storeThread;
        this.clock = clock;
    }

    private UserEnvelopes envelopes() { return new UserEnvelopes(folder, keyring); }

    @Override
    public boolean isOffered() throws ReportingException { return folder.isOffice() && !envelopes().all().isEmpty(); }

    @Override
    public List<String> people() throws ReportingException { return KeyFiles.people(folder); }

    @Override
    public void check() throws ReportingException { envelopes().open(); }

    @Override
    public void reset(String name, byte[] newSecret) throws ReportingException {
        if (!people().contains(name)) {
            throw new ReportingException(ErrorCode.KEY_NAME, Map.of("name", name));
        }
        DataKey key = envelopes().open();
        DataKey.Envelope made = key.envelope(name, newSecret);
        try (H2OfficeStore store = H2OfficeStore.open(folder, key, storeThread)) {
            KeyActs.note(store, new KeyAct(clock.instant(), KeyAct.Kind.RESET_BY_USER, name, "", keyring.user()));
            KeyFiles.put(folder, made);
        } catch (ReportingException e) {
            if (e.error() != ErrorCode.STORE_DAMAGED) {
                throw e;
            }
            // damaged data are brought back from a backup, and that needs the password
            LOG.warn("A password is replaced by the system's user; the store is damaged and cannot note it");
            FolderLock.with(folder, () -> {
                KeyFiles.put(folder, made);
                return Boolean.TRUE;
            });
        }
    }
}
