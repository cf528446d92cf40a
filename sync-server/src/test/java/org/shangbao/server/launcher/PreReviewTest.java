package org.shangbao.server.launcher;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
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
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PreReview;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.Sha256;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Drafts sent up for a look and the answers that come back, over real HTTP. */
class PreReviewTest {
    private static final List<ReviewDecision.Reason> FOUND = List.of(new ReviewDecision.Reason("3.3.2", "约是上期的10倍，请核对"));
    @TempDir
    private Path folder;
    private TestServer server;

    @BeforeEach
    void start() throws Exception { server = new TestServer(folder); }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void aDraftLiesBeforeCityAndProvinceAndTheCityAnswerComesBackWithTheNextExchange() throws Exception {
        PreReviewDraft draft = draft(TestServer.COUNTY, 1);
        ReportState sent = TestServer.read(server.send(put(TestServer.COUNTY, draft, draft.canonicalBytes())), ReportState.class);
        Changes before = changes(TestServer.COUNTY, "");

        assertEquals(List.of(new ProgressRow.DraftHere(draft.draft(), 1, TestServer.NOW, false)), here(TestServer.CITY));
        assertEquals(here(TestServer.CITY), here(TestServer.PROVINCE));
        HttpResponse<byte[]> fetched = server.send(server.call(TestServer.CITY, path(draft)));
        assertArrayEquals(draft.canonicalBytes(), fetched.body());
        assertEquals(PreReviewDraft.MEDIA_TYPE, fetched.headers().firstValue("Content-Type").orElse(""));

        TestServer.read(answer(TestServer.CITY, draft, new PreReviewAnswer(UUID.randomUUID(), TestServer.CITY, "", FOUND)),
                ReportState.class);
        Changes news = changes(TestServer.COUNTY, before.cursor());

        assertEquals(List.of(new PreReview(draft.draft(), 1, draft.digest().hex(), TestServer.NOW, "人员" + TestServer.COUNTY, List.of(
                new PreReview.Answer(TestServer.CITY, "海口市", "人员" + TestServer.CITY, TestServer.NOW, "", FOUND)))),
                news.reports().getFirst().preReviews());
        assertEquals(1, news.reports().size());
        assertTrue(here(TestServer.CITY).getFirst().answered());
        assertEquals(ReportStatus.DRAFT, sent.status());
        assertNull(sent.head());
    }

    @Test
    void aDraftWithEmptyBlanksAndBrokenRulesIsTakenAndLocksNothing() throws Exception {
        PreReviewDraft draft = draft(TestServer.COUNTY, 1);
        TestServer.read(server.send(put(TestServer.COUNTY, draft, draft.canonicalBytes())), ReportState.class);
        assertNull(draft.figures().get("1.1.1"));

        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(report);

        assertEquals(ReportStatus.SUBMITTED, server.state(TestServer.CITY, report.reportId().toString()).status());
        assertEquals(List.of(), here(TestServer.CITY), "a submitted report overtakes its draft");
    }

    @Test
    void sendingOrAnsweringTheSameTwiceKeepsOneAndOtherBytesUnderTheIdAreRefused() throws Exception {
        PreReviewDraft draft = draft(TestServer.COUNTY, 1);
        PreReviewAnswer answer = new PreReviewAnswer(UUID.randomUUID(), TestServer.PROVINCE, "未发现问题", List.of());
        for (int time = 0; time < 2; time++) {
            TestServer.read(server.send(put(TestServer.COUNTY, draft, draft.canonicalBytes())), ReportState.class);
            TestServer.read(answer(TestServer.PROVINCE, draft, answer), ReportState.class);
        }
        ReportState state = server.state(TestServer.COUNTY, draft.reportId().toString());
        assertEquals(1, state.preReviews().size());
        assertEquals(1, state.preReviews().getFirst().answers().size());
        assertEquals(List.of("SEND_FOR_PRE_REVIEW", "ANSWER_PRE_REVIEW"),
                state.history().stream().map(ReportState.HistoryEntry::act).toList());

        PreReviewDraft other = new PreReviewDraft(draft.format(), 1, draft.draft(), 2, "", draft.unit(), draft.unitName(), draft.period(),
                draft.edition(), draft.editionDigest(), draft.sentAt(), draft.figures(), draft.narratives(), draft.attachments(),
                draft.explanations(), draft.people(), draft.program());
        RevisionExchangeTest.assertProblem(server.send(put(TestServer.COUNTY, other, other.canonicalBytes())), 409,
                ErrorCode.REVISION_REUSED);
        RevisionExchangeTest.assertProblem(
                answer(TestServer.PROVINCE, draft, new PreReviewAnswer(answer.operation(), TestServer.PROVINCE, "别的话", List.of())), 409,
                ErrorCode.REVISION_REUSED);
    }

