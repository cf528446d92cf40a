package org.shangbao.client.scan;

import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.PrinterAbortException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.Sides;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.printing.PDFPrintable;
import org.apache.pdfbox.printing.Scaling;
import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.Printers;
import org.shangbao.client.application.progress.Progress;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/**
 * {@link Printers} by {@code javax.print}, which needs no AWT window. Each page is drawn at 100 %: a scaled code is a code in the wrong
 * place, and a scaled 盖章处 is too small for the stamp.
 */
public final class SystemPrinters implements Printers {
    private static final DocFlavor FLAVOR = DocFlavor.SERVICE_FORMATTED.PAGEABLE;
    /** A4 in points; what 210 mm × 297 mm come to. */
    private static final double A4_SHORT = 595.276;
    private static final double A4_LONG = 841.89;

    private final Supplier<PrintService[]> services;
    private final Supplier<@Nullable PrintService> usual;

    /** The printers the system knows. */
    public SystemPrinters() {
        this(() -> PrintServiceLookup.lookupPrintServices(FLAVOR, null), PrintServiceLookup::lookupDefaultPrintService);
    }

    SystemPrinters(Supplier<PrintService[]> services, Supplier<@Nullable PrintService> usual) {
        this.services = services;
        this.usual = usual;
    }

    @Override
    public List<Printer> all() {
        PrintService first = usual.get();
        String name = first == null ? "" : first.getName();
        return Arrays.stream(services.get()).map(service -> new Printer(service.getName(), service.getName().equals(name)))
                .sorted((one, other) -> Boolean.compare(other.usual(), one.usual())).toList();
    }

    @Override
    public void print(byte[] pdf, PrintOrder order) throws ReportingException {
        PrintService service = Arrays.stream(services.get()).filter(found -> found.getName().equals(order.printer())).findFirst()
                .orElseThrow(() -> failed(order.printer(), null));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (order.lastPage() > document.getNumberOfPages()) {
                throw new ReportingException(ErrorCode.PRINT_RANGE,
                        Map.of("page", Integer.toString(order.lastPage()), "pages", Integer.toString(document.getNumberOfPages())));
            }
            try {
                Doc doc = new SimpleDoc(pageable(document, order), FLAVOR, null);
                service.createPrintJob().print(doc, attributes(service, order));
            } catch (PrintException e) {
                Watched.current().orGiveUp();
                throw failed(order.printer(), e);
            }
        } catch (IOException e) {
            throw failed(order.printer(), e);
        }
    }

    private static ReportingException failed(String printer, @Nullable Exception cause) {
        return new ReportingException(ErrorCode.PRINTER_FAILED, Map.of("printer", printer), cause);
    }

    private static Pageable pageable(PDDocument document, PrintOrder order) {
        Book book = new Book();
        // asked here, since a driver may draw the pages on a thread of its own
        Progress waiting = Watched.current();
        for (int number = order.firstPage(); number <= order.lastPage(); number++) {
            PDFPrintable printable = new PDFPrintable(document, Scaling.ACTUAL_SIZE, false, 0, false);
            int index = number - 1;
            book.append((graphics, format, ignored) -> {
                if (waiting.isGivenUp()) {
                    throw new PrinterAbortException();
                }
                waiting.at((long) index + 1 - order.firstPage(), (long) order.lastPage() + 1 - order.firstPage());
                return printable.print(graphics, format, index);
            }, format(document.getPage(index)));
        }
        return book;
    }

    /** The whole sheet may be drawn on: the margins are in the page already, and a margin more would scale or shift it. */
    private static PageFormat format(PDPage page) {
        Paper paper = new Paper();
        paper.setSize(A4_SHORT, A4_LONG);
        paper.setImageableArea(0, 0, A4_SHORT, A4_LONG);
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        boolean lies = page.getMediaBox().getWidth() > page.getMediaBox().getHeight() != (page.getRotation() % 180 != 0);
        format.setOrientation(lies ? PageFormat.LANDSCAPE : PageFormat.PORTRAIT);
        return format;
    }

    /** What this printer understands of what is wanted; an attribute a printer does not know would make some of them refuse the job. */
    private static PrintRequestAttributeSet attributes(PrintService service, PrintOrder order) {
        List<javax.print.attribute.PrintRequestAttribute> wanted = new ArrayList<>(
                List.of(MediaSizeName.ISO_A4, Sides.ONE_SIDED, new JobName("Shangbao", null)));
        if (order.copies() > 1) {
            wanted.add(new Copies(order.copies()));
        }
        PrintRequestAttributeSet attributes = new HashPrintRequestAttributeSet();
        wanted.stream().filter(attribute -> service.isAttributeCategorySupported(attribute.getCategory())).forEach(attributes::add);
        return attributes;
    }
}
