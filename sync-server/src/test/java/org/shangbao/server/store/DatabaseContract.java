package org.shangbao.server.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.AccountRepository;
import org.shangbao.server.service.audit.AuditEntry;
import org.shangbao.server.service.edition.EditionRepository.StoredEdition;
import org.shangbao.server.service.packages.PackageRepository.AnswerKey;
import org.shangbao.server.service.prereview.PreReviewRepository.StoredAnswer;
import org.shangbao.server.service.prereview.PreReviewRepository.StoredDraft;
import org.shangbao.server.service.report.ReportRepository.Place;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.review.ReviewRepository.StoredOperation;
import org.shangbao.server.service.review.ReviewRepository.StoredReview;
import org.shangbao.server.service.signoff.SignOffRepository.ChainStep;
import org.shangbao.server.service.signoff.SignOffRepository.DoneStep;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.unit.UnitRepository.ListedUnit;
import org.shangbao.server.service.upload.UploadRepository;
import org.shangbao.wire.v1.DesignationRecord;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.WindowRecord;
import org.shangbao.wire.v1.transfer.PartOutcome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every database behind the repositories must do; each test works on things of its own. */
abstract class DatabaseContract {
    private static final Instant AT = Instant.parse("2024-10-31T01:02:03.456Z");
    private final String period = "2024-10";

    abstract Database database();

    @Test
    void reportAndRevisionComeBackAsTheyWereStored() {
        StoredReport report = report("A1");
        StoredRevision revision = revision(report, null, 101);
        byte[] bytes = new byte[2 << 20];
        bytes[7] = -3;

        database().write(transaction -> {
            transaction.reports().add(report);
            transaction.reports().add(revision, bytes);
            return transaction.reports().moveHead(report.id(), null, revision.id());
        });

        database().read(transaction -> {
            assertEquals(Optional.of(revision), transaction.reports().revision(revision.id()));
            assertArrayEquals(bytes, transaction.reports().bytes(revision.id()));
            assertEquals(Optional.of(revision.id()), transaction.reports().find(report.id()).map(StoredReport::head));
            assertEquals(List.of(revision), transaction.reports().heads(report.period(), report.edition()));
            return true;
        });
    }

    @Test
    void packageKeysAndOutcomesAreReplacedBoundedAndForgotten() {
        PartOutcome refused = new PartOutcome("pre-review", "a", "REPORT-008", Map.of("reason", "x"));
        PartOutcome taken = new PartOutcome("pre-review", "a", "", Map.of());
        PartOutcome later = new PartOutcome("pre-review", "b", "", Map.of());
        database().write(transaction -> {
            for (int number = 0; number < 6; number++) {
                transaction.packages().putKey(new AnswerKey("k" + number, "PK1", "p", "public"), AT.plusSeconds(number));
            }
            transaction.packages().putKey(new AnswerKey("k1", "PK1", "q", "public"), AT.plusSeconds(9));
            transaction.packages().putOutcome("PK1", refused, AT);
            transaction.packages().putOutcome("PK1", later, AT.plusSeconds(1));
            transaction.packages().putOutcome("PK1", taken, AT.plusSeconds(2));
            transaction.packages().putOutcome("PK1", new PartOutcome("x", "old", "", Map.of()), AT.minusSeconds(1));
            transaction.packages().putKey(new AnswerKey("k1", "PK2", "r", "public"), AT);
            transaction.packages().keepLatest("PK1", 2, 2);
            return true;
        });
        database().read(transaction -> {
            assertEquals(List.of("k1 q", "k5 p"),
                    transaction.packages().keys("PK1").stream().map(key -> key.keyId() + " " + key.account()).toList());
            assertEquals(List.of(later, taken), transaction.packages().outcomes("PK1"));
            return true;
        });
        database().write(transaction -> {
            transaction.packages().forgetKeys("PK1");
            return true;
        });
        assertEquals(List.of(), database().read(transaction -> transaction.packages().keys("PK1")));
        assertEquals(1, database().read(transaction -> transaction.packages().keys("PK2")).size());
    }

