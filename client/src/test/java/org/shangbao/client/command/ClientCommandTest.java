package org.shangbao.client.command;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.OfficeFixture.Ran;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireJson;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClientCommandTest {
    @TempDir
    private Path folder;
    private OfficeFixture office;

    @TempDir
    private static Path enrolledOnce;

    @BeforeAll
    static void enrol() throws Exception { new OfficeFixture(enrolledOnce).enrolled("http://127.0.0.1:9"); }

    @BeforeEach
    void copyOffice() throws Exception { office = new OfficeFixture(folder).copyOf(enrolledOnce); }

    private JsonNode json(String... arguments) throws Exception {
        Ran ran = office.run(arguments);
        return WireJson.mapper().readTree(ran.out());
    }

    private static void assertRefused(ErrorCode error, Ran ran) {
        assertTrue(ran.err().contains("[" + error.code() + "]"), ran.err());
        assertEquals(error.exitCode().number(), ran.exitCode());
    }

    @Test
    void tasksNamesThePeriodThatIsDue() throws Exception {
        JsonNode tasks = json("tasks", "--json");
        assertEquals(1, tasks.size());
        assertEquals("2024-10", tasks.get(0).get("period").asText());
        assertEquals("DRAFT", tasks.get(0).get("status").asText());
        assertEquals("2024-10-30T10:00:00Z", tasks.get(0).get("dueAt").asText());
        assertTrue(office.run("tasks").out().contains("2024-10　草稿"));
        assertTrue(office.run("tasks", "--lang", "en").out().contains("draft"));
    }

    @Test
    void fillSaysEachFigureWithItsJournalNumberOnceItIsDurable() throws Exception {
        Ran ran = office.run("fill", "--period", "2024-10", "--set", "1.1.1=９６所", "--set", "5.1.1=52.30");
        assertEquals(0, ran.exitCode(), ran.err());
        List<String> lines = ran.out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).matches("saved 1\\.1\\.1 96 [0-9]+"), lines.get(0));
        assertTrue(lines.get(1).matches("saved 5\\.1\\.1 52\\.3 [0-9]+"), lines.get(1));
        assertEquals("96", json("show", "--period", "2024-10", "--json").get("figures").get("1.1.1").asText());
    }

    @Test
    void fillKeepsWhatItCannotReadAndSavesTheOthers() throws Exception {
        Ran ran = office.run("fill", "--period", "2024-10", "--set", "5.1.1=523000", "--set", "9.9.9=1", "--set", "1.1.1=96");
        assertEquals(ExitCode.BAD_INPUT.number(), ran.exitCode());
        assertTrue(ran.err().contains("单位是万人，是否52.3？"), ran.err());
        assertTrue(ran.err().contains("[INPUT-002]"), ran.err());
        assertTrue(ran.err().contains("[INPUT-006]"), ran.err());
        assertTrue(ran.out().startsWith("saved 1.1.1 96 "), ran.out());
        JsonNode shown = json("show", "--period", "2024-10", "--json");
        assertEquals("523000", shown.get("typed").get("5.1.1").asText());
        assertEquals("", shown.get("figures").get("5.1.1").asText());
    }

    @Test
    void csvIsTakenWholeOrNotAtAll() throws Exception {
        Path csv = folder.resolve("figures.csv");
        Files.writeString(csv, "代码,名称,数值\r\n1.1.1,\"学校, 共\",96\r\n1.1.2,,九十六\r\n", Charset.forName("GB18030"));
        Ran refused = office.run("fill", "--period", "2024-10", "--csv", csv.toString());
        assertRefused(ErrorCode.CSV_UNREADABLE, refused);
        assertTrue(refused.err().contains("第 3 行读不懂：1.1.2 要填数字，不能是“九十六”。整份都没有导入"), refused.err());
        assertEquals("", json("show", "--period", "2024-10", "--json").get("figures").get("1.1.1").asText());

        Files.writeString(csv, "\uFEFF1.1.1,96\n\n1.1.2,95\n2.1.1,\n");
        Ran taken = office.run("fill", "--period", "2024-10", "--csv", csv.toString());
        assertEquals(0, taken.exitCode(), taken.err());
        assertEquals(2, taken.out().lines().count());
        assertEquals("95", json("show", "--period", "2024-10", "--json").get("figures").get("1.1.2").asText());

        Files.writeString(csv, "code\tvalue\n1.1.1\t97\n\"1.1.\n2\"\t94\n");
        assertTrue(office.run("fill", "--period", "2024-10", "--csv", csv.toString()).err().contains("第 3 行读不懂：本期报表里没有数据项"));
        Files.writeString(csv, "1.1.1,97\n1.1.2,\"94\n");
        assertTrue(office.run("fill", "--period", "2024-10", "--csv", csv.toString()).err().contains("第 2 行读不懂：引号没有成对"));
        assertEquals("96", json("show", "--period", "2024-10", "--json").get("figures").get("1.1.1").asText());
    }

    @Test
    void anUnknownPeriodIsRefusedWithTheKnownOnes() {
        Ran ran = office.run("show", "--period", "2019-10");
        assertRefused(ErrorCode.PERIOD_UNKNOWN, ran);
        assertTrue(ran.err().contains("2024-10"), ran.err());
        assertRefused(ErrorCode.PERIOD_UNKNOWN, office.run("show", "--period", "Oktober"));
    }

    @Test
    void anEmptyReportIsNotGenerated() {
        Ran ran = office.run("finalize", "--period", "2024-10");
        assertRefused(ErrorCode.FINDINGS_OPEN, ran);
        assertRefused(ErrorCode.REPORT_NOT_FINALIZED,
                office.run("print", "--period", "2024-10", "--out", folder.resolve("x.pdf").toString()));
        assertFalse(Files.exists(folder.resolve("x.pdf")));
    }

    @Test
    void aWordThatIsNoCommandIsBadInput() {
        assertRefused(ErrorCode.COMMAND_LINE, office.run("fly"));
        assertRefused(ErrorCode.COMMAND_LINE, office.run("fill", "--period", "2024-10"));
        assertRefused(ErrorCode.COMMAND_LINE, office.run("review"));
    }

    @Test
    void helpIsWrittenInTheLanguageAskedFor() {
        assertTrue(office.run("fill", "--help").out().contains("填数"));
        assertTrue(office.run("--lang", "en", "fill", "--help").out().contains("Fill figures"));
    }

    @Test
    void theWrongSecretOpensNothing() throws Exception {
        Files.writeString(office.unlockFile(), "another secret of many bytes");
        assertRefused(ErrorCode.STORE_LOCKED, office.run("tasks"));
    }

    @Test
    void aFolderIsEnrolledOnce() throws Exception {
        assertRefused(ErrorCode.ALREADY_ENROLLED, office.run("enrol", office.enrolmentFile("http://127.0.0.1:9").toString()));
    }

    @Test
    void aChangedEnrolmentFileIsRefusedAndLeavesNothing() throws Exception {
        OfficeFixture other = new OfficeFixture(Files.createDirectory(folder.resolve("other")));
        SignedDocument good = WireJson.read(Files.readAllBytes(other.enrolmentFile("http://127.0.0.1:9")), SignedDocument.class);
        Path changed = folder.resolve("changed.enrolment");
        Files.write(changed, WireJson.write(SignedDocument.sign("receipt", good.payloadAs(EnrolmentFile.class),
                other.serverKeys().getPrivate(), other.serverKeys().getPublic())));
        assertRefused(ErrorCode.ENROLMENT_BROKEN, other.run("enrol", changed.toString()));
        assertFalse(Files.exists(other.data()));
        assertFalse(Files.exists(other.unlockFile()));
        assertRefused(ErrorCode.FILE_UNREADABLE, other.run("tasks"));
    }

    @Test
    void sendingWithoutALinkEndsWithItsOwnCodeAndKeepsEverything() {
        Ran ran = office.run("send");
        assertRefused(ErrorCode.SERVER_UNREACHABLE, ran);
        assertEquals(0, office.run("status").exitCode());
    }
}