    @Test
    void theLatestOfSeveralDraftsIsTheOneShownAndOnlyTheLastFiveTravel() throws Exception {
        PreReviewDraft last = draft(TestServer.COUNTY, 1);
        for (int number = 1; number <= 7; number++) {
            last = draft(TestServer.COUNTY, number);
            TestServer.read(server.send(put(TestServer.COUNTY, last, last.canonicalBytes())), ReportState.class);
        }
        ReportState state = server.state(TestServer.CITY, last.reportId().toString());
        assertEquals(List.of(3, 4, 5, 6, 7), state.preReviews().stream().map(PreReview::number).toList());
        assertEquals(last.draft(), here(TestServer.CITY).getFirst().draft());
    }

    @Test
    void nobodyBesideOrBelowSeesOrAnswersADraftAndOnlyItsOfficeSendsIt() throws Exception {
        PreReviewDraft draft = draft(TestServer.COUNTY, 1);
        RevisionExchangeTest.assertProblem(server.send(put(TestServer.SECOND_COUNTY, draft, draft.canonicalBytes())), 403,
                ErrorCode.NOT_PERMITTED);
        TestServer.read(server.send(put(TestServer.COUNTY, draft, draft.canonicalBytes())), ReportState.class);

        RevisionExchangeTest.assertProblem(server.send(server.call(TestServer.SECOND_COUNTY, path(draft))), 403, ErrorCode.NOT_PERMITTED);
        for (String stranger : List.of(TestServer.SECOND_COUNTY, TestServer.COUNTY, TestServer.MUNICIPALITY)) {
            RevisionExchangeTest.assertProblem(answer(stranger, draft, new PreReviewAnswer(UUID.randomUUID(), stranger, "", FOUND)), 403,
                    ErrorCode.NOT_PERMITTED);
        }
        RevisionExchangeTest.assertProblem(
                answer(TestServer.CITY, draft, new PreReviewAnswer(UUID.randomUUID(), TestServer.PROVINCE, "", FOUND)), 403,
                ErrorCode.NOT_PERMITTED);
    }

