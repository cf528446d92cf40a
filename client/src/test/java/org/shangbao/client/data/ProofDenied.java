package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Files that may not be opened for a while: permission taken away, or another program has its hand on them. */
final class ProofDenied {
    private static final int SAVES = 40;

    private final Path work;
    private final ExecutorService storeThread;
    private final ProofTable table;

    ProofDenied(Path work, ExecutorService storeThread, ProofTable table) {
        this.work = work;
        this.storeThread = storeThread;
        this.table = table;
    }

    /** A disk that refuses to open files, for ever or a few times for each. */
    private static final class RefusingDisk implements Disk {
        private boolean isDenied;
        private int heldFor;
        private int left;

        @Override
        public FileChannel open(Path file, OpenOption... options) throws IOException {
            left = heldFor;
            return Disk.patiently(file, () -> {
                if (isDenied) {
                    throw new AccessDeniedException(file.toString());
                }
                if (left-- > 0) {
                    throw new FileSystemException(file.toString(), null,
                            "The process cannot access the file because it is being used by another process");
                }
                return FileChannel.open(file, options);
            });
        }
    }

    void run(long seed) throws IOException, ReportingException {
        Random random = new Random(seed);
        boolean isHeld = seed % 2 == 0; // the first bit of neighbouring seeds is the same
        String row = isHeld ? "file held by another program" : "permission denied";
        ProofFolder.delete(work);
        DataFolder folder = ProofFolder.create(work.resolve("live"));
        RefusingDisk disk = new RefusingDisk();
        StoreSettings settings = new StoreSettings(disk, Faults.NONE, Database.STEPS, 3 + random.nextInt(40));
        int from = random.nextInt(SAVES / 2);
        int to = from + 1 + random.nextInt(8);
        long count = 0;
        int refused = 0;
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, settings)) {
            for (int attempt = 0; attempt < SAVES; attempt++) {
                disk.isDenied = !isHeld && attempt >= from && attempt < to;
                disk.heldFor = isHeld && attempt >= from && attempt < to ? 1 + random.nextInt(2) : 0;
                try {
                    ProofModel.perform(store, count);
                    count++;
                } catch (ReportingException e) {
                    refused++;
                    if (e.error() != ErrorCode.STORE_NOT_WRITABLE || isHeld || !disk.isDenied) {
                        table.bad(row, "WRONG WORDS", "seed " + seed + ": " + e.error() + e.details() + " at " + attempt);
                    }
                }
            }
        }
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            long found = ProofModel.count(store);
            List<String> differences = ProofModel.differences(store, found);
            if (found != count || !differences.isEmpty()) {
                table.bad(row, found < count ? "LOST" : "TORN", "seed " + seed + ": " + count + " acknowledged, " + found + differences);
            } else {
                table.good(row, refused == 0 ? "all saved" : "refused, went on");
            }
        }
        ProofFolder.delete(work);
    }
}
