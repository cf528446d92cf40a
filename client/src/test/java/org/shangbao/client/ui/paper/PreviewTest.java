package org.shangbao.client.ui.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.application.paper.Printers.PrintOrder;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Looking at the print and handing it to a printer. */
@ExtendWith(ApplicationExtension.class)
class PreviewTest {
    private final PretendOffice office = PretendOffice.county().complete().withPage(sheet());
    private ShangbaoWindow window;
    private Stage stage;

    @Start
    void start(Stage given) { stage = given; }

    @Test
    void printIsLookedAtAndOnePageHandedToThePrinterByKeys(FxRobot robot) {
        show(robot, office.withPrinters("HP LaserJet 三楼", "教育局 富士施乐"));
        finalizeAndOpen(robot);
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "paper");
        assertEquals(List.of(), WindowDriver.cut(robot, window.scene(), window.messages()));
        press(robot, KeyCode.CONTROL, KeyCode.P);
        assertTrue(robot.lookup("#preview").query().isVisible());
        assertTrue(sees(robot, "第 1 页，共 6 页"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "paper-preview");
        robot.type(KeyCode.PAGE_DOWN);
        robot.type(KeyCode.PAGE_DOWN);
        assertTrue(sees(robot, "第 3 页，共 6 页"));
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
        assertTrue(sees(robot, "100 %"));
        press(robot, KeyCode.CONTROL, KeyCode.EQUALS);
        assertTrue(sees(robot, "125 %"));
        press(robot, KeyCode.CONTROL, KeyCode.MINUS);
        press(robot, KeyCode.CONTROL, KeyCode.MINUS);
        assertTrue(sees(robot, "75 %"));
        robot.interact(() -> robot.lookup("#preview-range-THIS_PAGE").queryAs(Button.class).fire());
        press(robot, KeyCode.CONTROL, KeyCode.P);
        assertEquals(List.of(new PrintOrder("HP LaserJet 三楼", 3, 3, 1)), office.orders());
        robot.type(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#preview").query().isVisible());
        robot.interact(() -> assertEquals("paper-scan", window.scene().getFocusOwner().getId()));
    }

    @Test
    void withoutAPrinterSavingIsTheBlueButton(FxRobot robot) {
        show(robot, office);
        finalizeAndOpen(robot);
        press(robot, KeyCode.CONTROL, KeyCode.P);
        assertTrue(robot.lookup("#preview-print").tryQuery().isEmpty());
        assertTrue(sees(robot, "这台电脑没有装打印机"));
        robot.interact(() -> assertEquals("preview-save", window.scene().getFocusOwner().getId()));
        robot.interact(() -> WindowDriver.picture(window, "paper-preview-no-printer"));
    }

    @Test
    void blankFormAndDraftAreOfferedBeforeAnythingIsFinalized(FxRobot robot) {
        show(robot, office.withPrinters("HP LaserJet 三楼"));
        robot.interact(() -> window.navigator().open("paper"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "paper-not-finalized");
        robot.interact(() -> robot.lookup("#paper-blank").queryAs(Button.class).fire());
        assertTrue(sees(robot, "空表"));
        press(robot, KeyCode.CONTROL, KeyCode.P);
        assertEquals(List.of(new PrintOrder("HP LaserJet 三楼", 1, 1, 1)), office.orders());
    }

    private void finalizeAndOpen(FxRobot robot) {
        robot.interact(() -> {
            office.finalizeReport(null);
            window.navigator().open("paper");
        });
    }

    private void show(FxRobot robot, PretendOffice shown) { robot.interact(() -> window = WindowDriver.show(stage, shown, Locale.CHINA)); }

    private static void press(FxRobot robot, KeyCode modifier, KeyCode key) { robot.press(modifier, key).release(key, modifier); }

    private static boolean sees(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Label label && label.getText() != null && label.getText().contains(words))
                .tryQuery().isPresent();
    }

    /** A page that is recognised as one: frame, lines, codes as squares. */
    static byte[] sheet() {
        BufferedImage page = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 827, 1169);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.DIALOG, Font.BOLD, 30));
        graphics.setStroke(new BasicStroke(2));
        graphics.drawRect(110, 146, 614, 886);
        for (int line = 190; line < 1000; line += 44) {
            graphics.drawLine(110, line, 724, line);
        }
        graphics.fillRect(626, 34, 98, 98);
        graphics.fillRect(110, 1043, 98, 98);
        graphics.dispose();
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(page, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
