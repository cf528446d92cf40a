package org.shangbao.client.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.client.application.delivery.Backoff;
import org.shangbao.client.application.delivery.Delivery;
import org.shangbao.client.application.delivery.FolderAge;
import org.shangbao.client.application.progress.GivingUp;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.data.DataFolder;
import org.shangbao.client.data.H2OfficeStore;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.Receipt;
import org.shangbao.wire.v1.Session;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.StoreMark;
import org.shangbao.wire.v1.WireJson;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The outbox of a real store against a server that answers as scripted. */
class DeliveryOverHttpTest {
    private static final ReportId REPORT = ReportId.parse("990301/2024-10/moe-jjs-bimonthly-2023-10");
    private static final ReportId OTHER = ReportId.parse("990301/2024-08/moe-jjs-bimonthly-2023-10");
    private static final Instant NOW = Instant.parse("2024-10-30T09:40:00Z");

    @TempDir
    private Path folder;
    private final MockWebServer web = new MockWebServer();
    private final ExecutorService storeThread = Executors.newSingleThreadExecutor();
    private final KeyPair keys = SignedDocument.newKeyPair();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private H2OfficeStore store;
    private Delivery delivery;

    @BeforeEach
    void start() throws Exception {
        web.start();
        store = H2OfficeStore.create(new DataFolder(folder.resolve("office")), "a secret of many bytes".getBytes(StandardCharsets.UTF_8),
                storeThread);
        store.write("test", changes -> {
            changes.putSetting(Setting.SERVER_KEY, Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
            return "";
        });
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        HttpReportingServer server = new HttpReportingServer(web.url("/").toString().replaceAll("/$", ""), null,
                () -> new SessionRequest("zhang", "secret"), clock);
        delivery = new Delivery(store, store.files(), server, new Backoff(new Random(1)), clock);
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        storeThread.shutdown();
        web.close();
    }

    private StoredRevision submitted(ReportId report, @Nullable UUID parent) throws Exception {
        UUID revision = UUID.randomUUID();
        FinalizedReport content = new FinalizedReport(FinalizedReport.FORMAT, 1, FinalizedReport.Kind.FORM, report.unit().value(), "甲县",
                report.period().value(), report.edition().value(), "0".repeat(64), revision, 1, parent, NOW,
                new TreeMap<>(Map.of("1.1.1", "96")),
                new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of(), List.of(),
                new FinalizedReport.People("", "", "", ""), "test");
        StoredRevision stored = new StoredRevision(revision, report, 1, content.digest().hex(),
                new String(content.canonicalBytes(), StandardCharsets.UTF_8));
        store.write("test", changes -> {
            changes.addRevision(stored);
            changes.putReport(new StoredReport(report, ReportStatus.SUBMITTED, ReviewStatus.PENDING, revision, 1, null, NOW));
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), changes.outbox().size() + 1, OutboxItem.Kind.REVISION, report,
                    revision, "", "", stored.bytes().length));
            return stored;
        });
        return stored;
    }

    private OutboxItem item(int index) throws Exception { return store.read(records -> records.outbox().get(index)); }

    private MockResponse receiptOf(StoredRevision revision) {
        Receipt receipt = new Receipt(revision.report().toString(), revision.revision(), revision.digest(), Receipt.State.HEAD, NOW, false,
                1);
        return ours(201).body(buffer(WireJson.write(SignedDocument.sign(Receipt.TYPE, receipt, keys.getPrivate(), keys.getPublic()))))
                .build();
    }

    @Test
    void aRevisionIsDeliveredOnlyWithItsVerifiedReceipt() throws Exception {
        StoredRevision revision = submitted(REPORT, null);
        KeyPair foreign = SignedDocument.newKeyPair();
        Receipt receipt = new Receipt(REPORT.toString(), revision.revision(), revision.digest(), Receipt.State.HEAD, NOW, false, 1);
        answer(request -> ours(201)
                .body(buffer(WireJson.write(SignedDocument.sign(Receipt.TYPE, receipt, foreign.getPrivate(), foreign.getPublic()))))
                .build());
        delivery.send(Delivery.Occasion.ASKED);
        assertEquals(OutboxItem.State.WAITING, item(0).state());
        assertEquals(ErrorCode.NOT_OUR_SERVER.code(), item(0).problem());

        answer(request -> receiptOf(revision));
        assertEquals(1, delivery.send(Delivery.Occasion.ASKED).delivered());
        assertEquals(OutboxItem.State.DELIVERED, item(0).state());
        assertTrue(store.read(records -> records.receipt(revision.revision())).isPresent());
        RecordedRequest put = requests.getLast();
        assertArrayEquals(revision.bytes(), put.getBody().toByteArray());
        assertEquals("*", put.getHeaders().get("If-None-Match"));
        assertEquals("Bearer t", put.getHeaders().get("Authorization"));
    }

    @Test
    void aRefusedRevisionDoesNotHoldUpAnotherReportAndIsTakenBack() throws Exception {
        StoredRevision poison = submitted(REPORT, null);
        StoredRevision good = submitted(OTHER, UUID.randomUUID());
        answer(request -> request.getUrl().encodedPath().contains("2024-10") ? problem(ErrorCode.FINDINGS_OPEN) : receiptOf(good));
        Delivery.Round round = delivery.send(Delivery.Occasion.ASKED);
        assertEquals(1, round.delivered());
        assertNull(round.stopped());
        assertEquals(OutboxItem.State.REFUSED, item(0).state());
        assertEquals(OutboxItem.State.DELIVERED, item(1).state());
        assertEquals(ReportStatus.FINALIZED, store.read(records -> records.report(poison.report())).orElseThrow().status());
        assertEquals(ReportStatus.SUBMITTED, store.read(records -> records.report(OTHER)).orElseThrow().status());
    }

    @ParameterizedTest
    @CsvSource({ "409, REVISION_REUSED, REFUSED", "412, REVISION_CONFLICT, REFUSED", "413, SCAN_TOO_LARGE, REFUSED",
            "422, DIGEST_MISMATCH, REFUSED", "401, NOT_SIGNED_IN, WAITING", "429, LOCKED_OUT, WAITING", "503, SERVER_FAILED, WAITING" })
    void whatTheServerSaysDecidesWhetherToComeBack(int status, ErrorCode error, OutboxItem.State state) throws Exception {
        submitted(REPORT, null);
        byte[] body = WireJson.write(new Problem(error.code(), status, "", Map.of("reference", "x")));
        answer(request -> ours(status).addHeader("Content-Type", Problem.MEDIA_TYPE).addHeader("Retry-After", "120").body(buffer(body))
                .build());
        delivery.send(Delivery.Occasion.ASKED);
        assertEquals(state, item(0).state());
        assertEquals(error.code(), item(0).problem());
        if (state == OutboxItem.State.WAITING) {
            assertNotNull(item(0).nextAt());
            assertFalse(item(0).nextAt().isBefore(NOW.plusSeconds(120)));
            int before = requests.size();
            delivery.send(Delivery.Occasion.BY_ITSELF);
            assertEquals(before, requests.size(), "not before its time");
        }
    }

    @Test
    void aRoundThatIsGivenUpBreaksItsCallOffAndLeavesTheQueueAsItWas() throws Exception {
        StoredRevision revision = submitted(REPORT, null);
        OutboxItem before = item(0);
        GivingUp person = GivingUp.whenTold();
        answer(request -> {
            person.now();
            return ours(201).onResponseStart(SocketEffect.Stall.INSTANCE).build();
        });
        assertThrows(CancellationException.class, () -> Watched.by(person, () -> delivery.send(Delivery.Occasion.ASKED)));
        assertEquals(before, item(0), "neither refused nor put off");
        assertEquals(ReportStatus.SUBMITTED, store.read(records -> records.report(REPORT)).orElseThrow().status());

        answer(request -> receiptOf(revision));
        assertEquals(1, delivery.send(Delivery.Occasion.BY_ITSELF).delivered(), "the next round by itself takes it");
    }

    @Test
    void aLoginPageThatAnswers200HasReceivedNothingAndEndsTheRound() throws Exception {
        submitted(REPORT, null);
        submitted(OTHER, null);
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return new MockResponse.Builder().code(200).addHeader("Content-Type", "text/html").body("<html>login</html>").build();
            }
        });
        Delivery.Round round = delivery.send(Delivery.Occasion.ASKED);
        assertEquals(0, round.delivered());
        assertEquals(ErrorCode.NOT_OUR_SERVER, round.stopped().error());
        assertEquals(1, requests.size());
    }

    @Test
    void aFileGoesOnFromWhereTheServerStandsAfterEveryKindOfFault() throws Exception {
        byte[] content = new byte[1_500_000];
        new Random(7).nextBytes(content);
        String sha256 = store.files().put(new ByteArrayInputStream(content), 1 << 24, ErrorCode.SCAN_TOO_LARGE).sha256();
        UUID revision = UUID.randomUUID();
        store.write("test", changes -> {
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), 1, OutboxItem.Kind.SCAN, REPORT, revision, sha256, "扫描件.pdf",
                    content.length));
            return "";
        });
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        int[] pieces = { 0 };
        answer(request -> switch (request.getMethod()) {
            case "POST" -> ours(201).addHeader("Location", "/v1/uploads/u1").build();
            case "HEAD" -> ours(200).addHeader("Upload-Offset", arrived.size()).build();
            default -> {
                pieces[0]++;
                byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
                if (pieces[0] == 2) {
                    yield ours(460).build();
                }
                if (pieces[0] == 3) {
                    arrived.writeBytes(body);
                    yield ours(204).onResponseStart(SocketEffect.ShutdownConnection.INSTANCE).build();
                }
                if (pieces[0] == 4) {
                    yield ours(500).build();
                }
                if (!Long.toString(arrived.size()).equals(request.getHeaders().get("Upload-Offset"))) {
                    yield ours(409).build();
                }
                arrived.writeBytes(body);
                yield ours(204).addHeader("Upload-Offset", arrived.size()).build();
            }
        });
        assertEquals(0, delivery.send(Delivery.Occasion.ASKED).delivered());
        assertTrue(item(0).sent() > 0, "what the server has is remembered");
        assertEquals(1, delivery.send(Delivery.Occasion.ASKED).delivered());
        assertArrayEquals(content, arrived.toByteArray());
        assertEquals(1, requests.stream().filter(request -> request.getMethod().equals("POST")
                && request.getUrl().encodedPath().endsWith("/uploads")).count());
    }

    @Test
    void anUploadTheServerForgotIsBegunAnew() throws Exception {
        byte[] content = new byte[1000];
        String sha256 = store.files().put(new ByteArrayInputStream(content), 1 << 20, ErrorCode.SCAN_TOO_LARGE).sha256();
        store.write("test", changes -> {
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), 1, OutboxItem.Kind.SCAN, REPORT, UUID.randomUUID(), sha256, "a.pdf",
                    content.length).uploaded(web.url("/v1/uploads/old").toString(), 400));
            return "";
        });
        answer(request -> switch (request.getMethod()) {
            case "POST" -> ours(201).addHeader("Location", "/v1/uploads/fresh").build();
            case "HEAD" -> ours(404).build();
            default -> ours(204).addHeader("Upload-Offset", 1000).build();
        });
        assertEquals(1, delivery.send(Delivery.Occasion.ASKED).delivered());
        assertEquals("/v1/uploads/fresh", requests.getLast().getUrl().encodedPath());
    }

    @Test
    void aFolderTellsHowFarItHasComeAndHearsOfSavesItDoesNotHold() throws Exception {
        answer(request -> ours(200).body(buffer(WireJson.write(new StoreMark(900, "a".repeat(64))))).build());
        HttpReportingServer server = new HttpReportingServer(web.url("/").toString().replaceAll("/$", ""), null,
                () -> new SessionRequest("zhang", "secret"), Clock.fixed(NOW, ZoneOffset.UTC));
        StoreMark mine = store.mark();
        assertTrue(new FolderAge(store, store, server).compare());
        RecordedRequest put = requests.getLast();
        assertTrue(put.getUrl().encodedPath().matches("/v1/histories/[0-9a-f-]{36}"), put.getUrl().encodedPath());
        assertEquals(mine, WireJson.read(put.getBody().toByteArray(), StoreMark.class));
        assertEquals("900", FolderAge.noticed(store).orElseThrow().get("known"));
    }

    @Test
    void theTokenIsNeverSentToAnotherServer() throws Exception {
        byte[] content = new byte[10];
        String sha256 = store.files().put(new ByteArrayInputStream(content), 1 << 20, ErrorCode.SCAN_TOO_LARGE).sha256();
        store.write("test", changes -> {
            changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), 1, OutboxItem.Kind.SCAN, REPORT, UUID.randomUUID(), sha256, "a.pdf",
                    content.length));
            return "";
        });
        answer(request -> ours(201).addHeader("Location", "http://elsewhere.invalid/v1/uploads/u1").build());
        assertEquals(ErrorCode.NOT_OUR_SERVER, delivery.send(Delivery.Occasion.ASKED).stopped().error());
    }

    /** Answers what is not a sign-in. */
    private interface Script {
        MockResponse answer(RecordedRequest request);
    }

    private void answer(Script script) {
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                if (request.getUrl().encodedPath().endsWith("/sessions")) {
                    Session session = new Session("t", Instant.EPOCH,
                            new PersonRecord("zhang", "张晓岚", "990301", List.of(Role.FILLER), ""));
                    return ours(201).body(buffer(WireJson.write(session))).build();
                }
                return script.answer(request);
            }
        });
    }

    private static MockResponse.Builder ours(int status) {
        return new MockResponse.Builder().code(status).addHeader("Shangbao-Protocol", "1");
    }

    private static MockResponse problem(ErrorCode error) {
        return ours(error.httpStatus()).addHeader("Content-Type", Problem.MEDIA_TYPE)
                .body(buffer(WireJson.write(new Problem(error.code(), error.httpStatus(), "", Map.of())))).build();
    }

    private static Buffer buffer(byte[] bytes) { return new Buffer().write(bytes); }
}
