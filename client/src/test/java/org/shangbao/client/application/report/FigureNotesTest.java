package org.shangbao.client.application.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.edition.EditionLoader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** 本单位口径 follows into the next editions, on an office's real store with three of them. */
class FigureNotesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ReportId FIRST = report(OfficeFixture.PERIOD, OfficeFixture.EDITION);
    private static final ReportId SECOND = report("2030-02", "second");
    private static final ReportId THIRD = report("2031-02", "third");

    @TempDir
    private Path folder;

    private static ReportId report(String period, String edition) {
        return ReportId.parse(OfficeFixture.UNIT + "/" + period + "/" + edition);
    }

    /** The official edition under another id, for one later period. */
    private static ObjectNode edition(String id, String period) throws Exception {
        ObjectNode edition = (ObjectNode) MAPPER.readTree(EditionLoader.officialBytes());
        edition.put("id", id);
        ObjectNode day = ((ObjectNode) edition.get("calendar").get(0)).deepCopy();
        day.put("period", period).put("kind", "REGULAR").put("firstDay", period + "-27").put("lastDay", period + "-28");
        edition.putArray("calendar").add(day);
        return edition;
    }

    private static ObjectNode figure(JsonNode edition, String code) {
        for (JsonNode figure : edition.findParents("timeBasis")) {
            if (figure.get("code").asText().equals(code)) {
                return (ObjectNode) figure;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private static void earlier(JsonNode edition, String code, String from, String was) {
        figure(edition, code).putArray("earlier").addObject().put("edition", from).put("code", was);
    }

    private ClientRuntime office(JsonNode second, JsonNode third) throws Exception {
        // the newest comes first in the file: the order in which editions come says nothing
        OfficeFixture office = new OfficeFixture(folder).withEdition("third", MAPPER.writeValueAsBytes(third), "2031-02")
                .withEdition("second", MAPPER.writeValueAsBytes(second), "2030-02").enrolled("http://127.0.0.1:9");
        return ClientRuntime.open(office.data(), OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8),
                Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC), Locale.ROOT);
    }

    private static Map<String, String> notes(ClientRuntime runtime, ReportId report) throws ReportingException {
        return runtime.reports().open(report).broughtForward().notes();
    }

    @Test
    void aNoteFollowsByWhatTheEditionSaysElseByCodeNameAndUnitNeverByCodeAlone() throws Exception {
        JsonNode second = edition("second", "2030-02");
        figure(second, "3.3.2").put("label", "另一种学校数");
        figure(second, "3.4.1").put("unit", "个班");
        earlier(second, "1.2.1", OfficeFixture.EDITION, "3.4.2");
        figure(second, "1.1.2").putArray("earlier");
        try (ClientRuntime runtime = office(second, edition("third", "2031-02"))) {
            for (String code : new String[]{ "1.1.1", "1.1.2", "1.2.1", "3.3.2", "3.4.1", "3.4.2" }) {
                runtime.reports().putFigureNote(FIRST, code, "口径" + code);
            }
            assertEquals(Map.of("1.1.1", "口径1.1.1", "1.2.1", "口径3.4.2", "3.4.2", "口径3.4.2"), notes(runtime, SECOND));
            assertEquals(6, notes(runtime, FIRST).size(), "where it was written it stays");
        }
    }

    @Test
    void whatIsNotedOrTakenAwayLaterCountsFromThereOn() throws Exception {
        JsonNode second = edition("second", "2030-02");
        figure(second, "3.3.2").put("label", "中间的名称");
        earlier(second, "3.3.2", OfficeFixture.EDITION, "3.3.2");
        JsonNode third = edition("third", "2031-02");
        earlier(third, "3.3.2", "second", "3.3.2");
        try (ClientRuntime runtime = office(second, third)) {
            runtime.reports().putFigureNote(FIRST, "1.1.1", "含民办");
            runtime.reports().putFigureNote(FIRST, "1.1.2", "不含民办");
            runtime.reports().putFigureNote(FIRST, "3.3.2", "含教学点");
            assertEquals(Map.of("1.1.1", "含民办", "1.1.2", "不含民办", "3.3.2", "含教学点"), notes(runtime, THIRD), "through the one between");
            runtime.reports().putFigureNote(SECOND, "1.1.1", "含民办和国际部");
            runtime.reports().putFigureNote(SECOND, "1.1.2", "");
            assertEquals(Map.of("1.1.1", "含民办和国际部", "3.3.2", "含教学点"), notes(runtime, SECOND));
            assertEquals(notes(runtime, SECOND), notes(runtime, THIRD));
            assertEquals("不含民办", notes(runtime, FIRST).get("1.1.2"));
        }
    }
}
