package org.shangbao.walkthrough;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.error.ReportingException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From the start of a process to its first picture and to a blank that takes keys, beside an empty JavaFX window with one text field. Both run
 * on the same runtime with the same options, each with an AOT cache of its own trained by the same steps, in turns.
 */
@Command(name = "start", mixinStandardHelpOptions = true, description = {
        "从启动到首屏、到可以录入，与同一运行环境的空窗口相比。", "From start to first picture and to typing, beside an empty window." })
final class BenchStart implements Callable<Integer> {
    private static final int TRAINING_SECONDS = 180;
    private static final int IDLE_SECONDS = 3;

    @Option(names = "--rounds", defaultValue = "7", description = "次数 / rounds (${DEFAULT-VALUE})")
    private int rounds = 7;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** What one run of a program showed: milliseconds by mark, resident memory when idle, in MB. */
    private record Ran(Map<String, Double> marks, double residentMegabytes) {}

    @Override
    public Integer call() throws ReportingException, IOException {
        Path work = Files.createTempDirectory("shangbao-bench");
        try {
            measure(work);
        } finally {
            DemoMain.deleteAll(work);
        }
        return 0;
    }

    private void measure(Path work) throws ReportingException, IOException {
        BenchOffice office = BenchOffice.enrolled(work);
        Path unlock = office(office, work.resolve("unlock-file"));
        List<String> empty = List.of(StartProbe.class.getName(), "empty");
        List<String> client = List.of(StartProbe.class.getName(), "client", office.data().toString(), unlock.toString());
        Path emptyCache = work.resolve("empty.aot");
        Path clientCache = work.resolve("client.aot");
        run(List.of("-XX:AOTCacheOutput=" + emptyCache), empty, false);
        run(List.of("-XX:AOTCacheOutput=" + clientCache), client, false);
        List<Ran> empties = new ArrayList<>();
        List<Ran> clients = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            empties.add(run(List.of("-XX:AOTCache=" + emptyCache), empty, true));
            clients.add(run(List.of("-XX:AOTCache=" + clientCache), client, true));
        }
        PrintWriter out = spec.commandLine().getOut();
        BenchTimes.platform(out);
        out.println(
                String.format(Locale.ROOT, "%-34s %12s %12s %8s", "median of " + rounds + ", each with its AOT cache", "empty", "client",
                        "ratio"));
        line(out, "first picture, ms", median(empties, "painted"), median(clients, "painted"));
        line(out, "home ready for a key, ms", median(empties, "typing"), median(clients, "home"));
        line(out, "blank ready for typing, ms", median(empties, "typing"), median(clients, "typing"));
        line(out, "resident memory idle, MB", resident(empties), resident(clients));
    }

    private static void line(PrintWriter out, String name, double empty, double client) {
        out.println(String.format(Locale.ROOT, "%-34s %12.0f %12.0f %8.2f", name, empty, client, client / empty));
    }

    private static double median(List<Ran> runs, String mark) {
        return middle(runs.stream().mapToDouble(ran -> ran.marks().getOrDefault(mark, Double.NaN)).toArray());
    }

    private static double resident(List<Ran> runs) { return middle(runs.stream().mapToDouble(Ran::residentMegabytes).toArray()); }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A county's office with some figures filled, as on a working day; returns its unlock file. */
    private static Path office(BenchOffice office, Path unlockFile) throws ReportingException, IOException {
        try (ClientRuntime client = office.open()) {
            for (String code : List.of("1.1.1", "2.2.1", "3.1.1", "3.3.1", "4.1.1")) {
                client.reports().saveFigure(office.report(), code, "12");
            }
        }
        return BenchOffice.unlockFile(unlockFile);
    }

    private static Ran run(List<String> options, List<String> program, boolean isMeasured) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(System.getProperty("shangbao.home"), "client", "java-options")));
        for (String name : List.of("glass.platform", "prism.order")) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classPath()));
        command.addAll(program);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, Double> marks = new LinkedHashMap<>();
        double resident = Double.NaN;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                marks.putIfAbsent(line.strip(), (System.nanoTime() - begun) / 1e6);
                if (line.equals("typing")) {
                    if (isMeasured && !process.waitFor(IDLE_SECONDS, TimeUnit.SECONDS)) {
                        resident = resident(process.pid());
                    }
                    process.getOutputStream().close();
                }
            }
            if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS) || !marks.containsKey("typing")) {
                throw new IOException("a run of " + program + " did not come to typing: " + marks);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
        return new Ran(marks, resident);
    }

    /** The client is installed without the server, whose settings of the log it would read here. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(part -> !Path.of(part).getFileName().toString().startsWith("shangbao-sync-server"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Resident memory where the system tells it (Linux); not a number elsewhere. */
    private static double resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(Double.NaN);
    }
}
