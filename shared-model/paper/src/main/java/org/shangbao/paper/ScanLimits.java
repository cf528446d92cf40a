package org.shangbao.paper;

/**
 * How much of a scan is read before it is refused; scans come from anywhere.
 *
 * @param maxBytes         bytes of all files of one scan together
 * @param maxPages         pages of all files of one scan together
 * @param maxPicturePixels pixels of one picture; A4 at 600 dpi has 35 million
 * @param maxUnpackedBytes bytes one packed stream of a PDF may unfold to
 * @param maxOperators     drawing operators on one page of a PDF; a scanned page with recognised text behind it has some ten thousand
 */
public record ScanLimits(int maxBytes, int maxPages, long maxPicturePixels, long maxUnpackedBytes, int maxOperators) {
    /** Pages of a PDF larger than this in either direction are refused; the largest page Acrobat takes, in points. */
    static final float MAX_PAGE_POINTS = 14_400;

    /** Bounds that a report of 30 pages scanned at 600 dpi and photographs of 50 million pixels stay within. */
    public static final ScanLimits STANDARD = new ScanLimits(100 << 20, 60, 52_000_000, 160_000_000, 300_000);

    /** @throws IllegalArgumentException if a bound is not greater than 0 */
    public ScanLimits {
        if (maxBytes < 1 || maxPages < 1 || maxPicturePixels < 1 || maxUnpackedBytes < 1 || maxOperators < 1) {
            throw new IllegalArgumentException("a bound must be greater than 0");
        }
    }
}
