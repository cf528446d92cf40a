package org.shangbao.paper;

/** The places a code has on the sheet. */
enum CodePlace {
    A(PaperGeometry.SHEET, PaperGeometry.CODE_A), B(PaperGeometry.SHEET, PaperGeometry.CODE_B),
    A_LANDSCAPE(PaperGeometry.SHEET_LANDSCAPE, PaperGeometry.CODE_A_LANDSCAPE),
    B_LANDSCAPE(PaperGeometry.SHEET_LANDSCAPE, PaperGeometry.CODE_B_LANDSCAPE);

    private final PaperRectangle sheet;
    private final PaperRectangle code;

    CodePlace(PaperRectangle sheet, PaperRectangle code) {
        this.sheet = sheet;
        this.code = code;
    }

    PaperRectangle sheet() { return sheet; }

    PaperRectangle code() { return code; }

    /** The other code of the same sheet. */
    CodePlace partner() {
        return switch (this) {
            case A -> B;
            case B -> A;
            case A_LANDSCAPE -> B_LANDSCAPE;
            case B_LANDSCAPE -> A_LANDSCAPE;
        };
    }
}
