package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.client.data.H2OfficeStore;
import org.shangbao.client.data.StoreBackups;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes backups on a thread of its own while the office works: after every finalized report, and once a day. */
final class BackupsBeside implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackupsBeside.class);
    private static final Set<String> FINALIZING = Set.of("report.finalize", "summary.finalize");
    private static final Duration DAY = Duration.ofHours(20);
    private static final long CLOSING_SECONDS = 60;

    private final StoreBackups backups;
    private final Clock clock;
    private final ThreadPoolExecutor executor;
    private final AtomicBoolean isWaiting = new AtomicBoolean();

    BackupsBeside(H2OfficeStore store, StoreBackups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
        this.executor = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(4), work -> {
            Thread thread = new Thread(work, "sb-backup-1");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        store.watch(kind -> {
            if (FINALIZING.contains(kind)) {
                ask(BackupReason.FINALIZE);
            }
        });
    }

    /** Asks for the day's backup if the newest is older than a day, or from a future that a wrong clock once told of. */
    void askDaily() {
        try {
            List<Path> all = backups.list();
            Instant now = clock.instant();
            boolean isDue = true;
            if (!all.isEmpty()) {
                Instant newest = Files.getLastModifiedTime(all.getFirst()).toInstant();
                isDue = newest.isAfter(now) || newest.plus(DAY).isBefore(now);
            }
            if (isDue) {
                ask(BackupReason.DAILY);
            }
        } catch (ReportingException | IOException e) {
            LOG.warn("The backups cannot be listed", e);
        }
    }

    private void ask(BackupReason reason) {
        if (isWaiting.compareAndSet(false, true)) {
            executor.execute(() -> make(reason));
        }
    }

    private void make(BackupReason reason) {
        isWaiting.set(false);
        try {
            LOG.info("Backup made: {}", backups.make(reason).getFileName());
        } catch (ReportingException e) {
            LOG.warn("A backup failed", e);
        } catch (RuntimeException e) { // the thread ends with it, and nobody else would hear of it
            LOG.error("A backup failed", e);
        }
    }

    /** Waits for a backup that is under way. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
