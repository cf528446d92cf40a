package org.shangbao.client.ui.fill;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.kordamp.ikonli.javafx.FontIcon;
import org.shangbao.client.ui.common.Controls;

/**
 * A blank with its unit and the punctuation behind it, one piece within a sentence. Claims only the height of a line of text, so that lines
 * with and without blanks are equally far apart; the field itself reaches a little above and below.
 */
final class InlineBlank extends Region {
    private static final double FIELD_HEIGHT = 28;
    private static final double LINE_ASCENT = 18.4;
    private static final double LINE_HEIGHT = 23;
    private static final double FIELD_TOP = -2.5;
    private static final double GAP = 4;
    private static final double LEAST_WIDTH = 68;
    private static final double MOST_WIDTH = 130;
    private static final double DIGIT_WIDTH = 9.2;
    private static final double PADDING = 18;
    private static final double MARK_WIDTH = 22;

    private final BlankField field;
    private final Text tail;
    private final FontIcon mark = Controls.icon("fth-minus");
    private final double scale;
    private double fieldWidth = LEAST_WIDTH;

    /** A blank in a sentence whose letters are {@code scale} times as large as designed. */
    InlineBlank(BlankField field, String unitAndPunctuation, double scale) {
        this.field = field;
        this.scale = scale;
        tail = new Text(unitAndPunctuation);
        tail.getStyleClass().add("paper-text");
        tail.setTextOrigin(VPos.BASELINE);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        // placed here and nowhere else: what is typed must not make the whole sheet be laid out
        field.setManaged(false);
        getChildren().addAll(field, mark, tail);
    }

    BlankField field() { return field; }

    void show(BlankContent content, String word) {
        field.show(content, word);
        boolean marked = content.state().showsMark();
        mark.setVisible(marked);
        mark.setIconLiteral(content.state().mark().icon());
        mark.getStyleClass().removeIf(styleClass -> styleClass.startsWith("tone-"));
        mark.getStyleClass().add("tone-" + (content.state() == BlankState.EXPLAINED ? "blue" : content.state().mark().tone()));
        int length = Math.max(content.shown().length(), content.shown().isEmpty() ? 3 : 1);
        double wanted = content.shown().codePoints().mapToDouble(letter -> letter > 0x2E80 ? 16 : DIGIT_WIDTH).sum();
        double width = Math.max(wanted, length) + PADDING + (marked ? MARK_WIDTH : 0);
        fieldWidth = Math.rint(scale * Math.clamp(width, LEAST_WIDTH, MOST_WIDTH));
        requestLayout();
    }

    /** Hides the mark while somebody types, so that it does not stand over the text. */
    void showMark(boolean visible) {
        mark.setOpacity(visible ? 1 : 0);
    }

    @Override
    protected double computePrefWidth(double height) { return GAP + fieldWidth + GAP + tail.getLayoutBounds().getWidth(); }

    @Override
    protected double computePrefHeight(double width) { return LINE_HEIGHT * scale; }

    @Override
    protected double computeMinWidth(double height) { return computePrefWidth(height); }

    @Override
    public double getBaselineOffset() { return LINE_ASCENT * scale; }

    @Override
    protected void layoutChildren() {
        field.resizeRelocate(GAP, FIELD_TOP * scale, fieldWidth, Math.rint(FIELD_HEIGHT * scale));
        tail.setX(GAP + fieldWidth + GAP);
        tail.setY(LINE_ASCENT * scale);
        mark.relocate(GAP + 8, (FIELD_TOP + 6) * scale);
    }
}
