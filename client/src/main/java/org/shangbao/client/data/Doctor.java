package org.shangbao.client.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;

import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.keeping.Diagnosis.Check;
import org.shangbao.client.application.keeping.Diagnosis.Verdict;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything in a data folder, also at what a start does not read: a folder nobody has open, or one that is worked on meanwhile. */
final class Doctor {
    private static final long LITTLE_ROOM = 500L << 20;
    private static final Map<Table, List<String>> FILES = Map.of(Table.PAPER, List.of("pdf", "print_map"), Table.SCAN, List.of("sha256"),
            Table.SCAN_FILE, List.of("sha256"), Table.ATTACHMENT, List.of("sha256"));
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final DataFolder folder;
    private final List<Diagnosis.Line> lines = new ArrayList<>();
    private final Set<String> files = new TreeSet<>();

    Doctor(DataFolder folder) { this.folder = folder; }

    private void line(Check check, Verdict verdict, Map<String, String> values) { lines.add(new Diagnosis.Line(check, verdict, values)); }

    /** Looks at a folder that no program has open; it is opened for that, with the repairs of any start. */
    Diagnosis look(byte[] secret, ExecutorService storeThread) throws ReportingException {
        placeAndRoom();
        try (H2OfficeStore store = H2OfficeStore.open(folder, secret, storeThread)) {
            line(Check.KEYS, areKeysRepaired(store) ? Verdict.REPAIRED : Verdict.WELL, Map.of());
            opening(store.repairs());
            store.onStoreThread(() -> {
                rowsAndDigests(store.tablesOnStoreThread());
                return Boolean.TRUE;
            });
            journal(store.key(), store.lastSequence());
            files(store.files());
            second(new StoreBackups(store));
        } catch (ReportingException e) {
            if (e.error() != ErrorCode.STORE_DAMAGED) {
                throw e;
            }
            LOG.warn("The store does not open", e);
            line(Check.OPENING, Verdict.DAMAGED, Map.of("detail", e.details().getOrDefault("detail", "")));
        }
        backups(KeyFiles.open(folder, secret).key());
        return new Diagnosis(lines);
    }

    /**
     * Looks at an open store beside its work. Rows are read from a copy of the database, as for a backup, so that no save waits; what was
     * found when the folder was opened is told as it was then.
     */
    Diagnosis beside(H2OfficeStore store, StoreBackups backups) throws ReportingException {
        placeAndRoom();
        boolean areWhole = KeyFiles.areBothWhole(folder);
        line(Check.KEYS, areWhole ? areKeysRepaired(store) ? Verdict.REPAIRED : Verdict.WELL : Verdict.ADVICE, Map.of());
        opening(store.repairs());
        long reported = store.lastSequence();
        try (BackupFiles.Snapshot copy = backups.snapshot()) {
            Watched.current().orGiveUp();
            rowsAndDigests(copy.database().tables());
        } catch (CancellationException e) { // an IllegalStateException too, and no damage
            throw e;
        } catch (SQLException | IllegalStateException | IllegalArgumentException e) { // H2 throws the last two for damaged pages
            LOG.warn("The copy of the database cannot be read", e);
            line(Check.ROWS, Verdict.DAMAGED, Map.of("count", "0"));
        }
        Watched.current().orGiveUp();
        journal(store.key(), reported);
        files(store.files());
        second(backups);
        backups(store.key());
        return new Diagnosis(lines);
    }

