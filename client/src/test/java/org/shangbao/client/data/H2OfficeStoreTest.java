package org.shangbao.client.data;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.StoreRepairs.Repair;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.TypedFigure;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class H2OfficeStoreTest {
    static final ReportId REPORT = ReportId.parse("990301/2024-10/moe-jjs-bimonthly-2023-10");
    private static final Instant NOON = Instant.parse("2024-10-28T04:00:00Z");
    static final byte[] SECRET = "a secret of more than sixteen bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;
    private final ExecutorService storeThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() { storeThread.shutdown(); }

    private DataFolder data() { return new DataFolder(folder.resolve("office")); }

    private H2OfficeStore open() throws ReportingException {
        return H2OfficeStore.open(data(), SECRET, storeThread, StoreSettings.USUAL, true);
    }

    static long save(OfficeStore store, String code, String typed) throws ReportingException {
        return store.write("figure.save", changes -> {
            changes.putFigure(REPORT, new TypedFigure(code, typed));
            return code;
        }).sequence();
    }

    private static String typed(OfficeStore store, String code) throws ReportingException {
        Map<String, TypedFigure> figures = store.read(records -> records.figures(REPORT));
        return figures.containsKey(code) ? figures.get(code).typed() : "";
    }

    private ErrorCode refusedAtOpening() { return assertThrows(ReportingException.class, this::open).error(); }

    @Test
    void whatWasSavedIsThereAfterClosing() throws Exception {
        try (H2OfficeStore store = open()) {
            assertEquals(1, save(store, "1.1.1", "９６所"));
            assertEquals(2, save(store, "1.1.1", "96"));
        }
        try (H2OfficeStore store = open()) {
            assertEquals("96", typed(store, "1.1.1"));
            assertEquals(0, store.repairs().restored());
            assertEquals(3, save(store, "1.1.2", "1"));
        }
    }

    @Test
    void aFailedChangeLeavesNothing() throws Exception {
        try (H2OfficeStore store = open()) {
            assertThrows(ReportingException.class, () -> store.write("figure.save", changes -> {
                changes.putFigure(REPORT, new TypedFigure("1.1.1", "96"));
                throw new ReportingException(ErrorCode.FIGURE_UNKNOWN, Map.of());
            }));
            assertEquals("", typed(store, "1.1.1"));
            assertEquals(1, save(store, "1.1.1", "97"));
        }
    }

    @Test
    void aRehearsedSaveIsNowhere() throws Exception {
        try (H2OfficeStore store = open()) {
            List<String> heard = new ArrayList<>();
            store.watch(heard::add);
            save(store, "1.1.1", "96");
            byte[] journal = Files.readAllBytes(segments().getFirst());
            for (int time = 0; time < 3; time++) {
                store.rehearse(changes -> {
                    changes.putFigure(REPORT, new TypedFigure("1.1.1", "97"));
                    changes.putReport(StoredReport.fresh(REPORT, NOON));
                    return changes.reports();
                });
            }
            assertEquals("96", typed(store, "1.1.1"));
            assertEquals(List.of(), store.read(OfficeRecords::reports));
            assertEquals(1, store.lastSequence());
            assertArrayEquals(journal, Files.readAllBytes(segments().getFirst()));
            assertEquals(List.of("figure.save"), heard);
            assertThrows(ReportingException.class, () -> store.rehearse(changes -> {
                changes.putFigure(REPORT, new TypedFigure("1.1.1", "98"));
                throw new ReportingException(ErrorCode.FIGURE_UNKNOWN, Map.of());
            }));
            assertEquals(2, save(store, "1.1.2", "1"));
        }
        try (H2OfficeStore store = open()) {
            assertEquals(Set.of(), store.repairs().repairs());
            assertEquals("96", typed(store, "1.1.1"));
            assertEquals("1", typed(store, "1.1.2"));
        }
    }

    @Test
    void theReportsThatAreKnownAreThoseOfTheTable() throws Exception {
        try (H2OfficeStore store = open()) {
            StoredReport first = StoredReport.fresh(REPORT, NOON);
            StoredReport other = StoredReport.fresh(ReportId.parse("990301/2024-08/moe-jjs-bimonthly-2023-10"), NOON);
            put(store, first);
            requireKnownAsStored(store, first);
            put(store, other, first.withFocus("1.1.1"));
            requireKnownAsStored(store, other, first.withFocus("1.1.1"));
            StoredReport frozen = first.standing(ReportStatus.FINALIZED, ReviewStatus.NOT_SUBMITTED, NOON.plusSeconds(1));
            put(store, first.withFocus("1.1.2"), frozen);
            requireKnownAsStored(store, other, frozen);
            assertThrows(ReportingException.class, () -> store.write("report.save", changes -> {
                changes.putReport(first);
                assertEquals(List.of(other, first), changes.reports(), "its own change");
                throw new ReportingException(ErrorCode.FIGURE_UNKNOWN, Map.of());
            }));
            requireKnownAsStored(store, other, frozen);
        }
    }

    private static void put(H2OfficeStore store, StoredReport... reports) throws ReportingException {
        store.write("report.save", changes -> {
            for (StoredReport report : reports) {
                changes.putReport(report);
            }
            return reports.length;
        });
    }

    private static void requireKnownAsStored(H2OfficeStore store, StoredReport... reports) throws ReportingException {
        assertEquals(List.of(reports), store.read(OfficeRecords::reports));
        for (StoredReport report : reports) {
            assertEquals(report, store.read(records -> records.report(report.id())).orElseThrow());
        }
        assertEquals(List.of(reports), store.read(OfficeRecords::reports), "asked again");
    }

    @Test
    void aSecondProgramAndAWrongSecretAreRefused() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "1");
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                assertEquals(ErrorCode.STORE_IN_USE,
                        assertThrows(ReportingException.class, () -> H2OfficeStore.open(data(), SECRET, other)).error());
            } finally {
                other.shutdown();
            }
        }
        assertEquals(ErrorCode.STORE_LOCKED, assertThrows(ReportingException.class,
                () -> H2OfficeStore.open(data(), "quite another secret".getBytes(StandardCharsets.UTF_8), storeThread)).error());
    }

    @Test
    void aDatabaseThatIsGoneIsBuiltAgainFromTheJournal() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "1");
            save(store, "1.1.2", "2");
        }
        Files.delete(data().databaseFile());
        try (H2OfficeStore store = open()) {
            assertEquals(2, store.repairs().restored());
            assertEquals("1", typed(store, "1.1.1"));
            assertEquals("2", typed(store, "1.1.2"));
        }
    }

    @Test
    void anOlderCopyOfTheDatabaseCatchesUpOnce() throws Exception {
        Path copy = folder.resolve("copy");
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "1");
        }
        Files.copy(data().databaseFile(), copy);
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "2");
            save(store, "1.1.2", "3");
        }
        Files.copy(copy, data().databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        try (H2OfficeStore store = open()) {
            assertEquals(2, store.repairs().restored());
            assertEquals("2", typed(store, "1.1.1"));
        }
        try (H2OfficeStore store = open()) {
            assertEquals(0, store.repairs().restored());
        }
    }

    private List<Path> segments() throws Exception {
        try (Stream<Path> files = Files.list(data().journal())) {
            return files.sorted().toList();
        }
    }

    @Test
    void aHalfRecordNobodyWasToldOfIsCutOff() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "1");
        }
        Path last = segments().getLast();
        Files.write(last, new byte[]{ 0, 0, 1, 0, 5, 5 }, StandardOpenOption.APPEND);
        long whole = Files.size(last) - 6;
        try (H2OfficeStore store = open()) {
            assertEquals("1", typed(store, "1.1.1"));
            assertEquals(whole, Files.size(last));
            assertEquals(2, save(store, "1.1.1", "2"));
        }
        try (H2OfficeStore store = open()) {
            assertEquals("2", typed(store, "1.1.1"));
        }
    }

    @Test
    void oneChangedBitAnywhereInTheJournalIsDamage() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "1");
            save(store, "1.1.1", "2");
        }
        Path segment = segments().getFirst();
        byte[] whole = Files.readAllBytes(segment);
        DataKey key = KeyFiles.open(data(), SECRET).key();
        JournalPosition last = new JournalReader(data().journal(), key, JournalPosition.BEGINNING).read().last();
        assertEquals(2, last.seq());
        assertTrue(new JournalReader(data().journal(), key, last).read().isWhole());
        List<Integer> places = new ArrayList<>(List.of(0, 6, 14, 20, whole.length - 1));
        for (int place = Journal.HEADER_BYTES; place < whole.length; place += 131) {
            places.add(place);
        }
        for (int place : places) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x10;
            Files.write(segment, changed);
            assertFalse(new JournalReader(data().journal(), key, last).read().isWhole(), "byte " + place);
        }
        Files.write(segment, whole);
        try (H2OfficeStore store = open()) {
            assertEquals("2", typed(store, "1.1.1"));
        }
    }

    @Test
    void aShortenedJournalIsNoticedAndBegunAnewBehindTheDatabaseThatHasEverything() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "1");
            save(store, "1.1.1", "2");
        }
        Path segment = segments().getFirst();
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(whole, whole.length - 3));
        try (H2OfficeStore store = open()) {
            assertEquals(Set.of(Repair.JOURNAL_BEGUN_ANEW), store.repairs().repairs());
            assertEquals("2", typed(store, "1.1.1"));
            assertEquals(3, save(store, "1.1.1", "3"));
            assertArrayEquals(Arrays.copyOf(whole, whole.length - 3),
                    Files.readAllBytes(data().root().resolve(store.repairs().keptIn()).resolve(segment.getFileName())));
        }
        try (H2OfficeStore store = open()) {
            assertFalse(store.repairs().isWorthTelling());
            assertEquals("3", typed(store, "1.1.1"));
        }
    }

    @Test
    void neitherJournalNorDatabaseAloneMayFallBehindTheMarkTogether() throws Exception {
        Path copy = folder.resolve("copy");
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "1");
        }
        Files.createDirectories(copy.resolve("journal"));
        Files.copy(data().databaseFile(), copy.resolve("main.mv.db"));
        Path first = segments().getFirst();
        Files.copy(first, copy.resolve("journal").resolve(first.getFileName()));
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "2");
        }
        Files.copy(copy.resolve("main.mv.db"), data().databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        for (Path segment : segments()) {
            Files.delete(segment);
        }
        Files.copy(copy.resolve("journal").resolve(first.getFileName()), first);
        assertEquals(ErrorCode.STORE_DAMAGED, refusedAtOpening());
    }

    @Test
    void aChangedRowIsNoticedAfterTheProgramDidNotClose() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "96");
        }
        DataKey key = KeyFiles.open(data(), SECRET).key();
        try (Database database = Database.open(Disk.SYSTEM, data().database(), data().databaseFile(), key, Database.STEPS)) {
            database.tables().apply(new RowChange("FIGURE", RowChange.Action.PUT,
                    new java.util.TreeMap<>(Map.of("report", REPORT.toString(), "code", "1.1.1", "typed", "97"))));
            database.commit();
        }
        try (H2OfficeStore store = open()) {
            assertEquals("96", typed(store, "1.1.1"));
            assertTrue(store.repairs().repairs().contains(Repair.DATABASE_REBUILT));
        }
    }

    @Test
    void aDatabaseWhoseOpeningEndedTheProgramIsBuiltAnewAndNotOpenedAgain() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "96");
            assertFalse(Files.exists(data().opening()));
        }
        Files.write(data().opening(), new byte[0]);
        try (H2OfficeStore store = open()) {
            assertTrue(store.repairs().repairs().contains(Repair.DATABASE_REBUILT));
            assertEquals("96", typed(store, "1.1.1"));
            assertFalse(Files.exists(data().opening()));
        }
        try (H2OfficeStore store = open()) {
            assertEquals(Set.of(), store.repairs().repairs(), "opened as ever");
        }
    }

    @Test
    void aKeyFileThatIsGoneIsWrittenAnewFromItsCopy() throws Exception {
        try (H2OfficeStore store = open()) {
            save(store, "1.1.1", "96");
        }
        Files.write(data().keys(), new byte[10]);
        try (H2OfficeStore store = open()) {
            assertEquals(Set.of(Repair.KEYS_WRITTEN_ANEW), store.repairs().repairs());
            assertEquals("96", typed(store, "1.1.1"));
        }
        String keys = Files.readString(data().keys());
        int wrapped = keys.indexOf("\"wrapped\":\"") + 15;
        Files.writeString(data().keys(),
                keys.substring(0, wrapped) + (keys.charAt(wrapped) == 'A' ? 'B' : 'A') + keys.substring(wrapped + 1));
        try (H2OfficeStore store = open()) {
            assertEquals(Set.of(Repair.KEYS_WRITTEN_ANEW), store.repairs().repairs(), "readable, but its envelope opens no more");
            assertEquals(keys, Files.readString(data().keys()));
        }
        Files.delete(data().keysCopy());
        try (H2OfficeStore store = open()) {
            assertEquals(Set.of(Repair.KEYS_WRITTEN_ANEW), store.repairs().repairs());
        }
    }

    /** The process ends at a step of the second save; the first was reported as saved and must be there. */
    @ParameterizedTest
    @CsvSource({ "changed, 1", "journalled, 2", "committed, 2", "noted, 2" })
    void aProcessThatEndsInTheMiddleOfASaveLosesNothingThatWasReported(String step, String expected) throws Exception {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), HaltingSave.class.getName(),
                data().root().toString(), step).redirectErrorStream(true).redirectOutput(folder.resolve("child.log").toFile()).start();
        assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        assertEquals(HaltingSave.HALTED, child.exitValue(), Files.readString(folder.resolve("child.log")));
        try (H2OfficeStore store = open()) {
            assertEquals(expected, typed(store, "1.1.1"));
            assertEquals(step.equals("changed") ? 1 : 2, store.repairs().checked());
        }
    }

    @Test
    void filesComeBackWholeAndAnyChangeIsNoticed() throws Exception {
        byte[] content = new byte[200_001];
        new java.util.Random(7).nextBytes(content);
        try (H2OfficeStore store = open()) {
            String sha256 = store.files().put(new java.io.ByteArrayInputStream(content), 1 << 20, ErrorCode.SCAN_TOO_LARGE).sha256();
            assertEquals(sha256, store.files().put(new java.io.ByteArrayInputStream(content), 1 << 20, ErrorCode.SCAN_TOO_LARGE).sha256());
            try (InputStream rest = store.files().open(sha256, 131_072)) {
                assertEquals(List.of((int) content[131_072] & 0xff, content.length - 131_073),
                        List.of(rest.read(), rest.readAllBytes().length));
            }
            assertEquals(ErrorCode.SCAN_TOO_LARGE, assertThrows(ReportingException.class,
                    () -> store.files().put(new java.io.ByteArrayInputStream(content), 1000, ErrorCode.SCAN_TOO_LARGE)).error());
            Path stored;
            try (Stream<Path> files = Files.walk(data().files())) {
                List<Path> found = files.filter(Files::isRegularFile).toList();
                assertEquals(1, found.size());
                stored = found.getFirst();
            }
            byte[] sealed = Files.readAllBytes(stored);
            sealed[70_000] ^= 1;
            Files.write(stored, sealed);
            assertEquals(ErrorCode.STORE_DAMAGED,
                    assertThrows(ReportingException.class, () -> store.files().read(sha256, 1 << 20)).error());
            Files.write(stored, Arrays.copyOf(sealed, 36 + 65_552));
            assertEquals(ErrorCode.STORE_DAMAGED,
                    assertThrows(ReportingException.class, () -> store.files().read(sha256, 1 << 20)).error());
        }
    }
}
