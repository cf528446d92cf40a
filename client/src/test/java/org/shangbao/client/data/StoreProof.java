package org.shangbao.client.data;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.shangbao.model.error.ReportingException;

/**
 * The proofs of the store: killed processes, power cuts, damaged files, a full disk. Used by {@code shangbao prove store} with full counts and
 * by a test with a few. A seed repeats power cuts, damage and full disks exactly; kills only in kind.
 */
public final class StoreProof {
    private final Path work;
    private final ProofTable table;

    /**
     * Prepares.
     *
     * @param work  empty folder for everything
     * @param table takes the counts
     */
    public StoreProof(Path work, ProofTable table) {
        this.work = work;
        this.table = table;
    }

    /** How much to do. */
    public record Counts(int kills, int powerCuts, int damages, int fullDisks) {}

    /** Runs everything; prints the table now and then. */
    public void run(long seed, Counts counts, PrintWriter out) throws IOException, ReportingException {
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        try {
            ProofPower power = new ProofPower(work.resolve("power"), storeThread, table);
            long life = seed;
            int cuts = 0;
            while (cuts < counts.powerCuts()) {
                cuts += power.run(life++);
            }
            table.print();
            ProofDamage damage = new ProofDamage(work.resolve("damage"), storeThread, table);
            for (int round = 0; round < counts.damages(); round++) {
                damage.run(seed + round);
            }
            table.print();
            ProofFull full = new ProofFull(work.resolve("full"), storeThread, table);
            for (int round = 0; round < counts.fullDisks(); round++) {
                full.run(seed + round);
            }
            table.print();
        } finally {
            storeThread.shutdown();
        }
        if (counts.kills() > 0) {
            ProofKill kill = new ProofKill(work.resolve("kill"), table, seed);
            kill.prepare();
            for (int round = 0; round < counts.kills(); round++) {
                kill.run();
                if (round % 100 == 99) {
                    out.println((round + 1) + " kills");
                    table.print();
                }
            }
        }
    }
}
