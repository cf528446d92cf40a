package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.shangbao.client.data.ProofTable;
import org.shangbao.client.data.StoreProof;
import org.shangbao.client.data.StoreProof.Kind;
import org.shangbao.model.error.ReportingException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shangbao prove store}: kills, power cuts, damage and full disks, with the counts the store's promises were made with. */
@Command(name = "store", mixinStandardHelpOptions = true, description = { "本机数据：杀进程、断电、文件损坏、磁盘写满，已保存的一项都不丢。",
        "The local store: kill -9, power cuts, damaged files, a full disk; nothing saved is lost." })
final class ProveStore implements Callable<Integer> {
    private static final Map<Kind, Integer> FULL_COUNTS = Map.of(Kind.KILL, 1000, Kind.RESTORE, 300, Kind.SLEEP, 60, Kind.POWER, 2000,
            Kind.DAMAGE, 25,
            Kind.FULL, 200,
            Kind.INTERRUPT, 100, Kind.DENIED, 60, Kind.PARTITION, 20, Kind.MEMORY, 50);

    @Option(names = "--only", split = ",", description = "只做这些 / only these: ${COMPLETION-CANDIDATES}")
    private List<Kind> only = List.of();
    @Option(names = "--count", paramLabel = "KIND=N", description = "次数，不写则用全数 / trials instead of the full count, e.g. KILL=200")
    private Map<Kind, Integer> counts = Map.of();
    @Option(names = "--minutes", defaultValue = "600", description = "最多多少分钟 / at most so long (${DEFAULT-VALUE})")
    private double minutes = 600;
    @Option(names = "--seed", description = "种子，重复一次试验 / repeats a run")
    private long seed = new Random().nextInt(1_000_000_000);
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws ReportingException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("seed " + seed);
        out.flush();
        Path work = Files.createTempDirectory("shangbao-prove");
        ProofTable table = new ProofTable(out);
        try {
            Map<Kind, Integer> all = new EnumMap<>(FULL_COUNTS);
            all.putAll(counts);
            if (!only.isEmpty()) {
                all.keySet().retainAll(only);
            }
            long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
            new StoreProof(work, table).run(seed, all, end, out);
        } finally {
            // what a failure left behind is kept, to be looked at
            if (table.failures() == 0) {
                DemoMain.deleteAll(work);
            }
        }
        out.println("seed " + seed);
        table.print();
        out.println(table.failures() == 0 ? "proved" : "NOT PROVED, " + table.failures() + " failures; see " + work);
        return table.failures() == 0 ? 0 : 1;
    }
}
