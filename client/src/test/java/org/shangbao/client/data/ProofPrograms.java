package org.shangbao.client.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;

/** Starts the programs that are killed, listens to them and ends them. */
final class ProofPrograms {
    private final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m", "-Xshare:auto", "-Dlogback.configurationFile=org/shangbao/none.xml"));

    /** Shares prepared classes between the programs, which halves what a kill costs. */
    void prepare(Path work) throws IOException, ReportingException {
        ProofFolder.delete(work);
        ProofFolder.create(work.resolve("office"));
        Path archive = work.resolveSibling(work.getFileName() + ".jsa");
        Files.deleteIfExists(archive);
        end(start(work.resolve("errors"), List.of("-XX:ArchiveClassesAtExit=" + archive), ProofWorker.class,
                work.resolve("office").toString(), work.resolve("acknowledged").toString(), "-", ProofWorker.END, "60"), false);
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
    }

    /** Starts a program; {@code options} are the runtime's besides the usual ones. */
    Process start(Path errors, List<String> options, Class<?> program, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(options);
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        all.addAll(List.of(arguments));
        return new ProcessBuilder(all).redirectError(errors.toFile()).start();
    }

    /** The program's next line; libraries also speak on its output. */
    static @Nullable String line(BufferedReader said) throws IOException {
        for (String line = said.readLine();; line = said.readLine()) {
            if (line == null || line.equals("AT") || line.startsWith("READY ") || line.startsWith("WRONG ")) {
                return line;
            }
        }
    }

    /** Sends a signal by its name; returns false on systems that have none. */
    static boolean signal(Process program, String name) {
        try {
            return new ProcessBuilder("kill", "-" + name, Long.toString(program.pid())).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    static void end(Process program) { end(program, true); }

    private static void end(Process program, boolean isKilled) {
        if (isKilled) {
            program.destroyForcibly();
        }
        try {
            program.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
