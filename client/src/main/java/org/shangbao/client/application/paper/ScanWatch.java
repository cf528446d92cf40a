package org.shangbao.client.application.paper;

import java.util.Map;
import java.util.concurrent.CancellationException;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** How far the taking in of a scan is, and a way to stop it. Asked and stopped from any thread. */
public final class ScanWatch {
    private volatile Progress progress = new Progress(Step.READING, 0);
    private volatile boolean stopped;

    /** What is being done. */
    public enum Step {
        /** Pages of the files are read. */
        READING,
        /** Pages are made smaller for the way. */
        COMPACTING,
        /** What will be sent is read again. */
        CHECKING
    }

    /** A step and how many pages of it are done. */
    public record Progress(Step step, int pages) {}

    /** Returns how far it is. */
    public Progress progress() { return progress; }

    /** Stops it before the next page. */
    public void stop() { stopped = true; }

    /** A step begins. */
    void begin(Step step) throws ReportingException {
        if (stopped) {
            throw stopped();
        }
        progress = new Progress(step, 0);
    }

    /**
     * A page is done.
     *
     * @throws CancellationException if it was stopped; whoever reads pages ends with it
     */
    void page() {
        if (stopped) {
            throw new CancellationException();
        }
        progress = new Progress(progress.step(), progress.pages() + 1);
    }

    /** The failure that says so. */
    static ReportingException stopped() { return new ReportingException(ErrorCode.SCAN_STOPPED, Map.of()); }
}
