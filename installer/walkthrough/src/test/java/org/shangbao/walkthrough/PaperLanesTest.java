package org.shangbao.walkthrough;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.application.paper.ByHand;
import org.shangbao.client.application.paper.LinkMode;
import org.shangbao.client.application.paper.PaperService.PageVerdict.Verdict;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.paper.ScanWatch;
import org.shangbao.client.application.store.SentAs;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.simulation.PaperSimulator;
import org.shangbao.paper.simulation.SimulationOptions;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.units.UnitCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Paper that is too large for the link, over real HTTP to a real server. */
class PaperLanesTest {
    private static final String CITY = "460100";
    private static final UnitTree TREE = new UnitTree(UnitCsv.shipped().all().stream()
            .filter(unit -> List.of("000000", DemoTree.PROVINCE, CITY, DemoTree.RETURNED_COUNTY, "460106", "460107")
                    .contains(unit.id().value()))
            .toList());

    @TempDir
    static Path folder;
    private static DemoFolders folders;
    private static ServerProcess server;
    private static DemoOffice city;

    @BeforeAll
    static void serverRuns() throws Exception {
        folders = DemoFolders.create(folder.resolve("out"), folder.resolve("work"));
        int port = ServerProcess.freePort();
        ServerAdmin admin = new ServerAdmin(folders.server(), Clock.systemUTC());
        Path units = Files.writeString(folders.work().resolve("units.csv"), DemoTree.csv(TREE));
        admin.run("init", "--url", "http://127.0.0.1:" + port, "--units", units.toString());
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        for (Unit unit : TREE.all()) {
            admin.run("windows", "set", "--period", Walk.PERIOD.value(), "--unit", unit.id().value(), "--opens",
                    hour.minus(Duration.ofDays(1)).toString(), "--due", hour.plus(Duration.ofDays(9)).toString());
        }
        for (Unit unit : List.of(unit(CITY), unit(DemoTree.RETURNED_COUNTY), unit("460106"), unit("460107"))) {
            admin.run("users", "add", "--unit", unit.id().value(), "--account", "u" + unit.id(), "--name", "王桂兰", "--telephone",
                    "0898-55501", "--role", unit.id().value().equals(CITY) ? "REVIEWER" : "FILLER");
            admin.run("users", "enrol", "--unit", unit.id().value(), "--out", folders.enrolment(unit).toString());
        }
        server = ServerProcess.start(folders.server(), port);
        city = enrol(unit(CITY));
    }

    @AfterAll
    static void serverStops() throws Exception {
        city.close();
        server.close();
    }

    @Test
    void aLargeScanGoesUpSmallAndTheServerAcceptsIt() throws Exception {
        try (DemoOffice county = finalized(DemoTree.RETURNED_COUNTY)) {
            Path printed = county.printed();
            SimulationOptions finely = SimulationOptions.office(7).withDpi(300).withScanner(0.8, 92, 3);
            Path scan = Files.write(folder.resolve("300dpi.pdf"), new PaperSimulator().scan(Files.readAllBytes(printed), finely).pdf());
            PaperState normal = county.client().papers().takeScan(county.report(), List.of(scan));
            assertTrue(normal.complete(), () -> normal.problems().toString());
            assertEquals(SentAs.COLOUR, normal.sending().sentAs());
            assertTrue(normal.advice().contains("stamp.seen"), () -> normal.advice().toString());
            PaperState slow = county.client().papers().packFor(county.report(), LinkMode.SLOW, new ScanWatch());

            assertEquals(SentAs.BLACK_AND_WHITE, slow.sending().sentAs());
            assertFalse(slow.sending().fellBack());
            assertEquals(Files.size(scan), slow.sending().originalSize());
            assertTrue(normal.scanSize() * 2 < Files.size(scan));
            assertTrue(slow.scanSize() * 2 < normal.scanSize());
            county.submitAndSend();
            ReportState.RevisionState above = head(county);
            assertEquals(ReportState.Paper.ACCEPTED, above.paper());
            assertEquals(slow.pages(), above.pages());
            assertTrue(county.client().papers().state(county.report()).sending().measured(), "the way up was measured");
            assertTrue(city.client().reviews().scannedPage(county.report(), 1, 60).length > 1000);
        }
    }

