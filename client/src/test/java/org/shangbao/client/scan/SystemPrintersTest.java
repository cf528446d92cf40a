package org.shangbao.client.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.StreamPrintServiceFactory;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.shangbao.client.application.paper.Printers.PrintOrder;
import org.shangbao.client.application.paper.Printers.Printer;
import org.shangbao.client.application.progress.GivingUp;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SystemPrintersTest {
    private static final float MILLIMETRE = 72 / 25.4f;
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final PrintService printer = StreamPrintServiceFactory
            .lookupStreamPrintServiceFactories(DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0].getPrintService(paper);
    private final SystemPrinters printers = new SystemPrinters(() -> new PrintService[]{ printer }, () -> printer);

    @Test
    void pagesOfAnOrderArePrintedOnA4AtTheirOwnSize() throws IOException, ReportingException {
        printers.print(pdf(4), new PrintOrder(printer.getName(), 2, 3, 1));
        String postscript = paper.toString(StandardCharsets.ISO_8859_1);
        assertEquals(2, Pattern.compile("^showpage$|\\bshowpage\\b", Pattern.MULTILINE).matcher(body(postscript)).results().count());
        double[] square = square(postscript);
        assertEquals(100 * MILLIMETRE, square[0], 0.2, "width of a square of 100 mm");
        assertEquals(100 * MILLIMETRE, square[1], 0.2, "its height");
    }

    @Test
    void printingThatIsGivenUpEndsBeforeTheNextPage() throws IOException {
        byte[] pdf = pdf(5);
        assertThrows(CancellationException.class, () -> Watched.by(GivingUp.after(3), () -> {
            printers.print(pdf, new PrintOrder(printer.getName(), 1, 5, 1));
            return pdf;
        }));
        String postscript = paper.toString(StandardCharsets.ISO_8859_1);
        assertEquals(3, Pattern.compile("\\bshowpage\\b").matcher(body(postscript)).results().count(), "the fourth page was not drawn");
    }

    @Test
    void theUsualPrinterIsNamedFirst() {
        assertEquals(List.of(new Printer(printer.getName(), true)), printers.all());
        assertEquals(List.of(), new SystemPrinters(() -> new PrintService[0], () -> null).all());
    }

    @Test
    void aPageThatIsNotThereIsRefusedBeforeAnythingIsPrinted() throws IOException {
        byte[] pdf = pdf(1);
        ReportingException refused = assertThrows(ReportingException.class,
                () -> printers.print(pdf, new PrintOrder(printer.getName(), 1, 2, 1)));
        assertEquals(ErrorCode.PRINT_RANGE, refused.error());
        assertEquals(0, paper.size());
    }

    @Test
    void aPrinterThatIsGoneIsNamed() throws IOException {
        byte[] pdf = pdf(1);
        ReportingException refused = assertThrows(ReportingException.class, () -> printers.print(pdf, new PrintOrder("三楼", 1, 1, 1)));
        assertEquals(ErrorCode.PRINTER_FAILED, refused.error());
        assertTrue(refused.details().containsValue("三楼"));
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int page = 0; page < pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.addRect(50 * MILLIMETRE, 60 * MILLIMETRE, 100 * MILLIMETRE, 100 * MILLIMETRE);
                    content.fill();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String body(String postscript) {
        int begin = postscript.indexOf("%%EndProlog");
        return postscript.substring(Math.max(begin, 0));
    }

    /** Width and height in points of the filled path that is no page; lengths on the paper, since the page's scale is counted in. */
    private static double[] square(String postscript) {
        Matcher device = Pattern.compile("72 ([0-9.]+) div").matcher(postscript);
        Matcher scale = Pattern.compile("\\[([0-9.]+) 0\\.0 0\\.0 -([0-9.]+) ").matcher(postscript);
        assertTrue(device.find() && scale.find(), "the page's scale is not found");
        double x = Double.parseDouble(scale.group(1)) * 72 / Double.parseDouble(device.group(1));
        double y = Double.parseDouble(scale.group(2)) * 72 / Double.parseDouble(device.group(1));
        for (String path : body(postscript).split("\nN\n")) {
            List<double[]> points = Pattern.compile("(-?[0-9.]+) (-?[0-9.]+) [ML]\\b").matcher(path).results()
                    .map(point -> new double[]{ Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)) }).toList();
            DoubleSummaryStatistics across = points.stream().mapToDouble(point -> point[0]).summaryStatistics();
            DoubleSummaryStatistics down = points.stream().mapToDouble(point -> point[1]).summaryStatistics();
            if (points.size() >= 4 && across.getMax() - across.getMin() < 500) {
                return new double[]{ (across.getMax() - across.getMin()) * x, (down.getMax() - down.getMin()) * y };
            }
        }
        return new double[2];
    }
}
