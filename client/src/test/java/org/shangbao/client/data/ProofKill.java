package org.shangbao.client.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final List<String> command;
    private final Random random;
    private long openingMillis = 700;
    private int lives;

    ProofKill(Path work, ProofTable table, long seed) {
        this.work = work;
        this.table = table;
        this.random = new Random(seed);
        command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx96m", "-Xshare:auto", "-Dlogback.configurationFile=org/shangbao/none.xml"));
    }

    /** Shares prepared classes between the workers, which halves what a kill costs. */
    void prepare() throws IOException, ReportingException {
        ProofFolder.delete(work);
        ProofFolder.create(work.resolve("office"));
        Path archive = work.resolveSibling(work.getFileName() + ".jsa");
        Files.deleteIfExists(archive);
        List<String> program = List.of("-cp", System.getProperty("java.class.path"), ProofWorker.class.getName());
        List<String> rehearsal = new ArrayList<>(command);
        rehearsal.add("-XX:ArchiveClassesAtExit=" + archive);
        rehearsal.addAll(program);
        rehearsal.addAll(List.of(work.resolve("office").toString(), work.resolve("acknowledged").toString(), "-", ProofWorker.END, "60"));
        Process process = new ProcessBuilder(rehearsal).redirectErrorStream(true).redirectOutput(work.resolve("errors").toFile()).start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(program);
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
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(work.resolve("office").toString(), work.resolve("acknowledged").toString(), isNamed ? kind : "-",
                isNamed ? step : "-", Integer.toString(random.nextInt(4))));
        Process worker = new ProcessBuilder(all).redirectError(work.resolve("errors").toFile()).start();
        long begun = System.nanoTime();
        if (isOpening) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(openingMillis / 2, openingMillis + 50)));
            end(worker, row, "before it was ready");
            return;
        }
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            String ready = line(said);
            if (ready == null || !ready.startsWith("READY")) {
                worker.destroyForcibly();
                table.bad(row, "WRONG AFTER KILL", ready + " " + Files.readString(work.resolve("errors")));
                ProofFolder.copy(work, work.resolveSibling(work.getFileName() + "-failed-" + lives));
                lives = 0;
                return;
            }
            openingMillis = (openingMillis * 3 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)) / 4;
            if (isNamed) {
                String at = line(said);
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
        List<String> all = new ArrayList<>(command);
        all.add(1, "-XX:+ExitOnOutOfMemoryError");
        all.addAll(List.of(work.resolve("office").toString(), work.resolve("acknowledged").toString(), "-", ProofWorker.MEMORY,
                Integer.toString(1000 << random.nextInt(8))));
        Process worker = new ProcessBuilder(all).redirectError(work.resolve("errors").toFile()).start();
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            String ready = line(said);
            if (ready == null || !ready.startsWith("READY")) {
                worker.destroyForcibly();
                table.bad(row, "WRONG AFTERWARDS", ready + " " + Files.readString(work.resolve("errors")));
                lives = 0;
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

    /** Opens what the last worker left and compares it once more. */
    void look() throws IOException, ReportingException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(work.resolve("office").toString(), work.resolve("acknowledged").toString(), "-", ProofWorker.END, "1"));
        Process worker = new ProcessBuilder(all).redirectError(work.resolve("errors").toFile()).start();
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            String ready = line(said);
            if (ready == null || !ready.startsWith("READY")) {
                table.bad("last look", "WRONG", ready + " " + Files.readString(work.resolve("errors")));
            }
        } finally {
            end(worker);
        }
    }

    private static void end(Process worker) {
        worker.destroyForcibly();
        try {
            worker.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The worker's next line; libraries also speak on its output. */
    private static @Nullable String line(BufferedReader said) throws IOException {
        for (String line = said.readLine();; line = said.readLine()) {
            if (line == null || line.equals("AT") || line.startsWith("READY ") || line.startsWith("WRONG ")) {
                return line;
            }
        }
    }

    private void end(Process worker, String row, String found) {
        end(worker);
        table.good(row, "before it: " + found);
    }
}
