package org.shangbao.server.launcher;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.paper.PageKind;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reviews from the county to the ministry, over real HTTP. */
class ReviewFlowTest {
    private static final List<ReviewDecision.Reason> REASONS = List.of(new ReviewDecision.Reason("1.1.1", "与上年相差较大，请核实"));
    @TempDir
    private Path folder;
    private TestServer server;

    @BeforeEach
    void start() throws Exception { server = new TestServer(folder); }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void cityApprovalLaysTheReportBeforeTheProvinceAndOnlyWithPaper() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.send(server.put(report));

        RevisionExchangeTest.assertProblem(server.act(TestServer.CITY, report, ReportAct.APPROVE, "", List.of()), 422,
                ErrorCode.SCAN_MISSING);
        server.upload(report, TestReports.scan(report, PageKind.REPORT), "scan");
        RevisionExchangeTest.assertProblem(server.act(TestServer.PROVINCE, report, ReportAct.APPROVE, "", List.of()), 409,
                ErrorCode.NOT_YOUR_TURN);

        assertEquals(List.of(ReviewStatus.APPROVED, ReviewStatus.PENDING), levels(server.approve(TestServer.CITY, report)));
        assertEquals(List.of(ReviewStatus.APPROVED, ReviewStatus.APPROVED), levels(server.approve(TestServer.PROVINCE, report)));
    }

    @Test
    void returnByTheProvinceReopensTheReportForEveryLevelBelowAndTheNewRevisionStartsAnew() throws Exception {
        FinalizedReport first = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(first);
        server.approve(TestServer.CITY, first);
        RevisionExchangeTest.assertProblem(server.act(TestServer.PROVINCE, first, ReportAct.RETURN, "再核实", List.of()), 422,
                ErrorCode.RETURN_NEEDS_REASONS);

        ReportState returned = TestServer.read(server.act(TestServer.PROVINCE, first, ReportAct.RETURN, "", REASONS), ReportState.class);
        FinalizedReport second = TestReports.county(TestServer.COUNTY, 2, 2, first.revision());
        server.deliver(second);
        ReportState again = server.state(TestServer.COUNTY, first.reportId().toString());

        assertEquals(ReportStatus.RETURNED, returned.status());
        assertEquals(List.of(ReviewStatus.RETURNED, ReviewStatus.RETURNED), levels(returned));
        assertEquals(REASONS, returned.reviews().getFirst().reasons());
        assertEquals(ReportStatus.SUBMITTED, again.status());
        assertEquals(List.of(ReviewStatus.PENDING, ReviewStatus.NOT_SUBMITTED), levels(again));
        assertEquals(List.of("SUBMIT", "APPROVE", "RETURN", "SUBMIT"),
                again.history().stream().map(ReportState.HistoryEntry::act).toList());
        RevisionExchangeTest.assertProblem(server.act(TestServer.CITY, first, ReportAct.APPROVE, "", List.of()), 412,
                ErrorCode.REVISION_MOVED_ON);
    }

    @Test
    void provinceMayReturnDirectlyOrReviewOnBehalfBeforeTheCityActed() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        FinalizedReport other = TestReports.county(TestServer.SECOND_COUNTY, 2);
        server.deliver(report);
        server.deliver(other);

        ReportState returned = TestServer.read(server.act(TestServer.PROVINCE, report, ReportAct.RETURN_DIRECTLY, "", REASONS),
                ReportState.class);
        ReportState onBehalf = TestServer.read(server.act(TestServer.PROVINCE, other, ReportAct.REVIEW_ON_BEHALF, "市局停电", List.of()),
                ReportState.class);

        assertEquals(List.of(ReviewStatus.RETURNED, ReviewStatus.RETURNED), levels(returned));
        assertEquals(List.of(ReviewStatus.APPROVED, ReviewStatus.PENDING), levels(onBehalf));
        assertEquals("人员" + TestServer.PROVINCE, onBehalf.reviews().getFirst().by());
    }

    @Test
    void countyWithdrawsOnlyUntilTheCityOpenedIt() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        FinalizedReport other = TestReports.county(TestServer.SECOND_COUNTY, 2);
        server.deliver(report);
        server.deliver(other);
        server.act(TestServer.CITY, other, ReportAct.OPEN, "", List.of());

        ReportState withdrawn = TestServer.read(server.act(TestServer.COUNTY, report, ReportAct.WITHDRAW, "数字有误", List.of()),
                ReportState.class);

        assertEquals(ReportStatus.WITHDRAWN, withdrawn.status());
        RevisionExchangeTest.assertProblem(server.act(TestServer.SECOND_COUNTY, other, ReportAct.WITHDRAW, "数字有误", List.of()), 409,
                ErrorCode.MOVE_NOT_ALLOWED);
        assertEquals(200, server.act(TestServer.SECOND_COUNTY, other, ReportAct.REQUEST_RETURN, "数字有误", List.of()).statusCode());
    }

    @Test
    void approvalIsCancelledOnlyUntilTheLevelAboveOpenedIt() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(report);
        server.approve(TestServer.CITY, report);

        ReportState cancelled = TestServer.read(server.act(TestServer.CITY, report, ReportAct.CANCEL_APPROVAL, "看漏一处", List.of()),
                ReportState.class);
        server.approve(TestServer.CITY, report);
        server.act(TestServer.PROVINCE, report, ReportAct.OPEN, "", List.of());

        assertEquals(List.of(ReviewStatus.OPENED, ReviewStatus.NOT_SUBMITTED), levels(cancelled));
        RevisionExchangeTest.assertProblem(server.act(TestServer.CITY, report, ReportAct.CANCEL_APPROVAL, "看漏一处", List.of()), 409,
                ErrorCode.NOT_YOUR_TURN);
    }

    @Test
    void sameOperationAgainChangesNothing() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(report);
        ReviewDecision decision = new ReviewDecision(UUID.randomUUID(), ReportAct.OPEN, TestServer.CITY, report.revision(), "", List.of(),
                null);

        ReportState once = TestServer.read(server.act(TestServer.CITY, report.reportId().toString(), decision), ReportState.class);
        ReportState twice = TestServer.read(server.act(TestServer.CITY, report.reportId().toString(), decision), ReportState.class);

        assertEquals(once, twice);
    }

    @Test
    void nobodySeesOrActsBesideOrAbove() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(report);
        String id = "/v1/reports/" + report.reportId();

        RevisionExchangeTest.assertProblem(server.send(server.call(TestServer.SECOND_COUNTY, id)), 403, ErrorCode.NOT_PERMITTED);
        RevisionExchangeTest.assertProblem(server.send(server.call(TestServer.MUNICIPALITY, id)), 403, ErrorCode.NOT_PERMITTED);
        RevisionExchangeTest.assertProblem(server.act(TestServer.COUNTY, report, ReportAct.APPROVE, "", List.of()), 403,
                ErrorCode.NOT_PERMITTED);
        RevisionExchangeTest.assertProblem(server.act(TestServer.MUNICIPALITY, report, ReportAct.APPROVE, "", List.of()), 403,
                ErrorCode.NOT_PERMITTED);
        RevisionExchangeTest.assertProblem(server.send(server.call(TestServer.COUNTY, query("rollup", TestServer.CITY))), 403,
                ErrorCode.NOT_PERMITTED);
    }

    @Test
    void provinceSumsUpSignsOffAndReportsAndTheTotalsAddUpToTheTop() throws Exception {
        List<FinalizedReport> counties = List.of(TestReports.county(TestServer.COUNTY, 1), TestReports.county(TestServer.SECOND_COUNTY, 2),
                TestReports.county(TestServer.DIRECT_COUNTY, 3));
        for (FinalizedReport county : counties) {
            server.deliver(county);
        }
        server.approve(TestServer.CITY, counties.get(0));
        server.approve(TestServer.CITY, counties.get(1));
        FinalizedReport city = summary(TestServer.CITY, false, counties.subList(0, 2));
        assertEquals(201, server.send(server.put(city)).statusCode());
        for (FinalizedReport county : counties) {
            server.approve(TestServer.PROVINCE, county);
        }
        server.approve(TestServer.PROVINCE, city);

        RollUpView rollUp = rollUp(TestServer.PROVINCE, TestServer.PROVINCE);
        assertEquals(TestReports.added(counties), new TreeMap<>(rollUp.figures()));
        assertEquals(List.of(3, 3, 3), List.of(rollUp.due(), rollUp.reported(), rollUp.counted()));
        assertEquals(List.of(TestServer.CITY, TestServer.DIRECT_COUNTY), rollUp.children().stream().map(RollUpView.Part::unit).toList());
        assertEquals(3, rollUp.texts().size());
        assertEquals(counties.stream().map(FinalizedReport::unit).sorted().toList(),
                rollUp.explanations().stream().map(RollUpView.Explanation::unit).sorted().toList());

        FinalizedReport province = summary(TestServer.PROVINCE, true, counties);
        server.deliver(province);
        SignOffView done = signOff(province);

        assertEquals(TestServer.NOW, done.reportedAt());
        RollUpView national = rollUp(TestServer.MINISTRY, TestServer.MINISTRY);
        SortedMap<String, String> expected = TestReports.added(counties);
        expected.putAll(new TreeMap<>(province.figures()).subMap("5.2.1a", "5.2.1d"));
        // rates of 元 per child are never added up
        expected.put("2.3.1", null);
        expected.put("2.3.2", null);
        assertEquals(expected, new TreeMap<>(national.figures()));
        assertEquals(List.of(TestServer.DISTRICT), national.missing().stream().map(RollUpView.Missing::unit).toList());
    }

    @Test
    void summaryThatDoesNotAddUpOrNamesWhatIsNotApprovedIsRefused() throws Exception {
        FinalizedReport county = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(county);
        FinalizedReport early = summary(TestServer.CITY, false, List.of(county), TestServer.SECOND_COUNTY);
        RevisionExchangeTest.assertProblem(server.send(server.put(early)), 422, ErrorCode.CHILDREN_OUTSTANDING);
        server.approve(TestServer.CITY, county);

        RevisionExchangeTest.assertProblem(server.send(server.put(summary(TestServer.CITY, false, List.of(county)))), 422,
                ErrorCode.CHILDREN_OUTSTANDING);
        RevisionExchangeTest.assertProblem(server.send(server.put(TestReports.withFigure(early, "1.1.1", "9999"))), 422,
                ErrorCode.SUMMARY_DIFFERS);
        assertEquals(201, server.send(server.put(early)).statusCode());
    }

    @Test
    void newRevisionBelowMarksTheSummaryAboveAsStale() throws Exception {
        FinalizedReport county = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(county);
        server.approve(TestServer.CITY, county);
        FinalizedReport city = summary(TestServer.CITY, false, List.of(county), TestServer.SECOND_COUNTY);
        server.send(server.put(city));

        server.deliver(TestReports.county(TestServer.COUNTY, 2, 2, county.revision()));

        assertEquals(List.of("SUBMIT", "STALE"), server.state(TestServer.CITY, city.reportId().toString()).history().stream()
                .map(ReportState.HistoryEntry::act).toList());
        assertEquals(0, rollUp(TestServer.CITY, TestServer.CITY).counted());
    }

    @Test
    void progressNamesEveryUnitThatOwesAReport() throws Exception {
        FinalizedReport county = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(county);

        ProgressRow[] rows = TestServer.read(server.send(server.call(TestServer.PROVINCE, query("progress", TestServer.PROVINCE))),
                ProgressRow[].class);

        assertEquals(List.of(TestServer.PROVINCE, TestServer.CITY, TestServer.DIRECT_COUNTY, TestServer.COUNTY, TestServer.SECOND_COUNTY),
                Arrays.stream(rows).map(ProgressRow::unit).toList());
        assertEquals(ReviewStatus.PENDING, rows[3].below());
        assertEquals(ReviewStatus.NOT_SUBMITTED, rows[3].mine());
        assertEquals(ReportState.Paper.ACCEPTED, rows[3].paper());
    }

    private SignOffView signOff(FinalizedReport province) throws Exception {
        String path = "/v1/reports/" + province.reportId() + "/sign-off";
        SignOffView view = TestServer.read(server.send(server.call(TestServer.PROVINCE, path)), SignOffView.class);
        SignOffView.Reported reported = new SignOffView.Reported(UUID.randomUUID(), province.revision());
        List<SignOffView.Step> steps = view.steps();
        RevisionExchangeTest.assertProblem(step(path, province, steps.get(1).role()), 409, ErrorCode.SIGNOFF_ORDER);
        RevisionExchangeTest.assertProblem(
                server.send(server.call(TestServer.PROVINCE, path + "/reported").POST(TestServer.body(reported))),
                409, ErrorCode.SIGNOFF_OPEN);
        for (SignOffView.Step step : steps) {
            assertEquals(200, step(path, province, step.role()).statusCode());
        }
        return TestServer.read(server.send(server.call(TestServer.PROVINCE, path + "/reported").POST(TestServer.body(reported))),
                SignOffView.class);
    }

    private HttpResponse<byte[]> step(String path, FinalizedReport province, String role) throws Exception {
        return server
                .send(server.call(TestServer.PROVINCE, path + "/steps").POST(TestServer.body(new SignOffView.StepDone(UUID.randomUUID(),
                        province.revision(), role, "某某", "同意", LocalDate.of(2024, 10, 31), "PAPER"))));
    }

    private static FinalizedReport summary(String unit, boolean province, List<FinalizedReport> counties, String... missing) {
        List<FinalizedReport.MissingUnit> excused = new ArrayList<>();
        for (String absent : missing) {
            excused.add(new FinalizedReport.MissingUnit(absent, absent, "未报"));
        }
        return TestReports.summary(unit, province, TestReports.added(counties), counties.stream().map(TestReports::child).toList(),
                excused);
    }

    private RollUpView rollUp(String by, String unit) throws Exception {
        return TestServer.read(server.send(server.call(by, query("rollup", unit))), RollUpView.class);
    }

    private static String query(String what, String unit) {
        return "/v1/" + what + "?unit=" + unit + "&period=" + TestReports.PERIOD + "&edition=" + TestReports.EDITION.id();
    }

    private static List<ReviewStatus> levels(ReportState state) {
        assertTrue(state.reviews().size() > 0);
        return state.reviews().stream().map(ReportState.LevelReview::status).toList();
    }
}
