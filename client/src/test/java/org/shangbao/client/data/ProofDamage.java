package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ReportingException;

/** Files cut short, zeroed, changed by a bit, emptied, exchanged for an older copy, gone; one after the other and the worst together. */
final class ProofDamage {
    static final List<String> DAMAGES = List.of("tail cut", "block zeroed", "bit flipped", "emptied", "older copy", "missing");
    static final List<String> TARGETS = List.of("database", "journal", "mark", "keys", "backup", "database+journal", "database, no backup");
    private static final StoreSettings USUAL = new StoreSettings(Disk.SYSTEM, Faults.NONE, Database.STEPS, 200);

    private final Path work;
    private final ExecutorService storeThread;
    private final ProofTable table;

    ProofDamage(Path work, ExecutorService storeThread, ProofTable table) {
        this.work = work;
        this.storeThread = storeThread;
        this.table = table;
    }

    /** Every damage to every file once, on a folder of this seed's length. */
    void run(long seed) throws IOException, ReportingException {
        Random random = new Random(seed);
        ProofFolder.delete(work);
        DataFolder folder = ProofFolder.create(work.resolve("whole"));
        long older = 20 + random.nextInt(40);
        long count = older + 10 + random.nextInt(40);
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, USUAL)) {
            work(store, 0, older / 2);
            new StoreBackups(store).make(BackupReason.ASKED);
            work(store, older / 2, older);
        }
        ProofFolder.copy(folder.root(), work.resolve("older"));
        boolean isClosed = random.nextBoolean();
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, USUAL)) {
            work(store, older, count);
            store.forceNow();
            if (!isClosed) {
                ProofFolder.copy(folder.root(), work.resolve("killed"));
            }
        }
        Path base = work.resolve(isClosed ? "whole" : "killed");
        for (String target : TARGETS) {
            for (String damage : DAMAGES) {
                Path damaged = work.resolve("damaged");
                ProofFolder.delete(damaged);
                ProofFolder.copy(base, damaged);
                apply(new DataFolder(damaged), target, damage, random);
                check(new DataFolder(damaged), target + ": " + damage, count,
                        "seed " + seed + (isClosed ? ", closed" : ", not closed"), target);
            }
        }
        ProofFolder.delete(work);
    }

    private static void work(H2OfficeStore store, long from, long to) throws ReportingException {
        for (long number = from; number < to; number++) {
            ProofModel.perform(store, number);
        }
    }

    private void apply(DataFolder folder, String target, String damage, Random random) throws IOException, ReportingException {
        if (target.equals("database, no backup")) {
            ProofFolder.delete(folder.backups());
        }
        List<Path> segments = JournalReader.segments(folder.journal());
        Path segment = segments.get(random.nextInt(segments.size()));
        switch (target) {
            case "journal" -> harm(folder, segment, damage, random);
            case "mark" -> harm(folder, folder.highWater(), damage, random);
            case "keys" -> harm(folder, random.nextBoolean() ? folder.keys() : folder.keysCopy(), damage, random);
            case "backup" -> harm(folder, BackupArchive.newestFirst(folder.backups()).getFirst(), damage, random);
            case "database+journal" -> {
                harm(folder, folder.databaseFile(), damage, random);
                for (Path each : segments) {
                    harm(folder, each, damage, random);
                }
            }
            default -> harm(folder, folder.databaseFile(), damage, random);
        }
    }

    private void harm(DataFolder folder, Path file, String damage, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case "tail cut" -> Files.write(file, Arrays.copyOf(bytes, Math.max(0, bytes.length - 1 - random.nextInt(20_000))));
            case "block zeroed" -> {
                int from = random.nextInt(Math.max(1, bytes.length / 4096)) * 4096;
                Arrays.fill(bytes, from, Math.min(bytes.length, from + 4096), (byte) 0);
                Files.write(file, bytes);
            }
            case "bit flipped" -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
            }
            case "emptied" -> Files.write(file, new byte[0]);
            case "older copy" -> {
                Path older = work.resolve("older").resolve(folder.root().relativize(file).toString());
                if (Files.exists(older)) {
                    Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.delete(file);
                }
            }
            default -> Files.delete(file);
        }
    }

    private void check(DataFolder folder, String row, long expected, String seed, String target) throws ReportingException {
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, USUAL)) {
            long count = ProofModel.count(store);
            List<String> differences = ProofModel.differences(store, count);
            String where = seed + ": " + expected + " saved, " + count + " found, " + store.repairs().repairs() + differences;
            if (count != expected) {
                table.bad(row, "SILENTLY OLDER", where);
            } else if (!differences.isEmpty()) {
                table.bad(row, "WRONG", where);
            } else {
                ProofModel.perform(store, count);
                table.good(row, ProofPower.outcome(store));
            }
        } catch (ReportingException e) {
            switch (e.error()) {
                case STORE_DAMAGED, STORE_LOCKED -> {
                    if (target.equals("database+journal")) {
                        table.good(row, "refused, said so");
                    } else {
                        table.bad(row, "NOT RECOVERED", seed + e.details());
                    }
                }
                default -> throw e;
            }
        }
    }
}