    private void placeAndRoom() throws ReportingException {
        boolean isWellPlaced = FolderPlace.unsuitable(folder.root()).isEmpty();
        line(Check.PLACE, isWellPlaced ? Verdict.WELL : Verdict.ADVICE, Map.of());
        try {
            long free = Disk.SYSTEM.free(folder.root());
            line(Check.ROOM, free < LITTLE_ROOM ? Verdict.ADVICE : Verdict.WELL, Map.of("megabytes", Long.toString(free >> 20)));
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    private static boolean areKeysRepaired(H2OfficeStore store) {
        return store.repairs().repairs().contains(StoreRepairs.Repair.KEYS_WRITTEN_ANEW);
    }

    private void opening(StoreRepairs repairs) {
        line(Check.OPENING, repairs.isWorthTelling() ? Verdict.REPAIRED : Verdict.WELL,
                Map.of("detail", Integer.toString(repairs.restored())));
    }

    private void rowsAndDigests(Tables tables) throws ReportingException {
        try {
            boolean isWhole = tables.sumOfAllRows().equals(tables.sum().text());
            int rows = 0;
            for (Table table : Table.values()) {
                List<Tables.Row> all = tables.select(table, Map.of(), List.of());
                rows += all.size();
                for (String column : FILES.getOrDefault(table, List.of())) {
                    all.forEach(row -> files.add(row.text(column)));
                }
            }
            line(Check.ROWS, isWhole ? Verdict.WELL : Verdict.DAMAGED, Map.of("count", Integer.toString(rows)));
            int wrong = 0;
            List<Tables.Row> revisions = tables.select(Table.REVISION, Map.of(), List.of());
            for (Tables.Row revision : revisions) {
                byte[] bytes = revision.text("canonical").getBytes(StandardCharsets.UTF_8);
                wrong += Sha256.of(bytes).hex().equals(revision.text("digest")) ? 0 : 1;
            }
            line(Check.DIGESTS, wrong == 0 ? Verdict.WELL : Verdict.DAMAGED,
                    Map.of("count", Integer.toString(revisions.size()), "wrong", Integer.toString(wrong)));
        } catch (SQLException e) {
            LOG.warn("The tables cannot be read", e);
            line(Check.ROWS, Verdict.DAMAGED, Map.of("count", "0"));
        }
    }

    /** The journal must lead up to what was reported as saved; while it is worked on it may be longer, or end in the middle of a record. */
    private void journal(DataKey key, long reported) throws ReportingException {
        JournalPosition begin = Anchor.read(folder.journal(), key);
        JournalReader.Reading reading = new JournalReader(folder.journal(), key, begin).read();
        boolean isWhole = reading.isWhole() && reading.last().seq() >= reported;
        // the database has everything; what is lost is only the journal's own history
        line(Check.JOURNAL, isWhole ? Verdict.WELL : Verdict.ADVICE,
                Map.of("count", Long.toString(reading.records()), "detail", reading.damage()));
    }

    private void files(FileStore store) {
        int done = 0;
        int missing = 0;
        for (String sha256 : files) {
            Watched.current().at(done++, files.size());
            Watched.current().orGiveUp();
            try (InputStream in = store.open(sha256, 0)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (ReportingException | IOException e) {
                LOG.warn("A file is damaged or gone", e);
                missing++;
            }
        }
        line(Check.FILES, missing == 0 ? Verdict.WELL : Verdict.DAMAGED,
                Map.of("count", Integer.toString(files.size()), "wrong", Integer.toString(missing)));
    }

    private void second(StoreBackups backups) throws ReportingException {
        SecondDrive second = backups.look();
        Verdict verdict = switch (second.state()) {
            case WELL, NOT_CHOSEN -> Verdict.WELL;
            case BEHIND, EMPTY, MISSING -> Verdict.ADVICE;
        };
        line(Check.SECOND_DRIVE, verdict, Map.of("count", String.valueOf(second.state()), "detail",
                second.folder() == null ? "" : second.folder().toString()));
    }

    private void backups(DataKey key) throws ReportingException {
        BackupFiles backups = new BackupFiles(Disk.SYSTEM, folder, key, Database.STEPS);
        List<Path> all = backups.newestFirst();
        String newest = "";
        int good = 0;
        int wrong = 0;
        for (Path file : all) {
            Watched.current().at(good + wrong, all.size());
            Watched.current().orGiveUp();
            try (BackupFiles.Trial trial = backups.tryOut(file)) {
                newest = good == 0 ? file.getFileName().toString() : newest;
                good++;
            } catch (ReportingException e) {
                LOG.warn("{} is not usable", file.getFileName(), e);
                // one that made room for a newer one meanwhile is no fault
                wrong += Files.exists(file) ? 1 : 0;
            }
        }
        line(Check.BACKUPS, good == 0 || wrong > 0 ? Verdict.ADVICE : Verdict.WELL,
                Map.of("count", Integer.toString(good), "wrong", Integer.toString(wrong), "newest", newest));
    }
}