    @Test
    void paperNoMachineReadsIsTakenByItsCheckCodeAndConfirmedByEyeAbove() throws Exception {
        try (DemoOffice county = finalized("460106")) {
            var papers = county.client().papers();
            byte[] printed = Files.readAllBytes(county.printed());
            SimulationOptions worn = SimulationOptions.office(11).withDpi(150).withPagesWithoutCodes(2);
            Path scan = Files.write(folder.resolve("worn.pdf"), new PaperSimulator().scan(printed, worn).pdf());
            PaperState refused = papers.takeScan(county.report(), List.of(scan));
            assertFalse(refused.complete());
            assertTrue(refused.loose().getFirst().unread());
            ByHand wrong = new ByHand(PaperByHand.Manner.CHECK_CODE, "AAAA AAAA", List.of(), "旧复印机");
            assertEquals(ErrorCode.SCAN_REFUSED, assertThrows(ReportingException.class,
                    () -> papers.takeByHand(county.report(), List.of(scan), wrong, new ScanWatch())).error());
            String code = PageDigest.ofSha256Hex(county.client().reports().open(county.report()).digest()).checkCodeInGroups();
            ByHand right = new ByHand(PaperByHand.Manner.CHECK_CODE, code.toLowerCase(Locale.ROOT), List.of(), "旧复印机，第2页的二维码印花了");
            PaperState taken = papers.takeByHand(county.report(), List.of(scan), right, new ScanWatch());
            assertTrue(taken.complete(), () -> taken.problems().toString());
            assertEquals(Verdict.BY_EYE, taken.verdicts().get(1).verdict());
            assertEquals(Verdict.ACCEPTED, taken.verdicts().getFirst().verdict());
            county.submitAndSend();
            ReportState.RevisionState above = head(county);
            assertEquals(ReportState.Paper.NOT_MACHINE_READ, above.paper());
            assertEquals(List.of(2), above.byHand().declared().unread());
            assertTrue(city.client().reviews().scannedPage(county.report(), 2, 60).length > 1000, "the page can be looked at above");
            UUID revision = above.revision();
            assertEquals(ErrorCode.PAPER_NOT_CONFIRMED, assertThrows(ReportingException.class,
                    () -> city.client().reviews().approve(county.report(), revision, "")).error());
            city.client().reviews().approveSeenByEye(county.report(), revision, "");
            assertEquals(CITY, head(county).byHand().confirmedUnit());
            assertEquals(1, city.client().reviews().progress(Walk.PERIOD, Walk.EDITION).stream()
                    .filter(row -> row.paper() == ReportState.Paper.NOT_MACHINE_READ).count(), "it is counted");
        }
    }

    @Test
    void aFormFilledByHandIsTakenAfterALookWasGivenUpAndConfirmedByEyeAbove() throws Exception {
        try (DemoOffice county = finalized("460107")) {
            var papers = county.client().papers();
            byte[] printed = Files.readAllBytes(county.printed());
            SimulationOptions byHand = SimulationOptions.office(17).withPagesWithoutCodes(1, 2, 3, 4, 5, 6);
            Path filled = Files.write(folder.resolve("filled.pdf"), new PaperSimulator().scan(printed, byHand).pdf());
            ScanWatch stopped = new ScanWatch();
            stopped.stop();
            assertEquals(ErrorCode.SCAN_STOPPED, assertThrows(ReportingException.class,
                    () -> papers.takeScan(county.report(), List.of(filled), stopped)).error());
            assertTrue(papers.state(county.report()).verdicts().stream().allMatch(page -> page.verdict() == Verdict.MISSING),
                    "given up, nothing was taken");
            PaperState taken = papers.takeByHand(county.report(), List.of(filled),
                    new ByHand(PaperByHand.Manner.HAND_FILLED, "", List.of(), "停电两天，手工填写"), new ScanWatch());
            assertTrue(taken.complete(), () -> taken.problems().toString());
            assertTrue(taken.verdicts().stream().allMatch(page -> page.verdict() == Verdict.BY_EYE));
            county.submitAndSend();
            ReportState.RevisionState above = head(county);
            assertEquals(ReportState.Paper.NOT_MACHINE_READ, above.paper());
            assertEquals(PaperByHand.Manner.HAND_FILLED, above.byHand().declared().manner());
            city.client().reviews().approveSeenByEye(county.report(), above.revision(), "");
            assertEquals(CITY, head(county).byHand().confirmedUnit());
        }
    }

    private static ReportState.RevisionState head(DemoOffice county) throws Exception {
        ReportState state = city.client().reviews().open(county.report()).state();
        return state.revisions().stream().filter(revision -> revision.revision().equals(state.head())).findFirst().orElseThrow();
    }

    private static DemoOffice finalized(String unit) throws Exception {
        DemoOffice county = enrol(unit(unit));
        Map<String, String> figures = SampleFigures.county(county.unit().id());
        county.type(figures);
        county.narrate("2.1", SampleTexts.kindergartenPlan(county.unit(), figures.get("2.1.1")));
        county.attach("2.1", "布局规划.pdf", county.unit().name());
        county.explainFindings();
        county.finalizeReport();
        return county;
    }

    private static DemoOffice enrol(Unit unit) throws Exception {
        return DemoOffice.enrol(unit, folders.data(unit), folders, new DemoCounts(), Clock.systemUTC());
    }

    private static Unit unit(String id) {
        return TREE.all().stream().filter(unit -> unit.id().value().equals(id)).findFirst().orElseThrow();
    }
}
