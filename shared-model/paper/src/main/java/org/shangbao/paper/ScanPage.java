package org.shangbao.paper;

import org.jspecify.annotations.Nullable;

/**
 * What was found on one page of a scan.
 *
 * @param position        place in the scan as people count, from 1, over all files
 * @param file            file the page is in, from 1, in the order handed over
 * @param pageInFile      page of that file, from 1
 * @param finding         what became of the codes
 * @param code            what the codes say; null unless {@code finding} is {@link CodeFinding#READ}
 * @param codesRead       how many of the two codes were read, 0 to 2
 * @param rotationDegrees how far the page is turned clockwise in the scan, −180 to 180; 0 if no code was read
 * @param resolution      dots per inch of the scan if the page is A4; 0 if unknown
 * @param legibility      how well the page can be read
 * @param stamp           what was made out of the stamp
 * @param ink             what was made out of the signature
 * @param drawnText       true if the page shows text of a font: it was printed to a file and never was on paper
 * @param frame           where the sheet lies in the picture of the page; null if no code was read
 */
public record ScanPage(int position, int file, int pageInFile, CodeFinding finding, @Nullable QrText code, int codesRead,
        double rotationDegrees,
        int resolution, Legibility legibility, StampAdvice stamp, InkAdvice ink, boolean drawnText, @Nullable PageFrame frame) {

    /** Dots per inch below which a picture on the page cannot be the page: codes and logos are some hundred dots wide. */
    private static final int LEAST_SHEET_RESOLUTION = 40;

    /**
     * True if the page was printed into a file and never scanned: it shows text of a font and no picture of a sheet. The printed file carries
     * the right codes, so codes alone do not show that there ever was paper. A scanner's invisible text layer is not shown, and a scanning
     * program's caption stands over a picture of the page: neither counts.
     */
    public boolean isNeverOnPaper() { return drawnText && resolution < LEAST_SHEET_RESOLUTION; }

    /** Returns the page as a person told it; no code was read on it. */
    ScanPage toldByEye(QrText told) {
        return new ScanPage(position, file, pageInFile, CodeFinding.READ, told, 0, rotationDegrees, resolution, legibility, stamp, ink,
                drawnText, frame);
    }

    /**
     * Returns the page with millimetres counted on the lying sheet, for crops of a landscape annex. Its codes are turned with the sheet, so
     * only who printed the page knows that it is read lying; a page that is known to lie already, or has no frame, is returned as it is.
     */
    public ScanPage readLying() {
        PageFrame upright = frame;
        if (upright == null || upright.landscape()) {
            return this;
        }
        return new ScanPage(position, file, pageInFile, finding, code, codesRead, rotationDegrees, resolution, legibility, stamp, ink,
                drawnText,
                upright.lying());
    }
}
