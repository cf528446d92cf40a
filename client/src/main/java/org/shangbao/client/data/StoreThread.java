package org.shangbao.client.data;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** The way onto the one thread that does everything with a store. Thread-safe. */
final class StoreThread {
    private final ExecutorService executor;

    /**
     * A way onto a thread.
     *
     * @param executor executor of exactly one thread that nobody interrupts
     */
    StoreThread(ExecutorService executor) { this.executor = executor; }

    /** Something to be done on the store thread. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T go() throws ReportingException;
    }

    /**
     * Does it and returns when it is done.
     *
     * @throws ReportingException what the work throws; STORE_NOT_WRITABLE if the thread has ended
     */
    <T> T call(Work<T> work) throws ReportingException { return call(work, () -> {}); }

    /**
     * Does it and returns when it is done; {@code after} follows on the store thread before anything else, and nobody waits for it.
     *
     * @throws ReportingException as {@link #call(Work)}
     */
    <T> T call(Work<T> work, Runnable after) throws ReportingException {
        FutureTask<T> task = new FutureTask<>(work::go);
        try {
            executor.execute(() -> {
                task.run();
                after.run();
            });
        } catch (RejectedExecutionException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", "store closed"), e);
        }
        return await(task);
    }

    /** Waits however long it takes: an interrupted caller must not believe that its save did not happen. */
    private static <T> T await(Future<T> future) throws ReportingException {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ReportingException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
