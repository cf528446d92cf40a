package org.shangbao.client.application.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The program gets saving up to speed on what is there, and leaves it as it is. */
class RehearsedSavingTest {
    private static final ReportId REPORT = ReportId
            .parse(OfficeFixture.UNIT + "/" + OfficeFixture.PERIOD + "/" + OfficeFixture.EDITION);
    private static final Instant LATER = OfficeFixture.NOW.plusSeconds(60);

    @TempDir
    private Path folder;

    private ClientRuntime open(OfficeFixture office, Instant now) throws Exception {
        return ClientRuntime.open(office.data(), Files.readString(office.unlockFile()).strip().getBytes(StandardCharsets.UTF_8),
                Clock.fixed(now, ZoneOffset.UTC), Locale.ROOT);
    }

    private static SortedMap<String, Long> journal(OfficeFixture office) throws Exception {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(office.data().resolve("journal"))) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }

    @Test
    void whatWasTypedStandsAsItStood() throws Exception {
        OfficeFixture office = new OfficeFixture(folder).enrolled("http://127.0.0.1:9");
        ReportDraft before;
        try (ClientRuntime client = open(office, OfficeFixture.NOW)) {
            client.reports().put(REPORT, List.of(new Answer.Figure("3.2.1", "4", true), new Answer.Figure("2.1.1", "九十六所", false)));
            client.reports().saveFigure(REPORT, "3.3.2", "３千");
            before = client.reports().open(REPORT);
        }
        assertFalse(before.broughtForward().unconfirmed().isEmpty());
        try (ClientRuntime client = open(office, LATER)) {
            SortedMap<String, Long> journal = journal(office);
            client.prepareSaving();
            assertEquals(journal, journal(office));
            assertEquals(before, client.reports().open(REPORT));
            assertEquals(OfficeFixture.NOW, changedAt(client));
        }
        try (ClientRuntime client = open(office, LATER)) {
            assertFalse(client.repairs().isWorthTelling());
            assertEquals(before, client.reports().open(REPORT));
            assertEquals("5", client.reports().saveFigure(REPORT, "3.2.1", "5").figure().typed());
            assertEquals(LATER, changedAt(client));
        }
    }

    private static Instant changedAt(ClientRuntime client) throws ReportingException {
        return client.offices().tasks().stream().filter(task -> task.report().equals(REPORT)).findFirst().orElseThrow().lastAt();
    }
}
