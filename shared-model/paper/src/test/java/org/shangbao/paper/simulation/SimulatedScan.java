package org.shangbao.paper.simulation;

import java.util.List;

/**
 * A scan that was made up.
 *
 * @param pdf           the scan as a PDF of one picture a page
 * @param order         page of the paper on each page of the scan, both from 1
 * @param signaturePage page of the paper that was signed or stamped; 0 if there is none
 */
public record SimulatedScan(byte[] pdf, List<Integer> order, int signaturePage) {
    /** Copies the list. */
    public SimulatedScan {
        order = List.copyOf(order);
    }
}
