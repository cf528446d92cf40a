package org.shangbao.client.ui.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.application.paper.ByHand;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.shangbao.wire.v1.PaperByHand;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Scans on the screen: what is right, what is wrong, how it goes up. */
@ExtendWith(ApplicationExtension.class)
class ScanTakingTest {
    private final PretendOffice office = PretendOffice.county().complete().withPage(PreviewTest.sheet());
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) {
        window = WindowDriver.show(stage, office, Locale.CHINA);
        office.finalizeReport(null);
        office.print(null);
    }

    @Test
    void aWrongPageIsShownWithItsReasonAndCanBePrintedAlone(FxRobot robot) {
        office.withPrinters("HP LaserJet 三楼").takeScan(null, List.of(Path.of("旧.pdf")));
        robot.interact(() -> window.navigator().open("paper"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "paper-wrong-page");
        assertTrue(sees(robot, "第1稿的第3页"));
        assertTrue(sees(robot, "第 7 张，旧.pdf"));
        robot.interact(() -> robot.lookup("#paper-print-3").queryAs(Button.class).fire());
        assertTrue(sees(robot, "第 3 页，共 6 页"));
        assertTrue(robot.lookup("#preview-range-THIS_PAGE").query().getStyleClass().contains("marked"));
    }

    @Test
    void filesInTheScannersFolderAreTakenOnlyWhenAskedFor(FxRobot robot) {
        office.scanner.choose(Path.of("扫描"));
        office.scanner.appear(Path.of("扫描", "20241024.pdf"));
        robot.interact(() -> window.navigator().open("paper"));
        assertTrue(sees(robot, "扫描文件夹里有 1 个新文件"));
        assertFalse(office.state(null).complete(), "nothing is taken unasked");
        robot.interact(() -> WindowDriver.picture(window, "paper-folder"));
        robot.interact(() -> robot.lookup("#paper-take-offered").queryAs(Button.class).fire());
        assertTrue(office.state(null).complete());
        assertFalse(sees(robot, "扫描文件夹里有 1 个新文件"));
    }

    @Test
    void sizeAndTimeOfTheWayUpAreShownAndASlowLinkCanBeChosen(FxRobot robot) {
        office.takeScan(null, List.of(Path.of("全.pdf")));
        robot.interact(() -> window.navigator().open("paper"));
        assertTrue(sees(robot, "约 4 分钟"));
        assertTrue(sees(robot, "按上次网速 64 kbit/s 估算"));
        robot.interact(() -> robot.lookup("#paper-link-slow").queryAs(Button.class).fire());
        assertEquals("SLOW", office.state(null).sending().link().name());
        assertTrue(sees(robot, "缩成黑白再发"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "paper-sending");
    }

    @Test
    void anUnreadPageIsTakenInByItsCheckCodeAndShownAsNotMachineRead(FxRobot robot) {
        office.scanner.choose(Path.of("扫描"));
        office.scanner.appear(Path.of("扫描", "旧.pdf"));
        robot.interact(() -> window.navigator().open("paper"));
        robot.interact(() -> robot.lookup("#paper-take-offered").queryAs(Button.class).fire());
        assertTrue(sees(robot, "二维码读不出来"));
        assertTrue(robot.lookup("#paper-by-hand").queryAs(Button.class).isDisabled(), "nothing is said yet");
        robot.interact(() -> {
            robot.lookup("#paper-check-code").queryAs(TextField.class).setText("KD25 HIAR");
            robot.lookup("#paper-by-hand-reason").queryAs(TextField.class).setText("旧复印机");
        });
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "paper-by-hand");
        robot.interact(() -> {
            robot.lookup("#paper-check-code").queryAs(TextField.class).setText("KD25 HIAR");
            robot.lookup("#paper-by-hand-reason").queryAs(TextField.class).setText("旧复印机");
            robot.lookup("#paper-by-hand").queryAs(Button.class).fire();
        });
        assertEquals(new ByHand(PaperByHand.Manner.CHECK_CODE, "KD25 HIAR", List.of(), "旧复印机"), office.said());
        assertTrue(sees(robot, "未机读"));
        assertFalse(robot.lookup("#paper-submit").queryAs(Button.class).isDisabled());
    }

    private static boolean sees(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Label label && label.getText() != null && label.getText().contains(words))
                .tryQuery().isPresent();
    }
}
