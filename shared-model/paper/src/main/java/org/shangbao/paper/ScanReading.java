package org.shangbao.paper;

import java.util.List;

/** What came of reading a scan: all its pages, or the reason why not. */
public sealed interface ScanReading {
    /**
     * The scan was read to its last page.
     *
     * @param pages in the order of the scan, at least one
     */
    record Read(List<ScanPage> pages) implements ScanReading {
        /** Copies the list. */
        public Read {
            pages = List.copyOf(pages);
        }
    }

    /**
     * The scan was not read; nothing is known of its pages.
     *
     * @param file    the file that could not be read, from 1; 0 if it is about all of them together
     * @param refusal why
     */
    record Refused(int file, ScanRefusal refusal) implements ScanReading {}
}
