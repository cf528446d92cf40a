package org.shangbao.paper;

/**
 * Where things are on every sheet, in millimetres from the upper left corner. Printer and scan reader both work from here, so a number
 * changes for both or for neither; papers already printed keep the old one, hence these do not change within format {@code SB1}.
 */
public final class PaperGeometry {
    /** Width of A4 upright. */
    public static final double SHEET_WIDTH = 210;
    /** Height of A4 upright. */
    public static final double SHEET_HEIGHT = 297;
    /** Side of a code without its quiet zone. */
    public static final double CODE_SIZE = 25;
    /** Side of one module, 25 / 33 = 0.758. */
    public static final double CODE_MODULE = CODE_SIZE / QrImage.SIZE;
    /** White kept round a code: four modules. */
    public static final double CODE_QUIET_ZONE = QrImage.QUIET_ZONE * CODE_MODULE;

    /** The whole upright sheet. */
    public static final PaperRectangle SHEET = new PaperRectangle(0, 0, SHEET_WIDTH, SHEET_HEIGHT);
    /** The whole sheet lying, as a landscape annex is read. */
    public static final PaperRectangle SHEET_LANDSCAPE = new PaperRectangle(0, 0, SHEET_HEIGHT, SHEET_WIDTH);
    /** 版心, the area of the text. */
    public static final PaperRectangle TEXT_AREA = new PaperRectangle(28, 37, 156, 225);
    /** Code A, upper right. */
    public static final PaperRectangle CODE_A = new PaperRectangle(159, 8.5, CODE_SIZE, CODE_SIZE);
    /** Code B, lower left. */
    public static final PaperRectangle CODE_B = new PaperRectangle(28, 265, CODE_SIZE, CODE_SIZE);
    /** Code A on a landscape sheet: the same place on the sheet, turned clockwise by 90°. */
    public static final PaperRectangle CODE_A_LANDSCAPE = new PaperRectangle(263.5, 159, CODE_SIZE, CODE_SIZE);
    /** Code B on a landscape sheet. */
    public static final PaperRectangle CODE_B_LANDSCAPE = new PaperRectangle(7, 28, CODE_SIZE, CODE_SIZE);

    /** 签章区, always at the bottom of the 版心. */
    public static final PaperRectangle SIGNATURE_BLOCK = new PaperRectangle(28, 208, 156, 54);
    /** 盖章处, the square for the stamp. */
    public static final PaperRectangle STAMP_SQUARE = new PaperRectangle(134, 210, 50, 50);
    /** Where 负责同志 signs: right of the label, down to the line at y 223. */
    public static final PaperRectangle SIGNATURE_LINE = new PaperRectangle(63, 209, 63, 14);

    private PaperGeometry() {}
}
