package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

import org.shangbao.model.error.ReportingException;

/** Says what is done and how long it took. */
final class StepLog {
    private final PrintWriter out;
    private final DemoCounts counts;

    StepLog(PrintWriter out, DemoCounts counts) {
        this.out = out;
        this.counts = counts;
    }

    /** A step without a result. */
    @FunctionalInterface
    interface Step {
        void run() throws ReportingException, IOException;
    }

    /** A step with a result. */
    @FunctionalInterface
    interface Start<T> {
        T run() throws ReportingException, IOException;
    }

    void step(String name, String words, Step step) throws ReportingException, IOException {
        start(name, words, () -> {
            step.run();
            return name;
        });
    }

    <T> T start(String name, String words, Start<T> step) throws ReportingException, IOException {
        out.print(words + " … ");
        out.flush();
        long begun = System.nanoTime();
        T result = step.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        counts.took(name, Math.round(seconds * 10) / 10.0);
        out.println(String.format(Locale.ROOT, "%.1f 秒", seconds));
        return result;
    }
}
