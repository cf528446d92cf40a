package org.shangbao.client.data;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;

/**
 * The proofs of the store: killed processes, power cuts, damaged files, a full disk, interrupts, no memory. Used by {@code shangbao prove store} with full counts and
 * by a test with a few. A seed repeats power cuts, damage and full disks exactly; kills only in kind.
 */
public final class StoreProof {
    private final Path work;
    private final ProofTable table;
    private @Nullable ProofPrograms programs;

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

    /** What is done to the store. */
    public enum Kind {
        /** Unforced blocks and names kept, dropped or torn at random. */
        POWER,
        /** Files damaged one by one. */
        DAMAGE,
        /** A disk that takes no more bytes, and has room again later. */
        FULL,
        /** Threads interrupted. */
        INTERRUPT,
        /** Files that may not be opened, or are held by another program. */
        DENIED,
        /** A small real file system, full and then write-protected. */
        PARTITION,
        /** Processes killed. */
        KILL,
        /** Processes killed while a backup takes the place of what is here, or begins on a new computer. */
        RESTORE,
        /** Processes stopped in the middle of their work, and woken or not. */
        SLEEP,
        /** Processes that run out of memory. */
        MEMORY
    }

    /**
     * Runs everything asked for, kind by kind; prints the table after each.
     *
     * @param counts trials of each kind
     * @param end    {@link System#nanoTime} after which no further trial is begun
     */
    public void run(long seed, Map<Kind, Integer> counts, long end, PrintWriter out) throws IOException, ReportingException {
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        try {
            for (Kind kind : Kind.values()) {
                int count = counts.getOrDefault(kind, 0);
                if (count > 0) {
                    run(kind, seed, count, end, storeThread, out);
                    table.print();
                }
            }
        } finally {
            storeThread.shutdown();
        }
    }

    private void run(Kind kind, long seed, int count, long end, ExecutorService storeThread, PrintWriter out)
            throws IOException, ReportingException {
        Path place = work.resolve(kind.name().toLowerCase(Locale.ROOT));
        switch (kind) {
            case POWER -> {
                ProofPower power = new ProofPower(place, storeThread, table);
                long life = seed;
                for (int cuts = 0; cuts < count && isTime(end); life++) {
                    cuts += power.run(life);
                }
            }
            case DAMAGE -> repeat(seed, count, end, new ProofDamage(place, storeThread, table)::run);
            case FULL -> repeat(seed, count, end, new ProofFull(place, storeThread, table)::run);
            case INTERRUPT -> repeat(seed, count, end, new ProofInterrupt(place, table)::run);
            case DENIED -> repeat(seed, count, end, new ProofDenied(place, storeThread, table)::run);
            case PARTITION -> {
                ProofPartition partition = new ProofPartition(place, storeThread, table);
                for (int round = 0; round < count && isTime(end); round++) {
                    if (!partition.run(seed + round)) {
                        out.println("NOT RUN: a small tmpfs cannot be mounted here (only root may)");
                        return;
                    }
                }
            }
            case RESTORE -> {
                ProofRestore restore = new ProofRestore(place, prepared(), storeThread, table, seed);
                for (int round = 0; round < count && isTime(end); round++) {
                    restore.run();
                }
            }
            case KILL, SLEEP, MEMORY -> {
                ProofKill kill = new ProofKill(place, prepared(), table, seed);
                for (int round = 0; round < count && isTime(end); round++) {
                    if (kind == Kind.KILL) {
                        kill.run();
                    } else if (kind == Kind.MEMORY) {
                        kill.runOutOfMemory();
                    } else if (!kill.runSleep()) {
                        out.println("NOT RUN: programs cannot be stopped here");
                        return;
                    }
                    if (round % 100 == 99) {
                        out.println((round + 1) + " of " + kind);
                        table.print();
                    }
                }
                kill.look();
            }
        }
    }

    private ProofPrograms prepared() throws IOException, ReportingException {
        ProofPrograms known = programs;
        if (known == null) {
            known = new ProofPrograms();
            known.prepare(work.resolve("rehearsal"));
            programs = known;
        }
        return known;
    }

    private static boolean isTime(long end) { return System.nanoTime() - end < 0; }

    /** A trial with a seed. */
    @FunctionalInterface
    private interface Trial {
        /** Does it. */
        void run(long seed) throws IOException, ReportingException;
    }

    private static void repeat(long seed, int count, long end, Trial trial) throws IOException, ReportingException {
        for (int round = 0; round < count && isTime(end); round++) {
            trial.run(seed + round);
        }
    }
}
