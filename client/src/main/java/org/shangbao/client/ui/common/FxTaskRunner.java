package org.shangbao.client.ui.common;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on the launcher's executors and comes back to the FX thread. */
public final class FxTaskRunner implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FxTaskRunner.class);

    private final Executor inOrder;
    private final Executor aside;

    /**
     * Uses the launcher's executors.
     *
     * @param inOrder runs one piece of work at a time, in order
     * @param aside   runs several at a time
     */
    public FxTaskRunner(Executor inOrder, Executor aside) {
        this.inOrder = inOrder;
        this.aside = aside;
    }

    @Override
    public <T> void run(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        inOrder.execute(() -> perform(work, done, failed));
    }

    @Override
    public <T> void runAside(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        aside.execute(() -> perform(work, done, failed));
    }

    // the one place where everything is caught: a bug in a use case must reach the screen as a sentence, not vanish with its thread
    private static <T> void perform(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed) {
        try {
            T result = work.call();
            Platform.runLater(() -> done.accept(result));
        } catch (ReportingException e) {
            LOG.info("Refused: {}", e.getMessage());
            Platform.runLater(() -> failed.accept(e));
        } catch (RuntimeException | Error e) {
            ReportingException unexpected = unexpected(e);
            Platform.runLater(() -> failed.accept(unexpected));
        }
    }

    private static ReportingException unexpected(Throwable bug) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {}", reference, bug);
        return new ReportingException(ErrorCode.UNEXPECTED, Map.of("reference", reference), bug);
    }
}
