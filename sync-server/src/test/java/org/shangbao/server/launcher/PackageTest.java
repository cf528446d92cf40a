package org.shangbao.server.launcher;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.PreReview;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.transfer.DownwardContents;
import org.shangbao.wire.v1.transfer.DownwardContents.Scope;
import org.shangbao.wire.v1.transfer.PackageHeader;
import org.shangbao.wire.v1.transfer.PackageKey;
import org.shangbao.wire.v1.transfer.PackagePart;
import org.shangbao.wire.v1.transfer.PackageReceipt;
import org.shangbao.wire.v1.transfer.PartOutcome;
import org.shangbao.wire.v1.transfer.TransferPackage;
import org.shangbao.wire.v1.transfer.UpwardContents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** 上报数据包 that a city's client passes on for a county without a link, over real HTTP. */
class PackageTest {
    private static final List<ReviewDecision.Reason> FOUND = List.of(new ReviewDecision.Reason("3.3.2", "约是上期的10倍，请核对"));
    @TempDir
    private Path folder;
    private TestServer server;
    private final KeyPair answerKey = SealedBox.newKeyPair();

    @BeforeEach
    void start() throws Exception { server = new TestServer(folder); }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void aDraftComesInAPackageAndTheAnswerGoesBackClosedForTheCounty() throws Exception {
        PreReviewDraft draft = PreReviewTest.draft(TestServer.COUNTY, 1);
        PackageReceipt receipt = TestServer.read(relay(TestServer.CITY, up(draft).bytes()), PackageReceipt.class);
        assertEquals(List.of(new PartOutcome(PackagePart.PRE_REVIEW, address(draft), "", Map.of())), receipt.parts());

        PreReviewAnswer answer = new PreReviewAnswer(UUID.randomUUID(), TestServer.CITY, "", FOUND);
        TestServer.read(server.send(server.call(TestServer.CITY, "/v1/reports/" + address(draft) + "/answers").POST(
                TestServer.body(answer))), ReportState.class);

        TransferPackage down = TransferPackage.read(server.send(server.call(TestServer.CITY, path(TestServer.COUNTY))).body());
        TransferPackage.Contents contents = down.open(answerKey.getPublic(), answerKey.getPrivate());
        DownwardContents list = signed(contents);
        PreReview held = changes(contents, list).reports().getFirst().preReviews().getFirst();

        assertEquals(Scope.EVERYTHING, list.scope());
        assertEquals(receipt.parts(), list.outcomes());
        assertEquals(draft.digest().hex(), held.digest());
        assertEquals(FOUND, held.answers().getFirst().reasons());
        assertEquals("人员" + TestServer.COUNTY, held.by(), "it is the sender's act, not the carrier's");
    }

    @Test
    void theSameComesOnlineAndInAPackageInAnyOrderAndStandsThereOnce() throws Exception {
        PreReviewDraft first = PreReviewTest.draft(TestServer.COUNTY, 1);
        PreReviewDraft second = PreReviewTest.draft(TestServer.COUNTY, 2);
        byte[] both = up(first, second).bytes();
        put(first);
        TestServer.read(relay(TestServer.CITY, both), PackageReceipt.class);
        put(second);
        TestServer.read(relay(TestServer.DISTRICT, both), PackageReceipt.class);

        assertEquals(List.of(first.draft(), second.draft()), server.state(TestServer.COUNTY, first.reportId().toString()).preReviews()
                .stream().map(PreReview::draft).toList());
    }

    @Test
    void whoMayNotSeeTheOfficeIsToldOnlyHowManyWereTaken() throws Exception {
        PreReviewDraft draft = PreReviewTest.draft(TestServer.COUNTY, 1);
        PackageReceipt receipt = TestServer.read(relay(TestServer.DISTRICT, up(draft).bytes()), PackageReceipt.class);

        assertEquals(List.of(new PartOutcome(PackagePart.PRE_REVIEW, "", "", Map.of())), receipt.parts());
        assertEquals(403, server.send(server.call(TestServer.DISTRICT, path(TestServer.COUNTY))).statusCode());
        assertEquals(404, server.send(server.call(TestServer.CITY, path("999999"))).statusCode());
        assertEquals(401, server.send(server.anonymous(path(TestServer.COUNTY))).statusCode());
    }

