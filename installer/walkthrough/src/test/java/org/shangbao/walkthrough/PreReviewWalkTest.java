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
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.launcher.ClientMain;
import org.shangbao.wire.v1.WireJson;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Line 9 of the acceptance story by the commands: real offices, a real server process, the network down at first. */
class PreReviewWalkTest {
    private static final String COUNTY = "C1";
    private static final String CITY = "B1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-28T02:00:00Z"), ZoneOffset.UTC);
    @TempDir
    private Path folder;
    private int port;

    @BeforeEach
    void prepareServer() throws Exception {
        Path units = folder.resolve("units.csv");
        Files.writeString(units, """
                id,division_code,name,level,parent,fills
                A1,990000,丙省,PROVINCE,,PROVINCE
                B1,990300,乙市,CITY,A1,
                C1,990301,甲县,COUNTY,B1,COUNTY
                """);
        port = ServerProcess.freePort();
        Files.createDirectories(folder.resolve("server"));
        ServerAdmin admin = new ServerAdmin(folder.resolve("server"), CLOCK);
        admin.run("init", "--url", "http://127.0.0.1:" + port, "--units", units.toString());
        for (String unit : List.of(COUNTY, CITY)) {
            admin.run("users", "add", "--unit", unit, "--account", "u" + unit.toLowerCase(java.util.Locale.ROOT), "--name", "人员" + unit,
                    "--role", "FILLER", "--role",
                    "REVIEWER");
            admin.run("users", "enrol", "--unit", unit, "--out", folder.resolve(unit + ".enrolment").toString());
            assertEquals(0, run(unit, "enrol", folder.resolve(unit + ".enrolment").toString()).code());
        }
    }

    @Test
    void aDraftGoesUpOverABrokenNetworkAndTheAnswerStandsOnItsFigureWhileNothingIsLocked() throws Exception {
        fill(Map.of("3.3.1", "29", "3.3.2", "31400"));
        assertEquals(0, run(COUNTY, "preview", "send", "--period", "2024-10", "--note", "请先看寄宿生数").code());
        assertEquals(4, run(COUNTY, "send").code(), "there is no server yet");
        assertEquals("WAITING", look().get("stage").asText());
        fill(Map.of("3.3.1", "30"));

        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), port)) {
            assertEquals(0, run(COUNTY, "send").code());
            assertEquals("LYING", look().get("stage").asText());

            Ran listed = run(CITY, "preview", "list", "--period", "2024-10");
            assertTrue(listed.out().contains("甲县　第1次") && listed.out().contains("待预审"), listed.out());
            Ran opened = run(CITY, "preview", "look", COUNTY, "--period", "2024-10");
            assertTrue(opened.out().contains("3.3.2\t31400\n") && opened.out().contains("请先看寄宿生数"), opened.out());
            assertTrue(opened.out().contains("3.3.1\t29\n"), "what was typed after sending is not in the draft");
            assertEquals(0, run(CITY, "preview", "answer", COUNTY, "--period", "2024-10", "--reason", "3.3.2=约是上期的10倍").code());
        }
        assertEquals(0, look().get("answers").size(), "the answer comes with the next exchange");

        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), port)) {
            assertEquals(0, run(COUNTY, "send").code());
            JsonNode look = look();
            assertEquals("ANSWERED", look.get("stage").asText());
            assertEquals("{\"code\":\"3.3.2\",\"text\":\"约是上期的10倍\",\"then\":\"31400\"}",
                    look.get("answers").get(0).get("notes").get(0).toString());
            assertEquals("乙市", look.get("answers").get(0).get("unitName").asText());

            fill(Map.of("3.3.2", "3140"));
            assertEquals(0, run(COUNTY, "preview", "send", "--period", "2024-10").code());
            assertEquals(0, run(COUNTY, "send").code());
            assertTrue(run(CITY, "preview", "look", COUNTY, "--period", "2024-10").out().contains("3.3.2\t3140\t原为 31400"));
            assertEquals(0, run(CITY, "preview", "answer", COUNTY, "--period", "2024-10").code());
        }
        assertEquals("IN_PRE_REVIEW", json(run(COUNTY, "show", "--period", "2024-10", "--json")).get("status").asText());
    }

    @Test
    void aCityHasNobodyToSendItsSummaryToForALook() throws Exception {
        Ran refused = run(CITY, "preview", "send", "--period", "2024-10");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("REPORT-001"), refused.err());
    }

    private void fill(Map<String, String> figures) {
        List<String> arguments = new ArrayList<>(List.of("fill", "--period", "2024-10"));
        figures.forEach((code, text) -> arguments.addAll(List.of("--set", code + "=" + text)));
        Ran ran = run(COUNTY, arguments.toArray(String[]::new));
        assertEquals(0, ran.code(), ran::err);
    }

    private JsonNode look() throws Exception { return json(run(COUNTY, "preview", "show", "--period", "2024-10", "--json")); }

    private static JsonNode json(Ran ran) throws Exception {
        return WireJson.mapper().readTree(ran.out().getBytes(StandardCharsets.UTF_8));
    }

    private record Ran(int code, String out, String err) {}

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
