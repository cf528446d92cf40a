package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shangbao.client.application.paper.PaperService.PageVerdict;
import org.shangbao.client.application.paper.PaperService.PageVerdict.Verdict;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.Severity;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.paper.simulation.PaperSimulator;
import org.shangbao.paper.simulation.SimulationOptions;

/** An office at work: a real data folder opened by the real client, used only through what its window and commands use. */
final class DemoOffice implements AutoCloseable {
    private static final PaperSimulator SIMULATOR = new PaperSimulator();

    private static final byte[] STAMP_FONT = stampFont();

    private final Unit unit;
    private final ClientRuntime client;
    private final DemoFolders folders;
    private final DemoCounts counts;
    private final PeriodId period;

    private DemoOffice(Unit unit, PeriodId period, ClientRuntime client, DemoFolders folders, DemoCounts counts) {
        this.unit = unit;
        this.period = period;
        this.client = client;
        this.folders = folders;
        this.counts = counts;
    }

    /** Enrols a data folder with the office's 授权文件 and opens it. */
    static DemoOffice enrol(Unit unit, Path data, DemoFolders folders, DemoCounts counts, Clock clock)
            throws ReportingException, IOException {
        byte[] secret = ("demo-unlock-secret-of-" + unit.id()).getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(data);
        ClientRuntime.enrol(data, folders.enrolment(unit), "", secret);
        Files.write(folders.unlockFile(data), secret);
        return open(unit, data, folders, counts, clock);
    }

    /** Opens a data folder that is enrolled already. */
    static DemoOffice open(Unit unit, Path data, DemoFolders folders, DemoCounts counts, Clock clock)
            throws ReportingException, IOException {
        byte[] secret = Files.readAllBytes(folders.unlockFile(data));
        return new DemoOffice(unit, Walk.PERIOD, ClientRuntime.open(data, secret, clock, Locale.SIMPLIFIED_CHINESE), folders, counts);
    }

    /** The same office at work on another period. */
    DemoOffice in(PeriodId other) {
        return new DemoOffice(unit, other, client, folders, counts);
    }

    Unit unit() { return unit; }

    ClientRuntime client() { return client; }

    ReportId report() { return new ReportId(unit.id(), period, Walk.EDITION); }

    /** Types figures one by one, as a clerk does. */
    void type(Map<String, String> figures) throws ReportingException {
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            client.reports().saveFigure(report(), figure.getKey(), figure.getValue());
        }
    }

    void narrate(String item, String text) throws ReportingException { client.reports().saveNarrative(report(), item, text); }

    void attach(String item, String fileName, String title) throws ReportingException, IOException {
        Path file = folders.attachments().resolve(unit.id() + "-" + item).resolve(fileName);
        Files.createDirectories(file.getParent());
        Files.write(file, SampleAttachment.pdf(title));
        client.reports().attach(report(), item, file);
    }

    /** Explains what has to be explained; anything that has to be corrected stays and finalizing refuses it. */
    void explainFindings() throws ReportingException {
        for (Finding finding : client.reports().check(report())) {
            if (finding.stage() == CheckRule.Stage.FINALIZE) {
                counts.finding(finding);
            }
            if (finding.severity() == Severity.MUST_EXPLAIN && finding.outcome() == Finding.Outcome.FAILED) {
                client.reports().explain(report(), finding.key(), SampleTexts.explanation());
            }
        }
    }

    ReportDraft finalizeReport() throws ReportingException {
        ReportDraft draft = client.reports().finalizeReport(report());
        counts.revision();
        return draft;
    }

    /** Prints the finalized report, has it "signed and stamped", and gives the scan to the scan check. */
    void printSignAndScan() throws ReportingException, IOException {
        Path scan = scanned(printed());
        PaperState state = client.papers().takeScan(report(), List.of(scan));
        if (!state.complete()) {
            throw new IllegalStateException(
                    "the scan of honest paper was refused: " + unit.id() + " " + state.verdicts() + state.problems());
        }
        counts.scanAccepted();
    }

    /** Prints the finalized report into the output folder and returns the file. */
    Path printed() throws ReportingException, IOException {
        var paper = client.papers().print(report());
        counts.pages(paper.pages());
        return Files.write(folders.report(unit, number()), paper.pdf());
    }

    /** Rasterises a printed paper, signs and stamps it, turns it a little and compresses it, as an office scanner would give it. */
    Path scanned(Path printed) throws IOException, ReportingException {
        long seed = unit.id().value().hashCode() * 101L + number();
        SimulationOptions options = SimulationOptions.office(seed).withStampText(unit.name() + "教育局", STAMP_FONT);
        return Files.write(folders.scan(printed), SIMULATOR.scan(Files.readAllBytes(printed), options).pdf());
    }

    private static byte[] stampFont() {
        try (InputStream font = DemoOffice.class.getResourceAsStream("/org/shangbao/client/fonts/ShangbaoSong-Bold.ttf")) {
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Offers a stack in which one page is of another revision; the check has to refuse exactly that page and say why. */
    void offerWrongStack(Path stack, int wrongPage, int wrongNumber) throws ReportingException {
        PaperState state = client.papers().takeScan(report(), List.of(stack));
        String words = state.verdicts() + " " + state.problems();
        boolean named = state.verdicts().stream().allMatch(page -> (page.verdict() == Verdict.ACCEPTED) == (page.page() != wrongPage));
        boolean isToldWhy = state.verdicts().stream().map(PageVerdict::fault)
                .anyMatch(fault -> fault != null && fault.code().equals("revision")
                        && Integer.toString(wrongNumber).equals(fault.values().get("found")));
        if (state.complete() || !named || !isToldWhy) {
            throw new IllegalStateException("a page of another revision was not refused as such: " + words);
        }
        counts.scanRefused();
    }

    /** 上报, and sends everything that waits. */
    void submitAndSend() throws ReportingException {
        ReportDraft draft = client.papers().submit(report());
        if (draft.status() != ReportStatus.SUBMITTED) {
            throw new IllegalStateException("not submitted: " + draft.status());
        }
        send();
        counts.submission();
    }

    void send() throws ReportingException {
        var link = client.offices().exchange();
        if (!link.waiting().isEmpty()) {
            throw new IllegalStateException(unit.id() + " still has to send " + link.waiting());
        }
    }

    int number() throws ReportingException { return client.reports().open(report()).number(); }

    @Override
    public void close() throws ReportingException { client.close(); }
}
