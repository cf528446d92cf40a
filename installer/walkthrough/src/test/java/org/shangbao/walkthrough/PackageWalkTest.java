package org.shangbao.walkthrough;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.launcher.ClientMain;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.transfer.TransferPackage;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Lines 2 and 9 of the acceptance story by the commands: a county that never has a link, a city that carries its files to a real server. */
class PackageWalkTest {
    private static final String PROVINCE = "A1";
    private static final String CITY = "B1";
    private static final String COUNTY = "C1";
    private static final String OTHER = "C2";
    private static final String[] PERIOD = { "--period", "2024-10" };
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-21T02:00:00Z"), ZoneOffset.UTC);
    @TempDir
    private Path folder;
    private ServerAdmin admin;
    private int port;

    @BeforeEach
    void prepareServer() throws Exception {
        Path units = folder.resolve("units.csv");
        Files.writeString(units, """
                id,division_code,name,level,parent,fills
                A1,990000,丙省,PROVINCE,,PROVINCE
                B1,990300,乙市,CITY,A1,
                C1,990301,甲县,COUNTY,B1,COUNTY
                C2,990302,丁县,COUNTY,B1,COUNTY
                """);
        port = ServerProcess.freePort();
        Files.createDirectories(folder.resolve("server"));
        admin = new ServerAdmin(folder.resolve("server"), CLOCK);
        admin.run("init", "--url", "http://127.0.0.1:" + port, "--units", units.toString());
        for (String unit : List.of(COUNTY, OTHER, CITY)) {
            admin.run("users", "add", "--unit", unit, "--account", "u" + unit.toLowerCase(Locale.ROOT), "--name", "人员" + unit, "--role",
                    "FILLER", "--role", "REVIEWER");
            admin.run("users", "enrol", "--unit", unit, "--out", folder.resolve(unit + ".enrolment").toString());
            done(unit, "enrol", folder.resolve(unit + ".enrolment").toString());
        }
    }

