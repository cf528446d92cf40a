package org.shangbao.server.service.upload;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.shangbao.paper.ScanFault;
import org.shangbao.paper.ScanRefusal;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has scans read by processes of their own, with bounded memory and time: a file that breaks its reader, unfolds without end or keeps it
 * busy costs that process and is refused with a sentence, the server goes on. Processes are kept between scans, since a fresh one needs
 * seconds to get up to speed. Safe to share between threads.
 */
public final class WorkerPaperCheck implements PaperCheck {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPaperCheck.class);
    /** A worker is replaced after so many scans, whatever they left behind in it. */
    private static final int SCANS_EACH = 200;
    private static final int MOST_REPLY = 1 << 20;

    private final List<String> command;
    private final Duration limit;
    private final Semaphore places;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param command starts a process that runs {@link ScanWorker}; its memory is bounded by its options
     * @param limit   longest time for one scan
     * @param atOnce  how many processes run at the same time
     */
    public WorkerPaperCheck(List<String> command, Duration limit, int atOnce) {
        this.command = List.copyOf(command);
        this.limit = limit;
        this.places = new Semaphore(atOnce, true);
    }

    /** One process and its streams; used by one thread at a time. */
    private static final class Worker {
        final Process process;
        final BufferedReader replies;
        final BufferedWriter requests;
        private volatile boolean late;
        private int scans;

        Worker(List<String> command) throws IOException {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            replies = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        }

        void endLate() {
            late = true;
            process.destroyForcibly();
        }
    }

    @Override
    public Verdict check(Path scan, FinalizedReport report, Sha256 digest, UploadRepository.Kind kind, @Nullable PaperByHand byHand)
            throws IOException {
        return check(ScanCheckRequest.of(scan, report, digest, kind, byHand));
    }

    /**
     * Has one scan checked.
     *
     * @throws IOException if no process can be started or the file is not there, which says nothing about the paper
     */
    Verdict check(ScanCheckRequest request) throws IOException {
        if (!Files.isReadable(Path.of(request.scan()))) {
            throw new IOException("scan is not there");
        }
        places.acquireUninterruptibly();
        @Nullable
        Worker worker = null;
        boolean keep = false;
        try {
            worker = take();
            Verdict verdict = ask(worker, request);
            if (verdict != null) {
                keep = ++worker.scans < SCANS_EACH;
                return verdict;
            }
            boolean late = worker.late;
            LOG.warn("A scan of {} {} was given up: {}", request.unit(), request.period(), late ? "out of time" : "its reader ended");
            return new Verdict(false, 0,
                    List.of(ScanFault.unreadable(1, late ? ScanRefusal.TOO_SLOW : ScanRefusal.UNREADABLE)));
        } finally {
            giveBack(worker, keep);
            places.release();
        }
    }

    /** The worker's answer; null if it ended before it gave one. */
    private @Nullable Verdict ask(Worker worker, ScanCheckRequest request) {
        // ends the wait below: a process that is gone has no more to say
        CompletableFuture<Void> watchdog = CompletableFuture.runAsync(worker::endLate,
                CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            worker.requests.write(new String(WireJson.write(request), StandardCharsets.UTF_8));
            worker.requests.write('\n');
            worker.requests.flush();
            String reply = worker.replies.readLine();
            if (reply != null && reply.length() < MOST_REPLY) {
                return WireJson.read(reply.getBytes(StandardCharsets.UTF_8), Verdict.class);
            }
        } catch (IOException | WireFormatException e) {
            LOG.info("The process that reads scans broke off", e);
        } finally {
            watchdog.cancel(false);
        }
        return null;
    }

    private Worker take() throws IOException {
        synchronized (idle) {
            if (closed) {
                throw new IOException("closed");
            }
            for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
                if (worker.process.isAlive()) {
                    return worker;
                }
            }
        }
        return new Worker(command);
    }

    private void giveBack(@Nullable Worker worker, boolean keep) {
        if (worker == null) {
            return;
        }
        synchronized (idle) {
            if (keep && !closed) {
                idle.push(worker);
                return;
            }
        }
        worker.process.destroyForcibly();
    }

    /** Ends all processes that wait for work; one that reads a scan ends with it. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(worker -> worker.process.destroyForcibly());
            idle.clear();
        }
    }
}
