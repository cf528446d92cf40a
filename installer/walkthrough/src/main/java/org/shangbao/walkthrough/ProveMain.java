package org.shangbao.walkthrough;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.shangbao.client.print.ReportPrinter;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.simulation.DamageKind;
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
            "真实报表打印、模拟签章、损坏和扫描：本稿都收，别的纸一张不收。", "Real reports, simulated marks, damage and scans: honest paper is taken, no other." })
    static final class Paper implements Callable<Integer> {
        private static final int TURN = 68;

        @Option(names = "--documents", defaultValue = "640", description = "每种分辨率多少份 / documents for each resolution (${DEFAULT-VALUE})")
        private int documents = 640;
        @Option(names = "--dpi", split = ",", defaultValue = "150,200", description = "分辨率 / resolutions (${DEFAULT-VALUE})")
        private int[] resolutions = { 150, 200 };
        @Option(names = "--wrong-scans", defaultValue = "72", description = {
                "每种分辨率把错误的纸真扫多少份，72 份每两份报表配对一次",
                "wrong stacks scanned for each resolution; 72 are every ordered pair of papers once (${DEFAULT-VALUE})" })
        private int wrongScans = 72;
        @Option(names = "--minutes", defaultValue = "120", description = "最多多少分钟 / at most so long (${DEFAULT-VALUE})")
        private double minutes = 120;
        @Option(names = "--seed", description = "种子，重复一次试验 / repeats a run")
        private long seed = new Random().nextLong();
        @Option(names = "--only", split = ",", description = "只做这些编号的文件 / only documents with these numbers")
        private int[] only = {};
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public Integer call() throws ReportingException {
            PrintWriter out = spec.commandLine().getOut();
            out.println("seed " + seed);
            PaperProof proof = new PaperProof(papers(), seed, failure -> {
                out.println("  " + failure);
                out.flush();
            });
            long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
            Map<Integer, PaperProof.Counts> counts = new TreeMap<>();
            for (int dpi : only.length > 0 ? new int[0] : resolutions) {
                counts.computeIfAbsent(dpi, _ -> new PaperProof.Counts())
                        .add(proof.runWrong(dpi, 0, wrongScans, () -> System.nanoTime() < end));
            }
            // the resolutions in turns, so that a run that is out of time has proved as much of either
            for (int from = 0; from < documents; from += TURN) {
                for (int dpi : resolutions) {
                    PaperProof.Counts turn = only.length > 0
                            ? some(proof, dpi)
                            : proof.run(dpi, from, Math.min(documents, from + TURN), () -> System.nanoTime() < end);
                    counts.computeIfAbsent(dpi, _ -> new PaperProof.Counts()).add(turn);
                }
                if (only.length > 0) {
                    break;
                }
            }
            counts.forEach((dpi, count) -> report(out, dpi, count));
            boolean proved = counts.values().stream().allMatch(PaperProof.Counts::isProved);
            out.println(proved ? "proved" : "NOT PROVED");
            return proved ? 0 : 1;
        }

        private PaperProof.Counts some(PaperProof proof, int dpi) {
            PaperProof.Counts all = new PaperProof.Counts();
            for (int number : only) {
                all.add(proof.run(dpi, number, number + 1, () -> true));
            }
            return all;
        }

        static List<SampleReport> papers() throws ReportingException {
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
            papers.add(SampleReport.print(printer, edition, tree, tree.get(new UnitId("460105")), new PeriodId("2024-10"), 2, 5));
            return papers;
        }

        private static void report(PrintWriter out, int dpi, PaperProof.Counts counts) {
            out.println(dpi + " dpi");
            out.println(row("honest documents", "accepted", "refused", "stamp right", "wrong"));
            for (DamageKind kind : PaperProof.kinds()) {
                PaperProof.Honest one = counts.honest.get(kind);
                if (one != null) {
                    out.println(row((kind.isTunedOn() ? "" : "held out ") + kind, one));
                }
            }
            out.println(row("ALL TUNED ON", counts.all(true)));
            out.println(row("ALL HELD OUT", counts.all(false)));
            out.println(row("wrong paper, every try a scan of its own", "tried", "accepted", "", ""));
            counts.wrong.forEach((what, tries) -> {
                if (PaperProof.isScanned(what)) {
                    out.println(row(what, tries[0] + "", tries[1] + "", "", ""));
                }
            });
            out.println(row("wrong paper, checks on readings of the above", "tried", "accepted", "", ""));
            counts.wrong.forEach((what, tries) -> {
                if (!PaperProof.isScanned(what)) {
                    out.println(row(what, tries[0] + "", tries[1] + "", "", ""));
                }
            });
            out.flush();
        }

        private static String row(String name, PaperProof.Honest one) {
            return row(name, one.accepted + "", one.refused + "", one.stampRight + "", one.stampWrong + "");
        }

        private static String row(String name, String... cells) {
            return String.format(Locale.ROOT, "%-58s %9s %9s %12s %9s", name, cells[0], cells[1], cells[2], cells[3]).stripTrailing();
        }
    }
}
