package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.FolderAge;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.keeping.KeyAct;
import org.shangbao.client.application.keeping.KeyActs;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.application.keeping.UserAccess;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ReportingException;

/** Keeping an open store. Safe to share between threads. */
public final class H2OfficeKeeping implements OfficeKeeping {
    private static final long LITTLE_ROOM_BYTES = 200L << 20;

    private final H2OfficeStore store;
    private final StoreBackups backups;
    private final UserKeyring keyring;
    private final Clock clock;
    private volatile @Nullable Diagnosis diagnosis;

    /**
     * Keeping of a store.
     *
     * @param backups the one that makes this store's other backups too, so that no two work at once
     * @param keyring what the operating system keeps for the user who is signed in to it
     */
    public H2OfficeKeeping(H2OfficeStore store, StoreBackups backups, UserKeyring keyring, Clock clock) {
        this.store = store;
        this.backups = backups;
        this.keyring = keyring;
        this.clock = clock;
    }

    @Override
    public List<BackupEntry> backups() throws ReportingException { return backups.entries(); }

    @Override
    public BackupEntry backup() throws ReportingException { return BackupArchive.entry(backups.make(BackupReason.ASKED)); }

    @Override
    public RestorePreview preview(Path backup) throws ReportingException { return backups.preview(backup); }

    @Override
    public String restore(Path backup) throws ReportingException { return backups.restore(backup); }

    @Override
    public SecondDrive secondDrive() throws ReportingException { return backups.look(); }

    @Override
    public SecondDrive useSecondDrive(@Nullable Path chosen) throws ReportingException { return backups.use(chosen); }

    @Override
    public Diagnosis diagnose() throws ReportingException {
        Diagnosis found = new Doctor(store.folder()).beside(store, backups);
        diagnosis = found;
        return found;
    }

    @Override
    public Optional<Diagnosis> lastDiagnosis() { return Optional.ofNullable(diagnosis); }

    @Override
    public Optional<Map<String, String>> behind() throws ReportingException { return FolderAge.noticed(store); }

    @Override
    public Optional<Map<String, String>> littleRoom() throws ReportingException {
        try {
            long free = store.settings().disk().free(store.folder().root());
            return free < LITTLE_ROOM_BYTES ? Optional.of(Map.of("free", (free >> 20) + " MB")) : Optional.empty();
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    @Override
    public void behindRead() throws ReportingException { FolderAge.read(store); }

    @Override
    public List<String> people() throws ReportingException { return KeyFiles.people(store.folder()); }

    @Override
    public boolean isRecoverable() throws ReportingException {
        return KeyFiles.read(store.folder()).envelopes().stream().anyMatch(DataKey.Envelope::isRecovery);
    }

    @Override
    public synchronized void setPassword(String name, byte[] secret) throws ReportingException {
        KeyFiles.requireName(name);
        DataKey.Envelope made = store.key().envelope(name, secret);
        note(KeyAct.Kind.PASSWORD_SET, name);
        KeyFiles.put(store.folder(), made);
    }

    @Override
    public synchronized void remove(String name) throws ReportingException {
        KeyFiles.removePerson(store.folder(), name);
        note(KeyAct.Kind.PASSWORD_REMOVED, name);
    }

    @Override
    public UserAccess userAccess() throws ReportingException { return users().access(); }

    @Override
    public synchronized void allowUser() throws ReportingException {
        if (users().access() != UserAccess.HERE) {
            users().allow(store.key(), () -> {
                note(KeyAct.Kind.USER_ALLOWED, "");
                return Boolean.TRUE;
            });
        }
    }

    @Override
    public synchronized void forbidUser() throws ReportingException {
        if (!users().all().isEmpty()) {
            users().forbid();
            note(KeyAct.Kind.USER_FORBIDDEN, "");
        }
    }

    @Override
    public void noteAnswered(String name) throws ReportingException { note(KeyAct.Kind.RESET_BY_ANSWER, name); }

    @Override
    public List<KeyAct> keyActs() throws ReportingException { return KeyActs.list(store); }

    private UserEnvelopes users() { return new UserEnvelopes(store.folder(), keyring); }

    private void note(KeyAct.Kind kind, String holder) throws ReportingException {
        KeyActs.note(store, new KeyAct(clock.instant(), kind, holder, store.openedBy(), keyring.user()));
    }
}
