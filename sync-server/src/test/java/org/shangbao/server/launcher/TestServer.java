package org.shangbao.server.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.paper.PageKind;
import org.shangbao.server.service.upload.PaperCheck;
import org.shangbao.server.service.upload.WorkerPaperCheck;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/** A real server on loopback over a small tree, with one person per unit who holds every office role, and a plain HTTP client. */
final class TestServer implements AutoCloseable {
    static final String MINISTRY = "000000";
    static final String PROVINCE = "460000";
    static final String CITY = "460100";
    static final String COUNTY = "460105";
    static final String SECOND_COUNTY = "460106";
    static final String DIRECT_COUNTY = "469002";
    static final String MUNICIPALITY = "310000";
    static final String DISTRICT = "310101";
    static final Instant NOW = Instant.parse("2024-10-31T01:00:00Z");
    private static final List<Role> OFFICE = List.of(Role.FILLER, Role.REVIEWER, Role.OFFICER);
    /** One process that reads scans for all tests: starting it anew for each takes longer than what it reads. */
    private static final PaperCheck READER = new WorkerPaperCheck(ScanWorkerMain.command(), Duration.ofMinutes(4), 1);
    final Path data;
    final Map<String, String> secrets = new HashMap<>();
    private final LocalServerFolders folders = new LocalServerFolders(Clock.fixed(NOW, ZoneOffset.UTC), atOnce -> READER::check);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new HashMap<>();
    private RunningServer running;

