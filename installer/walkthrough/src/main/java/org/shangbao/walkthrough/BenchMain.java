package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shangbao bench}: how fast, as a ratio against a floor measured in the same run. */
@Command(name = "shangbao bench", mixinStandardHelpOptions = true, subcommands = { BenchMain.Save.class, BenchStart.class, BenchFill.class,
        BenchStore.History.class, BenchStore.Backup.class, BenchPaper.class }, description = {
                "速度，以同一次运行中测得的底线为准的倍数。", "Speed as a ratio against a floor measured in the same run." })
public final class BenchMain {
    private BenchMain() {}

    /** Runs a benchmark and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/shangbao/walkthrough/logback-demo.xml");
        PrintWriter printer = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new BenchMain());
        line.setOut(printer);
        int code = line.execute(arguments);
        printer.flush();
        System.exit(code);
    }

    /** A durable save against as many 4 KiB appends, each forced to disk. */
    @Command(name = "save", mixinStandardHelpOptions = true, description = {
            "存一个数据项，与同样次数的 4 KiB 强制写盘相比。", "A durable save against a forced 4 KiB append, taken in turns." })
    static final class Save implements Callable<Integer> {
        @Option(names = "--rounds", defaultValue = "500", description = "次数 / rounds (${DEFAULT-VALUE})")
        private int rounds = 500;
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public Integer call() throws ReportingException, IOException {
            Path work = Files.createTempDirectory("shangbao-bench");
            try {
                measure(work);
            } finally {
                DemoMain.deleteAll(work);
            }
            return 0;
        }

        private void measure(Path work) throws ReportingException, IOException {
            BenchOffice office = BenchOffice.enrolled(work);
            ReportId report = office.report();
            long[] saves = new long[rounds];
            long[] floor = new long[rounds];
            try (ClientRuntime client = office.open();
                    FileChannel file = FileChannel.open(work.resolve("floor"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (int round = -rounds; round < rounds; round++) {
                    long begun = System.nanoTime();
                    client.reports().saveFigure(report, "3.3.2", Integer.toString(3000 + round));
                    long saved = System.nanoTime();
                    file.write(ByteBuffer.allocate(4096));
                    file.force(true);
                    long forced = System.nanoTime();
                    if (round >= 0) {
                        saves[round] = saved - begun;
                        floor[round] = forced - saved;
                    }
                }
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(String.format(Locale.ROOT, "%-28s %10s %10s", "milliseconds", "p50", "p95"));
            line(out, "durable save", at(saves, 50) / 1e6, at(saves, 95) / 1e6);
            line(out, "floor: forced 4 KiB append", at(floor, 50) / 1e6, at(floor, 95) / 1e6);
            line(out, "ratio", (double) at(saves, 50) / at(floor, 50), (double) at(saves, 95) / at(floor, 95));
        }

        private static void line(PrintWriter out, String name, double median, double high) {
            out.println(String.format(Locale.ROOT, "%-28s %10.2f %10.2f", name, median, high));
        }

        private static long at(long[] times, int percent) {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
        }
    }
}
