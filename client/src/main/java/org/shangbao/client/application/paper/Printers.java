package org.shangbao.client.application.paper;

import java.util.List;

import org.shangbao.model.error.ReportingException;

/** Printers of this computer. Calls may ask the network; never call from the UI thread. Safe to share between threads. */
public interface Printers {

    /** Returns the printers that take whole documents, the computer's usual one first; empty if none is installed. */
    List<Printer> all();

    /**
     * Hands pages of one of our own prints to a printer: A4, at their own size, one-sided, portrait or landscape as each page is. Given up, it
     * ends before the next page; what the printer has by then it may still print.
     *
     * @throws ReportingException PRINTER_FAILED if the printer is gone or refuses; PRINT_RANGE if the pages are not there
     */
    void print(byte[] pdf, PrintOrder order) throws ReportingException;

    /**
     * A printer.
     *
     * @param name  as the system calls it
     * @param usual true for the one the system takes if nobody chooses
     */
    record Printer(String name, boolean usual) {}

    /**
     * What is to be printed.
     *
     * @param printer   name of the printer
     * @param firstPage from 1
     * @param lastPage  not before the first
     * @param copies    1 to {@value #MOST_COPIES}
     */
    record PrintOrder(String printer, int firstPage, int lastPage, int copies) {
        /** Most copies at once; a slip of the finger must not empty the paper tray. */
        public static final int MOST_COPIES = 20;

        /** @throws IllegalArgumentException if a number is out of its bounds */
        public PrintOrder {
            if (firstPage < 1 || lastPage < firstPage || copies < 1 || copies > MOST_COPIES) {
                throw new IllegalArgumentException("pages " + firstPage + "–" + lastPage + ", copies " + copies);
            }
        }
    }
}
