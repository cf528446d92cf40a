package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** A disk that is full at a random byte and has room again later. */
final class ProofFull {
    private final Path work;
    private final ExecutorService storeThread;
    private final ProofTable table;

    ProofFull(Path work, ExecutorService storeThread, ProofTable table) {
        this.work = work;
        this.storeThread = storeThread;
        this.table = table;
    }

    void run(long seed) throws IOException, ReportingException {
        Random random = new Random(seed);
        ProofFolder.delete(work);
        Path root = work.resolve("live");
        DataFolder folder = ProofFolder.create(root);
        StoreSettings usual = new StoreSettings(Disk.SYSTEM, Faults.NONE, Database.STEPS, 200);
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, usual)) {
            for (long number = 0; number < 15; number++) {
                ProofModel.perform(store, number);
            }
        }
        ProofDisk disk = new ProofDisk(root, random.nextBoolean() ? ";WRITE_DELAY=0" : ";WRITE_DELAY=1");
        StoreSettings watched = new StoreSettings(disk, Faults.NONE, Database.STEPS, 3 + random.nextInt(40));
        long acknowledged = 15;
        int refused = 0;
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, watched)) {
            disk.leaveRoom(random.nextInt(60_000));
            for (int attempt = 0; attempt < 60; attempt++) {
                if (attempt == 45) {
                    disk.leaveRoom(Long.MAX_VALUE);
                }
                try {
                    ProofModel.perform(store, acknowledged);
                    acknowledged++;
                } catch (ReportingException e) {
                    if (e.error() != ErrorCode.STORE_NOT_WRITABLE || attempt > 46) {
                        table.bad("disk full", "WRONG WORDS", "seed " + seed + ": " + e.error() + e.details() + " at attempt " + attempt);
                        break;
                    }
                    refused++;
                }
            }
        } finally {
            disk.forget();
        }
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, usual)) {
            long count = ProofModel.count(store);
            List<String> differences = ProofModel.differences(store, count);
            if (count != acknowledged || !differences.isEmpty()) {
                table.bad("disk full", count < acknowledged ? "LOST" : "TORN",
                        "seed " + seed + ": " + acknowledged + " acknowledged, " + count + " found " + differences);
            } else {
                table.good("disk full", refused == 0 ? "room enough" : "refused, went on with room");
            }
        }
        ProofFolder.delete(work);
    }
}
