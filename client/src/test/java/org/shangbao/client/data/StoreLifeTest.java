package org.shangbao.client.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A store on a real office's PC over the years: programs that come and go, clocks that are wrong. */
class StoreLifeTest {
    /** A later program's tables; any further step will do. */
    private static final List<String> LATER = later();

    private final ExecutorService storeThread = Executors.newSingleThreadExecutor();
    @TempDir
    private Path work;
    private DataFolder folder;

    private static List<String> later() {
        List<String> steps = new ArrayList<>(Database.STEPS);
        steps.add("V999__a_later_program.sql");
        return steps;
    }

    @BeforeEach
    void make() throws Exception { folder = ProofFolder.create(work.resolve("office")); }

    @AfterEach
    void stop() { storeThread.shutdown(); }

    private H2OfficeStore open(List<String> steps) throws ReportingException {
        return ProofFolder.open(folder, storeThread, new StoreSettings(Disk.SYSTEM, Faults.NONE, steps, 200));
    }

    private void work(List<String> steps, long from, long to) throws ReportingException {
        try (H2OfficeStore store = open(steps)) {
            for (long number = from; number < to; number++) {
                ProofModel.perform(store, number);
            }
        }
    }

    @Test
    void anUpgradeMakesABackupFirstAndTheOldProgramGoesOnFromItAfterADowngrade() throws Exception {
        work(Database.STEPS, 0, 30);
        work(LATER, 30, 40);
        List<Path> backups = BackupArchive.newestFirst(folder.backups());
        assertEquals(BackupReason.MIGRATION, BackupArchive.manifest(backups.getFirst()).reason());
        ReportingException refused = assertThrows(ReportingException.class, () -> open(Database.STEPS).close());
        assertEquals(ErrorCode.STORE_NEWER, refused.error(), "the old program says so and touches nothing");
        try (H2OfficeStore store = open(LATER)) {
            assertEquals(40, ProofModel.count(store));
        }
        H2FolderKeeping keeping = new H2FolderKeeping(folder, ProofFolder.SECRET, storeThread, new org.shangbao.client.PretendKeyring(""),
                java.time.Clock.systemUTC());
        assertEquals(false, keeping.preview(backups.getFirst()).isNowReadable());
        keeping.restore(backups.getFirst());
        try (H2OfficeStore store = open(Database.STEPS)) {
            assertEquals(30, ProofModel.count(store));
            assertTrue(ProofModel.differences(store, 30).isEmpty());
            ProofModel.perform(store, 30);
        }
    }

    @Test
    void clocksThatAreWrongByYearsChangeNothingAboutWhichStateIsTheNewest() throws Exception {
        try (H2OfficeStore store = open(Database.STEPS)) {
            StoreBackups backups = new StoreBackups(store);
            for (int round = 0; round < 12; round++) {
                for (long number = 10L * round; number < 10L * (round + 1); number++) {
                    ProofModel.perform(store, number);
                }
                Path made = backups.make(BackupReason.DAILY);
                // each later backup is older by the clock, from the year 2099 down to 1975
                Files.setLastModifiedTime(made, FileTime.from(Instant.parse((2099 - 11 * round) + "-01-01T00:00:00Z")));
            }
            assertEquals(120, backups.entries().getFirst().seq(), "what it contains counts, not what a clock said");
            assertEquals(7, backups.list().size());
            assertEquals(60, backups.entries().getLast().seq(), "the oldest by content were removed");
        }
        Files.delete(folder.databaseFile());
        try (H2OfficeStore store = open(Database.STEPS)) {
            assertEquals(120, ProofModel.count(store));
        }
    }
}
