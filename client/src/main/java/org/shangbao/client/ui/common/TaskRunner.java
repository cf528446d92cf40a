package org.shangbao.client.ui.common;

import java.util.function.Consumer;

import org.shangbao.model.error.ReportingException;

/**
 * The only way off the FX thread. Both consumers are called on the FX thread. A failure that is no {@link ReportingException} is a bug: it is
 * logged with a reference and handed on as GENERAL-001 naming that reference.
 */
public interface TaskRunner {

    /**
     * Runs work on this office's own disk. Pieces of work run one after another in the order they were given, so a later save can never
     * overtake an earlier one.
     */
    <T> void run(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed);

    /** Runs work that may take long and depends on no other: network, pictures of pages. Order is not kept. */
    <T> void runAside(Work<T> work, Consumer<T> done, Consumer<ReportingException> failed);

    /** A piece of work with a result; called off the FX thread. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T call() throws ReportingException;
    }
}
