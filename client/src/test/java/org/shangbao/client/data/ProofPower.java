package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Power cuts at random writes, forces and changes of names; the store is opened afterwards on what the disk may have kept. */
final class ProofPower {
    private final Path work;
    private final ExecutorService storeThread;
    private final ProofTable table;

    ProofPower(Path work, ExecutorService storeThread, ProofTable table) {
        this.work = work;
        this.storeThread = storeThread;
        this.table = table;
    }

    private record Cut(Path folder, long acknowledged, long begun) {}

    /** One life of a store with some cuts in it; returns how many. */
    int run(long seed) throws IOException, ReportingException {
        Random random = new Random(seed);
        Path root = work.resolve("live");
        ProofFolder.delete(work);
        DataFolder folder = ProofFolder.create(root);
        long first = random.nextInt(40);
        StoreSettings usual = new StoreSettings(Disk.SYSTEM, Faults.NONE, Database.STEPS, 200);
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, usual)) {
            for (long number = 0; number < first; number++) {
                ProofModel.perform(store, number);
            }
        }
        String delay = List.of(";WRITE_DELAY=0", ";WRITE_DELAY=1", ";WRITE_DELAY=20", "").get(random.nextInt(4));
        ProofDisk disk = new ProofDisk(root, delay);
        AtomicLong acknowledged = new AtomicLong(first);
        AtomicLong begun = new AtomicLong(first);
        List<Cut> cuts = new ArrayList<>();
        AtomicLong next = new AtomicLong(random.nextInt(30));
        disk.watch(() -> {
            if (next.getAndDecrement() == 0) {
                next.set(5 + random.nextInt(120));
                Path cut = work.resolve("cut" + cuts.size());
                // the order matters: what is acknowledged is read before the picture is taken
                Cut taken = new Cut(cut, acknowledged.get(), begun.get());
                try {
                    disk.cutPower(cut, random);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                cuts.add(taken);
            }
        });
        StoreSettings watched = new StoreSettings(disk, Faults.NONE, Database.STEPS, 3 + random.nextInt(40));
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, watched)) {
            int operations = 30 + random.nextInt(60);
            for (long number = first; number < first + operations; number++) {
                if (random.nextInt(3) == 0) {
                    ProofModel.rehearse(store, number + random.nextInt(20));
                }
                begun.set(number + 1);
                ProofModel.perform(store, number);
                acknowledged.set(number + 1);
            }
        }
        disk.forget();
        for (Cut cut : cuts) {
            check(cut, seed);
        }
        ProofFolder.delete(work);
        return cuts.size();
    }

    private void check(Cut cut, long seed) throws ReportingException {
        String row = "power cut";
        DataFolder folder = new DataFolder(cut.folder());
        StoreSettings usual = new StoreSettings(Disk.SYSTEM, Faults.NONE, Database.STEPS, 200);
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, usual)) {
            long count = ProofModel.count(store);
            String where = "seed " + seed + ", " + cut.folder().getFileName() + ": " + cut.acknowledged() + " acknowledged, " + count
                    + " found, " + store.repairs().repairs();
            List<String> differences = ProofModel.differences(store, count);
            if (count < cut.acknowledged()) {
                table.bad(row, "LOST", where);
            } else if (count > cut.begun() || !differences.isEmpty()) {
                table.bad(row, "TORN", where + " " + differences);
            } else {
                ProofModel.perform(store, count);
                table.good(row, outcome(store));
            }
        } catch (ReportingException e) {
            if (e.error() == ErrorCode.STORE_DAMAGED || e.error() == ErrorCode.STORE_NOT_WRITABLE || e.error() == ErrorCode.NOT_ENROLLED) {
                table.bad(row, "NOT OPENED", "seed " + seed + ", " + cut.folder().getFileName() + ": " + e.error() + e.details());
            } else {
                throw e;
            }
        }
    }

    static String outcome(H2OfficeStore store) {
        return store.repairs().repairs().isEmpty() ? "as it was" : new java.util.TreeSet<>(store.repairs().repairs()).toString();
    }
}