    @Test
    void aCountyWithoutANetworkLearnsOfThePeriodSendsADraftAndHearsTheAnswerByFilesAlone() throws Exception {
        assertFalse(run(COUNTY, "tasks").out().contains("2024-10"), "the enrolment file was written before the period was opened");
        for (String unit : List.of(PROVINCE, CITY, COUNTY)) {
            admin.run("windows", "set", "--period", "2024-10", "--unit", unit, "--opens", "2024-10-21T00:00:00+08:00", "--due",
                    "2024-10-30T18:00:00+08:00");
        }
        admin.run("packages", "write", "--unit", COUNTY, "--out", file("period").toString());
        assertTrue(done(COUNTY, "package", "read", file("period").toString()).contains("2024-10"));
        assertTrue(run(COUNTY, "tasks").out().contains("2024-10-30 18:00"), "and by when");
        assertTrue(done(COUNTY, "package", "read", file("period").toString()).contains("没有新内容"));

        done(COUNTY, with("fill", "--set", "3.3.2=31400"));
        assertEquals(2, run(COUNTY, with("package", "write", "--out", file("up").toString())).code(), "nothing waits yet");
        done(COUNTY, with("preview", "send", "--note", "请先看寄宿生数"));
        done(COUNTY, with("package", "write", "--out", file("up").toString()));
        assertEquals("CARRIED", look().get("stage").asText());
        assertFalse(Files.readString(file("up"), StandardCharsets.ISO_8859_1).contains("31400"));

        Ran waits = run(CITY, "package", "read", file("up").toString());
        assertEquals(2, waits.code());
        assertTrue(waits.out().contains("没有网络，甲县 2024-10 的数据包已放入待发"), waits.out());
        assertEquals(2, run(CITY, "package", "read", file("up").toString()).code());
        assertEquals(1, json(run(CITY, "status", "--json")).get("waiting").size(), "the same file waits once");
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), port)) {
            done(CITY, "send");
            assertTrue(run(CITY, with("preview", "look", COUNTY)).out().contains("3.3.2\t31400"));
            assertTrue(done(CITY, "package", "read", file("up").toString()).contains("收下 1 件"), "replayed, and harmless");
            done(CITY, with("preview", "answer", COUNTY, "--reason", "3.3.2=约是上期的10倍"));
            done(CITY, "package", "reply", COUNTY, "--out", file("down").toString());
        }

        assertEquals(3, run(OTHER, "package", "read", file("down").toString()).code(), "it is not for this county");
        assertEquals(3, run(CITY, "package", "read", file("down").toString()).code());
        assertTrue(done(COUNTY, "package", "read", file("down").toString()).contains("报表 1 份，送达的草稿 1 份"));
        JsonNode look = look();
        assertEquals("ANSWERED", look.get("stage").asText());
        assertEquals("3.3.2", look.get("answers").get(0).get("notes").get(0).get("code").asText());
        assertEquals(0, json(run(COUNTY, "status", "--json")).get("waiting").size());
        assertEquals("IN_PRE_REVIEW", json(run(COUNTY, with("show", "--json"))).get("status").asText());
    }

    @Test
    void whateverComesFirstOnlineOrInAPackageTheOfficeStandsWhereTheServerStands() throws Exception {
        done(COUNTY, with("fill", "--set", "3.3.2=31400"));
        done(COUNTY, with("preview", "send"));
        done(COUNTY, with("package", "write", "--out", file("up").toString()));
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), port)) {
            done(CITY, "package", "read", file("up").toString());
            done(CITY, "package", "reply", COUNTY, "--out", file("early").toString());
            done(CITY, with("preview", "answer", COUNTY, "--reason", "3.3.2=约是上期的10倍"));
            done(COUNTY, "send");
            String online = look().toString();
            assertTrue(done(COUNTY, "package", "read", file("early").toString()).contains("没有新内容"));
            assertEquals(online, look().toString(), "an older file brings nothing back");
            done(CITY, "package", "reply", COUNTY, "--out", file("late").toString());
            assertTrue(done(COUNTY, "package", "read", file("late").toString()).contains("没有新内容"));
            assertEquals(online, look().toString());
        }
    }

    @Test
    void damagedForgedAndForeignFilesChangeNothing() throws Exception {
        admin.run("packages", "write", "--unit", COUNTY, "--out", file("period").toString());
        byte[] whole = Files.readAllBytes(file("period"));
        for (int at : List.of(3, 40, whole.length / 3, whole.length - 6)) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 4;
            Files.write(file("damaged"), damaged);
            Ran refused = run(COUNTY, "package", "read", file("damaged").toString());
            assertEquals(3, refused.code(), () -> at + refused.err());
            assertTrue(refused.err().contains("PACKAGE-00"), refused.err());
        }
        Files.write(file("large"), new byte[TransferPackage.MOST_BYTES + 1]);
        assertTrue(run(COUNTY, "package", "read", file("large").toString()).err().contains("PACKAGE-002"));
        assertEquals(3, run(COUNTY, "package", "read", file("nowhere").toString()).code());

        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        ServerAdmin forger = new ServerAdmin(elsewhere, CLOCK);
        forger.run("init", "--url", "http://127.0.0.1:" + port, "--units", folder.resolve("units.csv").toString());
        forger.run("packages", "write", "--unit", COUNTY, "--out", file("forged").toString());
        Ran forged = run(COUNTY, "package", "read", file("forged").toString());
        assertEquals(3, forged.code());
        assertTrue(forged.err().contains("PACKAGE-003"), forged.err());
    }

    private Path file(String name) { return folder.resolve(name + ".sbp"); }

    private static String[] with(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(PERIOD));
        return all.toArray(String[]::new);
    }

    private JsonNode look() throws Exception { return json(run(COUNTY, with("preview", "show", "--json"))); }

    private static JsonNode json(Ran ran) throws Exception {
        return WireJson.mapper().readTree(ran.out().getBytes(StandardCharsets.UTF_8));
    }

    private record Ran(int code, String out, String err) {}

    private String done(String unit, String... arguments) {
        Ran ran = run(unit, arguments);
        assertEquals(0, ran.code(), () -> String.join(" ", arguments) + ": " + ran.out() + ran.err());
        return ran.out();
    }

    private Ran run(String unit, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--data", folder.resolve(unit).toString(), "--unlock-file",
                folder.resolve(unit + ".unlock").toString()));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ClientMain.run(all, new PrintWriter(out), new PrintWriter(err), CLOCK);
        return new Ran(code, out.toString().replace("\r\n", "\n"), err.toString());
    }
}
