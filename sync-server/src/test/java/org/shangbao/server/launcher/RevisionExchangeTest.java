package org.shangbao.server.launcher;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.Receipt;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireJson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The PUT of revisions as {@code docs/formats/sync-v1.md} has it, over real HTTP. */
class RevisionExchangeTest {
    @TempDir
    private Path folder;
    private TestServer server;

    @BeforeEach
    void start() throws Exception { server = new TestServer(folder); }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void firstRevisionGetsAReceiptSignedByTheServerAndIsServedBackByteForByte() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);

        HttpResponse<byte[]> answer = server.send(server.put(report));

        SignedDocument document = TestServer.read(answer, SignedDocument.class);
        Receipt receipt = document.payloadAs(Receipt.class);
        assertEquals(201, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Shangbao-Protocol").orElse(""));
        assertEquals(Receipt.MEDIA_TYPE, answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(document.isSignedBy(new DataFolder(folder).key().getPublic(), Receipt.TYPE));
        assertEquals(new Receipt(report.reportId().toString(), report.revision(), report.digest().hex(), Receipt.State.HEAD, TestServer.NOW,
                false, 1), receipt);
        byte[] served = server.send(server.call(TestServer.CITY, "/v1/reports/" + report.reportId() + "/revisions/" + report.revision()))
                .body();
        assertArrayEquals(report.canonicalBytes(), served);
    }

    @Test
    void twentyCopiesSentAtOnceGiveOneRevisionAndTwentyEqualReceipts() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        HttpRequest.Builder request = server.put(report);
        List<Callable<HttpResponse<byte[]>>> copies = new ArrayList<>();
        for (int copy = 0; copy < 20; copy++) {
            copies.add(() -> server.send(request.copy()));
        }

        Set<String> receipts = new HashSet<>();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<byte[]>> answer : senders.invokeAll(copies)) {
                receipts.add(new String(answer.get().body(), StandardCharsets.UTF_8));
                statuses.add(answer.get().statusCode());
            }
        }

        assertEquals(1, receipts.size());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(19, statuses.stream().filter(status -> status == 200).count());
        assertEquals(1, server.state(TestServer.COUNTY, report.reportId().toString()).revisions().size());
    }

    @Test
    void sameIdWithOtherBytesIsRefusedAndWhatIsStoredStays() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.send(server.put(report));
        FinalizedReport other = withId(TestReports.county(TestServer.COUNTY, 2), report.revision());

        assertProblem(server.send(server.put(other)), 409, ErrorCode.REVISION_REUSED);

        assertEquals(report.digest().hex(), server.state(TestServer.COUNTY, report.reportId().toString()).revisions().getFirst().digest());
    }

    @Test
    void revisionWhoseParentIsNoLongerHeadIsStoredAsTheOtherBranchAndAnswered412EachTime() throws Exception {
        FinalizedReport first = TestReports.county(TestServer.COUNTY, 1);
        FinalizedReport second = TestReports.county(TestServer.COUNTY, 2, 2, first.revision());
        FinalizedReport other = TestReports.county(TestServer.COUNTY, 3, 2, first.revision());
        server.send(server.put(first));
        server.send(server.put(second));

        assertProblem(server.send(server.put(other)), 412, ErrorCode.REVISION_CONFLICT);
        assertProblem(server.send(server.put(other)), 412, ErrorCode.REVISION_CONFLICT);
        assertProblem(server.send(server.put(TestReports.county(TestServer.COUNTY, 4))), 412, ErrorCode.REVISION_CONFLICT);

        ReportState state = server.state(TestServer.COUNTY, first.reportId().toString());
        assertEquals(second.revision(), state.head());
        assertEquals(4, state.revisions().size());
        assertArrayEquals(other.canonicalBytes(),
                server.send(server.call(TestServer.COUNTY, "/v1/reports/" + other.reportId() + "/revisions/" + other.revision())).body());
    }

    @Test
    void revisionThatComesBeforeItsParentIsParkedAndFollowsWhenTheParentComes() throws Exception {
        FinalizedReport first = TestReports.county(TestServer.COUNTY, 1);
        FinalizedReport second = TestReports.county(TestServer.COUNTY, 2, 2, first.revision());

        HttpResponse<byte[]> parked = server.send(server.put(second));
        assertEquals(202, parked.statusCode());
        assertEquals(Receipt.State.PARKED, TestServer.read(parked, SignedDocument.class).payloadAs(Receipt.class).state());
        assertEquals(201, server.send(server.put(first)).statusCode());

        assertEquals(second.revision(), server.state(TestServer.COUNTY, first.reportId().toString()).head());
        HttpResponse<byte[]> again = server.send(server.put(second));
        assertEquals(200, again.statusCode());
        assertEquals(Receipt.State.HEAD, TestServer.read(again, SignedDocument.class).payloadAs(Receipt.class).state());
    }

    @Test
    void whatTheOfficeMayNotSendIsAnswered422AndNothingIsStored() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        HttpRequest.Builder falseDigest = server
                .call(TestServer.COUNTY, "/v1/reports/" + report.reportId() + "/revisions/" + report.revision())
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(new byte[32]) + ":").header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(report.canonicalBytes()));
        byte[] broken = new String(report.canonicalBytes(), StandardCharsets.UTF_8).replaceFirst("\"1.1.1\":\"81\"", "\"1.1.1\":\"81.0\"")
                .getBytes(StandardCharsets.UTF_8);

        assertProblem(server.send(falseDigest), 422, ErrorCode.DIGEST_MISMATCH);
        assertProblem(server.send(server.put(TestServer.COUNTY, report, broken)), 422, ErrorCode.REPORT_FORMAT);
        assertProblem(server.send(server.put(TestServer.SECOND_COUNTY, report, report.canonicalBytes())), 422, ErrorCode.NOT_PERMITTED);
        assertProblem(server.send(server.put(TestServer.CITY, report, report.canonicalBytes())), 422, ErrorCode.NOT_PERMITTED);
        assertProblem(server.send(server.put(TestReports.withFigure(report, "1.1.2", "500"))), 422, ErrorCode.FINDINGS_OPEN);
        assertProblem(server.send(server.put(TestReports.withFigure(report, "1.2.1", "500"))), 422, ErrorCode.FINDINGS_OPEN);
        assertProblem(server.send(server.put(TestReports.withFigure(report, "1.1.1", null))), 422, ErrorCode.FINDINGS_OPEN);
        assertProblem(server.send(server.put(TestReports.withFigure(report, "9.9.9", "1"))), 422, ErrorCode.FIGURE_UNKNOWN);
        assertProblem(server.send(server.anonymous("/v1/reports/" + report.reportId())), 401, ErrorCode.NOT_SIGNED_IN);
        assertProblem(server.send(server.call(TestServer.COUNTY, "/v1/reports/" + report.reportId())), 404, ErrorCode.REPORT_UNKNOWN);
    }

    @Test
    void packedBodyIsUnpackedButNeverBeyondItsBound() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        HttpRequest.Builder packed = server.put(report).header("Content-Encoding", "gzip")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(gzip(report.canonicalBytes())));
        HttpRequest.Builder bomb = server.put(report).header("Content-Encoding", "gzip")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(gzip(new byte[WireJson.MOST_BYTES + 1])));

        assertProblem(server.send(bomb), 422, ErrorCode.REPORT_FORMAT);
        assertEquals(201, server.send(packed).statusCode());
    }

    @Test
    void changesTellTheOfficeWhatIsNewAndNothingTwice() throws Exception {
        Changes all = TestServer.read(server.send(server.call(TestServer.CITY, "/v1/changes?after=unknown")), Changes.class);
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        server.send(server.put(report));

        Changes news = TestServer.read(server.send(server.call(TestServer.CITY, "/v1/changes?after=" + all.cursor())), Changes.class);
        Changes nothing = TestServer.read(server.send(server.call(TestServer.CITY, "/v1/changes?after=" + news.cursor())), Changes.class);
        Changes beside = TestServer.read(server.send(server.call(TestServer.DISTRICT, "/v1/changes?after=")), Changes.class);

        assertEquals(List.of(TestServer.MINISTRY, TestServer.PROVINCE, TestServer.CITY, TestServer.COUNTY, TestServer.SECOND_COUNTY),
                all.units().stream().map(unit -> unit.id()).toList());
        assertEquals(1, all.editions().size());
        assertEquals(List.of(report.reportId().toString()), news.reports().stream().map(ReportState::reportId).toList());
        assertEquals(new Changes(news.cursor(), List.of(), List.of(), List.of(), List.of(), List.of(), null), nothing);
        assertEquals(List.of(), beside.reports());
    }

    @Test
    void everythingAcknowledgedIsThereAfterARestart() throws Exception {
        FinalizedReport report = TestReports.county(TestServer.COUNTY, 1);
        byte[] receipt = server.send(server.put(report)).body();

        server.stop();
        server.start();

        assertArrayEquals(receipt, server.send(server.put(report)).body());
    }

    static void assertProblem(HttpResponse<byte[]> answer, int status, ErrorCode error) throws Exception {
        assertEquals(status, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        Problem problem = WireJson.read(answer.body(), Problem.class);
        assertEquals(error.code(), problem.code());
        assertEquals(Problem.MEDIA_TYPE, answer.headers().firstValue("Content-Type").orElse(""));
    }

    private static byte[] gzip(byte[] bytes) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static FinalizedReport withId(FinalizedReport report, UUID id) throws Exception {
        String text = new String(report.canonicalBytes(), StandardCharsets.UTF_8).replace(report.revision().toString(), id.toString());
        FinalizedReport changed = FinalizedReport.read(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(Sha256.of(changed.canonicalBytes()), changed.digest());
        return changed;
    }
}
