package org.shangbao.client.print;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.PaperRectangle;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintImage;
import net.sf.jasperreports.engine.base.JRBasePrintLine;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.LineSpacingEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.engine.util.JRTextMeasurerUtil;

/**
 * Draws on one filled page, in millimetres from the upper left corner of the upright sheet. On a landscape page the
 * sheet is the same one turned clockwise, so what is drawn keeps its place on the paper.
 */
final class Canvas {

    private static final double POINTS = 72 / 25.4;

    private final JasperPrint print;
    private final JRPrintPage page;
    private final boolean turned;

    Canvas(JasperPrint print, JRPrintPage page) {
        this.print = print;
        this.page = page;
        this.turned = print.getPageWidth() > print.getPageHeight();
    }

    static int points(double millimetres) { return (int) Math.round(millimetres * POINTS); }

    /** One line of styled text, centred between the upper and lower edge of its box. */
    void text(Typeface face, float size, HorizontalTextAlignEnum align, double x, double y, double width, double height,
            String styled) {
        JRBasePrintText text = new JRBasePrintText(print.getDefaultStyleProvider());
        text.setFontName(face.family());
        text.setBold(face.bold());
        text.setFontSize(size);
        text.setMarkup("styled");
        text.setText(styled);
        text.setHorizontalTextAlign(align);
        text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
        place(text, x, y, width, height);
        text.setRotation(turned ? RotationEnum.RIGHT : RotationEnum.NONE);
        measure(text);
        page.addElement(text);
    }

    /** Lays out text that was not laid out by the filler. */
    static void measure(JRPrintText text) {
        JRTextMeasurerUtil.getInstance(DefaultJasperReportsContext.getInstance()).measureTextElement(text);
    }

    /** A text of several lines at a fixed distance, in points and upright pages only. */
    void block(Typeface face, float size, float lead, HorizontalTextAlignEnum align, int x, int y, int width, int height, String styled) {
        JRBasePrintText text = new JRBasePrintText(print.getDefaultStyleProvider());
        text.setFontName(face.family());
        text.setBold(face.bold());
        text.setFontSize(size);
        text.getParagraph().setLineSpacing(LineSpacingEnum.FIXED);
        text.getParagraph().setLineSpacingSize(lead);
        text.getParagraph().setRightIndent(1);
        text.setMarkup("styled");
        text.setText(styled);
        text.setHorizontalTextAlign(align);
        text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
        text.setX(x);
        text.setY(y);
        text.setWidth(width);
        text.setHeight(height);
        measure(text);
        page.addElement(text);
    }

    /** A horizontal rule, in points of the page as it is filled. */
    void rule(int x, int y, int width, float weight) {
        JRBasePrintLine line = new JRBasePrintLine(print.getDefaultStyleProvider());
        line.getLinePen().setLineWidth(weight);
        line.getLinePen().setLineColor(Color.BLACK);
        line.setX(x);
        line.setY(y);
        line.setWidth(width);
        line.setHeight(1);
        page.addElement(line);
    }

    /** A drawing that fills its box exactly, although elements only stand on whole points. */
    void drawing(VectorDrawing.Shape shape, PaperRectangle place, boolean behind) {
        double left = (turned ? PaperGeometry.SHEET_HEIGHT - place.y() - place.height() : place.x()) * POINTS;
        double top = (turned ? place.x() : place.y()) * POINTS;
        double across = (turned ? place.height() : place.width()) * POINTS;
        double down = (turned ? place.width() : place.height()) * POINTS;
        JRBasePrintImage image = new JRBasePrintImage(print.getDefaultStyleProvider());
        image.setMode(ModeEnum.TRANSPARENT);
        image.setScaleImage(ScaleImageEnum.FILL_FRAME);
        image.setUsingCache(false);
        image.setX((int) Math.floor(left));
        image.setY((int) Math.floor(top));
        image.setWidth((int) Math.ceil(left + across) - image.getX());
        image.setHeight((int) Math.ceil(top + down) - image.getY());
        image.setRenderer(new VectorDrawing(shape, left - image.getX(), top - image.getY(), across, down, turned));
        if (behind) {
            List<JRPrintElement> elements = new ArrayList<>(page.getElements());
            elements.addFirst(image);
            page.setElements(elements);
        } else {
            page.addElement(image);
        }
    }

    private void place(JRPrintText text, double x, double y, double width, double height) {
        text.setX(points(turned ? PaperGeometry.SHEET_HEIGHT - y - height : x));
        text.setY(points(turned ? x : y));
        text.setWidth(points(turned ? height : width));
        text.setHeight(points(turned ? width : height));
    }
}
