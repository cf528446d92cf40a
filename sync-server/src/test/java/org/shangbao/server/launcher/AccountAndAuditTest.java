package org.shangbao.server.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.server.command.ServerCommand;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.RecoveryAnswer;
import org.shangbao.wire.v1.RecoveryRequest;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.StoreMark;
import org.shangbao.wire.v1.WireJson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Signing in, the audit record, and the commands at the machine. */
class AccountAndAuditTest {
    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws Exception { server = new TestServer(folder); }

    @Test
    void fiveWrongSecretsPauseTheAccountForTheRightOneToo() throws Exception {
        try (TestServer _ = server) {
            String account = "p" + TestServer.COUNTY;
            for (int attempt = 0; attempt < 5; attempt++) {
                RevisionExchangeTest.assertProblem(server.signIn(account, "wrong"), 401, ErrorCode.NOT_SIGNED_IN);
            }
            RevisionExchangeTest.assertProblem(server.signIn(account, server.secrets.get(account)), 429, ErrorCode.LOCKED_OUT);
            RevisionExchangeTest.assertProblem(server.signIn("nobody", "wrong"), 401, ErrorCode.NOT_SIGNED_IN);
            assertEquals(201, server.signIn("p" + TestServer.CITY, server.secrets.get("p" + TestServer.CITY)).statusCode());
        }
    }

