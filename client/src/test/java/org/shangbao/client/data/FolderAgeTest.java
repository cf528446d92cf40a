package org.shangbao.client.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.application.delivery.FolderAge;
import org.shangbao.client.application.delivery.StoreMarks;
import org.shangbao.client.application.store.BackupReason;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.StoreMark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A data folder that was put back as a whole: on this computer nothing disagrees, only the server knows. */
class FolderAgeTest {
    private final ExecutorService storeThread = Executors.newSingleThreadExecutor();
    private final Map<UUID, StoreMark> known = new HashMap<>();
    private final StoreMarks server = (history, mark) -> {
        StoreMark before = known.getOrDefault(history, mark);
        known.merge(history, mark, (old, told) -> old.seq() < told.seq() ? told : old);
        return before;
    };
    @TempDir
    private Path work;
    private DataFolder folder;

    @BeforeEach
    void workForAWhile() throws Exception {
        folder = ProofFolder.create(work.resolve("office"));
        workAndTell(0, 25, true);
        ProofFolder.copy(folder.root(), work.resolve("image"));
        workAndTell(25, 50, true);
    }

    @AfterEach
    void stop() { storeThread.shutdown(); }

    private void workAndTell(long from, long to, boolean isOnline) throws ReportingException {
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            for (long number = from; number < to; number++) {
                ProofModel.perform(store, number);
            }
            if (isOnline) {
                assertFalse(new FolderAge(store, store, server).compare());
            }
        }
    }

    private void putBackTheImage() throws Exception {
        ProofFolder.delete(folder.root());
        ProofFolder.copy(work.resolve("image"), folder.root());
    }

    @Test
    void anOlderFolderIsNoticedSaidUntilReadAndNothingIsOverwritten() throws Exception {
        putBackTheImage();
        Map<UUID, StoreMark> before = Map.copyOf(known);
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            assertTrue(store.repairs().repairs().isEmpty(), "nothing here disagrees with anything");
            FolderAge age = new FolderAge(store, store, server);
            assertTrue(age.compare());
            Optional<Map<String, String>> words = FolderAge.noticed(store);
            assertEquals("51", words.orElseThrow().get("known"), "the fifty saves and the one that named the history");
            assertEquals("26", words.orElseThrow().get("found"));
            assertEquals(before, known, "the server's memory stays as it was");
            assertEquals(25, ProofModel.count(store), "and what is here too");
            ProofModel.perform(store, 25);
            assertFalse(age.compare(), "it is told once");
            FolderAge.read(store);
            assertTrue(FolderAge.noticed(store).isEmpty());
        }
    }

    @Test
    void anOlderFolderThatWorkedOnBeyondWhatTheServerKnowsIsNoticedByItsHash() throws Exception {
        putBackTheImage();
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            for (long number = 25; number < 90; number++) {
                ProofModel.perform(store, number);
            }
            assertTrue(store.mark().seq() > 51);
            assertTrue(new FolderAge(store, store, server).compare());
        }
    }

    @Test
    void restoringABackupOnPurposeBeginsAnotherHistoryAndIsNoNews() throws Exception {
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            StoreBackups backups = new StoreBackups(store);
            Path backup = backups.make(BackupReason.ASKED);
            String before = store.read(records -> records.setting(Setting.HISTORY)).orElseThrow();
            ProofModel.perform(store, 50);
            backups.restore(backup);
            assertNotEquals(before, store.read(records -> records.setting(Setting.HISTORY)).orElseThrow());
            assertFalse(new FolderAge(store, store, server).compare());
            assertEquals(50, ProofModel.count(store));
            ProofModel.perform(store, 50);
        }
    }

    @Test
    void aServerThatDoesNotKnowTheCallIsLeftAlone() throws Exception {
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            int[] calls = { 0 };
            FolderAge age = new FolderAge(store, store, (history, mark) -> {
                calls[0]++;
                throw new ReportingException(ErrorCode.SERVER_FAILED, Map.of("reference", "404"));
            });
            assertFalse(age.compare());
            assertFalse(age.compare());
            assertEquals(1, calls[0]);
        }
    }

    @Test
    void aServerThatWasNotReachedIsAskedAgainAtTheNextRound() throws Exception {
        putBackTheImage();
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            boolean[] isReachable = { false };
            FolderAge age = new FolderAge(store, store, (history, mark) -> {
                if (!isReachable[0]) {
                    throw new ReportingException(ErrorCode.SERVER_UNREACHABLE, Map.of());
                }
                return server.tell(history, mark);
            });
            assertFalse(age.compare());
            isReachable[0] = true;
            assertTrue(age.compare(), "the first contact shows that the folder is older, whatever failed before");
        }
    }
}
