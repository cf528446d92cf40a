package org.shangbao.paper;

/** How well a page can be read, judged by its codes and resolution. Advice for people. */
public enum Legibility {
    /** The code was read at once, with good contrast. */
    GOOD,
    /** The code needed treatment, or the resolution is below 145 dpi. */
    FAIR,
    /** The code was hard to read, contrast is poor or the resolution is below 115 dpi: better scan again. */
    POOR,
    /** No code of ours was read, so nothing is known. */
    UNKNOWN
}