    @Test
    void auditRecordShowsARowThatWasChanged() throws Exception {
        server.send(server.put(TestReports.county(TestServer.COUNTY, 1)));
        server.stop();
        Run before = command("audit", "verify");

        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("db").resolve("server"), "shangbao", "");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE audit_entry SET detail = 'x' WHERE sequence = 2");
        }

        assertEquals(0, before.code());
        assertEquals(5, command("audit", "verify").code());
    }

    @Test
    void auditRecordShowsATailThatWasCutOff() throws Exception {
        server.stop();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("db").resolve("server"), "shangbao", "");
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM audit_entry WHERE sequence = (SELECT MAX(sequence) FROM audit_entry)");
        }

        assertEquals(5, command("audit", "verify").code());
    }

    @Test
    void enrolmentFilesCarryTheRecoveryKeyAndItsPrivateHalfAnswersWithTheNumberToldOnTheTelephone() throws Exception {
        server.stop();
        Path safe = folder.resolve("safe");
        assertTrue(command("recovery-key", "show").out().contains("还没有恢复密钥"));
        assertEquals(0, command("recovery-key", "create", "--out", safe.toString()).code());
        assertEquals(2, command("recovery-key", "create", "--out", folder.resolve("again").toString()).code(), "there is one already");
        Path file = folder.resolve("office.enrolment");
        assertEquals(0, command("users", "enrol", "--unit", TestServer.COUNTY, "--out", file.toString()).code());
        EnrolmentFile enrolment = WireJson.read(Files.readAllBytes(file), SignedDocument.class).payloadAs(EnrolmentFile.class);
        assertTrue(!Files.readString(folder.resolve("recovery.key")).contains("private"), "the server keeps the public half only");

        byte[] dataKey = "thirty-two bytes of a data key..".getBytes(StandardCharsets.UTF_8);
        var box = SealedBox.seal(SealedBox.publicKey(String.valueOf(enrolment.recoveryKey())), dataKey,
                RecoveryRequest.purpose(TestServer.COUNTY));
        var pair = SealedBox.newKeyPair();
        RecoveryRequest request = new RecoveryRequest(RecoveryRequest.FORMAT, 1, TestServer.COUNTY, "甲县", "李建国", List.of(box),
                SealedBox.text(pair.getPublic()), java.time.Instant.EPOCH);
        Path asked = Files.write(folder.resolve("request"), WireJson.write(request));
        Path answer = folder.resolve("answer");
        Run shown = command("recovery-key", "answer", "--request", asked.toString(), "--key", safe.toString(), "--out",
                answer.toString());
        assertEquals(2, shown.code());
        assertTrue(shown.out().contains(request.checkNumber()), shown.out());
        assertTrue(Files.notExists(answer), "nothing is answered before the telephone call");
        assertEquals(0, command("recovery-key", "answer", "--request", asked.toString(), "--key", safe.toString(), "--out",
                answer.toString(), "--check", request.checkNumber()).code());
        RecoveryAnswer given = RecoveryAnswer.read(Files.readAllBytes(answer));
        org.junit.jupiter.api.Assertions.assertArrayEquals(dataKey,
                given.dataKey().open(pair.getPrivate(), RecoveryAnswer.purpose(request.digest())));
        assertEquals("RECOVERY_ANSWER " + TestServer.COUNTY + " 甲县 李建国 " + request.checkNumber(), lastAudit());
        assertTrue(Files.notExists(folder.resolve("safe.register")), "noted once, where the server is");

        Path second = folder.resolve("second");
        Path register = folder.resolve("safe.register");
        Files.writeString(register, "what was there\n");
        Run alone = run("recovery-key", "answer", "--request", asked.toString(), "--key", safe.toString(), "--out", second.toString(),
                "--check", request.checkNumber());
        assertEquals(0, alone.code(), alone.out());
        assertTrue(alone.out().contains("safe.register"), alone.out());
        List<String> lines = Files.readAllLines(register);
        assertEquals("what was there", lines.getFirst(), "appended to, never written anew");
        assertTrue(lines.getLast().contains("甲县 李建国 " + request.checkNumber()) && lines.getLast().contains(request.digest()),
                lines.getLast());
        run("recovery-key", "answer", "--request", asked.toString(), "--key", safe.toString(), "--out", second.toString(), "--check",
                request.checkNumber());
        assertEquals(2, Files.readAllLines(register).size(), "what is not answered is not registered");
    }

    @Test
    void theFurthestMarkOfADataFolderIsRememberedPerUnitAndNeverGoesBack() throws Exception {
        try (TestServer _ = server) {
            UUID history = UUID.randomUUID();
            StoreMark early = new StoreMark(20, "a".repeat(64));
            StoreMark late = new StoreMark(70, "b".repeat(64));
            assertEquals(early, tell(TestServer.COUNTY, history, early), "nothing was known before");
            assertEquals(early, tell(TestServer.COUNTY, history, late));
            assertEquals(late, tell(TestServer.COUNTY, history, early), "an older folder hears of the later save");
            assertEquals(late, tell(TestServer.COUNTY, history, new StoreMark(71, "c".repeat(64))), "and it was not forgotten");
            assertEquals(early, tell(TestServer.CITY, history, early), "another unit's folder is another's");
            RevisionExchangeTest.assertProblem(server.send(server.call(TestServer.COUNTY, "/v1/histories/" + history)
                    .PUT(TestServer.body(new StoreMark(-1, "x")))), 422, ErrorCode.REPORT_FORMAT);
            RevisionExchangeTest.assertProblem(
                    server.send(server.anonymous("/v1/histories/" + history).PUT(TestServer.body(early))), 401, ErrorCode.NOT_SIGNED_IN);
        }
    }

    private StoreMark tell(String unit, UUID history, StoreMark mark) throws Exception {
        return TestServer.read(server.send(server.call(unit, "/v1/histories/" + history).PUT(TestServer.body(mark))), StoreMark.class);
    }

    @Test
    void unitListIsComparedFirstAndTakenOnlyWhenApplied() throws Exception {
        server.stop();
        StringBuilder csv = new StringBuilder("id,division_code,name,level,parent,fills\n");
        TestServer.units().forEach(unit -> csv.append(unit.id()).append(',').append(unit.divisionCode()).append(',').append(unit.name())
                .append(',').append(unit.level()).append(',').append(unit.parent() == null ? "" : unit.parent()).append(',')
                .append(unit.fills() == null ? "" : unit.fills()).append('\n'));
        csv.append("460107,460107,琼山区,COUNTY,460100,COUNTY\n");
        Path file = folder.resolve("units.csv");
        Files.writeString(file, csv, StandardCharsets.UTF_8);
        String added = "{\"added\":[\"460107\"],\"changed\":[],\"removed\":[],\"applied\":";

        assertEquals(added + "false}", command("units", "import", file.toString(), "--json").out());
        assertEquals(added + "true}", command("units", "import", file.toString(), "--apply", "--json").out());
        assertEquals("{\"added\":[],\"changed\":[],\"removed\":[],\"applied\":false}",
                command("units", "import", file.toString(), "--json").out());
        Files.writeString(file, csv.toString().replaceFirst("(?m)^310101.*\n", ""), StandardCharsets.UTF_8);
        Run losing = command("units", "import", file.toString(), "--apply");
        assertEquals(3, losing.code());
        assertTrue(losing.err().contains(ErrorCode.UNIT_LIST_BROKEN.code()), losing.err());
    }

    @Test
    void enrolmentFileIsSignedAndCarriesWindowAndDesignation() throws Exception {
        server.stop();
        Path file = folder.resolve("office.json");
        assertEquals(0, command("periods", "open", "--period", "2024-10").code());
        assertEquals(0, command("designate", "--period", "2024-10", "--unit", TestServer.COUNTY, "--item", "2.6").code());
        assertEquals(0, command("windows", "set", "--period", "2024-10", "--unit", TestServer.CITY, "--opens", "2024-10-30T00:00:00+08:00",
                "--due", "2024-10-31T12:00:00+08:00").code());
        assertEquals(3, command("windows", "set", "--period", "2024-10", "--unit", TestServer.COUNTY, "--opens",
                "2024-10-30T00:00:00+08:00", "--due", "2024-10-31T13:00:00+08:00").code());
        assertEquals(0, command("users", "enrol", "--unit", TestServer.COUNTY, "--out", file.toString()).code());

        SignedDocument document = WireJson.read(Files.readAllBytes(file), SignedDocument.class);
        EnrolmentFile enrolment = document.payloadAs(EnrolmentFile.class);

        assertTrue(document.isSignedBy(SignedDocument.publicKey(enrolment.serverKey()), EnrolmentFile.TYPE));
        assertEquals(List.of("2.6"), enrolment.designations().stream().map(designation -> designation.item()).toList());
        assertEquals(java.time.Instant.parse("2024-10-31T04:00:00Z"), enrolment.windows().getFirst().dueAt());
    }

    @Test
    void unknownUnitIsNamedInBothLanguagesWithItsCode() {
        server.stop();
        Run chinese = command("users", "enrol", "--unit", "999999", "--out", "x");
        Run english = command("--lang", "en", "users", "enrol", "--unit", "999999", "--out", "x");

        assertEquals(List.of(3, 3), List.of(chinese.code(), english.code()));
        assertTrue(chinese.err().contains("999999") && chinese.err().contains("[UNIT-001]") && chinese.err().contains("单位"));
        assertTrue(english.err().startsWith("Unit 999999"), english.err());
    }

    record Run(int code, String out, String err) {}

    private String lastAudit() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("db").resolve("server"), "shangbao", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT act, subject, detail FROM audit_entry ORDER BY sequence DESC LIMIT 1")) {
            assertTrue(rows.next());
            String detail = rows.getString("detail");
            return rows.getString("act") + " " + rows.getString("subject") + " " + detail.substring(0, detail.lastIndexOf(' '));
        }
    }

    private Run command(String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = "--data";
        line[1] = folder.toString();
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return run(line);
    }

    static Run run(String... line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ServerCommand.execute(new LocalServerFolders(Clock.systemUTC()), new PrintWriter(out, true), new PrintWriter(err, true),
                line);
        return new Run(code, out.toString().strip(), err.toString().strip());
    }
}
