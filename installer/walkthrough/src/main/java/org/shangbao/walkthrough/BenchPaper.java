package org.shangbao.walkthrough;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.shangbao.client.print.PrintFonts;
import org.shangbao.client.print.PrintableReport;
import org.shangbao.client.print.PrintedReport;
import org.shangbao.client.print.ReportPrinter;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.ScanCheck;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanVerdict;
import org.shangbao.paper.simulation.DamageKind;
import org.shangbao.paper.simulation.PaperSimulator;
import org.shangbao.paper.simulation.PrintedSheets;
import org.shangbao.paper.simulation.SimulationOptions;
import org.shangbao.wire.v1.edition.EditionLoader;
import org.shangbao.wire.v1.units.UnitCsv;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Printing a county's report of seven pages beside the same pages drawn by bare PDFBox, and checking their scan beside only rendering its
 * pages.
 */
@Command(name = "paper", mixinStandardHelpOptions = true, description = {
        "打印与扫描检查，与只用 PDFBox 画同样的页、只渲染扫描页相比。", "Printing and checking scans, beside bare PDFBox on the same pages." })
final class BenchPaper implements Callable<Integer> {
    private static final String UNIT = "460105";
    private static final PeriodId PERIOD = new PeriodId("2024-10");
    private static final int NARRATIVES = 10;
    private static final double MOST_FIRST = 2.5;
    private static final double MOST_WARM = 6;
    private static final double MOST_SIZE = 2;
    private static final double MOST_CHECK = 2;

    @Option(names = "--rounds", defaultValue = "7", description = "次数 / rounds (${DEFAULT-VALUE})")
    private int rounds = 7;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path work = Files.createTempDirectory("shangbao-bench");
        try {
            measure(work);
        } finally {
            DemoMain.deleteAll(work);
        }
        return 0;
    }

    /** The report that is printed, the same in every process. */
    static PrintableReport report() {
        FormEdition edition = new EditionLoader().official();
        UnitTree tree = UnitCsv.shipped();
        return SampleReport.papers(SampleReport.of(edition, tree.get(new UnitId(UNIT)), PERIOD, 1, NARRATIVES), edition, tree).report();
    }

    private void measure(Path work) throws IOException {
        Path fonts = work.resolve("fonts");
        PrintFonts.install(fonts);
        ReportPrinter printer = new ReportPrinter();
        PrintableReport report = report();
        PrintedReport printed = printer.print(report);
        DrawnPages pages = DrawnPages.of(printed.pdf());
        Path marks = Files.write(work.resolve("marks"), pages.lines());
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "%-44s %10s %10s", printed.pages() + " pages, milliseconds", "p50", "p95"));
        cold(out, marks, fonts);
        warm(out, printer, report, pages);
        size(out, printed.pdf().length, pages.draw().length);
        check(out, printed);
        out.flush();
    }

    private void cold(PrintWriter out, Path marks, Path fonts) throws IOException {
        BenchTimes floor = new BenchTimes(rounds);
        BenchTimes first = new BenchTimes(rounds);
        BenchTimes prepared = new BenchTimes(rounds);
        for (int round = 0; round < rounds; round++) {
            floor.add(round, probe("floor", marks));
            first.add(round, probe("first", fonts));
            prepared.add(round, probe("prepared", fonts));
        }
        floor.line(out, "floor: bare PDFBox in a fresh process");
        first.line(out, "first print of a fresh process");
        first.ratio(out, floor, MOST_FIRST);
        prepared.line(out, "first report, window open and at rest");
        prepared.ratio(out, floor, MOST_FIRST);
    }

    private void warm(PrintWriter out, ReportPrinter printer, PrintableReport report, DrawnPages pages) throws IOException {
        BenchTimes floor = new BenchTimes(rounds);
        BenchTimes print = new BenchTimes(rounds);
        for (int round = -rounds; round < rounds; round++) {
            long begun = System.nanoTime();
            pages.draw();
            long drawn = System.nanoTime();
            printer.print(report);
            long done = System.nanoTime();
            floor.add(round, drawn - begun);
            print.add(round, done - drawn);
        }
        floor.line(out, "floor: bare PDFBox, warm");
        print.line(out, "report, warm");
        print.ratio(out, floor, MOST_WARM);
    }

    private static void size(PrintWriter out, int printed, int floor) {
        double ratio = (double) printed / floor;
        out.println(String.format(Locale.ROOT, "%-44s %10.0f %10.0f", "size in KB: floor, report", floor / 1024.0, printed / 1024.0));
        out.println(String.format(Locale.ROOT, "%-44s %10.2f %10s  (asked: at most %.1f: %s)", "ratio", ratio, "", MOST_SIZE,
                ratio <= MOST_SIZE ? "kept" : "not kept"));
    }

    private void check(PrintWriter out, PrintedReport printed) throws IOException {
        FormEdition edition = new EditionLoader().official();
        ExpectedPaper expected = new ExpectedPaper(new UnitId(UNIT), PERIOD, PageKind.REPORT, 1, printed.pages(), PageDigest.ofSha256Hex(
                SampleReport.of(edition, UnitCsv.shipped().get(new UnitId(UNIT)), PERIOD, 1, NARRATIVES).digest().hex()));
        byte[] scan = new PaperSimulator().scan(PrintedSheets.of(printed.pdf(), 200),
                SimulationOptions.of(20261122, 200, DamageKind.OFFICE).withMarks(true, true)).pdf();
        ScanReader reader = new ScanReader();
        BenchTimes floor = new BenchTimes(rounds);
        BenchTimes checked = new BenchTimes(rounds);
        for (int round = -2; round < rounds; round++) {
            long begun = System.nanoTime();
            render(scan);
            long rendered = System.nanoTime();
            ScanVerdict verdict = ScanCheck.check(expected, reader.read(List.of(scan)));
            long done = System.nanoTime();
            if (!(verdict instanceof ScanVerdict.Accepted)) {
                throw new IOException("the scan was refused: " + verdict);
            }
            floor.add(round, rendered - begun);
            checked.add(round, done - rendered);
        }
        floor.line(out, "floor: only rendering the scan at 200 dpi");
        checked.line(out, "check of the scan");
        checked.ratio(out, floor, MOST_CHECK);
    }

    private static void render(byte[] scan) throws IOException {
        try (PDDocument document = Loader.loadPDF(scan)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                renderer.renderImageWithDPI(page, 200, ImageType.RGB).flush();
            }
        }
    }

    private static long probe(String what, Path given) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), PaperProbe.class.getName(),
                what, given.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.strip();
            }
            return Long.parseLong(last);
        } catch (NumberFormatException e) {
            throw new IOException("the probe " + what + " did not come to its end", e);
        } finally {
            process.destroy();
        }
    }
}
