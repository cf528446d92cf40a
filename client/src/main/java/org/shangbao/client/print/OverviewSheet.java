package org.shangbao.client.print;

import java.awt.Color;

import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintRectangle;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.LineSpacingEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/** One landscape sheet of an overview: cells, heads and frames, in points of the page. */
final class OverviewSheet {

    private static final float FRAME = 1.28f;
    private static final float RULE = 0.51f;
    private static final float SIZE = 7;
    private static final float LEAD = 7.4f;
    private static final int PADDING = 2;
    /** Higher than any head; a text that is measured is cut to it. */
    private static final int MOST = 300;

    private final JasperPrint print;
    private final JRPrintPage page;
    private final StyledText styled;
    private int headHeight;

    OverviewSheet(JasperPrint print, JRPrintPage page, StyledText styled) {
        this.print = print;
        this.page = page;
        this.styled = styled;
    }

    /** Height a text needs in a cell of a width. */
    static int heightOf(StyledText styled, Typeface face, float size, int width, String text) {
        if (text.isEmpty() || styled.width(face, size, text) < width - 2 * PADDING - 2) {
            return Math.round(LEAD) + 4;
        }
        JRBasePrintText measured = make(new JasperPrint(), styled, face, size, HorizontalTextAlignEnum.LEFT, width, MOST, text);
        return (int) Math.ceil(measured.getTextHeight()) + 4;
    }

    int headHeight() { return headHeight; }

    /** A text without rules round it. */
    void text(Typeface face, float size, HorizontalTextAlignEnum align, int x, int y, int width, int height, String text) {
        JRBasePrintText element = make(print, styled, face, size, align, width, height, text);
        element.setX(x);
        element.setY(y);
        page.addElement(element);
    }

    void cell(Typeface face, HorizontalTextAlignEnum align, int x, int y, int width, int height, String text) {
        box(x, y, width, height, RULE);
        if (!text.isEmpty()) {
            text(face, SIZE, align, x, y, width, height, text);
        }
    }

    void head(int x, int y, int width, int height, String text) {
        cell(Typeface.HEI_BOLD, HorizontalTextAlignEnum.CENTER, x, y, width, height, text);
        headHeight = Math.max(headHeight, height);
    }

    /** A cell over several rows; where the name does not fit the number alone stands. */
    void group(int x, int y, int width, int height, String text) {
        int lines = text.indexOf('\n');
        boolean fits = lines < 0 || heightOf(styled, Typeface.HEI_BOLD, SIZE, width, text) <= height;
        cell(Typeface.HEI_BOLD, HorizontalTextAlignEnum.CENTER, x, y, width, height, fits ? text : text.substring(0, lines));
    }

    /** The frame round the table and the rule under its head. */
    void frame(int x, int y, int width, int height, int head) {
        new Canvas(print, page).rule(x, y + head, width, 1);
        box(x, y, width, height, FRAME);
    }

    private void box(int x, int y, int width, int height, float weight) {
        JRBasePrintRectangle box = new JRBasePrintRectangle(print.getDefaultStyleProvider());
        box.setMode(ModeEnum.TRANSPARENT);
        box.getLinePen().setLineWidth(weight);
        box.getLinePen().setLineColor(Color.BLACK);
        box.setX(x);
        box.setY(y);
        box.setWidth(width);
        box.setHeight(height);
        page.addElement(box);
    }

    private static JRBasePrintText make(JasperPrint print, StyledText styled, Typeface face, float size, HorizontalTextAlignEnum align,
            int width, int height, String text) {
        JRBasePrintText element = new JRBasePrintText(print.getDefaultStyleProvider());
        element.setFontName(face.family());
        element.setBold(face.bold());
        element.setFontSize(size);
        if (size <= SIZE) {
            element.getParagraph().setLineSpacing(LineSpacingEnum.FIXED);
            element.getParagraph().setLineSpacingSize(LEAD);
        }
        element.getLineBox().setLeftPadding(PADDING);
        element.getLineBox().setRightPadding(PADDING);
        element.setMarkup("styled");
        element.setText(styled.in(face, text));
        element.setHorizontalTextAlign(align);
        element.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
        element.setWidth(width);
        element.setHeight(height);
        Canvas.measure(element);
        return element;
    }
}
