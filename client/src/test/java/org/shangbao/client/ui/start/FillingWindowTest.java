package org.shangbao.client.ui.start;

import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.client.ui.common.Language;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A clerk at the keyboard: types, leaves blanks, sees what is saved and what is wrong. */
@ExtendWith(ApplicationExtension.class)
class FillingWindowTest {
    private final PretendOffice office = PretendOffice.county().withHistory().with(SampleFigures.EARLIER).with("3.3.2", "")
            .with("3.4.2", "23").with("3.5.1", "").with("3.5.2", "").with("5.1.1", "");
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) { window = WindowDriver.show(stage, office, Locale.CHINA); }

    @Test
    void theBlueButtonOfTheHomeScreenLeadsToTheSheet(FxRobot robot) {
        robot.interact(() -> WindowDriver.picture(window, "home"));
        assertTrue(robot.lookup("#home-primary").queryAs(Button.class).isFocused());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        robot.interact(() -> WindowDriver.picture(window, "fill"));
        assertEquals("fill", window.openScreen());
        assertTrue(blank(robot, "3-3-2").isFocused(), "the first empty blank has the focus");
    }

    @Test
    void aKeyThatIsHeldDownGoesOneScreenOnAndNoFurther(FxRobot robot) {
        robot.interact(() -> {
            for (int repeat = 0; repeat < 4; repeat++) {
                controlEnter(KeyEvent.KEY_PRESSED);
            }
        });
        assertEquals("fill", window.openScreen());
        robot.interact(() -> {
            controlEnter(KeyEvent.KEY_RELEASED);
            controlEnter(KeyEvent.KEY_PRESSED);
        });
        assertEquals("check", window.openScreen(), "a new press acts again");
    }

    private void controlEnter(EventType<KeyEvent> type) {
        Event.fireEvent(window.scene().getFocusOwner(), new KeyEvent(type, "", "", KeyCode.ENTER, false, true, false, false));
    }

    @Test
    void whatIsTypedIsSavedWhenTheBlankIsLeftWithEnter(FxRobot robot) {
        robot.interact(() -> window.navigator().open("fill", "3.3.2"));
        robot.write("62150");
        assertEquals("62150", blank(robot, "3-3-2").getText(), "not reformatted while typing");
        assertEquals("", office.stored("3.3.2"), "not saved while typing");
        robot.type(KeyCode.ENTER);
        assertEquals("62150", office.stored("3.3.2"));
        assertEquals("3.3.2 已保存在本机 14:32:08", robot.lookup("#saved-mark").queryAs(Label.class).getText());
        assertEquals("62,150", blank(robot, "3-3-2").getText());
        assertTrue(blank(robot, "3-4-1").isFocused());
        robot.press(KeyCode.SHIFT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHIFT);
        assertTrue(blank(robot, "3-3-2").isFocused());
        assertEquals("62150", blank(robot, "3-3-2").getText(), "no thousands signs while it is worked on");
        robot.interact(() -> WindowDriver.picture(window, "fill-tenfold"));
        robot.interact(() -> window.messages().use(Language.ENGLISH));
        robot.interact(() -> WindowDriver.picture(window, "fill-en"));
        assertTrue(robot.lookup("#saved-mark").queryAs(Label.class).getText().contains("saved on this computer"));
        assertTrue(blank(robot, "3-3-2").isFocused(), "switching the language keeps the place");
    }

    @Test
    void textThatIsNoNumberStaysWithItsReason(FxRobot robot) {
        robot.interact(() -> window.navigator().open("fill", "3.5.1"));
        robot.interact(() -> ((TextField) window.scene().getFocusOwner()).replaceSelection("六千多"));
        robot.type(KeyCode.ENTER);
        assertEquals("六千多", blank(robot, "3-5-1").getText());
        assertTrue(sees(robot, "这里要填数字。“六千多”原样留着"), "the sentence names what was typed");
        robot.interact(() -> ((TextField) window.scene().getFocusOwner()).replaceSelection("６６人"));
        robot.type(KeyCode.ENTER);
        assertEquals("66", blank(robot, "3-5-2").getText(), "full-width digits and the unit are understood");
        robot.interact(() -> WindowDriver.picture(window, "fill-unreadable"));
    }

    @Test
    void aFigureInTheWrongUnitIsCorrectedWithOneButton(FxRobot robot) {
        robot.interact(() -> window.navigator().open("fill", "5.1.1"));
        robot.write("523000").type(KeyCode.ENTER);
        assertTrue(sees(robot, "单位是万人，是否52.3？"));
        robot.interact(() -> WindowDriver.picture(window, "fill-wrong-unit"));
        Button suggestion = robot.lookup("#suggestion-5-1-1").queryAs(Button.class);
        robot.interact(suggestion::fire);
        assertEquals("52.3", office.stored("5.1.1"));
    }

    @Test
    void aTextIsSavedWhenItIsLeft(FxRobot robot) {
        robot.interact(() -> window.navigator().open("fill", "2.1"));
        TextArea text = robot.lookup("#narrative-2-1").queryAs(TextArea.class);
        assertTrue(text.isFocused());
        robot.interact(() -> text.replaceSelection(SampleFigures.NARRATIVE));
        robot.interact(() -> window.navigator().open("fill", "2.2.1"));
        assertTrue(sees(robot, "2.1 已保存在本机 14:32:08"));
        assertFalse(sees(robot, "2.1 普惠园布局规划的情况未填写"));
    }

    @Test
    void nothingIsCalledSavedWhileTheDiskRefuses(FxRobot robot) {
        robot.interact(() -> window.navigator().open("fill", "3.3.2"));
        office.breakDisk();
        robot.write("6200").type(KeyCode.ENTER);
        assertTrue(robot.lookup("#saved-mark").tryQuery().isEmpty());
        assertTrue(sees(robot, "刚才输入的还没有保存"));
        assertEquals("6200", blank(robot, "3-3-2").getText(), "what was typed is still there");
    }

    private static TextField blank(FxRobot robot, String code) { return robot.lookup("#blank-" + code).queryAs(TextField.class); }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
