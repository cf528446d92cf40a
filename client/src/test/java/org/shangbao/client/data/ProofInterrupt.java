package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Threads that are interrupted at random moments: the one that waits for a save, and the store's own, which nobody should ever interrupt. */
final class ProofInterrupt {
    private static final int SAVES = 40;
    private static final String ROW = "threads interrupted";

    private final Path work;
    private final ProofTable table;

    ProofInterrupt(Path work, ProofTable table) {
        this.work = work;
        this.table = table;
    }

    void run(long seed) throws IOException, ReportingException {
        Random random = new Random(seed);
        ProofFolder.delete(work);
        DataFolder folder = ProofFolder.create(work.resolve("live"));
        AtomicReference<Thread> storing = new AtomicReference<>();
        ExecutorService storeThread = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "proof-store");
            storing.set(thread);
            return thread;
        });
        AtomicBoolean isOver = new AtomicBoolean();
        Thread saving = Thread.currentThread();
        Thread interrupting = new Thread(() -> {
            while (!isOver.get()) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100 + random.nextInt(6_000)));
                Thread target = random.nextBoolean() ? saving : storing.get();
                if (target != null && !isOver.get()) {
                    target.interrupt();
                }
            }
        }, "proof-interrupt");
        long count = 0;
        int refused = 0;
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            interrupting.start();
            for (int attempt = 0; attempt < SAVES; attempt++) {
                try {
                    ProofModel.perform(store, count);
                    count++;
                } catch (ReportingException e) {
                    if (e.error() != ErrorCode.STORE_NOT_WRITABLE) {
                        table.bad(ROW, "WRONG WORDS", "seed " + seed + ": " + e.error() + e.details());
                    }
                    refused++;
                }
            }
            isOver.set(true);
            joined(interrupting);
            ProofModel.perform(store, count);
            count++;
        } catch (ReportingException e) {
            table.bad(ROW, "DOES NOT GO ON", "seed " + seed + ": " + e.error() + e.details());
        } finally {
            isOver.set(true);
            joined(interrupting);
        }
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            long found = ProofModel.count(store);
            List<String> differences = ProofModel.differences(store, found);
            if (found != count || !differences.isEmpty()) {
                table.bad(ROW, found < count ? "LOST" : "TORN", "seed " + seed + ": " + count + " acknowledged, " + found + differences);
            } else {
                table.good(ROW, refused == 0 ? "all saved" : "some refused, went on");
            }
        } finally {
            storeThread.shutdown();
        }
        ProofFolder.delete(work);
    }

    /** Waits although this thread may itself be interrupted, and leaves it uninterrupted. */
    private static void joined(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                continue;
            }
        }
        Thread.interrupted();
    }
}