    @Test
    void onePartThatIsRefusedDoesNotHoldUpTheOthersAndTheOfficeHearsOfIt() throws Exception {
        PreReviewDraft good = PreReviewTest.draft(TestServer.COUNTY, 1);
        PreReviewDraft foreign = PreReviewTest.draft(TestServer.SECOND_COUNTY, 1);
        byte[] later = "{}".getBytes(StandardCharsets.UTF_8);
        List<PackagePart> parts = List.of(new PackagePart("revision", "x", Sha256.of(later).hex(), later.length), part(foreign),
                new PackagePart(PackagePart.PRE_REVIEW, "../../x", Sha256.of(later).hex(), later.length), part(good));
        TransferPackage sent = TransferPackage.of(header(TestServer.COUNTY), List.of(key()), list(TestServer.COUNTY, parts),
                List.of(later, foreign.canonicalBytes(), later, good.canonicalBytes()));

        PackageReceipt receipt = TestServer.read(relay(TestServer.CITY, sent.bytes()), PackageReceipt.class);

        assertEquals(List.of("PACKAGE-005", "ACCESS-002", "REPORT-008", ""), receipt.parts().stream().map(PartOutcome::code).toList());
        TransferPackage.Contents contents = TransferPackage
                .read(server.send(server.call(TestServer.COUNTY, path(TestServer.COUNTY))).body())
                .open(answerKey.getPublic(), answerKey.getPrivate());
        assertEquals(java.util.Set.copyOf(receipt.parts()), java.util.Set.copyOf(signed(contents).outcomes()));
    }

    @Test
    void anOfficeThatNeverSentAnythingGetsWhatIsNotConfidential() throws Exception {
        put(PreReviewTest.draft(TestServer.COUNTY, 1));
        TransferPackage down = TransferPackage.read(server.send(server.call(TestServer.CITY, path(TestServer.COUNTY))).body());
        DownwardContents list = signed(down.inClear());
        Changes news = changes(down.inClear(), list);

        assertEquals(Scope.LISTS, list.scope());
        assertEquals(List.of(), news.reports());
        assertEquals(1, news.editions().size());
        assertTrue(news.units().stream().anyMatch(unit -> unit.id().equals(TestServer.COUNTY)));
        assertTrue(news.packageKey().isSignedBy(new DataFolder(folder).key().getPublic(), PackageKey.TYPE));
    }

    @Test
    void theKeyForPackagesIsToldToClientsThatAskAndOldOnesSeeNothingNew() throws Exception {
        Changes asked = TestServer.read(server.send(server.call(TestServer.COUNTY, "/v1/changes?after=&with=package-key")), Changes.class);
        assertEquals(SealedBox.text(key()), asked.packageKey().payloadAs(PackageKey.class).key());
        String old = new String(server.send(server.call(TestServer.COUNTY, "/v1/changes?after=")).body(), StandardCharsets.UTF_8);
        assertFalse(old.contains("packageKey"), old);
    }

    @Test
    void aNewEnrolmentFileEndsWhatTheOldSecretsCouldSendAndRead() throws Exception {
        byte[] sent = up(PreReviewTest.draft(TestServer.COUNTY, 1)).bytes();
        TestServer.read(relay(TestServer.CITY, sent), PackageReceipt.class);
        server.stop();
        try (ServerWiring session = server.open()) {
            session.enrolments().enrol(new UnitId(TestServer.COUNTY), null, "test");
        }
        server.start();

        assertEquals(List.of(422, "PACKAGE-004"), refusal(relay(TestServer.CITY, sent)));
        assertTrue(TransferPackage.read(server.send(server.call(TestServer.CITY, path(TestServer.COUNTY))).body()).isInClear());
    }

