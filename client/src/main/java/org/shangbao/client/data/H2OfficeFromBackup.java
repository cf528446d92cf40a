package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.shangbao.client.application.keeping.BackupContent;
import org.shangbao.client.application.keeping.OfficeFromBackup;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.UnitRecord;

/** An office on a new computer, from a backup and what lies beside it. */
public final class H2OfficeFromBackup implements OfficeFromBackup {
    private static final Disk DISK = Disk.SYSTEM;

    private final DataFolder folder;

    /** The folder that shall become the office's. */
    public H2OfficeFromBackup(DataFolder folder) { this.folder = folder; }

    @Override
    public Found find(Path place) throws ReportingException { return BackupSearch.at(place); }

    @Override
    public BackupContent look(Path backup, byte[] secret) throws ReportingException {
        DataKey key = DataKey.open(BackupArchive.keys(backup), secret);
        try (BackupFiles.Trial trial = new BackupFiles(DISK, folder, key, Database.STEPS).tryOut(backup)) {
            Watched.current().orGiveUp();
            return content(backup, trial, key);
        } finally {
            DataFolder.deleteIfEmpty(folder.backups());
        }
    }

    private static BackupContent content(Path backup, BackupFiles.Trial trial, DataKey key) throws ReportingException {
        EncryptedFileStore beside = new EncryptedFileStore(DISK, SecondCopies.filesBeside(backup), key);
        try (Database database = trial.open(key)) {
            Tables tables = database.tables();
            H2Records records = new H2Records(tables);
            String unit = records.setting(Setting.UNIT).orElse("");
            String name = records.units().stream().filter(one -> one.id().equals(unit)).map(UnitRecord::name).findFirst().orElse(unit);
            List<BackupContent.Report> reports = new ArrayList<>();
            Holdings.of(records).reports().forEach((report, holding) -> reports.add(
                    new BackupContent.Report(report, holding.figures().size(), holding.texts().size(), holding.revisions())));
            reports.sort((one, two) -> period(two.report()).compareTo(period(one.report())));
            Set<String> files = new HashSet<>();
            int prints = collect(tables, Table.PAPER, files, "pdf", "print_map");
            int scans = collect(tables, Table.SCAN, files, "sha256");
            collect(tables, Table.SCAN_FILE, files, "sha256");
            int attachments = collect(tables, Table.ATTACHMENT, files, "sha256");
            int missing = (int) files.stream().filter(sha256 -> !beside.has(sha256)).count();
            return new BackupContent(name, reports, prints, scans, attachments, missing);
        } catch (SQLException e) {
            throw BackupArchive.unusable(e);
        }
    }

    private static String period(String report) {
        String[] parts = report.split("/", 3);
        return parts.length > 1 ? parts[1] : report;
    }

    private static int collect(Tables tables, Table table, Set<String> files, String... columns) throws SQLException {
        List<Tables.Row> rows = tables.select(table, Map.of(), List.of());
        for (Tables.Row row : rows) {
            for (String column : columns) {
                if (!row.text(column).isEmpty()) {
                    files.add(row.text(column));
                }
            }
        }
        return rows.size();
    }

    @Override
    public void take(Path backup) throws ReportingException {
        FolderPlace.require(folder.root());
        FolderLock.with(folder, () -> {
            requireNobodys();
            BackupArchive.Manifest manifest = BackupArchive.manifest(backup);
            DataKey.KeyFile keys = BackupArchive.keys(backup);
            byte[] about = BackupArchive.about(backup);
            boolean hadFiles = Files.exists(folder.files());
            boolean isTaken = false;
            Path target = folder.backups().resolve(BackupFiles.name(manifest));
            Path scratch = BackupFiles.scratch(folder);
            try {
                Path copy = scratch.resolve("copy");
                SecondCopies.copy(DISK, backup, copy);
                BackupArchive.manifestAndDatabaseAreWhole(copy, scratch);
                SecondCopies.bringBack(backup, folder, DISK);
                Watched.current().orGiveUp();
                // first the note, last the keys, which make the folder an office's: ended in between, it is still nobody's
                TakenBackup.note(folder, target);
                DISK.move(copy, target);
                DISK.syncDirectory(folder.backups());
                if (about.length > 0) {
                    folder.describe(about);
                }
                KeyFiles.write(folder, keys);
                isTaken = true;
                return Boolean.TRUE;
            } catch (IOException e) {
                throw DataFolder.notWritable(e);
            } finally {
                BackupFiles.clear(scratch);
                if (!isTaken) {
                    clear(target, hadFiles);
                }
            }
        });
    }

    private void requireNobodys() throws ReportingException {
        if (folder.isOffice() || Files.exists(folder.databaseFile()) || !JournalReader.segments(folder.journal()).isEmpty()) {
            throw new ReportingException(ErrorCode.ALREADY_ENROLLED, Map.of("unit", String.valueOf(folder.root().getFileName())));
        }
    }

    private void clear(Path target, boolean hadFiles) throws ReportingException {
        try {
            for (Path made : List.of(folder.keys(), folder.keysCopy(), folder.about(), folder.fromBackup(), target)) {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
        if (!hadFiles && Files.exists(folder.files())) {
            BackupFiles.clear(folder.files());
        }
        DataFolder.deleteIfEmpty(folder.backups());
    }
}
