package org.shangbao.walkthrough;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.model.error.ReportingException;

/** Counts the work a window has under way, so that the demo knows when the screen has come to rest. Safe to share between threads. */
final class SettlingTaskRunner implements TaskRunner {
    private final TaskRunner runner;
    private final AtomicInteger underWay = new AtomicInteger();

    SettlingTaskRunner(TaskRunner runner) { this.runner = runner; }

    boolean isSettled() { return underWay.get() == 0; }

    @Override
    public <T> void run(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        underWay.incrementAndGet();
        runner.run(work, finishing(done), finishing(failed));
    }

    @Override
    public <T> void runAside(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        underWay.incrementAndGet();
        runner.runAside(work, finishing(done), finishing(failed));
    }

    private <T> Consumer<T> finishing(Consumer<T> answer) {
        return value -> {
            try {
                answer.accept(value);
            } finally {
                underWay.decrementAndGet();
            }
        };
    }
}
