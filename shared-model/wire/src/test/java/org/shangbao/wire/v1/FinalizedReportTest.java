package org.shangbao.wire.v1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangbao.model.report.FigureValue;
import org.shangbao.wire.v1.FinalizedReport.ChildRevision;
import org.shangbao.wire.v1.FinalizedReport.Explained;
import org.shangbao.wire.v1.FinalizedReport.FileReference;
import org.shangbao.wire.v1.FinalizedReport.Kind;
import org.shangbao.wire.v1.FinalizedReport.MissingUnit;
import org.shangbao.wire.v1.FinalizedReport.People;
import org.shangbao.wire.v1.FinalizedReport.SelectedCase;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FinalizedReportTest {

    /** These files were written by the first release and are never regenerated: a reader that fails here cannot read what offices hold. */
    @ParameterizedTest
    @ValueSource(strings = { "report-v1-county.json", "report-v1-summary.json" })
    void goldenFilesAreReadAndWrittenBackToTheByte(String name) throws Exception {
        byte[] golden = resource(name);
        FinalizedReport report = FinalizedReport.read(golden);
        assertArrayEquals(golden, report.canonicalBytes());
        assertEquals(report, name.contains("county") ? county() : summary());
        assertEquals(name.contains("county") ? "f1f2649f7b48e0ee" : "50d4ec7146484b5b", report.digest().hex().substring(0, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = { "report-v1-county.json", "report-v1-summary.json" })
    void goldenFilesFollowTheSchema(String name) throws Exception {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(FinalizedReport.class.getResourceAsStream("report-v1.schema.json"));
        assertEquals(Set.of(), schema.validate(WireJson.mapper().readTree(resource(name))));
        var broken = WireJson.mapper().readTree(new String(resource(name), StandardCharsets.UTF_8).replace("\"12.5\"", "12.5"));
        assertTrue(name.contains("summary") || !schema.validate(broken).isEmpty(), "the schema must refuse a figure written as a number");
    }

    @Test
    void blankZeroAndNotApplicableStayThreeThings() throws Exception {
        FinalizedReport read = FinalizedReport.read(county().canonicalBytes());
        assertEquals(FigureValue.MISSING, read.content().figure("3.4.3"));
        assertEquals(FigureValue.of("0"), read.content().figure("3.4.2"));
        assertEquals(FigureValue.NOT_APPLICABLE, read.content().figure("4.4.1"));
    }

    @Test
    void figuresBeyondTheReachOfDoublesKeepEveryDigit() throws Exception {
        SortedMap<String, String> figures = new TreeMap<>();
        figures.put("1.1.1", "9007199254740993");
        figures.put("1.1.2", "12345678901234567890.1234");
        FinalizedReport read = FinalizedReport.read(withFigures(figures).canonicalBytes());
        assertEquals("9007199254740993", read.figures().get("1.1.1"));
        assertEquals("12345678901234567890.1234", read.content().figure("1.1.2").canonical());
    }

    @Test
    void everyChangeOfContentChangesTheDigest() {
        SortedMap<String, String> figures = new TreeMap<>(county().figures());
        figures.put("3.3.2", "6216");
        assertNotEquals(county().digest(), withFigures(figures).digest());
    }

    @ParameterizedTest
    @ValueSource(strings = { "6215.0", "06215", "+6215", "6.2e3", " 6215", "６２１５", "NaN", "na", "1/3" })
    void aFigureThatIsNotACanonicalDecimalIsRefused(String figure) {
        String text = new String(county().canonicalBytes(), StandardCharsets.UTF_8).replace("\"6215\"", "\"" + figure + "\"");
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNotExactlyCanonicalAreRefused() {
        String text = new String(county().canonicalBytes(), StandardCharsets.UTF_8);
        assertRefused((text + " ").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace(",\"version\":1", ", \"version\":1").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace("\"version\":1", "\"version\":2").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace("\"format\"", "\"Format\"").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace("\"unit\":\"990301\"", "\"unit\":\"../etc\"").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8));
        assertRefused(new byte[0]);
        assertRefused("null".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hostileDocumentsAreRefusedBeforeTheyCostAnything() {
        assertRefused(("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertRefused(new byte[WireJson.MOST_BYTES + 1]);
        String text = new String(county().canonicalBytes(), StandardCharsets.UTF_8);
        assertRefused(text.replace("\"number\":2", "\"number\":2,\"number\":2").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace("\"number\":2", "\"number\":1e999").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace("\"number\":2", "\"@class\":\"java.lang.Runtime\",\"number\":2").getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(byte[] bytes) { assertThrows(WireFormatException.class, () -> FinalizedReport.read(bytes)); }

    private static FinalizedReport withFigures(SortedMap<String, String> figures) {
        FinalizedReport plain = county();
        return new FinalizedReport(plain.format(), 1, plain.kind(), plain.unit(), plain.unitName(), plain.period(), plain.edition(),
                plain.editionDigest(), plain.revision(), plain.number(), plain.parent(), plain.finalizedAt(), figures, plain.narratives(),
                plain.attachments(), plain.explanations(), plain.children(), plain.missing(), plain.cases(), plain.people(),
                plain.program());
    }

    private static FinalizedReport county() {
        SortedMap<String, String> figures = new TreeMap<>();
        figures.put("3.3.2", "6215");
        figures.put("3.4.2", "0");
        figures.put("3.4.3", null);
        figures.put("4.4.1", FinalizedReport.NOT_APPLICABLE);
        figures.put("5.1.1", "12.5");
        SortedMap<String, String> narratives = new TreeMap<>();
        narratives.put("2.1", "第一段。\n第二段：“䓖县、㵲阳、𬭊山”。");
        SortedMap<String, List<FileReference>> attachments = new TreeMap<>();
        attachments.put("2.1", List.of(new FileReference("布局规划.pdf", "ab".repeat(32), 48_213)));
        return new FinalizedReport(FinalizedReport.FORMAT, 1, Kind.FORM, "990301", "甲县", "2024-10", "moe-jjs-bimonthly-2023-10",
                "cd".repeat(32), UUID.fromString("7d9f2c1e-5a34-4b8e-9c0d-0123456789ab"), 2,
                UUID.fromString("11111111-2222-4333-8444-555555555555"), Instant.parse("2024-10-29T07:02:00Z"), figures, narratives,
                attachments,
                List.of(new Explained("R38@3.3.2", "3.3.2", "与上期相比变动超过50%", "6215", "3180", "九月起两所完全中学改为寄宿制，学生集中住校。")), List.of(),
                List.of(), List.of(), new People("王桂兰", "李建国", "赵海峰", "0999-6220187"), "0.1.0");
    }

    private static FinalizedReport summary() {
        SortedMap<String, String> figures = new TreeMap<>();
        figures.put("3.3.2", "12430");
        SortedMap<String, String> narratives = new TreeMap<>();
        narratives.put("2.1", "两县均已调整。");
        return new FinalizedReport(FinalizedReport.FORMAT, 1, Kind.SUMMARY, "990300", "乙市", "2024-10", "moe-jjs-bimonthly-2023-10",
                "cd".repeat(32), UUID.fromString("0a0a0a0a-5a34-4b8e-9c0d-0123456789ab"), 1, null, Instant.parse("2024-10-31T02:00:00Z"),
                figures, narratives, new TreeMap<>(), List.of(),
                List.of(new ChildRevision("990301", UUID.fromString("7d9f2c1e-5a34-4b8e-9c0d-0123456789ab"), "ef".repeat(32))),
                List.of(new MissingUnit("990302", "丙县", "未报")), List.of(new SelectedCase("990301", "甲县", "2.6", "三统一做法", true)),
                new People("孙丽", "", "", ""), "0.1.0");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FinalizedReportTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
