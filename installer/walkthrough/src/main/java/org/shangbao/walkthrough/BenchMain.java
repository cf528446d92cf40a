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

    /**
     * A durable save of an office with five years of history against as many 4 KiB appends, each forced to disk: the first of a session, and
     * those of a program that has run for a while. The program gets saving up to speed by itself a second or two after it opened.
     */
    @Command(name = "save", mixinStandardHelpOptions = true, description = {
            "存一个数据项，与同样次数的 4 KiB 强制写盘相比。", "A durable save against a forced 4 KiB append, taken in turns." })
    static final class Save implements Callable<Integer> {
        @Option(names = "--rounds", defaultValue = "500", description = "次数 / rounds (${DEFAULT-VALUE})")
        private int rounds = 500;
        @Option(names = "--warm-up", defaultValue = "8", description = "预热几倍于此 / warm up so many times as long (${DEFAULT-VALUE})")
        private int warmUp = 8;
        @Option(names = "--history", defaultValue = "30", description = "以往多少期 / earlier periods (${DEFAULT-VALUE})")
        private int history = 30;
        @Option(names = "--at-once", description = "一打开就存，程序还来不及准备 / save at once, before the program has prepared itself")
        private boolean isAtOnce;
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
            office.putHistory(history);
            ReportId report = office.report();
            PrintWriter out = spec.commandLine().getOut();
            out.println(String.format(Locale.ROOT, "%-36s %10s %10s", "milliseconds", "p50", "p95"));
            try (ClientRuntime client = office.open();
                    FileChannel file = FileChannel.open(work.resolve("floor"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                if (!isAtOnce) {
                    client.prepareSaving();
                }
                InTurns first = inTurns(client, report, file, 0);
                print(out, isAtOnce ? "first saves, unprepared" : "first saves of a session", first);
                for (int block = 1; block < warmUp; block++) {
                    inTurns(client, report, file, block);
                }
                print(out, "durable save", inTurns(client, report, file, warmUp));
            }
        }

        /** Nanoseconds of saves and of the forced appends after each. */
        @SuppressWarnings("ArrayRecordComponent") // read once, printed, forgotten
        private record InTurns(long[] saves, long[] floor) {}

        private InTurns inTurns(ClientRuntime client, ReportId report, FileChannel file, int block)
                throws ReportingException, IOException {
            InTurns times = new InTurns(new long[rounds], new long[rounds]);
            for (int round = 0; round < rounds; round++) {
                long begun = System.nanoTime();
                client.reports().saveFigure(report, "3.3.2", Integer.toString(3000 + block * rounds + round));
                long saved = System.nanoTime();
                file.write(ByteBuffer.allocate(4096));
                file.force(true);
                times.saves()[round] = saved - begun;
                times.floor()[round] = System.nanoTime() - saved;
            }
            return times;
        }

        private static void print(PrintWriter out, String name, InTurns times) {
            line(out, name, at(times.saves(), 50) / 1e6, at(times.saves(), 95) / 1e6);
            line(out, "floor: forced 4 KiB append", at(times.floor(), 50) / 1e6, at(times.floor(), 95) / 1e6);
            line(out, "ratio", (double) at(times.saves(), 50) / at(times.floor(), 50),
                    (double) at(times.saves(), 95) / at(times.floor(), 95));
        }

        private static void line(PrintWriter out, String name, double median, double high) {
            out.println(String.format(Locale.ROOT, "%-36s %10.2f %10.2f", name, median, high));
        }

        private static long at(long[] times, int percent) {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
        }
    }
}
