package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ReportingException;

/** Times of the store on a long history and beside a backup, for {@code shangbao bench}. */
public final class ProofBench {
    private static final int BLOCKS = 10;

    private ProofBench() {}

    /**
     * Times, sorted.
     *
     * @param floor  without the burden, in nanoseconds
     * @param burden with it
     * @param count  backups made meanwhile, or records in the history
     */
    public record Times(long[] floor, long[] burden, long count) {}

    /** Opening alone, and opening with the stretching of the password before it, as at every start of the program. */
    public record Starts(Times store, Times whole) {}

    /** Opens and closes an empty store and one of so many saves in turn. */
    public static Starts start(Path work, int saves, int rounds) throws IOException, ReportingException {
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        try {
            DataFolder empty = ProofFolder.create(work.resolve("empty"));
            DataFolder old = ProofFolder.create(work.resolve("old"));
            work(empty, storeThread, 0, 1);
            // five years of starts, so that the journal has as many segments as it would have then
            for (int begun = 0; begun < saves; begun += 100) {
                work(old, storeThread, begun, Math.min(saves, begun + 100));
            }
            Times store = inTurns(empty, old, storeThread, saves, rounds);
            ProofFolder.lockAsAnOfficeDoes(empty);
            ProofFolder.lockAsAnOfficeDoes(old);
            return new Starts(store, inTurns(empty, old, storeThread, saves, rounds));
        } finally {
            storeThread.shutdown();
        }
    }

    private static Times inTurns(DataFolder empty, DataFolder old, ExecutorService storeThread, int saves, int rounds)
            throws ReportingException {
        long[] floor = new long[rounds];
        long[] burden = new long[rounds];
        for (int round = -3; round < rounds; round++) {
            long first = open(empty, storeThread);
            long second = open(old, storeThread);
            if (round >= 0) {
                floor[round] = first;
                burden[round] = second;
            }
        }
        Arrays.sort(floor);
        Arrays.sort(burden);
        return new Times(floor, burden, saves);
    }

    private static void work(DataFolder folder, ExecutorService storeThread, int from, int to) throws ReportingException {
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            for (int number = from; number < to; number++) {
                ProofModel.perform(store, number);
            }
        }
    }

    private static long open(DataFolder folder, ExecutorService storeThread) throws ReportingException {
        long begun = System.nanoTime();
        H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL);
        long opened = System.nanoTime();
        store.close();
        return opened - begun;
    }

    /**
     * Saves alone, and saves while one backup after the other is made beside, in turns of blocks: what the disk and the collector do to one
     * of a hundred saves changes from second to second.
     */
    public static Times beside(Path work, int saves) throws IOException, ReportingException {
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        ExecutorService backupThread = Executors.newSingleThreadExecutor();
        try {
            DataFolder folder = ProofFolder.create(work.resolve("beside"));
            work(folder, storeThread, 0, 3000);
            try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
                StoreBackups backups = new StoreBackups(store);
                backups.make(BackupReason.DAILY);
                int block = saves / BLOCKS;
                List<long[]> floor = new ArrayList<>();
                List<long[]> burden = new ArrayList<>();
                long made = 0;
                for (int turn = 0; turn < BLOCKS; turn++) {
                    int begun = 3000 + 2 * turn * block;
                    floor.add(save(store, begun, block));
                    Backups beside = new Backups(backups);
                    Future<Long> making = backupThread.submit(beside);
                    burden.add(save(store, begun + block, block));
                    beside.end();
                    made += await(making);
                }
                return new Times(sorted(floor), sorted(burden), made);
            }
        } finally {
            storeThread.shutdown();
            backupThread.shutdown();
        }
    }

    /** Makes one backup after the other until it is told to end. */
    private static final class Backups implements Callable<Long> {
        private final StoreBackups backups;
        private final AtomicBoolean isOver = new AtomicBoolean();

        Backups(StoreBackups backups) { this.backups = backups; }

        void end() { isOver.set(true); }

        @Override
        public Long call() throws ReportingException {
            long made = 0;
            while (!isOver.get()) {
                backups.make(BackupReason.DAILY);
                made++;
            }
            return made;
        }
    }

    private static long await(Future<Long> making) throws IOException {
        try {
            return making.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static long[] sorted(List<long[]> blocks) { return blocks.stream().flatMapToLong(Arrays::stream).sorted().toArray(); }

    private static long[] save(H2OfficeStore store, int from, int saves) throws ReportingException {
        long[] times = new long[saves];
        for (int number = 0; number < saves; number++) {
            long begun = System.nanoTime();
            ProofModel.perform(store, from + number);
            times[number] = System.nanoTime() - begun;
        }
        return times;
    }
}
