package org.shangbao.client.application.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.shangbao.client.application.help.HelpService.Figures;
import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireJson;

/**
 * 诊断包: logs and states of an office's folder for whoever is called for help. Figures, texts and names of persons are left out unless asked
 * for; of the logs only what can hold none is taken over, see {@link LogFilter}.
 */
public final class DiagnosticPackage {
    /** Most bytes of one log that are taken, from its end. */
    private static final long MOST_LOG_BYTES = 4 << 20;
    private static final int MOST_LOGS = 10;

    private final OfficeStore store;
    private final Path logs;
    private final Supplier<Optional<Diagnosis>> checked;
    private final String program;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param logs    folder of the logs
     * @param checked what was found when the data were checked last, empty if they were not
     * @param program name and version of this program
     */
    public DiagnosticPackage(OfficeStore store, Path logs, Supplier<Optional<Diagnosis>> checked, String program, Clock clock) {
        this.store = store;
        this.logs = logs;
        this.checked = checked;
        this.program = program;
        this.clock = clock;
    }

    /** Computer and program. */
    private record About(String program, String madeAt, String unit, String serverUrl, String system, String java, long maximumMemory,
            String lastContact, boolean connected, Map<String, String> editions) {}

    /** Where a report stands; {@code typed} counts blanks something was typed into. */
    private record ReportLine(String report, String status, String review, int number, String changedAt, int typed, int texts, int files,
            int explanations, int revisions) {}

    /** Something to be delivered. */
    private record OutboxLine(String kind, String report, String state, long sent, long size, int attempts, String problem) {}

    /** What was found by a check of the data; no path, in which a person's name may stand. */
    private record CheckLine(String check, String verdict, SortedMap<String, String> values) {
        private static final Set<String> HARMLESS = Set.of("count", "wrong", "megabytes");

        static CheckLine of(Diagnosis.Line line) {
            SortedMap<String, String> values = new TreeMap<>(line.values());
            values.keySet().retainAll(HARMLESS);
            return new CheckLine(line.check().name(), line.verdict().name(), values);
        }
    }

    /** States of everything. */
    private record States(List<ReportLine> reports, List<OutboxLine> outbox) {}

    /** What was typed into a report. */
    private record Typed(String report, SortedMap<String, String> figures, SortedMap<String, String> narratives,
            SortedMap<String, String> explanations) {}

    /**
     * Writes the package. Given up, nothing is left of it.
     *
     * @throws ReportingException STORE_NOT_WRITABLE if it cannot be written there
     */
    public void exportDiagnostics(Path target, Figures figures) throws ReportingException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            write(temporary, figures);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
    }

    private void write(Path temporary, Figures figures) throws IOException, ReportingException {
        boolean isWhole = false;
        try (OutputStream file = Files.newOutputStream(temporary);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            put(zip, "about.json", WireJson.write(store.read(this::about)));
            put(zip, "states.json", WireJson.write(store.read(DiagnosticPackage::states)));
            Optional<Diagnosis> diagnosis = checked.get();
            if (diagnosis.isPresent()) {
                put(zip, "checks.json", WireJson.write(diagnosis.get().lines().stream().map(CheckLine::of).toList()));
            }
            if (figures == Figures.INCLUDED) {
                put(zip, "figures.json", WireJson.write(store.read(DiagnosticPackage::typed)));
            }
            List<Path> all = logFiles();
            for (int done = 0; done < all.size(); done++) {
                Watched.current().at(done, all.size());
                Watched.current().orGiveUp();
                Path log = all.get(done);
                put(zip, "logs/" + log.getFileName(), blanked(log, figures).getBytes(StandardCharsets.UTF_8));
            }
            isWhole = true;
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private About about(OfficeRecords records) throws ReportingException {
        Map<String, String> editions = new TreeMap<>();
        records.editions().forEach(edition -> editions.put(edition.id(), edition.digest()));
        return new About(program, clock.instant().toString(), records.setting(Setting.UNIT).orElse(""),
                records.setting(Setting.SERVER_URL).orElse(""), System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.runtime.version"), Runtime.getRuntime().maxMemory(),
                records.setting(Setting.LAST_CONTACT).orElse(""), records.setting(Setting.CONNECTED).orElse("").equals("true"), editions);
    }

    private static States states(OfficeRecords records) throws ReportingException {
        List<ReportLine> reports = new ArrayList<>();
        for (StoredReport report : records.reports()) {
            reports.add(new ReportLine(report.id().toString(), report.status().name(), report.review().name(), report.number(),
                    report.changedAt().toString(), records.figures(report.id()).size(), records.narratives(report.id()).size(),
                    records.attachments(report.id()).size(), records.explanations(report.id()).size(),
                    records.revisions(report.id()).size()));
        }
        List<OutboxLine> outbox = records.outbox().stream().map(item -> new OutboxLine(item.kind().name(), item.report().toString(),
                item.state().name(), item.sent(), item.size(), item.attempts(), item.problem())).toList();
        return new States(reports, outbox);
    }

    private static List<Typed> typed(OfficeRecords records) throws ReportingException {
        List<Typed> all = new ArrayList<>();
        for (StoredReport report : records.reports()) {
            SortedMap<String, String> figures = new TreeMap<>();
            records.figures(report.id()).forEach((code, figure) -> figures.put(code, figure.typed()));
            all.add(new Typed(report.id().toString(), figures, records.narratives(report.id()), records.explanations(report.id())));
        }
        return all;
    }

    private List<Path> logFiles() throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".log")).sorted().limit(MOST_LOGS).toList();
        }
    }

    private static String blanked(Path log, Figures figures) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(0, Files.size(log) - MOST_LOG_BYTES));
            text = new String(in.readNBytes((int) MOST_LOG_BYTES), StandardCharsets.UTF_8);
        }
        return figures == Figures.INCLUDED ? text : LogFilter.harmless(text);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
