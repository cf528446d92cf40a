package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.edition.RollUpRule;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.edition.EditionLoader;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The demo is the end-to-end test: real client, real window, real server process, real PDFs, real scan check. */
class DemoTest {
    private static final List<String> SUMMED = new EditionLoader().official().figures().values().stream()
            .filter(figure -> figure.rollUp() == RollUpRule.SUM).map(figure -> figure.code()).toList();

    @TempDir
    private Path folder;

    @Test
    void theWholeReportIsWalkedAndTheTotalsAddUp() throws Exception {
        Path out = folder.resolve("out");
        StringWriter printed = new StringWriter();
        int code = DemoMain.execute(new PrintWriter(printed), "--headless", "--small", "--out", out.toString());
        assertEquals(0, code, printed::toString);

        JsonNode summary = WireJson.mapper().readTree(out.resolve("summary.json").toFile());
        assertEquals("10 9 9 1 10 1", Stream.of("units", "submissions", "revisions", "returns", "scansAccepted", "scansRefused")
                .map(name -> summary.get(name).asText()).collect(Collectors.joining(" ")));
        totalsAddUp(out);
        papersAreThere(out, summary.get("pages").asInt());
        screensShowSomething(out.resolve("screens"));
        theOfficeCanGoOn(out.resolve("office"));
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        StringWriter printed = new StringWriter();
        assertEquals(3, DemoMain.execute(new PrintWriter(printed), "--headless", "--out", folder.toString()));
        assertEquals(List.of("mine.txt"), names(folder));
        assertTrue(printed.toString().contains("什么也没有改动"), printed::toString);
    }

    private static void totalsAddUp(Path out) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        List<String> values = Files.readAllLines(out.resolve("values.csv"), StandardCharsets.UTF_8);
        assertEquals("unit,period,code,value", values.getFirst());
        assertEquals(5 * 49 + 2 * 5, values.size() - 1);
        for (String line : values.subList(1, values.size())) {
            String[] cells = line.split(",", -1);
            sums.merge(cells[2], new BigDecimal(cells[3]), BigDecimal::add);
        }
        int compared = 0;
        for (String line : Files.readAllLines(out.resolve("national.csv"), StandardCharsets.UTF_8).subList(1, 55)) {
            String[] cells = line.split(",", -1);
            if (SUMMED.contains(cells[0])) {
                assertEquals(0, sums.get(cells[0]).compareTo(new BigDecimal(cells[1])), cells[0]);
                compared++;
            } else {
                assertEquals("", cells[1], cells[0] + " is a rate and has no sum");
            }
        }
        assertEquals(52, compared);
    }

    private static void papersAreThere(Path out, int pages) throws IOException {
        List<String> papers = names(out).stream().filter(name -> name.endsWith(".pdf")).toList();
        assertEquals(6 + 2 + 2, papers.size(), papers::toString);
        int found = 0;
        for (String paper : papers) {
            try (PDDocument document = Loader.loadPDF(out.resolve(paper).toFile())) {
                found += document.getNumberOfPages();
            }
        }
        assertTrue(found > 30 && found <= pages, found + " pages in the folder, " + pages + " counted");
    }

    private static void screensShowSomething(Path screens) throws IOException {
        List<String> pictures = names(screens);
        assertEquals(
                List.of("01-home-returned.png", "01-home.png", "02-fill-en.png", "02-fill.png", "04-check.png", "05-paper-wrong-page.png",
                        "05-paper.png", "06-review-460000.png", "06-review-460100.png", "07-rollup-city.png", "07-rollup-province.png",
                        "07-rollup-root.png", "08-sign-off-310000.png", "08-sign-off-460000.png"),
                pictures);
        for (String picture : pictures) {
            var image = ImageIO.read(screens.resolve(picture).toFile());
            assertEquals("1366x768", image.getWidth() + "x" + image.getHeight());
            long colours = java.util.stream.IntStream.range(0, 1366 * 768).map(at -> image.getRGB(at % 1366, at / 1366)).distinct().count();
            assertTrue(colours > 50, picture + " has only " + colours + " colours");
        }
    }

    private static void theOfficeCanGoOn(Path office) throws Exception {
        byte[] secret = Files.readAllBytes(office.resolve("unlock-file"));
        ReportId report = new ReportId(new UnitId(Walk.DRAFT_COUNTY), Walk.PERIOD, Walk.EDITION);
        try (ClientRuntime client = ClientRuntime.open(office, secret, Clock.systemUTC(), Locale.SIMPLIFIED_CHINESE)) {
            assertEquals(ReportStatus.DRAFT, client.reports().open(report).status());
            client.reports().saveFigure(report, "5.1.1", "12.5万人");
        }
        try (ClientRuntime client = ClientRuntime.open(office, secret, Clock.systemUTC(), Locale.SIMPLIFIED_CHINESE)) {
            assertEquals("12.5", client.reports().open(report).figures().get("5.1.1").value().canonical());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
