package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.shangbao.client.print.PrintFonts;
import org.shangbao.client.print.PrintableReport;
import org.shangbao.client.print.PrintedReportPaper;
import org.shangbao.client.print.ReportPrinter;

/**
 * A fresh process that makes one paper and prints how many nanoseconds that took. {@code floor MARKS}: bare PDFBox draws what stands on the
 * pages. {@code first FONTS}: the client's printer makes them as the first thing it ever prints. {@code prepared FONTS}: after what the
 * window does by itself some seconds after it is open.
 */
final class PaperProbe {
    private PaperProbe() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("logback.configurationFile", "org/shangbao/walkthrough/logback-demo.xml");
        Path given = Path.of(arguments[1]);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(switch (arguments[0]) {
            case "floor" -> floor(DrawnPages.of(Files.readAllLines(given)));
            case "first" -> report(given, false);
            case "prepared" -> report(given, true);
            default -> throw new IOException("no such probe: " + arguments[0]);
        });
    }

    private static long floor(DrawnPages pages) throws IOException {
        long begun = System.nanoTime();
        int bytes = pages.draw().length;
        return timed(begun, bytes);
    }

    private static long report(Path fonts, boolean isPrepared) throws IOException {
        PrintableReport report = BenchPaper.report();
        if (isPrepared) {
            PrintFonts.install(fonts);
            new PrintedReportPaper().prepare();
        }
        long begun = System.nanoTime();
        PrintFonts.install(fonts);
        int bytes = new ReportPrinter().print(report).pdf().length;
        return timed(begun, bytes);
    }

    private static long timed(long begun, int bytes) throws IOException {
        long time = System.nanoTime() - begun;
        if (bytes < 1000) {
            throw new IOException("no paper: " + bytes + " bytes");
        }
        return time;
    }
}
