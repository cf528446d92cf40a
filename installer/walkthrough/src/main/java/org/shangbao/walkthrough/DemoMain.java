package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireJson;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shangbao demo}: the whole job on the official form, on one machine, with one command. */
@Command(name = "shangbao demo", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "一条命令走完一期双月报：填报、校验、打印、签章扫描、上报、审核、退回、汇总、审签、报部。",
        "The whole report walked once: real client, real server in its own process, simulated paper." })
public final class DemoMain implements Callable<Integer> {

    @Option(names = "--headless", description = "不打开窗口；界面截图照样生成。 / No window; screenshots are made all the same.")
    private boolean headless;

    @Option(names = "--out", paramLabel = "DIR", description = "结果放在哪里（默认 ${DEFAULT-VALUE}）。 / Where the results go.")
    private Path out = Path.of("demo-out");

    @Option(names = "--screens", description = {
            "另外给每个界面拍照：1366×768 和 150%，中文和英文，放在 DIR/screens，四张合一的是 sheet-*.png。",
            "Pictures of every screen too: both sizes, both languages; sheet-*.png shows the four at once." })
    private boolean everyScreen;

    @Option(names = "--small", hidden = true, description = "ten units instead of sixteen, for tests")
    private boolean small;

    private final PrintWriter printer;

    private DemoMain(PrintWriter printer) { this.printer = printer; }

    /** Runs the demo and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/shangbao/walkthrough/logback-demo.xml");
        PrintWriter printer = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int code = execute(printer, arguments);
        printer.flush();
        System.exit(code);
    }

    /** Runs the demo and returns its exit code. */
    static int execute(PrintWriter printer, String... arguments) {
        return new CommandLine(new DemoMain(printer)).setExecutionExceptionHandler((failure, line, parsed) -> {
            printer.println();
            if (failure instanceof ReportingException known) {
                printer.println(new ErrorTexts(Locale.SIMPLIFIED_CHINESE).sentence(known) + " (" + known.error().code() + ")");
            }
            failure.printStackTrace(printer);
            return 1;
        }).execute(arguments);
    }

    @Override
    public Integer call() throws ReportingException, IOException {
        if (Files.exists(out) && !isEmpty(out)) {
            printer.println("文件夹 " + out + " 里已有内容，什么也没有改动。请换一个文件夹，或先删掉它。");
            printer.println(out + " is not empty; nothing was changed. Name another folder or delete it first.");
            return 3;
        }
        Path work = Files.createTempDirectory("shangbao-demo");
        DemoCounts counts = new DemoCounts();
        DemoFolders folders = DemoFolders.create(out.toAbsolutePath(), work);
        try (DemoWindow window = new DemoWindow(folders.screens())) {
            DemoScreens screens = everyScreen ? new DemoTour(window, new ScreenAlbum(folders.screens()), work) : window;
            long begun = System.nanoTime();
            new Walk(folders, counts, Clock.systemUTC(), new StepLog(printer, counts), screens,
                    small ? DemoTree.Size.SMALL : DemoTree.Size.FULL).run();
            counts.took("total", Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
        } finally {
            deleteAll(work);
        }
        Files.write(out.resolve("summary.json"),
                WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(counts.summary()));
        printer.println("走完了。结果在 " + out.toAbsolutePath() + "，全国合计与逐单位相加一致。");
        printer.println("接着用县级数据文件夹 / go on with a county's folder:");
        printer.println(
                "  ./shangbao client --data " + out.resolve("office") + " --unlock-file " + out.resolve("office").resolve("unlock-file")
                        + " tasks");
        boolean display = !headless && hasDisplay();
        if (display) {
            DemoWindow.openForReal(folders);
        }
        return 0;
    }

    private static boolean hasDisplay() {
        return present(System.getenv("DISPLAY")) || present(System.getenv("WAYLAND_DISPLAY"))
                || System.getProperty("os.name", "").startsWith("Windows");
    }

    private static boolean present(@Nullable String value) { return value != null && !value.isBlank(); }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    static void deleteAll(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
