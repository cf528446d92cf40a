package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;

import org.shangbao.client.data.ProofTable;
import org.shangbao.client.data.StoreProof;
import org.shangbao.model.error.ReportingException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shangbao prove store}: kills, power cuts, damage and full disks, with the counts the store's promises were made with. */
@Command(name = "store", mixinStandardHelpOptions = true, description = { "本机数据：杀进程、断电、文件损坏、磁盘写满，已保存的一项都不丢。",
        "The local store: kill -9, power cuts, damaged files, a full disk; nothing saved is lost." })
final class ProveStore implements Callable<Integer> {
    @Option(names = "--kills", defaultValue = "1000", description = "杀进程次数 / kills (${DEFAULT-VALUE})")
    private int kills = 1000;
    @Option(names = "--power-cuts", defaultValue = "2000", description = "断电次数 / power cuts (${DEFAULT-VALUE})")
    private int powerCuts = 2000;
    @Option(names = "--damages", defaultValue = "25", description = "每种文件损坏次数 / rounds of damage (${DEFAULT-VALUE})")
    private int damages = 25;
    @Option(names = "--full-disks", defaultValue = "100", description = "写满次数 / full disks (${DEFAULT-VALUE})")
    private int fullDisks = 100;
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
            new StoreProof(work, table).run(seed, new StoreProof.Counts(kills, powerCuts, damages, fullDisks), out);
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
