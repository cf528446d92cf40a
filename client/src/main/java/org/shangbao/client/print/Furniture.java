package org.shangbao.client.print;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.QrImage;

import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;

/**
 * The second half of the finishing pass: what stands in the margins of every page over all parts. Places are fixed in
 * millimetres because the scanner looks there.
 */
final class Furniture {

    private final StyledText styled;
    private final List<String> firstHead;
    private final String laterHead;
    private final String footLine;
    private final String revisionLine;
    private final @Nullable PaperCoding coding;
    private final @Nullable DraftMark mark;

    /**
     * @param firstHead lines above the first page's body, styled for Song
     * @param laterHead line above the later pages' body, styled for Song
     * @param footLine words at the foot, styled for Hei
     */
    Furniture(StyledText styled, List<String> firstHead, String laterHead, String footLine, String revisionLine,
            @Nullable PaperCoding coding, @Nullable DraftMark mark) {
        this.styled = styled;
        this.firstHead = firstHead;
        this.laterHead = laterHead;
        this.footLine = footLine;
        this.revisionLine = revisionLine;
        this.coding = coding;
        this.mark = mark;
    }

    static Furniture of(PrintableReport report, StyledText styled) {
        PaperHead head = report.head();
        String issuer = switch (report.kind()) {
            case COUNTY, SUMMARY -> styled.in(Typeface.SONG, PaperWords.of("head.issuer", head.issuer()));
            case DRAFT -> styled.run(Typeface.HEI_BOLD, 0, PaperWords.of("head.draft"));
            case BLANK -> "";
        };
        List<String> first = List.of(issuer, styled.in(Typeface.SONG, PaperWords.of("head.document", head.documentNumber())),
                styled.in(Typeface.SONG, PaperWords.of("head.edition", head.editionVersion())));
        String later = styled.run(Typeface.HEI_BOLD, 0, head.runningUnit()) + styled.in(Typeface.SONG, "　" + head.runningTitle());
        PaperCoding coding = report.coding();
        String foot = coding == null
                ? styled.in(Typeface.HEI, PaperWords.of(report.kind() == PrintableReport.Kind.DRAFT ? "foot.draft" : "foot.blank"))
                : foot("foot.number", coding, styled);
        DraftMark mark = report.kind() == PrintableReport.Kind.DRAFT
                ? new DraftMark(styled.font(Typeface.HEI_BOLD), PaperWords.of("draft.mark"))
                : null;
        return new Furniture(styled, first, later, foot, report.revisionLine(), coding, mark);
    }

    static Furniture of(PrintableSignOff sheet, StyledText styled) {
        String issuer = styled.run(Typeface.HEI_BOLD, 0, sheet.issuer());
        return new Furniture(styled, List.of("", "", issuer), issuer, foot("foot.signoff", sheet.coding(), styled), sheet.revisionLine(),
                sheet.coding(), null);
    }

    private static String foot(String label, PaperCoding coding, StyledText styled) {
        return styled.in(Typeface.HEI, PaperWords.of(label) + " " + coding.number() + "　" + PaperWords.of("foot.check") + " ")
                + styled.run(Typeface.HEI_BOLD, 0, coding.checkCode());
    }

    /** Draws on every page of all parts. */
    int draw(List<JasperPrint> parts) {
        int pages = parts.stream().mapToInt(part -> part.getPages().size()).sum();
        int number = 0;
        for (JasperPrint part : parts) {
            for (JRPrintPage page : part.getPages()) {
                number++;
                draw(new Canvas(part, page), number, pages);
            }
        }
        return pages;
    }

    private void draw(Canvas canvas, int page, int pages) {
        if (mark != null) {
            canvas.drawing(mark, PaperGeometry.SHEET, true);
        }
        if (page == 1) {
            for (int line = 0; line < firstHead.size(); line++) {
                if (!firstHead.get(line).isEmpty()) {
                    canvas.text(Typeface.SONG, 9, HorizontalTextAlignEnum.LEFT, 28, 20.05 + 4.7 * line, 126, 7, firstHead.get(line));
                }
            }
        } else {
            canvas.text(Typeface.SONG, 9, HorizontalTextAlignEnum.LEFT, 28, 29.45, 126, 7, laterHead);
        }
        double footLeft = coding == null ? 28 : 58;
        canvas.text(Typeface.HEI, 9, HorizontalTextAlignEnum.LEFT, footLeft, 265.1, 140 - footLeft + 14, 7, footLine);
        canvas.text(Typeface.SONG, 12, HorizontalTextAlignEnum.RIGHT, 144, 264.9, 40, 7.4,
                styled.in(Typeface.SONG, PaperWords.of("foot.page", page, pages)));
        canvas.text(Typeface.SONG, 7.5f, HorizontalTextAlignEnum.LEFT, footLeft, 271.4, 184 - footLeft, 6,
                styled.in(Typeface.SONG, revisionLine));
        if (coding != null) {
            QrDrawing code = new QrDrawing(QrImage.of(coding.page(page, pages)));
            canvas.drawing(code, PaperGeometry.CODE_A, false);
            canvas.drawing(code, PaperGeometry.CODE_B, false);
        }
    }
}
