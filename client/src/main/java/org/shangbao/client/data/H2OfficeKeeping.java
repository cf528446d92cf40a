package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.FolderAge;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Keeping an open store. Safe to share between threads. */
public final class H2OfficeKeeping implements OfficeKeeping {
    private static final int MOST_NAME = 40;
    private static final long LITTLE_ROOM_BYTES = 200L << 20;

    private final H2OfficeStore store;
    private final StoreBackups backups;

    /**
     * Keeping of a store.
     *
     * @param backups the one that makes this store's other backups too, so that no two work at once
     */
    public H2OfficeKeeping(H2OfficeStore store, StoreBackups backups) {
        this.store = store;
        this.backups = backups;
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
    public List<String> people() throws ReportingException {
        return KeyFiles.read(store.folder()).envelopes().stream().filter(DataKey.Envelope::isPersons).map(DataKey.Envelope::holder)
                .distinct().toList();
    }

    @Override
    public boolean isRecoverable() throws ReportingException {
        return KeyFiles.read(store.folder()).envelopes().stream().anyMatch(DataKey.Envelope::isRecovery);
    }

    @Override
    public synchronized void setPassword(String name, byte[] secret) throws ReportingException {
        if (name.isBlank() || name.length() > MOST_NAME || name.startsWith(DataKey.RECOVERY)) {
            throw new ReportingException(ErrorCode.KEY_NAME, Map.of("name", name));
        }
        KeyFiles.put(store.folder(), store.key().envelope(name, secret));
    }

    @Override
    public synchronized void remove(String name) throws ReportingException { KeyFiles.removePerson(store.folder(), name); }
}