    @Test
    void headMovesOnlyFromWhereItIsExpected() {
        StoredReport report = report("A2");
        UUID first = UUID.randomUUID();
        database().write(transaction -> {
            transaction.reports().add(report);
            assertTrue(transaction.reports().moveHead(report.id(), null, first));
            assertFalse(transaction.reports().moveHead(report.id(), null, UUID.randomUUID()));
            assertFalse(transaction.reports().moveHead(report.id(), UUID.randomUUID(), UUID.randomUUID()));
            return transaction.reports().moveHead(report.id(), first, UUID.randomUUID());
        });
        assertFalse(
                database().read(transaction -> transaction.reports().find(report.id()).map(StoredReport::head)).equals(Optional.of(first)));
    }

    @Test
    void uniqueConstraintsRefuseASecondReportRevisionAndOperation() {
        StoredReport report = report("A3");
        StoredRevision revision = revision(report, null, 103);
        StoredOperation operation = new StoredOperation(UUID.randomUUID(), "d", report.id(), "a", AT);
        database().write(transaction -> {
            transaction.reports().add(report);
            transaction.reports().add(revision, new byte[1]);
            transaction.reviews().addOperation(operation);
            return true;
        });

        StoredReport sameKey = new StoredReport("other id", report.unit(), report.period(), report.edition(), ReportStatus.DRAFT, null, 0);
        assertThrows(UnableToExecuteStatementException.class, () -> database().write(transaction -> {
            transaction.reports().add(sameKey);
            return true;
        }));
        assertThrows(UnableToExecuteStatementException.class, () -> database().write(transaction -> {
            transaction.reports().add(revision, new byte[1]);
            return true;
        }));
        assertThrows(UnableToExecuteStatementException.class, () -> database().write(transaction -> {
            transaction.reviews().addOperation(operation);
            return true;
        }));
    }

    @Test
    void workThatFailsLeavesNothingBehind() {
        StoredReport report = report("A4");
        assertThrows(IllegalStateException.class, () -> database().write(transaction -> {
            transaction.reports().add(report);
            throw new IllegalStateException("half done");
        }));
        assertEquals(Optional.empty(), database().read(transaction -> transaction.reports().find(report.id())));
    }

