package org.shangbao.client.launcher;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.application.help.HelpService.Figures;
import org.shangbao.client.application.progress.GivingUp;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.report.ReportId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The 诊断包 of a real folder. */
class DiagnosticPackageTest {
    @TempDir
    private Path folder;

    @Test
    void noFigureTextOrNameIsInItUnlessTicked() throws Exception {
        OfficeFixture office = new OfficeFixture(folder).enrolled("http://127.0.0.1:9");
        Files.createDirectories(office.data().resolve("logs"));
        Files.writeString(office.data().resolve("logs").resolve("client.log"),
                """
                        2024-10-28 07:20:00.000 INFO  [sb-work-1] o.s.c.u.c.FxTaskRunner Refused: INPUT-001 NOT_A_NUMBER {code=3.3.2, typed=六千{2}71828
                        314159, suggestion=}
                        2024-10-28 07:20:01.000 ERROR [sb-work-1] o.s.c.u.c.FxTaskRunner Failure 0badcafe
                        java.lang.IllegalStateException: 张晓岚 typed 271828
                        \tat org.shangbao.client.ui.fill.FillViewModel.save(FillViewModel.java:120)
                        Caused by: java.lang.ArithmeticException: 271828
                        """);
        ReportId report = ReportId.parse(OfficeFixture.UNIT + "/" + OfficeFixture.PERIOD + "/" + OfficeFixture.EDITION);
        Path target = folder.resolve("诊断包.zip");
        try (ClientRuntime client = ClientRuntime.open(office.data(), OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8),
                Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC), Locale.ROOT)) {
            client.reports().saveFigure(report, "3.3.2", "271828");
            client.reports().saveFigure(report, "3.3.1", "六千314159");
            client.reports().saveNarrative(report, "2.1", "城区新增布点两处，由张晓岚填写。");
            assertThrows(CancellationException.class, () -> Watched.by(GivingUp.after(0), () -> {
                client.help().exportDiagnostics(target, Figures.LEFT_OUT);
                return target;
            }));
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(List.of(), left.filter(file -> String.valueOf(file.getFileName()).startsWith("诊断包")).toList(), "given up");
            }
            client.help().exportDiagnostics(target, Figures.LEFT_OUT);
            TreeMap<String, String> entries = entries(target);
            assertEquals(new TreeSet<>(List.of("about.json", "logs/client.log", "states.json")), new TreeSet<>(entries.keySet()));
            String all = String.join("\n", entries.values());
            for (String secret : List.of("271828", "71828", "314159", "六千", "新增布点", "张晓岚", "first-secret",
                    OfficeFixture.SECRET)) {
                assertFalse(all.contains(secret), secret);
            }
            assertTrue(entries.get("states.json").contains("\"typed\":2"), entries.get("states.json"));
            assertEquals("""
                    2024-10-28 07:20:00.000 INFO [sb-work-1] o.s.c.u.c.FxTaskRunner INPUT-001 NOT_A_NUMBER
                    2024-10-28 07:20:01.000 ERROR [sb-work-1] o.s.c.u.c.FxTaskRunner 0badcafe
                    java.lang.IllegalStateException
                    \tat org.shangbao.client.ui.fill.FillViewModel.save(FillViewModel.java:120)
                    Caused by: java.lang.ArithmeticException
                    """, entries.get("logs/client.log"), "what helps to find the fault is still there");
            client.help().exportDiagnostics(target, Figures.INCLUDED);
            assertTrue(entries(target).get("figures.json").contains("271828"), "ticked: what was typed is there");
        }
    }

    private static TreeMap<String, String> entries(Path zip) throws Exception {
        TreeMap<String, String> entries = new TreeMap<>();
        try (InputStream file = Files.newInputStream(zip); ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
