package org.shangbao.server.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.shangbao.server.service.upload.ScanWorker;

/** The process in which the server has scans read; it ends when the server closes its input or is gone. */
public final class ScanWorkerMain {
    /** Room for a page of 52 million pixels and a file of 100 MB. */
    private static final String MEMORY = "-Xmx768m";

    private ScanWorkerMain() {}

    /** Answers requests on the standard input until it ends. */
    public static void main(String[] arguments) throws IOException {
        // replies only: whatever a library or the log prints goes to the other stream
        PrintWriter replies = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        ScanWorker.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), replies);
    }

    /** The command that starts such a process with this program's own Java and class path. */
    static List<String> command() {
        return command(MEMORY);
    }

    static List<String> command(String memory) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), memory, "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError", "-XX:-HeapDumpOnOutOfMemoryError", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path"), ScanWorkerMain.class.getName());
    }
}
