package org.shangbao.client.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.client.application.delivery.RetryAdvice;
import org.shangbao.client.application.delivery.SyncServer.FileKind;
import org.shangbao.client.application.delivery.SyncServer.OutgoingFile;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.Session;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireJson;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HttpSyncServerTest {
    private static final ReportId REPORT = ReportId.parse("990301/2024-10/moe-jjs-bimonthly-2023-10");
    private static final UUID REVISION = UUID.fromString("7d9f2c1e-5a34-4b8e-9c0d-0123456789ab");

    private final MockWebServer web = new MockWebServer();
    private final OkHttpClient http = HttpSyncServer.client().newBuilder().readTimeout(Duration.ofSeconds(5)).build();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private HttpSyncServer server;

    @BeforeEach
    void start() throws IOException {
        web.start();
        server = new HttpSyncServer(http, web.url("/").toString().replaceAll("/$", ""), () -> new Credentials("wang", "secret"));
    }

    @AfterEach
    void stop() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
        web.close();
    }

    @Test
    void aRevisionTravelsUnchangedWithItsDigestAndItsParent() throws Exception {
        byte[] canonical = "{\"a\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        SignedDocument receipt = new SignedDocument("shangbao-signed", 1, "receipt", "Ed25519", "k", "e30=", "AA==");
        answer(request -> request.getMethod().equals("PUT") ? ours(201).body(buffer(WireJson.write(receipt))).build() : session());

        assertEquals(receipt, server.sendRevision(REPORT, REVISION, null, canonical));
        server.sendRevision(REPORT, REVISION, new UUID(1, 2), canonical);

        RecordedRequest first = requests.get(1);
        assertEquals("/v1/reports/" + REPORT + "/revisions/" + REVISION, first.getUrl().encodedPath());
        assertArrayEquals(canonical, first.getBody().toByteArray());
        assertEquals("*", first.getHeaders().get("If-None-Match"));
        assertTrue(first.getHeaders().get("Repr-Digest").startsWith("sha-256=:"));
        assertEquals("\"" + new UUID(1, 2) + "\"", requests.get(2).getHeaders().get("If-Match"));
    }

    @Test
    void aSessionThatRanOutIsRenewedOnce() throws Exception {
        int[] states = { 0 };
        answer(request -> {
            if (request.getUrl().encodedPath().endsWith("/sessions")) {
                return session();
            }
            return states[0]++ == 1
                    ? problem(ErrorCode.NOT_SIGNED_IN)
                    : ours(200).body(buffer("bytes".getBytes(StandardCharsets.UTF_8))).build();
        });
        server.revision(REPORT, REVISION);
        assertArrayEquals("bytes".getBytes(StandardCharsets.UTF_8), server.revision(REPORT, REVISION));
        assertEquals(2, requests.stream().filter(request -> request.getUrl().encodedPath().endsWith("/sessions")).count());
    }

    @ParameterizedTest
    @CsvSource({ "401,NOT_SIGNED_IN,false", "409,REVISION_REUSED,false", "412,REVISION_CONFLICT,false", "413,SCAN_TOO_LARGE,false",
            "422,FINDINGS_OPEN,false", "429,LOCKED_OUT,true", "500,SERVER_FAILED,true", "503,SERVER_FAILED,true" })
    void refusalsKeepTheirCodeAndSayWhetherToComeBack(int status, ErrorCode error, boolean retry) {
        byte[] body = WireJson.write(new Problem(error.code(), status, "", Map.of("number", "3")));
        answer(request -> request.getUrl().encodedPath().endsWith("/sessions") && status != 401
                ? session()
                : ours(status).addHeader("Content-Type", Problem.MEDIA_TYPE).addHeader("Retry-After", "7").body(buffer(body)).build());
        ReportingException refused = assertThrows(ReportingException.class,
                () -> server.sendRevision(REPORT, REVISION, null, new byte[]{ 1 }));
        assertEquals(error, refused.error());
        RetryAdvice advice = assertInstanceOf(RetryAdvice.class, refused);
        assertEquals(retry, advice.isWorthRetrying());
        assertEquals(Duration.ofSeconds(7), advice.retryAfter());
    }

    @Test
    void aLoginPageThatAnswers200HasReceivedNothing() {
        answer(request -> new MockResponse.Builder().code(200).addHeader("Content-Type", "text/html").body("<html>login</html>").build());
        assertEquals(ErrorCode.NOT_OUR_SERVER, assertThrows(ReportingException.class, server::ping).error());
        assertEquals(ErrorCode.NOT_OUR_SERVER,
                assertThrows(ReportingException.class, () -> server.sendRevision(REPORT, REVISION, null, new byte[]{ 1 })).error());
    }

    @Test
    void anAnswerThatBreaksOffIsALinkThatBroke() {
        answer(request -> request.getUrl().encodedPath().endsWith("/sessions")
                ? session()
                : ours(200).body(buffer(new byte[100_000])).onResponseBody(SocketEffect.ShutdownConnection.INSTANCE).build());
        ReportingException broken = assertThrows(ReportingException.class, () -> server.revision(REPORT, REVISION));
        assertEquals(ErrorCode.SERVER_UNREACHABLE, broken.error());
        assertFalse(broken instanceof RetryAdvice);
    }

    @Test
    void aFileGoesOnFromWhereTheServerStandsAfterEveryKindOfFault() throws Exception {
        byte[] content = new byte[1_500_000];
        new Random(7).nextBytes(content);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        int[] patches = { 0 };
        answer(request -> switch (request.getMethod()) {
            case "POST" -> request.getUrl().encodedPath().endsWith("/sessions")
                    ? session()
                    : ours(201).addHeader("Location", "/v1/uploads/u1").build();
            case "HEAD" -> ours(200).addHeader("Upload-Offset", stored.size()).build();
            default -> {
                patches[0]++;
                byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
                if (patches[0] == 2) {
                    yield ours(460).build();
                }
                if (patches[0] == 3) {
                    stored.writeBytes(body);
                    yield ours(204).onResponseStart(SocketEffect.ShutdownConnection.INSTANCE).build();
                }
                if (!Long.toString(stored.size()).equals(request.getHeaders().get("Upload-Offset"))) {
                    yield ours(409).build();
                }
                stored.writeBytes(body);
                yield ours(204).addHeader("Upload-Offset", stored.size()).build();
            }
        });
        List<Long> offsets = new ArrayList<>();
        server.sendFile(file(content), null, (url, offset) -> offsets.add(offset));
        assertArrayEquals(content, stored.toByteArray());
        assertEquals(0L, offsets.getFirst());
        assertEquals(content.length, offsets.getLast());
        assertEquals(offsets.stream().sorted().toList(), offsets);
    }

    @Test
    void anEarlierUploadIsContinuedAndAForgottenOneStartedAnew() throws Exception {
        byte[] content = new byte[1000];
        boolean[] forgotten = { false };
        List<String> patched = new ArrayList<>();
        answer(request -> switch (request.getMethod()) {
            case "POST" -> request.getUrl().encodedPath().endsWith("/sessions")
                    ? session()
                    : ours(201).addHeader("Location", "/v1/uploads/fresh").build();
            case "HEAD" -> forgotten[0] ? ours(404).build() : ours(200).addHeader("Upload-Offset", 400).build();
            default -> {
                patched.add(request.getUrl().encodedPath() + "@" + request.getHeaders().get("Upload-Offset"));
                yield ours(204).addHeader("Upload-Offset", 1000).build();
            }
        });
        server.sendFile(file(content), web.url("/v1/uploads/old").toString(), (url, offset) -> {});
        forgotten[0] = true;
        server.sendFile(file(content), web.url("/v1/uploads/old").toString(), (url, offset) -> {});
        assertEquals(List.of("/v1/uploads/old@400", "/v1/uploads/fresh@0"), patched);
    }

    @Test
    void theTokenIsNeverSentToAnotherServer() {
        answer(request -> request.getUrl().encodedPath().endsWith("/sessions")
                ? session()
                : ours(201).addHeader("Location", "http://elsewhere.invalid/v1/uploads/u1").build());
        assertEquals(ErrorCode.NOT_OUR_SERVER,
                assertThrows(ReportingException.class, () -> server.sendFile(file(new byte[10]), null, (url, offset) -> {})).error());
    }

    private static OutgoingFile file(byte[] content) {
        return new OutgoingFile(REPORT, REVISION, FileKind.SCAN, "扫描件.pdf", Sha256.of(content).hex(), content.length,
                () -> new ByteArrayInputStream(content));
    }

    /** Answers a request. */
    private interface Script {
        MockResponse answer(RecordedRequest request);
    }

    private void answer(Script script) {
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return script.answer(request);
            }
        });
    }

    private static MockResponse.Builder ours(int status) {
        return new MockResponse.Builder().code(status).addHeader("Shangbao-Protocol", "1");
    }

    private static MockResponse session() {
        Session session = new Session("t", Instant.EPOCH, new PersonRecord("wang", "王桂兰", "990301", List.of(Role.FILLER), ""));
        return ours(201).body(buffer(WireJson.write(session))).build();
    }

    private static MockResponse problem(ErrorCode error) {
        return ours(error.httpStatus()).addHeader("Content-Type", Problem.MEDIA_TYPE)
                .body(buffer(WireJson.write(new Problem(error.code(), error.httpStatus(), "", Map.of())))).build();
    }

    private static Buffer buffer(byte[] bytes) { return new Buffer().write(bytes); }
}