    @Test
    void writersTakeTurnsSoThatRunningNumbersHaveNoGap() throws Exception {
        long before = database().read(transaction -> transaction.counters().value(Counter.RECEIPT));
        List<Callable<Long>> writers = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            writers.add(() -> database().write(transaction -> transaction.counters().next(Counter.RECEIPT)));
        }
        List<Long> numbers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number : executor.invokeAll(writers)) {
                numbers.add(number.get() - before);
            }
        }
        numbers.sort(null);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L), numbers);
    }

    @Test
    void reviewsHistoryAndReasonsComeBackInOrder() {
        StoredReport report = report("A5");
        StoredReview near = new StoredReview(report.id(), "CITY", 0, ReviewStatus.RETURNED, UUID.randomUUID(), "意见",
                List.of(new ReviewDecision.Reason("1.1.1", "核实")), AT, "李四", AT);
        StoredReview far = new StoredReview(report.id(), "PROV", 1, ReviewStatus.NOT_SUBMITTED, null, "", List.of(), null, "", null);
        ReportState.HistoryEntry one = new ReportState.HistoryEntry(AT, "SUBMIT", "张三", "A5", 1, "");
        ReportState.HistoryEntry two = new ReportState.HistoryEntry(AT, "RETURN", "李四", "CITY", 1, "核实");
        database().write(transaction -> {
            transaction.reports().add(report);
            transaction.reviews().replace(report.id(), List.of(far, near));
            transaction.reviews().addHistory(report.id(), one);
            transaction.reviews().addHistory(report.id(), two);
            return true;
        });
        assertEquals(List.of(near, far), database().read(transaction -> transaction.reviews().of(report.id())));
        assertEquals(List.of(near, far), database().read(transaction -> transaction.reviews().ofPeriod(report.period(), report.edition())));
        assertEquals(List.of(one, two), database().read(transaction -> transaction.reviews().history(report.id())));
    }

    @Test
    void draftsAndAnswersComeBackTheLatestFirst() {
        StoredReport report = report("A8");
        StoredDraft one = new StoredDraft(UUID.randomUUID(), report.id(), 801, 1, "d".repeat(64), AT, "zhang", "张三");
        StoredDraft two = new StoredDraft(UUID.randomUUID(), report.id(), 802, 2, "e".repeat(64), AT, "zhang", "张三");
        StoredAnswer answer = new StoredAnswer(UUID.randomUUID(), two.id(), 803, "CITY", "请看", List.of(
                new ReviewDecision.Reason("1.1.1", "核实")), "李四", AT);
        byte[] bytes = new byte[1 << 20];
        bytes[9] = -7;
        database().write(transaction -> {
            transaction.reports().add(report);
            transaction.preReviews().add(one, new byte[1]);
            transaction.preReviews().add(two, bytes);
            transaction.preReviews().addAnswer(answer);
            return true;
        });
        database().read(transaction -> {
            assertEquals(List.of(two, one), transaction.preReviews().latest(report.id(), 5));
            assertEquals(List.of(two), transaction.preReviews().latest(report.id(), 1));
            assertEquals(List.of(one, two), transaction.preReviews().ofPeriod(report.period(), report.edition()));
            assertEquals(Optional.of(one), transaction.preReviews().find(one.id()));
            assertArrayEquals(bytes, transaction.preReviews().bytes(two.id()));
            assertEquals(List.of(answer), transaction.preReviews().answers(two.id()));
            assertEquals(List.of(), transaction.preReviews().answers(one.id()));
            assertEquals(List.of(two.id()), transaction.preReviews().answered(report.period(), report.edition()));
            return true;
        });
    }

    @Test
    void aRequestForReturnIsOpenUntilTheReportMovesOn() {
        StoredReport report = report("A9");
        database().write(transaction -> {
            transaction.reports().add(report);
            for (String act : List.of("SUBMIT", "OPEN", "REQUEST_RETURN")) {
                transaction.reviews().addHistory(report.id(), new ReportState.HistoryEntry(AT, act, "张三", "A9", 1, act));
            }
            return true;
        });
        assertEquals(java.util.Map.of(report.id(), "REQUEST_RETURN"),
                database().read(transaction -> transaction.reviews().openRequests(report.period(), report.edition())));
        database().write(transaction -> {
            transaction.reviews().addHistory(report.id(), new ReportState.HistoryEntry(AT, "RETURN", "李四", "CITY", 1, ""));
            return true;
        });
        assertEquals(java.util.Map.of(),
                database().read(transaction -> transaction.reviews().openRequests(report.period(), report.edition())));
    }

    @Test
    void accountsSessionsWindowsAndDesignationsComeBack() {
        PersonRecord person = new PersonRecord("zhang", "张三", "A6", List.of(Role.FILLER, Role.REVIEWER), "0898");
        WindowRecord window = new WindowRecord(period, "e", PeriodKind.REGULAR, "A6", AT, AT.plusSeconds(60));
        DesignationRecord designation = new DesignationRecord(period, "A6", "2.6");
        database().write(transaction -> {
            transaction.accounts().add(person);
            transaction.accounts().setSecretHash("zhang", "hash");
            assertEquals(1, transaction.accounts().countAttempt("zhang"));
            transaction.accounts().setAttempts("zhang", 6, AT);
            transaction.accounts().addSession("t", "zhang", AT);
            transaction.periods().putWindow(window);
            transaction.periods().putWindow(window);
            transaction.periods().addDesignation(designation);
            transaction.periods().addDesignation(designation);
            transaction.periods().freezeDue(period, "e", List.of("A6", "A7"));
            return true;
        });
        database().read(transaction -> {
            assertEquals(Optional.of(new AccountRepository.StoredAccount(person, "hash", 6, AT)), transaction.accounts().find("zhang"));
            assertEquals(Optional.of(new AccountRepository.StoredSession("zhang", AT)), transaction.accounts().session("t"));
            assertEquals(List.of(window), transaction.periods().windows());
            assertEquals(List.of(designation), transaction.periods().designations());
            assertEquals(List.of("A6", "A7"), transaction.periods().due(period, "e"));
            return true;
        });
    }

    @Test
    void unitsEditionsUploadsAndSignOffComeBack() {
        Unit root = Unit.of("R", "", "根", AdminLevel.PROVINCE, null, FormLevel.PROVINCE);
        Unit dated = new Unit(new UnitId("C"), "460105", "县", AdminLevel.COUNTY, root.id(), null, LocalDate.of(2020, 1, 1), null, null,
                root.id());
        List<ListedUnit> units = List.of(new ListedUnit(root, ""), new ListedUnit(dated, "0898"));
        UploadRepository.StoredUpload upload = new UploadRepository.StoredUpload("u", "a", 9L << 30, "b".repeat(64), "r", UUID.randomUUID(),
                UploadRepository.Kind.SCAN, "扫描.pdf", UploadRepository.State.OPEN, AT,
                new PaperByHand(PaperByHand.Manner.CHECK_CODE, "KD25 HIAR", 4, List.of(3), "旧复印机"));
        UploadRepository.StoredFile file = new UploadRepository.StoredFile(upload.sha256(), "r", upload.revision(), upload.kind(), "扫描.pdf",
                9,
                "u", AT);
        DoneStep step = new DoneStep(upload.revision(), 0, "处室负责人", "王", "同意", LocalDate.of(2024, 10, 31), "PAPER", "a");
        database().write(transaction -> {
            transaction.units().replaceAll(units);
            transaction.editions().add(new StoredEdition("e", "d", new byte[]{ 1 }, AT));
            transaction.uploads().add(upload);
            transaction.uploads().addFile(file);
            transaction.uploads().addFile(file);
            transaction.signOffs().addDone(step);
            transaction.signOffs().setChain("R", List.of(new ChainStep("一", ""), new ChainStep("二", "王")));
            return true;
        });
        database().read(transaction -> {
            assertEquals(units, transaction.units().all());
            assertArrayEquals(new byte[]{ 1 }, transaction.editions().all().getFirst().bytes());
            assertEquals(Optional.of(upload), transaction.uploads().find("u"));
            assertEquals(1, transaction.uploads().countOpen("a"));
            assertEquals(List.of(file), transaction.uploads().files(file.sha256()));
            assertEquals(List.of(step), transaction.signOffs().done(upload.revision()));
            assertEquals(List.of(new ChainStep("一", ""), new ChainStep("二", "王")), transaction.signOffs().chain("R"));
            assertEquals(3, transaction.signOffs().chain("*").size());
            return true;
        });
    }

    @Test
    void auditEntriesKeepTheirHashThroughTheDatabase() {
        AuditEntry entry = database().write(transaction -> {
            AuditEntry next = AuditEntry.following(transaction.audit().head(), AT, "张三", "REVISION", "报表", "R1");
            transaction.audit().append(next);
            return next;
        });
        AuditEntry stored = database().read(transaction -> transaction.audit().after(entry.sequence() - 1, 1)).getFirst();
        assertEquals(entry, stored);
        assertEquals(stored.hash(), stored.computedHash());
    }

    private StoredReport report(String unit) {
        return new StoredReport(unit + "/" + period + "/e" + unit, unit, period, "e" + unit, ReportStatus.DRAFT, null, 0);
    }

    private static StoredRevision revision(StoredReport report, UUID parent, long sequence) {
        return new StoredRevision(UUID.randomUUID(), report.id(), 1, parent, "c".repeat(64), Place.LINE, "{}", sequence, AT, true, "a", 2,
                ReportState.Paper.NOT_THERE, null, 0);
    }
}
