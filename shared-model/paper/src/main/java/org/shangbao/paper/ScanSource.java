package org.shangbao.paper;

import java.awt.image.BufferedImage;

/** One opened scan file. Pages come one at a time and are not kept. Not thread-safe. */
interface ScanSource extends AutoCloseable {
    /** Long side of every page picture: A4 at 200 dpi. */
    int LONG_SIDE = 2339;

    /** Number of pages, at least 1. */
    int pageCount();

    /**
     * Reads a page.
     *
     * @param index from 0
     * @throws ScanUnreadableException if the page is damaged or breaks a bound
     */
    PagePicture page(int index) throws ScanUnreadableException;

    @Override
    void close();

    /**
     * A page as a picture.
     *
     * @param picture        of type INT_RGB, long side {@value #LONG_SIDE}
     * @param sourceLongSide pixels along the long side of the largest picture the page was made of; 0 if it has none
     * @param drawnText      true if the page shows text of a font: printed to a file, not scanned
     */
    record PagePicture(BufferedImage picture, int sourceLongSide, boolean drawnText) {}
}
