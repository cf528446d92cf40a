package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** A really full and a really write-protected file system: a small tmpfs, where this computer lets us mount one. */
final class ProofPartition {
    private static final String FULL = "full tmpfs";
    private static final String READ_ONLY = "read-only file system";
    private static final int MOST_SAVES = 6000;

    private final Path mount;
    private final ExecutorService storeThread;
    private final ProofTable table;

    ProofPartition(Path mount, ExecutorService storeThread, ProofTable table) {
        this.mount = mount;
        this.storeThread = storeThread;
        this.table = table;
    }

    /** Returns false, and does nothing, where no file system can be mounted. */
    boolean run(long seed) throws IOException, ReportingException {
        Random random = new Random(seed);
        Files.createDirectories(mount);
        int kilobytes = 900 + random.nextInt(1500);
        if (!done("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "none", mount.toString())) {
            return false;
        }
        try {
            fill(seed);
        } finally {
            done("umount", mount.toString());
        }
        return true;
    }

    private void fill(long seed) throws IOException, ReportingException {
        DataFolder folder = ProofFolder.create(mount.resolve("office"));
        long count = 0;
        int refused = 0;
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            while (refused < 5 && count < MOST_SAVES) {
                if (isSaved(store, count, seed)) {
                    count++;
                } else {
                    refused++;
                }
            }
            done("mount", "-o", "remount,size=20m", mount.toString());
            for (int more = 0; more < 20; more++) {
                if (isSaved(store, count, seed)) {
                    count++;
                } else {
                    table.bad(FULL, "DOES NOT GO ON", "seed " + seed + ": no save after there was room again");
                    return;
                }
            }
        }
        done("mount", "-o", "remount,ro", mount.toString());
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            table.bad(READ_ONLY, "OPENED", "seed " + seed + ": " + store.lastSequence());
        } catch (ReportingException e) {
            if (e.error() == ErrorCode.FOLDER_READ_ONLY) {
                table.good(READ_ONLY, "refused with the folder's name");
            } else {
                table.bad(READ_ONLY, "WRONG WORDS", "seed " + seed + ": " + e.error() + e.details());
            }
        }
        done("mount", "-o", "remount,rw", mount.toString());
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, StoreSettings.USUAL)) {
            long found = ProofModel.count(store);
            List<String> differences = ProofModel.differences(store, found);
            if (found < count || found > count || !differences.isEmpty()) {
                table.bad(FULL, found < count ? "LOST" : "TORN", "seed " + seed + ": " + count + " acknowledged, " + found + differences);
            } else {
                ProofModel.perform(store, found);
                table.good(FULL, refused == 0 ? "room enough" : "refused, went on with room");
            }
        }
    }

    private boolean isSaved(H2OfficeStore store, long number, long seed) {
        try {
            ProofModel.perform(store, number);
            return true;
        } catch (ReportingException e) {
            if (e.error() != ErrorCode.STORE_NOT_WRITABLE) {
                table.bad(FULL, "WRONG WORDS", "seed " + seed + ": " + e.error() + e.details());
            }
            return false;
        }
    }

    private static boolean done(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(command));
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
