package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.shangbao.client.data.ProofBench;
import org.shangbao.model.error.ReportingException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a long history and a backup beside cost the local store. */
final class BenchStore {
    private BenchStore() {}

    private static void line(PrintWriter out, String name, double median, double high) {
        out.println(String.format(Locale.ROOT, "%-36s %10.2f %10.2f", name, median, high));
    }

    private static void print(PrintWriter out, String floor, String burden, ProofBench.Times times, int percent) {
        out.println(String.format(Locale.ROOT, "%-36s %10s %10s", "milliseconds", "p50", "p" + percent));
        line(out, floor, at(times.floor(), 50) / 1e6, at(times.floor(), percent) / 1e6);
        line(out, burden, at(times.burden(), 50) / 1e6, at(times.burden(), percent) / 1e6);
        line(out, "ratio", (double) at(times.burden(), 50) / at(times.floor(), 50),
                (double) at(times.burden(), percent) / at(times.floor(), percent));
    }

    private static long at(long[] sorted, int percent) { return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)]; }

    /** Opening with years of history against opening an empty store. */
    @Command(name = "start-with-history", mixinStandardHelpOptions = true, description = {
            "有五年历史时打开本机数据，与空的相比。", "Opening the store with five years of history against an empty one." })
    static final class History implements Callable<Integer> {
        @Option(names = "--saves", defaultValue = "9000", description = "历史中的保存次数 / saves in the history (${DEFAULT-VALUE})")
        private int saves = 9000;
        @Option(names = "--rounds", defaultValue = "20", description = "次数 / rounds (${DEFAULT-VALUE})")
        private int rounds = 20;
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public Integer call() throws ReportingException, IOException {
            Path work = Files.createTempDirectory("shangbao-bench");
            try {
                ProofBench.Starts starts = ProofBench.start(work, saves, rounds);
                print(spec.commandLine().getOut(), "open the store, empty", "open it, " + saves + " saves", starts.store(), 95);
                print(spec.commandLine().getOut(), "password and store, empty", "password and store, " + saves + " saves",
                        starts.whole(), 95);
            } finally {
                DemoMain.deleteAll(work);
            }
            return 0;
        }
    }

    /** Saves while backups are made beside against saves alone. */
    @Command(name = "backup", mixinStandardHelpOptions = true, description = {
            "备份同时进行时的保存，与没有备份时相比。", "Saves while backups are made beside, against saves alone." })
    static final class Backup implements Callable<Integer> {
        @Option(names = "--saves", defaultValue = "20000", description = "次数 / saves (${DEFAULT-VALUE})")
        private int saves = 20_000;
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public Integer call() throws ReportingException, IOException {
            Path work = Files.createTempDirectory("shangbao-bench");
            try {
                ProofBench.Times times = ProofBench.beside(work, saves);
                print(spec.commandLine().getOut(), "save alone", "save beside " + times.count() + " backups", times, 99);
            } finally {
                DemoMain.deleteAll(work);
            }
            return 0;
        }
    }
}
