package org.shangbao.client.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.keyring.SystemKeyring;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/**
 * Kills a program that restores a backup, here or on a new computer. Afterwards there is what the backup holds or, as long as nobody was told
 * that it is restored, what was here before; refused at worst, with the same backup restored without more ado.
 */
final class ProofRestore {
    private static final List<String> STEPS = List.of("changed", "journalled", "noted", "committed");
    private static final int SOURCE_LIVES = 40;

    private final Path work;
    private final ProofPrograms programs;
    private final ExecutorService storeThread;
    private final ProofTable table;
    private final Random random;
    private long openingMillis = 700;
    private int lives;
    private long backedUp;
    private long saved;

    ProofRestore(Path work, ProofPrograms programs, ExecutorService storeThread, ProofTable table, long seed) {
        this.work = work;
        this.programs = programs;
        this.storeThread = storeThread;
        this.table = table;
        this.random = new Random(seed);
    }

    void run() throws IOException, ReportingException {
        if (lives++ % SOURCE_LIVES == 0) {
            makeSource();
        }
        boolean isNew = random.nextBoolean();
        String place = isNew ? "restoring on a new computer" : "restoring in place";
        Path office = work.resolve("office");
        ProofFolder.delete(office);
        if (!isNew) {
            ProofFolder.copy(work.resolve("source"), office);
        }
        boolean isNamed = random.nextInt(100) < 40;
        String step = isNamed ? STEPS.get(random.nextInt(STEPS.size())) : "-";
        String row = "kill -9 " + place + (isNamed ? "/" + step : " at a random moment");
        Process program = programs.start(work.resolve("errors"), List.of(), ProofRestorer.class, office.toString(), backup().toString(),
                step);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            if (isNamed) {
                for (String line = ""; line != null && !line.equals("AT");) {
                    line = ProofPrograms.line(lines);
                    said.add(String.valueOf(line));
                }
                if (!said.contains("AT")) {
                    table.bad(row, "WRONG BEFORE KILL", said + Files.readString(work.resolve("errors")));
                }
            } else {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(openingMillis / 4, openingMillis)));
            }
            // not the process itself: that would drop what it has said
            program.toHandle().destroyForcibly();
            for (String line = ProofPrograms.line(lines); line != null; line = ProofPrograms.line(lines)) {
                said.add(line);
            }
        }
        if (said.contains("READY saved")) {
            openingMillis = Math.max(200, openingMillis * 9 / 10);
        } else if (!isNamed && said.isEmpty()) {
            openingMillis = Math.min(3000, openingMillis * 11 / 10);
        }
        ProofPrograms.end(program);
        look(new DataFolder(office), isNew, row, said + ", trial " + lives);
    }

    private void makeSource() throws IOException, ReportingException {
        ProofFolder.delete(work);
        DataFolder source = ProofFolder.create(work.resolve("source"));
        Path drive = Files.createDirectories(work.resolve("drive"));
        backedUp = 20 + random.nextInt(60);
        saved = backedUp + 2 + random.nextInt(40);
        try (H2OfficeStore store = ProofFolder.open(source, storeThread, StoreSettings.USUAL)) {
            perform(store, 0, backedUp);
            StoreBackups backups = new StoreBackups(store);
            backups.make(BackupReason.FINALIZE);
            backups.use(drive);
            perform(store, backedUp, saved);
        }
    }

    private static void perform(H2OfficeStore store, long from, long to) throws ReportingException {
        for (long number = from; number < to; number++) {
            ProofModel.perform(store, number);
        }
    }

    /** The backup on the second drive. */
    private Path backup() throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("drive"))) {
            return files.filter(file -> file.toString().endsWith(BackupArchive.SUFFIX)).sorted().findFirst().orElseThrow();
        }
    }

    private void look(DataFolder office, boolean isNew, String row, String words) throws IOException, ReportingException {
        String how = "";
        if (!office.isOffice()) {
            how = "nobody's, ";
            new H2OfficeFromBackup(office).take(backup());
        }
        boolean isRestored = words.contains("READY restored");
        boolean isSaved = words.contains("READY saved");
        try (H2OfficeStore store = ProofFolder.open(office, storeThread, StoreSettings.USUAL)) {
            check(store, isNew, isRestored, isSaved, row, how, words);
            return;
        } catch (ReportingException e) {
            if (e.error() != ErrorCode.STORE_DAMAGED || isRestored) {
                table.bad(row, "NOT OPENED", words + ": " + e.error() + e.details());
                return;
            }
        }
        new H2FolderKeeping(office, ProofFolder.SECRET, storeThread, new SystemKeyring(storeThread, Duration.ofSeconds(1)),
                Clock.systemUTC()).restore(backup());
        try (H2OfficeStore store = ProofFolder.open(office, storeThread, StoreSettings.USUAL)) {
            check(store, isNew, true, false, row, "refused and restored again, ", words);
        }
    }

    private void check(H2OfficeStore store, boolean isNew, boolean isRestored, boolean isSaved, String row, String how, String words)
            throws ReportingException {
        long count = ProofModel.count(store);
        List<String> differences = ProofModel.differences(store, count);
        String where = words + ": " + backedUp + " in the backup, " + saved + " before, " + count + " found " + store.repairs().repairs()
                + differences;
        boolean isBackup = count == backedUp && !isSaved || count == backedUp + 1;
        boolean isOld = !isNew && !isRestored && count == saved;
        if (!differences.isEmpty() || !isBackup && !isOld) {
            table.bad(row, "LOST OR TORN", where);
        } else if (Files.exists(store.folder().fromBackup())
                || isBackup && (isNew || isRestored) && store.read(records -> records.setting(Setting.HISTORY)).isEmpty()) {
            table.bad(row, "NO HISTORY OF ITS OWN", where);
        } else {
            ProofModel.perform(store, count);
            table.good(row, how + (isOld ? "as before" : "the backup") + (count == backedUp + 1 ? " and the save" : ""));
        }
    }
}
