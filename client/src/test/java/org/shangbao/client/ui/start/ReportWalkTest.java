package org.shangbao.client.ui.start;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.model.report.ReportStatus;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From the last finding to the submitted report, by keys. */
@ExtendWith(ApplicationExtension.class)
class ReportWalkTest {
    private final PretendOffice office = PretendOffice.county().complete().with("3.1.2", "42000");
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) { window = WindowDriver.show(stage, office, Locale.CHINA); }

    @Test
    void findingIsExplainedThenTheReportIsFinalizedPrintedScannedAndSubmitted(FxRobot robot) {
        robot.interact(() -> window.navigator().open("fill", "3.1.2"));
        robot.type(KeyCode.F9);
        assertEquals("check", window.openScreen());
        Button finish = robot.lookup("#step-action").queryAs(Button.class);
        assertTrue(finish.isDisabled(), "an unexplained finding is open");
        TextArea reason = robot.lookup("#explanation").queryAs(TextArea.class);
        assertTrue(reason.isFocused());
        robot.interact(() -> reason.replaceSelection("核实无误"));
        assertTrue(sees(robot, "还不够"));
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        assertTrue(robot.lookup("#step-action").queryAs(Button.class).isDisabled(), "an assurance is no reason");
        robot.interact(() -> window.navigator().open("check"));
        robot.interact(() -> {
            reasonField(robot).clear();
            reasonField(robot).replaceSelection("9月新建的两所学校投入使用，按省厅新口径列为优质学校，增加学位。");
        });
        robot.interact(() -> WindowDriver.picture(window, "check"));
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        assertFalse(robot.lookup("#step-action").queryAs(Button.class).isDisabled(), "every finding is settled");
        robot.interact(() -> robot.lookup("#step-action").queryAs(Button.class).fire());
        robot.interact(() -> WindowDriver.picture(window, "check-finalize"));
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(ReportStatus.FINALIZED, office.status());
        assertEquals("paper", window.openScreen());
        robot.interact(() -> window.navigator().open("paper"));
        press(robot, KeyCode.CONTROL, KeyCode.P);
        robot.type(KeyCode.ESCAPE);
        assertTrue(sees(robot, "打印好了，等签章扫描件"));
        assertTrue(robot.lookup("#paper-submit").queryAs(Button.class).isDisabled());
        robot.interact(() -> WindowDriver.picture(window, "paper"));
    }

    private static TextArea reasonField(FxRobot robot) { return robot.lookup("#explanation").queryAs(TextArea.class); }

    private static void press(FxRobot robot, KeyCode modifier, KeyCode key) { robot.press(modifier, key).release(key, modifier); }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
