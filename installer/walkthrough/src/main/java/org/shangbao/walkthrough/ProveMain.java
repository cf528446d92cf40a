package org.shangbao.walkthrough;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.shangbao.client.print.ReportPrinter;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.ScanCheck;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanReading;
import org.shangbao.paper.ScanVerdict;
import org.shangbao.paper.StampAdvice;
import org.shangbao.paper.simulation.PaperSimulator;
import org.shangbao.paper.simulation.SimulationOptions;
import org.shangbao.wire.v1.edition.EditionLoader;
import org.shangbao.wire.v1.units.UnitCsv;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shangbao prove}: long runs with random damage; prints a table with counts and the seed that repeats it. */
@Command(name = "shangbao prove", mixinStandardHelpOptions = true, subcommands = { ProveMain.Paper.class,
        ProveStore.class }, description = {
                "长时间的故障和损坏试验，打印次数和种子。", "Long fault and damage runs; prints counts and the seed." })
public final class ProveMain {
    private ProveMain() {}

    /** Runs a proof and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/shangbao/walkthrough/logback-demo.xml");
        PrintWriter printer = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new ProveMain());
        line.setOut(printer);
        int code = line.execute(arguments);
        printer.flush();
        System.exit(code);
    }

    /** Honest paper is accepted, paper of anything else never. */
    @Command(name = "paper", mixinStandardHelpOptions = true, description = {
            "真实报表打印、模拟签章和扫描：本稿都收，别的纸一张不收。", "Real reports, simulated scans: honest paper is taken, no other." })
    static final class Paper implements Callable<Integer> {
        @Option(names = "--minutes", defaultValue = "5", description = "多少分钟 / how long (${DEFAULT-VALUE})")
        private double minutes = 5;
        @Option(names = "--seed", description = "种子，重复一次试验 / repeats a run")
        private long seed = new Random().nextLong();
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        private final PaperSimulator simulator = new PaperSimulator();
        private final ScanReader reader = new ScanReader();
        private final Map<String, int[]> table = new LinkedHashMap<>();

        @Override
        public Integer call() throws ReportingException, IOException {
            FormEdition edition = new EditionLoader().official();
            UnitTree tree = UnitCsv.shipped();
            ReportPrinter printer = new ReportPrinter();
            List<SampleReport> papers = new ArrayList<>();
            for (String unit : List.of("460105", "210922")) {
                for (PeriodId period : List.of(new PeriodId("2024-08"), new PeriodId("2024-10"))) {
                    for (int number = 1; number <= 2; number++) {
                        papers.add(SampleReport.print(printer, edition, tree, tree.get(new UnitId(unit)), period, number));
                    }
                }
            }
            Random random = new Random(seed);
            long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
            do {
                SampleReport paper = papers.get(random.nextInt(papers.size()));
                SampleReport other = papers.get(random.nextInt(papers.size()));
                SimulationOptions options = SimulationOptions.office(random.nextLong()).withDpi(random.nextBoolean() ? 150 : 200)
                        .withScanner(random.nextDouble() * 4, 30 + random.nextInt(50), random.nextDouble() * 8);
                byte[] scan = simulator.scan(paper.pdf(), options).pdf();
                honest(paper.paper(), scan);
                if (other != paper) {
                    count(difference(paper.paper(), other.paper()), verdict(other.paper(), scan) instanceof ScanVerdict.Accepted);
                    int page = 1 + random.nextInt(Math.min(paper.paper().pages(), other.paper().pages()));
                    count("one page of another paper", verdict(paper.paper(),
                            swapped(scan, simulator.scan(other.pdf(), options).pdf(), page)) instanceof ScanVerdict.Accepted);
                }
                count("a page missing", verdict(paper.paper(),
                        simulator.scan(paper.pdf(), options.withPagesToDrop(1 + random.nextInt(paper.paper().pages())))
                                .pdf()) instanceof ScanVerdict.Accepted);
                count("the printed file itself", verdict(paper.paper(), paper.pdf()) instanceof ScanVerdict.Accepted);
            } while (System.nanoTime() < end);
            return report();
        }

        private void honest(ExpectedPaper paper, byte[] scan) {
            ScanVerdict verdict = verdict(paper, scan);
            count("HONEST paper", verdict instanceof ScanVerdict.Accepted);
            if (verdict instanceof ScanVerdict.Accepted accepted) {
                count("HONEST stamp seen", accepted.pages().stream().anyMatch(page -> page.stamp() == StampAdvice.SEEN));
            }
        }

        private ScanVerdict verdict(ExpectedPaper paper, byte[] scan) {
            ScanReading reading = reader.read(List.of(scan));
            return ScanCheck.check(paper, reading);
        }

        private static String difference(ExpectedPaper one, ExpectedPaper two) {
            List<String> parts = new ArrayList<>();
            if (!one.unit().equals(two.unit())) {
                parts.add("unit");
            }
            if (!one.period().equals(two.period())) {
                parts.add("period");
            }
            if (one.revision() != two.revision()) {
                parts.add("revision");
            }
            return "other " + String.join("+", parts);
        }

        private static byte[] swapped(byte[] right, byte[] wrong, int page) throws IOException {
            try (PDDocument good = Loader.loadPDF(right); PDDocument bad = Loader.loadPDF(wrong); PDDocument mixed = new PDDocument()) {
                for (int index = 0; index < good.getNumberOfPages(); index++) {
                    mixed.importPage(index == page - 1 ? bad.getPage(index) : good.getPage(index));
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                mixed.save(bytes);
                return bytes.toByteArray();
            }
        }

        private void count(String name, boolean accepted) { table.computeIfAbsent(name, key -> new int[2])[accepted ? 0 : 1]++; }

        private int report() {
            PrintWriter out = spec.commandLine().getOut();
            out.println("seed " + seed);
            out.println(String.format(Locale.ROOT, "%-40s %9s %9s", "paper", "accepted", "refused"));
            boolean proved = true;
            for (Map.Entry<String, int[]> row : table.entrySet()) {
                int[] counts = row.getValue();
                out.println(String.format(Locale.ROOT, "%-40s %9d %9d", row.getKey(), counts[0], counts[1]));
                boolean honest = row.getKey().startsWith("HONEST");
                proved &= honest ? counts[0] >= 0.995 * (counts[0] + counts[1]) - 1 : counts[0] == 0;
            }
            out.println(proved ? "proved" : "NOT PROVED");
            return proved ? 0 : 1;
        }
    }
}
