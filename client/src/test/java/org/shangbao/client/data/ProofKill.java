package org.shangbao.client.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;

/** Kills real processes without a warning: at a random moment, while they open the store, and at every named step of every kind of save. */
final class ProofKill {
    private static final List<String> STEPS = List.of("changed", "journalled", "noted", "committed");
    private static final int FOLDER_LIVES = 60;
    /** What Java ends with under ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private final Path work;
    private final ProofTable table;
    private final ProofPrograms programs;
    private final Random random;
    private long openingMillis = 700;
    private int lives;

    ProofKill(Path work, ProofPrograms programs, ProofTable table, long seed) {
        this.work = work;
        this.programs = programs;
        this.table = table;
        this.random = new Random(seed);
    }

    /** One life of a worker and its end. */
    void run() throws IOException, ReportingException {
        if (lives++ % FOLDER_LIVES == 0) {
            ProofFolder.delete(work);
            ProofFolder.create(work.resolve("office"));
        }
        int choice = random.nextInt(100);
        String kind = ProofModel.KINDS.get(random.nextInt(ProofModel.KINDS.size()));
        String step = STEPS.get(random.nextInt(STEPS.size()));
        boolean isNamed = choice < 60;
        boolean isOpening = choice >= 85;
        String row = isNamed ? "kill -9 at " + kind + "/" + step : isOpening ? "kill -9 while opening" : "kill -9 at a random moment";
        Process worker = start(List.of(), isNamed ? kind : "-", isNamed ? step : "-", random.nextInt(4));
        long begun = System.nanoTime();
        if (isOpening) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(openingMillis / 2, openingMillis + 50)));
            end(worker, row, "before it was ready");
            return;
        }
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            String ready = ProofPrograms.line(said);
            if (ready == null || !ready.startsWith("READY")) {
                worker.destroyForcibly();
                table.bad(row, "WRONG AFTER KILL", ready + " " + Files.readString(work.resolve("errors")));
                ProofFolder.copy(work, work.resolveSibling(work.getFileName() + "-failed-" + lives));
                lives = 0;
                return;
            }
            openingMillis = (openingMillis * 3 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)) / 4;
            if (isNamed) {
                String at = ProofPrograms.line(said);
                if (at == null || !at.equals("AT")) {
                    worker.destroyForcibly();
                    table.bad(row, "WRONG BEFORE KILL", at + " " + Files.readString(work.resolve("errors")));
                    lives = 0;
                    return;
                }
            } else {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(900_000)));
            }
            end(worker, row, ready.substring(6));
        }
    }

    /** One life of a worker that ends because there is no memory left, as the program's own start ends it then. */
    void runOutOfMemory() throws IOException, ReportingException {
        String row = "out of memory";
        if (lives++ % FOLDER_LIVES == 0) {
            ProofFolder.delete(work);
            ProofFolder.create(work.resolve("office"));
        }
        Process worker = start(List.of("-XX:+ExitOnOutOfMemoryError"), "-", ProofWorker.MEMORY, 1000 << random.nextInt(8));
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            String ready = readyOrWrong(said, worker, row);
            if (ready == null) {
                return;
            }
            boolean isOver = worker.waitFor(60, TimeUnit.SECONDS);
            if (isOver && worker.exitValue() == OUT_OF_MEMORY) {
                table.good(row, "before it: " + ready.substring(6));
            } else {
                worker.destroyForcibly();
                table.bad(row, "WENT ON", isOver ? "exit code " + worker.exitValue() : "still there after a minute");
            }
        } catch (InterruptedException e) {
            worker.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * One life of a worker that is stopped in the middle of its work for a while, as on a computer that sleeps, and woken; half of them never
     * wake, as when the battery ends.
     *
     * @return false where programs cannot be stopped
     */
    boolean runSleep() throws IOException, ReportingException {
        String row = "asleep";
        if (lives++ % FOLDER_LIVES == 0) {
            ProofFolder.delete(work);
            ProofFolder.create(work.resolve("office"));
        }
        Process worker = start(List.of(), "-", "-", 0);
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            String ready = readyOrWrong(said, worker, row);
            if (ready == null) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(400_000)));
            if (!ProofPrograms.signal(worker, "STOP")) {
                ProofPrograms.end(worker);
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(300, 1500)));
            boolean wakes = random.nextBoolean();
            if (wakes) {
                long before = Files.size(work.resolve("acknowledged"));
                ProofPrograms.signal(worker, "CONT");
                long begun = System.nanoTime();
                while (Files.size(work.resolve("acknowledged")) == before && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(30)) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
                if (Files.size(work.resolve("acknowledged")) == before) {
                    table.bad(row, "DOES NOT GO ON", "after 30 s " + Files.readString(work.resolve("errors")));
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(100_000)));
            }
            end(worker, wakes ? "asleep, woken, killed later" : "asleep, never woken", ready.substring(6));
        }
        return true;
    }

    /** What the worker says once it found everything as it must be; null if it did not, which is counted. */
    private @Nullable String readyOrWrong(BufferedReader said, Process worker, String row) throws IOException {
        String ready = ProofPrograms.line(said);
        if (ready != null && ready.startsWith("READY")) {
            return ready;
        }
        worker.destroyForcibly();
        table.bad(row, "WRONG AFTERWARDS", ready + " " + Files.readString(work.resolve("errors")));
        lives = 0;
        return null;
    }

    /** Opens what the last worker left and compares it once more. */
    void look() throws IOException, ReportingException {
        Process worker = start(List.of(), "-", ProofWorker.END, 1);
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            String ready = ProofPrograms.line(said);
            if (ready == null || !ready.startsWith("READY")) {
                table.bad("last look", "WRONG", ready + " " + Files.readString(work.resolve("errors")));
            }
        } finally {
            ProofPrograms.end(worker);
        }
    }

    private Process start(List<String> options, String kind, String step, int times) throws IOException {
        return programs.start(work.resolve("errors"), options, ProofWorker.class, work.resolve("office").toString(),
                work.resolve("acknowledged").toString(), kind, step, Integer.toString(times));
    }

    private void end(Process worker, String row, String found) {
        ProofPrograms.end(worker);
        table.good(row, "before it: " + found);
    }
}
