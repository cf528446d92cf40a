package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.keeping.FolderKeeping;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.TypedFigure;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on a whole data folder: it is opened for each call and closed again. */
public final class H2FolderKeeping implements FolderKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(H2FolderKeeping.class);
    private static final int MOST_NAME = 40;

    private final DataFolder folder;
    private final byte[] secret;
    private final ExecutorService storeThread;

    /**
     * Work on a folder.
     *
     * @param storeThread executor of exactly one thread that nobody interrupts
     */
    public H2FolderKeeping(DataFolder folder, byte[] secret, ExecutorService storeThread) {
        this.folder = folder;
        this.secret = secret.clone();
        this.storeThread = storeThread;
    }

    private H2OfficeStore open() throws ReportingException { return H2OfficeStore.open(folder, secret, storeThread); }

    private BackupFiles files() throws ReportingException {
        return new BackupFiles(Disk.SYSTEM, folder, KeyFiles.open(folder, secret).key(), Database.STEPS);
    }

    @Override
    public List<BackupEntry> backups() throws ReportingException {
        List<BackupEntry> entries = new ArrayList<>();
        for (Path file : BackupFiles.newestFirst(folder.backups())) {
            try {
                entries.add(entry(file));
            } catch (ReportingException e) {
                LOG.warn("{} is no usable backup", file.getFileName(), e);
            }
        }
        return entries;
    }

    private static BackupEntry entry(Path file) throws ReportingException {
        BackupFiles.Manifest manifest = BackupFiles.manifest(file);
        try {
            return new BackupEntry(file, manifest.reason(), manifest.seq(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    @Override
    public BackupEntry backup() throws ReportingException {
        try (H2OfficeStore store = open()) {
            return entry(new StoreBackups(store).make(BackupReason.ASKED));
        }
    }

    @Override
    public RestorePreview preview(Path backup) throws ReportingException {
        try (BackupFiles.Trial trial = files().tryOut(backup)) {
            SortedMap<String, Holding> then = holdings(trial);
            boolean isReadable = false;
            long nowSeq = 0;
            List<RestorePreview.ReportChange> changes = new ArrayList<>();
            try (H2OfficeStore store = open()) {
                SortedMap<String, Holding> now = store.read(H2FolderKeeping::holdings);
                nowSeq = store.lastSequence();
                isReadable = true;
                now.forEach((report, holding) -> {
                    RestorePreview.ReportChange change = holding.changeTo(report, then.getOrDefault(report, Holding.NOTHING));
                    if (change.figures() + change.texts() + change.revisions() > 0) {
                        changes.add(change);
                    }
                });
            } catch (ReportingException e) {
                if (e.error() != ErrorCode.STORE_DAMAGED && e.error() != ErrorCode.STORE_NEWER) {
                    throw e;
                }
                LOG.info("The present state cannot be read", e);
            }
            return new RestorePreview(entry(backup), isReadable, nowSeq, changes);
        }
    }

    /** What a report holds, to be compared. */
    private record Holding(Map<String, TypedFigure> figures, Map<String, String> texts, int revisions) {
        static final Holding NOTHING = new Holding(Map.of(), Map.of(), 0);

        RestorePreview.ReportChange changeTo(String report, Holding other) {
            return new RestorePreview.ReportChange(report, differing(figures, other.figures), differing(texts, other.texts),
                    Math.max(0, revisions - other.revisions));
        }

        private static <T> int differing(Map<String, T> one, Map<String, T> two) {
            List<String> keys = new ArrayList<>(one.keySet());
            two.keySet().stream().filter(key -> !one.containsKey(key)).forEach(keys::add);
            return (int) keys.stream().filter(key -> !Objects.equals(one.get(key), two.get(key))).count();
        }
    }

    private static SortedMap<String, Holding> holdings(OfficeRecords records) throws ReportingException {
        SortedMap<String, Holding> holdings = new TreeMap<>();
        for (StoredReport report : records.reports()) {
            ReportId id = report.id();
            Map<String, String> texts = new TreeMap<>(records.narratives(id));
            records.explanations(id).forEach((finding, text) -> texts.put("explanation " + finding, text));
            holdings.put(id.toString(), new Holding(records.figures(id), texts, records.revisions(id).size()));
        }
        return holdings;
    }

    private SortedMap<String, Holding> holdings(BackupFiles.Trial trial) throws ReportingException {
        DataKey key = KeyFiles.open(folder, secret).key();
        try (Database database = Database.open(Disk.SYSTEM, trial.scratch().resolve("main"), trial.database(), key, Database.STEPS)) {
            return holdings(new H2Records(database.tables()));
        } catch (SQLException e) {
            throw DataFolder.notWritable(e);
        }
    }

    @Override
    public String restore(Path backup) throws ReportingException {
        return H2OfficeStore.withLock(folder, () -> {
            DataKey key = KeyFiles.open(folder, secret).key();
            SetAside setAside = new SetAside(Disk.SYSTEM, folder);
            try (BackupFiles.Trial trial = files().tryOut(backup)) {
                JournalPosition place = new JournalPosition(trial.manifest().seq(), trial.manifest().hash());
                List<Path> old = new ArrayList<>(JournalReader.segments(folder.journal()));
                old.add(folder.databaseFile());
                old.add(folder.highWater());
                setAside.move(old);
                Files.createDirectories(folder.databaseFile().resolveSibling("."));
                Anchor.write(Disk.SYSTEM, folder.journal(), key, place);
                Disk.SYSTEM.move(trial.database(), folder.databaseFile());
                Disk.SYSTEM.syncDirectory(folder.databaseFile().resolveSibling("."));
                try (HighWater highWater = HighWater.read(Disk.SYSTEM, folder.highWater())) {
                    highWater.note(place.seq(), place.hash());
                    highWater.force();
                }
                LOG.warn("Restored {} by request; what was here is in {}", backup.getFileName(), setAside.name());
                return setAside.name();
            } catch (IOException e) {
                throw DataFolder.notWritable(e);
            }
        });
    }

    @Override
    public Diagnosis diagnose() throws ReportingException { return new Doctor(folder, secret, storeThread).look(); }

    @Override
    public long export(Path target) throws ReportingException {
        try (H2OfficeStore store = open()) {
            return StoreExport.write(store, target);
        }
    }

    @Override
    public List<String> holders() throws ReportingException {
        KeyFiles.open(folder, secret);
        return KeyFiles.read(folder).envelopes().stream().map(DataKey.Envelope::holder).toList();
    }

    @Override
    public void addHolder(String name, byte[] added) throws ReportingException {
        if (name.isBlank() || name.length() > MOST_NAME || holders().contains(name)) {
            throw new ReportingException(ErrorCode.KEY_NAME, Map.of("name", name));
        }
        H2OfficeStore.withLock(folder, () -> {
            DataKey key = KeyFiles.open(folder, secret).key();
            List<DataKey.Envelope> envelopes = new ArrayList<>(KeyFiles.read(folder).envelopes());
            envelopes.add(key.envelope(name, added));
            KeyFiles.write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, envelopes));
            return Boolean.TRUE;
        });
    }

    @Override
    public void removeHolder(String name) throws ReportingException {
        List<String> names = holders();
        if (!names.contains(name)) {
            throw new ReportingException(ErrorCode.KEY_NAME, Map.of("name", name));
        }
        if (names.size() == 1) {
            throw new ReportingException(ErrorCode.LAST_KEY, Map.of());
        }
        H2OfficeStore.withLock(folder, () -> {
            List<DataKey.Envelope> envelopes = new ArrayList<>(KeyFiles.read(folder).envelopes());
            envelopes.removeIf(envelope -> envelope.holder().equals(name));
            KeyFiles.write(folder, new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, envelopes));
            return Boolean.TRUE;
        });
    }
}
