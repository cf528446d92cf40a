package org.shangbao.client.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.keeping.Diagnosis.Check;
import org.shangbao.client.application.keeping.Diagnosis.Verdict;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything in a data folder, also at what a start does not read. */
final class Doctor {
    private static final long LITTLE_ROOM = 500L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final DataFolder folder;
    private final byte[] secret;
    private final ExecutorService storeThread;
    private final List<Diagnosis.Line> lines = new ArrayList<>();

    Doctor(DataFolder folder, byte[] secret, ExecutorService storeThread) {
        this.folder = folder;
        this.secret = secret;
        this.storeThread = storeThread;
    }

    private void line(Check check, Verdict verdict, Map<String, String> values) { lines.add(new Diagnosis.Line(check, verdict, values)); }

    Diagnosis look() throws ReportingException {
        boolean isWellPlaced = FolderPlace.unsuitable(folder.root()).isEmpty();
        line(Check.PLACE, isWellPlaced ? Verdict.WELL : Verdict.ADVICE, Map.of());
        try {
            long free = Disk.SYSTEM.free(folder.root());
            line(Check.ROOM, free < LITTLE_ROOM ? Verdict.ADVICE : Verdict.WELL, Map.of("megabytes", Long.toString(free >> 20)));
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        try (H2OfficeStore store = H2OfficeStore.open(folder, secret, storeThread)) {
            opened(store.repairs());
            store.onStoreThread(() -> {
                rowsAndDigests(store);
                return Boolean.TRUE;
            });
            journal(store);
            files(store);
            second(store);
        } catch (ReportingException e) {
            if (e.error() != ErrorCode.STORE_DAMAGED) {
                throw e;
            }
            LOG.warn("The store does not open", e);
            line(Check.OPENING, Verdict.DAMAGED, Map.of("detail", e.details().getOrDefault("detail", "")));
        }
        backups();
        return new Diagnosis(lines);
    }

    private void opened(StoreRepairs repairs) {
        boolean areKeysRepaired = repairs.repairs().contains(StoreRepairs.Repair.KEYS_WRITTEN_ANEW);
        line(Check.KEYS, areKeysRepaired ? Verdict.REPAIRED : Verdict.WELL, Map.of());
        line(Check.OPENING, repairs.isWorthTelling() ? Verdict.REPAIRED : Verdict.WELL,
                Map.of("detail", Integer.toString(repairs.restored())));
    }

    private void rowsAndDigests(H2OfficeStore store) throws ReportingException {
        try {
            boolean isWhole = store.tablesOnStoreThread().sumOfAllRows().equals(store.tablesOnStoreThread().sum().text());
            int rows = 0;
            for (Table table : Table.values()) {
                rows += store.tablesOnStoreThread().select(table, Map.of(), List.of()).size();
            }
            line(Check.ROWS, isWhole ? Verdict.WELL : Verdict.DAMAGED, Map.of("count", Integer.toString(rows)));
            int wrong = 0;
            List<Tables.Row> revisions = store.tablesOnStoreThread().select(Table.REVISION, Map.of(), List.of());
            for (Tables.Row revision : revisions) {
                byte[] bytes = revision.text("canonical").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                wrong += Sha256.of(bytes).hex().equals(revision.text("digest")) ? 0 : 1;
            }
            line(Check.DIGESTS, wrong == 0 ? Verdict.WELL : Verdict.DAMAGED,
                    Map.of("count", Integer.toString(revisions.size()), "wrong", Integer.toString(wrong)));
        } catch (SQLException e) {
            LOG.warn("The tables cannot be read", e);
            line(Check.ROWS, Verdict.DAMAGED, Map.of("count", "0"));
        }
    }

    private void journal(H2OfficeStore store) throws ReportingException {
        JournalPosition begin = Anchor.read(folder.journal(), store.key());
        JournalReader.Reading reading = new JournalReader(folder.journal(), store.key(), begin).read();
        boolean isWhole = reading.isWhole() && reading.last().seq() == store.lastSequence();
        // the database has everything; what is lost is only the journal's own history
        line(Check.JOURNAL, isWhole ? Verdict.WELL : Verdict.ADVICE,
                Map.of("count", Long.toString(reading.records()), "detail", reading.damage()));
    }

    private void files(H2OfficeStore store) throws ReportingException {
        Set<String> wanted = new TreeSet<>();
        store.onStoreThread(() -> {
            try {
                for (Map.Entry<Table, List<String>> column : Map.of(Table.PAPER, List.of("pdf", "print_map"), Table.SCAN, List.of("sha256"),
                        Table.SCAN_FILE, List.of("sha256"), Table.ATTACHMENT, List.of("sha256")).entrySet()) {
                    for (Tables.Row row : store.tablesOnStoreThread().select(column.getKey(), Map.of(), List.of())) {
                        column.getValue().forEach(name -> wanted.add(row.text(name)));
                    }
                }
                return Boolean.TRUE;
            } catch (SQLException e) {
                throw DataFolder.notWritable(e);
            }
        });
        int missing = 0;
        for (String sha256 : wanted) {
            try (InputStream in = store.files().open(sha256, 0)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (ReportingException | IOException e) {
                LOG.warn("A file is damaged or gone", e);
                missing++;
            }
        }
        line(Check.FILES, missing == 0 ? Verdict.WELL : Verdict.DAMAGED,
                Map.of("count", Integer.toString(wanted.size()), "wrong", Integer.toString(missing)));
    }

    private void second(H2OfficeStore store) throws ReportingException {
        SecondDrive second = new StoreBackups(store).look();
        Verdict verdict = switch (second.state()) {
            case WELL, NOT_CHOSEN -> Verdict.WELL;
            case BEHIND, EMPTY, MISSING -> Verdict.ADVICE;
        };
        line(Check.SECOND_DRIVE, verdict, Map.of("count", String.valueOf(second.state()), "detail",
                second.folder() == null ? "" : second.folder().toString()));
    }

    private void backups() throws ReportingException {
        BackupFiles files = new BackupFiles(Disk.SYSTEM, folder, KeyFiles.open(folder, secret).key(), Database.STEPS);
        List<Path> all = files.newestFirst();
        List<String> good = new ArrayList<>();
        for (Path file : all) {
            try (BackupFiles.Trial trial = files.tryOut(file)) {
                good.add(trial.manifest().seq() + " " + file.getFileName());
            } catch (ReportingException e) {
                LOG.warn("{} is not usable", file.getFileName(), e);
            }
        }
        Verdict verdict = good.isEmpty() || good.size() < all.size() ? Verdict.ADVICE : Verdict.WELL;
        line(Check.BACKUPS, verdict, Map.of("count", Integer.toString(good.size()), "wrong", Integer.toString(all.size() - good.size()),
                "newest", good.stream().limit(1).map(name -> name.substring(name.indexOf(' ') + 1)).collect(Collectors.joining())));
    }
}