    @Test
    void damagedForeignAndOversizedPackagesAreRefusedWhole() throws Exception {
        PreReviewDraft draft = PreReviewTest.draft(TestServer.COUNTY, 1);
        byte[] whole = up(draft).bytes();
        for (int at : List.of(0, 5, 60, 200, 450, whole.length / 2, whole.length - 1)) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            List<Object> refused = refusal(relay(TestServer.CITY, damaged));
            assertEquals(422, refused.getFirst(), "byte " + at);
            assertTrue(String.valueOf(refused.getLast()).startsWith("PACKAGE-00"), () -> at + " " + refused);
        }
        assertEquals(List.of(422, "PACKAGE-001"), refusal(relay(TestServer.CITY, Arrays.copyOf(whole, whole.length - 30))));
        assertEquals(List.of(422, "PACKAGE-001"), refusal(relay(TestServer.CITY, new byte[0])));
        assertEquals(List.of(413, "PACKAGE-002"), refusal(relay(TestServer.CITY, new byte[TransferPackage.MOST_BYTES + 1])));

        TransferPackage foreign = TransferPackage.of(header(TestServer.COUNTY), List.of(SealedBox.newKeyPair().getPublic()),
                list(TestServer.COUNTY, List.of()), List.of());
        assertEquals(List.of(422, "PACKAGE-003"), refusal(relay(TestServer.CITY, foreign.bytes())));
        byte[] down = server.send(server.call(TestServer.CITY, path(TestServer.COUNTY))).body();
        assertEquals(List.of(422, "PACKAGE-003"), refusal(relay(TestServer.CITY, down)));
        String newer = new String(whole, StandardCharsets.ISO_8859_1).replace("\"version\":1", "\"version\":2");
        assertEquals(List.of(422, "PACKAGE-005"), refusal(relay(TestServer.CITY, newer.getBytes(StandardCharsets.ISO_8859_1))));
        assertEquals(404, server.send(server.call(TestServer.CITY, "/v1/reports/" + draft.reportId())).statusCode(), "nothing was taken");
    }

    @Test
    void contentsThatLieAreRefused() throws Exception {
        PreReviewDraft draft = PreReviewTest.draft(TestServer.COUNTY, 1);
        byte[] bytes = draft.canonicalBytes();
        UpwardContents otherSecret = new UpwardContents(new SessionRequest("p" + TestServer.COUNTY, "guessed"),
                SealedBox.text(answerKey.getPublic()), List.of(part(draft)));
        assertEquals(List.of(422, "PACKAGE-004"), refused(TestServer.COUNTY, otherSecret, List.of(bytes)));
        assertEquals(List.of(422, "PACKAGE-004"), refused(TestServer.SECOND_COUNTY, list(TestServer.COUNTY, List.of(part(draft))),
                List.of(bytes)), "another office's name on the file");
        assertEquals(List.of(422, "PACKAGE-001"), refused(TestServer.COUNTY,
                new UpwardContents(list(TestServer.COUNTY, List.of()).sender(), "AAAA", List.of(part(draft))), List.of(bytes)));
        assertEquals(List.of(422, "PACKAGE-001"), refused(TestServer.COUNTY, list(TestServer.COUNTY, List.of(part(draft))),
                List.of(bytes, bytes)), "more bytes than were listed");
        assertEquals(List.of(422, "PACKAGE-001"), refused(TestServer.COUNTY, list(TestServer.COUNTY, many(201)), List.of()));
        assertEquals(List.of(422, "PACKAGE-001"), refused(TestServer.COUNTY, Map.of("parts", "none"), List.of()));
        List<byte[]> bomb = new ArrayList<>();
        for (int piece = 0; piece < 63; piece++) {
            bomb.add(new byte[1 << 20]);
        }
        assertEquals(List.of(422, "PACKAGE-001"), refused(TestServer.COUNTY, list(TestServer.COUNTY, List.of()), bomb));
        assertEquals(404, server.send(server.call(TestServer.CITY, "/v1/reports/" + draft.reportId())).statusCode(), "nothing was taken");
    }

    @Test
    void anAdministratorWritesAPackageToAStickAndTakesOneFromIt() throws Exception {
        PreReviewDraft draft = PreReviewTest.draft(TestServer.COUNTY, 1);
        Path sent = Files.write(folder.resolve("sent.sbp"), up(draft).bytes());
        server.stop();
        try {
            AccountAndAuditTest.Run taken = command("packages", "take", sent.toString());
            assertEquals(0, taken.code(), taken.err());
            assertEquals("已收下：" + address(draft), taken.out());
            Path target = folder.resolve("stick.sbp");
            assertEquals(0, command("packages", "write", "--unit", TestServer.COUNTY, "--out", target.toString()).code());
            assertFalse(TransferPackage.read(Files.readAllBytes(target)).isInClear());
            AccountAndAuditTest.Run unknown = command("packages", "write", "--unit", "999999", "--out", target.toString());
            assertEquals(3, unknown.code());
            assertEquals(3, command("packages", "take", Files.writeString(folder.resolve("x.sbp"), "x").toString()).code());
        } finally {
            server.start();
        }
        assertEquals(1, server.state(TestServer.CITY, draft.reportId().toString()).preReviews().size());
    }

    private AccountAndAuditTest.Run command(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--data", folder.toString()));
        line.addAll(List.of(arguments));
        return AccountAndAuditTest.run(line.toArray(String[]::new));
    }

    private static List<PackagePart> many(int count) {
        List<PackagePart> many = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            many.add(PackagePart.of(PackagePart.PRE_REVIEW, Integer.toString(number), new byte[0]));
        }
        return many;
    }

    private PublicKey key() throws Exception { return new DataFolder(folder).packageKey().getPublic(); }

    private static PackageHeader header(String unit) {
        return PackageHeader.up(UUID.randomUUID(), PreReviewTest.draft(unit, 1).reportId(), new UnitId(unit), TestServer.NOW);
    }

    private UpwardContents list(String unit, List<PackagePart> parts) {
        return new UpwardContents(new SessionRequest("p" + unit, server.secrets.get("p" + unit)), SealedBox.text(answerKey.getPublic()),
                parts);
    }

    private TransferPackage up(PreReviewDraft... drafts) throws Exception {
        return TransferPackage.of(header(TestServer.COUNTY), List.of(key()),
                list(TestServer.COUNTY, Arrays.stream(drafts).map(PackageTest::part).toList()),
                Arrays.stream(drafts).map(PreReviewDraft::canonicalBytes).toList());
    }

    private static PackagePart part(PreReviewDraft draft) {
        return PackagePart.of(PackagePart.PRE_REVIEW, address(draft), draft.canonicalBytes());
    }

    private static String address(PreReviewDraft draft) { return draft.reportId() + "/pre-reviews/" + draft.draft(); }

    private static String path(String unit) { return "/v1/packages/" + unit; }

    private List<Object> refused(String unit, Object list, List<byte[]> parts) throws Exception {
        return refusal(relay(TestServer.CITY, TransferPackage.of(header(unit), List.of(key()), list, parts).bytes()));
    }

    private static List<Object> refusal(HttpResponse<byte[]> answer) throws Exception {
        Problem problem = WireJson.read(answer.body(), Problem.class);
        assertTrue(ErrorCode.of(problem.code()) != ErrorCode.UNEXPECTED, problem.code());
        return List.of(answer.statusCode(), problem.code());
    }

    private HttpResponse<byte[]> relay(String by, byte[] file) throws Exception {
        return server.send(server.call(by, "/v1/packages").header("Content-Type", TransferPackage.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private void put(PreReviewDraft draft) throws Exception {
        byte[] bytes = draft.canonicalBytes();
        String digest = java.util.Base64.getEncoder().encodeToString(Sha256.of(bytes).bytes());
        TestServer.read(server.send(server.call(draft.unit(), "/v1/reports/" + address(draft)).header("Repr-Digest",
                "sha-256=:" + digest + ":").PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))), ReportState.class);
    }

    private DownwardContents signed(TransferPackage.Contents contents) throws Exception {
        SignedDocument document = contents.listAs(SignedDocument.class);
        assertTrue(document.isSignedBy(new DataFolder(folder).key().getPublic(), DownwardContents.TYPE));
        return document.payloadAs(DownwardContents.class);
    }

    private static Changes changes(TransferPackage.Contents contents, DownwardContents list) throws Exception {
        assertEquals(1, list.parts().size());
        byte[] bytes = contents.cut(list.parts()).getFirst();
        assertTrue(list.parts().getFirst().isOf(bytes));
        return WireJson.read(bytes, Changes.class);
    }
}
