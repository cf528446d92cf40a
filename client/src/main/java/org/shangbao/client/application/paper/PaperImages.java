package org.shangbao.client.application.paper;

import java.util.List;

import org.shangbao.client.application.store.SentAs;
import org.shangbao.model.error.ReportingException;
import org.shangbao.paper.ScanPage;

/** Pictures and files of paper pages. Safe to share between threads; never call from the UI thread. */
public interface PaperImages {
    /** Finest resolution that is drawn. */
    int MOST_DOTS_PER_INCH = 300;

    /**
     * Draws a page of one of our own prints.
     *
     * @param page from 1
     * @return PNG
     * @throws ReportingException SCAN_UNREADABLE if there is no such page
     */
    byte[] printedPage(byte[] pdf, int page, int dotsPerInch) throws ReportingException;

    /**
     * Draws a page of a scan upright, cut to the sheet.
     *
     * @param file whole scan file
     * @param page as the reader found it in that file
     * @return PNG
     * @throws ReportingException SCAN_UNREADABLE
     */
    byte[] scannedPage(byte[] file, ScanPage page, int dotsPerInch) throws ReportingException;

    /**
     * Packs pages of scan files into one PDF for the way up, each straightened and cut to the sheet, in the order given.
     *
     * @param how           COLOUR or BLACK_AND_WHITE
     * @param signaturePage place in {@code pages} of the page with the signature block, from 1; 0 if it is not known
     * @param done          called after each page; what it throws ends the packing
     * @throws ReportingException SCAN_UNREADABLE
     */
    byte[] pack(List<byte[]> files, List<ScanPage> pages, SentAs how, int signaturePage, Runnable done) throws ReportingException;

    /** Returns which page of one of our own prints carries the signature block, 0 if none does. */
    int signaturePage(byte[] pdf) throws ReportingException;

    /**
     * Puts pages of several scan files into one PDF, in the order given; the pictures are not changed.
     *
     * @throws ReportingException SCAN_UNREADABLE
     */
    byte[] merge(List<byte[]> files, List<ScanPage> pages) throws ReportingException;
}
