package org.shangbao.client.ui.common;

import java.util.function.Consumer;

import org.shangbao.model.error.ReportingException;

/** Runs work at once on the thread of the test, so a ViewModel test is a straight line. */
public final class SameThreadTaskRunner implements TaskRunner {
    @Override
    public <T> void run(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        T result;
        try {
            result = work.call();
        } catch (ReportingException e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public <T> void runAside(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) { run(work, done, failed); }
}