    TestServer(Path data) throws Exception {
        this.data = data;
        Template template = Template.get();
        secrets.putAll(template.secrets());
        tokens.putAll(template.tokens());
        try (Stream<Path> files = Files.walk(template.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = data.resolve(template.data().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createDirectories(data.resolve("objects"));
        start();
    }

    /** One initialised folder with people who are signed in; every test works on a copy, since hashing secrets is slow on purpose. */
    private record Template(Path data, Map<String, String> secrets, Map<String, String> tokens) {
        private static Template made;

        static synchronized Template get() throws Exception {
            if (made == null) {
                Path data = Files.createTempDirectory("shangbao-template");
                data.toFile().deleteOnExit();
                LocalServerFolders folders = new LocalServerFolders(Clock.fixed(NOW, ZoneOffset.UTC));
                folders.init(data, 0, "http://127.0.0.1:1", units(), null);
                Map<String, String> secrets = new HashMap<>();
                Map<String, String> tokens = new HashMap<>();
                try (ServerWiring session = folders.open(data)) {
                    for (Unit unit : units()) {
                        String account = "p" + unit.id();
                        session.accounts().add(new PersonRecord(account, "人员" + unit.id(), unit.id().value(), OFFICE, "0898"), "test");
                        SignedDocument enrolment = session.enrolments().enrol(unit.id(), null, "test");
                        String secret = enrolment.payloadAs(EnrolmentFile.class).secrets().getFirst().secret();
                        secrets.put(account, secret);
                        tokens.put(unit.id().value(), session.sessions().signIn(new SessionRequest(account, secret)).token());
                    }
                }
                made = new Template(data, secrets, tokens);
            }
            return made;
        }
    }

    static List<Unit> units() {
        return List.of(Unit.of(MINISTRY, "", "教育部", AdminLevel.MINISTRY, null, null),
                Unit.of(MUNICIPALITY, MUNICIPALITY, "上海市", AdminLevel.PROVINCE, MINISTRY, FormLevel.PROVINCE),
                Unit.of(DISTRICT, DISTRICT, "黄浦区", AdminLevel.COUNTY, MUNICIPALITY, FormLevel.COUNTY),
                Unit.of(PROVINCE, PROVINCE, "海南省", AdminLevel.PROVINCE, MINISTRY, FormLevel.PROVINCE),
                Unit.of(CITY, CITY, "海口市", AdminLevel.CITY, PROVINCE, null),
                Unit.of(COUNTY, COUNTY, "秀英区", AdminLevel.COUNTY, CITY, FormLevel.COUNTY),
                Unit.of(SECOND_COUNTY, SECOND_COUNTY, "龙华区", AdminLevel.COUNTY, CITY, FormLevel.COUNTY),
                Unit.of(DIRECT_COUNTY, DIRECT_COUNTY, "琼海市", AdminLevel.COUNTY, PROVINCE, FormLevel.COUNTY));
    }

    void start() throws Exception { running = folders.start(data, 0); }

    void stop() { running.close(); }

    ServerWiring open() throws Exception { return folders.open(data); }

    @Override
    public void close() { running.close(); }

    HttpRequest.Builder call(String unit, String path) throws Exception {
        return anonymous(path).header("Authorization", "Bearer " + tokens.get(unit));
    }

    HttpRequest.Builder anonymous(String path) { return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path)); }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> signIn(String account, String secret) throws Exception {
        return send(anonymous("/v1/sessions").POST(body(new SessionRequest(account, secret))));
    }

    static HttpRequest.BodyPublisher body(Object value) { return HttpRequest.BodyPublishers.ofByteArray(WireJson.write(value)); }

    static <T> T read(HttpResponse<byte[]> answer, Class<T> shape) throws WireFormatException {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return WireJson.read(answer.body(), shape);
    }

    HttpRequest.Builder put(FinalizedReport report) throws Exception { return put(report.unit(), report, report.canonicalBytes()); }

    HttpRequest.Builder put(String by, FinalizedReport report, byte[] bytes) throws Exception {
        String digest = Base64.getEncoder().encodeToString(Sha256.of(bytes).bytes());
        HttpRequest.Builder request = call(by, "/v1/reports/" + report.reportId() + "/revisions/" + report.revision())
                .header("Repr-Digest", "sha-256=:" + digest + ":").PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        return report.parent() == null ? request.header("If-None-Match", "*") : request.header("If-Match", "\"" + report.parent() + "\"");
    }

    HttpResponse<byte[]> act(String by, FinalizedReport report, ReportAct act, String opinion, List<ReviewDecision.Reason> reasons)
            throws Exception {
        return act(by, report.reportId().toString(),
                new ReviewDecision(UUID.randomUUID(), act, by, report.revision(), opinion, reasons, null));
    }

    HttpResponse<byte[]> act(String by, String reportId, ReviewDecision decision) throws Exception {
        return send(call(by, "/v1/reports/" + reportId + "/acts").POST(body(decision)));
    }

    ReportState approve(String by, FinalizedReport report) throws Exception {
        return read(act(by, report, ReportAct.APPROVE, "", List.of()), ReportState.class);
    }

    ReportState state(String by, String reportId) throws Exception {
        return read(send(call(by, "/v1/reports/" + reportId)), ReportState.class);
    }

    /** Sends the figures and a scan the server accepts. */
    void deliver(FinalizedReport report) throws Exception {
        HttpResponse<byte[]> taken = send(put(report));
        if (taken.statusCode() != 201) {
            throw new AssertionError(taken.statusCode() + " " + new String(taken.body(), StandardCharsets.UTF_8));
        }
        upload(report, TestReports.scan(report, PageKind.REPORT), "scan");
    }

    void upload(FinalizedReport report, byte[] file, String kind) throws Exception {
        String place = create(report, file, kind).headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> last = send(patch(report.unit(), place, 0, file));
        if (last.statusCode() != 204) {
            throw new AssertionError(last.statusCode() + " " + new String(last.body(), StandardCharsets.UTF_8));
        }
    }

    HttpResponse<byte[]> create(FinalizedReport report, byte[] file, String kind) throws Exception {
        return send(tus(report.unit(), "/v1/uploads").header("Upload-Length", Integer.toString(file.length))
                .header("Upload-Metadata", metadata(report, file, kind)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    static String metadata(FinalizedReport report, byte[] file, String kind) {
        return String.join(",", pair("sha256", Sha256.of(file).hex()), pair("reportId", report.reportId().toString()),
                pair("revisionId", report.revision().toString()), pair("kind", kind), pair("fileName", "扫描件.png"));
    }

    private static String pair(String name, String value) {
        return name + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder tus(String by, String path) throws Exception { return call(by, path).header("Tus-Resumable", "1.0.0"); }

    HttpRequest.Builder patch(String by, String place, long offset, byte[] piece) throws Exception {
        return tus(by, place).header("Upload-Offset", Long.toString(offset)).header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(piece));
    }

    String offset(String by, String place) throws Exception {
        return send(tus(by, place).method("HEAD", HttpRequest.BodyPublishers.noBody())).headers().firstValue("Upload-Offset").orElse("");
    }
}
