package org.shangbao.paper.simulation;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Random;

import org.shangbao.paper.PaperGeometry;

/** Draws what offices leave on paper without meaning to. The graphics is scaled to millimetres of the sheet. */
final class SheetDirt {
    private static final Color TEA = new Color(150, 104, 54);

    private SheetDirt() {}

    static void draw(Graphics2D graphics, Damage damage, Random random) {
        for (int stain = 0; stain < damage.stains(); stain++) {
            drawStain(graphics, random);
        }
        for (int fold = 0; fold < damage.folds(); fold++) {
            drawFold(graphics, random);
        }
        graphics.setComposite(AlphaComposite.SrcOver);
        for (int speck = 0; speck < damage.specks(); speck++) {
            double size = 0.15 + random.nextDouble() * 0.45;
            graphics.setColor(new Color(40, 40, 40));
            graphics.fill(new Ellipse2D.Double(random.nextDouble() * PaperGeometry.SHEET_WIDTH, random.nextDouble()
                    * PaperGeometry.SHEET_HEIGHT, size, size));
        }
        for (int streak = 0; streak < damage.streaks(); streak++) {
            graphics.setColor(random.nextBoolean() ? new Color(90, 90, 90) : new Color(235, 235, 235));
            graphics.setStroke(new BasicStroke(0.12f + random.nextFloat() * 0.35f));
            double x = random.nextDouble() * PaperGeometry.SHEET_WIDTH;
            graphics.draw(new Line2D.Double(x, 0, x, PaperGeometry.SHEET_HEIGHT));
        }
    }

    /** The ring of a cup or a blot; one in three touches a code, since that is where it hurts. */
    private static void drawStain(Graphics2D graphics, Random random) {
        boolean atCode = random.nextInt(3) == 0;
        double x = atCode ? PaperGeometry.CODE_A.centreX() + random.nextGaussian() * 10 : random.nextDouble() * PaperGeometry.SHEET_WIDTH;
        double y = atCode ? PaperGeometry.CODE_A.centreY() + random.nextGaussian() * 10 : random.nextDouble() * PaperGeometry.SHEET_HEIGHT;
        double radius = 8 + random.nextDouble() * 30;
        graphics.setColor(TEA);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.15f + random.nextFloat() * 0.25f));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius * 0.9, 2 * radius, 1.8 * radius));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.3f + random.nextFloat() * 0.25f));
        graphics.setStroke(new BasicStroke(1 + random.nextFloat() * 1.5f));
        graphics.draw(new Ellipse2D.Double(x - radius, y - radius * 0.9, 2 * radius, 1.8 * radius));
    }

    /** A shadow on one side, worn toner in the middle. */
    private static void drawFold(Graphics2D graphics, Random random) {
        boolean across = random.nextBoolean();
        double at = (0.05 + random.nextDouble() * 0.9) * (across ? PaperGeometry.SHEET_HEIGHT : PaperGeometry.SHEET_WIDTH);
        double tilt = random.nextGaussian() * 2;
        for (int band = 0; band < 8; band++) {
            graphics.setColor(Color.BLACK);
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.03f));
            drawAcross(graphics, across, at + band * 0.25, tilt, 6f - band * 0.5f);
        }
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.6f));
        graphics.setColor(Color.WHITE);
        drawAcross(graphics, across, at, tilt, 0.15f + random.nextFloat() * 0.35f);
    }

    private static void drawAcross(Graphics2D graphics, boolean across, double at, double tilt, float width) {
        graphics.setStroke(new BasicStroke(width));
        graphics.draw(across
                ? new Line2D.Double(0, at, PaperGeometry.SHEET_WIDTH, at + tilt)
                : new Line2D.Double(at, 0, at + tilt, PaperGeometry.SHEET_HEIGHT));
    }
}