    @Test
    void hostileDraftsAreRefusedAndLeaveNothing() throws Exception {
        PreReviewDraft good = draft(TestServer.COUNTY, 1);
        byte[] bytes = good.canonicalBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String broken : List.of("{}", text.replace("\"version\":1", "\"version\":2"),
                text.replace("\"note\":\"请先看一眼\"", "\"note\":null"),
                text.replace("\"note\"", "\"other\""), " " + text, text.replace("\"31400\"", "31400"), "[".repeat(100_000))) {
            RevisionExchangeTest.assertProblem(server.send(put(TestServer.COUNTY, good, broken.getBytes(StandardCharsets.UTF_8))), 422,
                    ErrorCode.REPORT_FORMAT);
        }
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
        RevisionExchangeTest.assertProblem(server.send(put(TestServer.COUNTY, good, bytes, cut)), 422, ErrorCode.DIGEST_MISMATCH);
        PreReviewDraft unknown = withFigure(good, "9.9.9", "1");
        RevisionExchangeTest.assertProblem(server.send(put(TestServer.COUNTY, unknown, unknown.canonicalBytes())), 400,
                ErrorCode.FIGURE_UNKNOWN);
        PreReviewDraft huge = withFigure(good, "1.1.1", "1" + "0".repeat(30));
        RevisionExchangeTest.assertProblem(server.send(put(TestServer.COUNTY, huge, huge.canonicalBytes())), 400,
                ErrorCode.FIGURE_TOO_LARGE);
        TestServer.read(server.send(put(TestServer.COUNTY, good, bytes)), ReportState.class);
        RevisionExchangeTest.assertProblem(answer(TestServer.CITY, good, new PreReviewAnswer(UUID.randomUUID(), TestServer.CITY, "",
                List.of(new ReviewDecision.Reason("nowhere", "x")))), 400, ErrorCode.ITEM_UNKNOWN);
        assertEquals(List.of(), server.state(TestServer.COUNTY, good.reportId().toString()).preReviews().getFirst().answers());
    }

    @Test
    void anOpenRequestForReturnStandsInTheOverviewUntilItIsActedOn() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.deliver(report);
        server.act(TestServer.CITY, report, ReportAct.OPEN, "", List.of());
        assertEquals(200, server.act(TestServer.COUNTY, report, ReportAct.REQUEST_RETURN, "3.3.2 多输一位", List.of()).statusCode());

        assertEquals("3.3.2 多输一位", row(TestServer.CITY).request());
        server.act(TestServer.CITY, report, ReportAct.RETURN, "", FOUND);
        assertEquals("", row(TestServer.CITY).request());
    }

    static PreReviewDraft draft(String unit, int number) {
        SortedMap<String, String> figures = new TreeMap<>(TestReports.figures(1));
        figures.put("1.1.1", null);
        figures.put("3.3.2", "31400");
        return new PreReviewDraft(PreReviewDraft.FORMAT, 1, UUID.randomUUID(), number, "请先看一眼", unit, unit, TestReports.PERIOD,
                TestReports.EDITION.id().value(), TestReports.EDITION.digest(), Instant.parse("2024-10-28T02:00:00Z"), figures,
                new TreeMap<>(), new TreeMap<>(), List.of(), new FinalizedReport.People("张三", "", "", "0871"), "test");
    }

    private static PreReviewDraft withFigure(PreReviewDraft draft, String code, String text) {
        SortedMap<String, String> figures = new TreeMap<>(draft.figures());
        figures.put(code, text);
        return new PreReviewDraft(draft.format(), 1, UUID.randomUUID(), draft.number(), draft.note(), draft.unit(), draft.unitName(),
                draft.period(), draft.edition(), draft.editionDigest(), draft.sentAt(), figures, draft.narratives(), draft.attachments(),
                draft.explanations(), draft.people(), draft.program());
    }

    private static String path(PreReviewDraft draft) { return "/v1/reports/" + draft.reportId() + "/pre-reviews/" + draft.draft(); }

    private HttpRequest.Builder put(String by, PreReviewDraft draft, byte[] bytes) throws Exception { return put(by, draft, bytes, bytes); }

    private HttpRequest.Builder put(String by, PreReviewDraft draft, byte[] digested, byte[] bytes) throws Exception {
        String digest = Base64.getEncoder().encodeToString(Sha256.of(digested).bytes());
        return server.call(by, path(draft)).header("Repr-Digest", "sha-256=:" + digest + ":")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    }

    private HttpResponse<byte[]> answer(String by, PreReviewDraft draft, PreReviewAnswer answer) throws Exception {
        return server.send(server.call(by, path(draft) + "/answers").POST(TestServer.body(answer)));
    }

    private Changes changes(String by, String after) throws Exception {
        return TestServer.read(server.send(server.call(by, "/v1/changes?after=" + after)), Changes.class);
    }

    private ProgressRow row(String by) throws Exception {
        ProgressRow[] rows = TestServer.read(server.send(server.call(by,
                "/v1/progress?unit=" + by + "&period=" + TestReports.PERIOD + "&edition=" + TestReports.EDITION.id())),
                ProgressRow[].class);
        return Arrays.stream(rows).filter(row -> row.unit().equals(TestServer.COUNTY)).findFirst().orElseThrow();
    }

    private List<ProgressRow.DraftHere> here(String by) throws Exception {
        ProgressRow.DraftHere here = row(by).preReview();
        return here == null ? List.of() : List.of(here);
    }
}
