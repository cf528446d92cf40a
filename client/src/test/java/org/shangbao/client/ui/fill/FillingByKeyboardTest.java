package org.shangbao.client.ui.fill;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Both views under the hands of a clerk: keys, undo, finding, taking over. */
@ExtendWith(ApplicationExtension.class)
class FillingByKeyboardTest {
    private final PretendOffice office = PretendOffice.county().withHistory().with(SampleFigures.EARLIER).with("3.4.2", "23")
            .with("3.5.1", "").with("3.5.2", "").carriedOver("3.2.1", "3.2.2", "4.2.1").withNote("3.3.2", "含中心校寄宿部，取学籍系统9月数。");
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) { window = WindowDriver.show(stage, office, Locale.CHINA); }

    @Test
    void theOtherViewShowsTheSamePlaceWithTheSameKeys(FxRobot robot) {
        open(robot, "3.3.2");
        robot.type(KeyCode.F4);
        assertTrue(blank(robot, "3-3-2").isFocused(), "the place is kept");
        assertTrue(blank(robot, "3-3-2").getStyleClass().contains("in-table"));
        robot.write("62150");
        robot.interact(() -> WindowDriver.picture(window, "fill-table"));
        robot.type(KeyCode.DOWN);
        assertEquals("62150", office.stored("3.3.2"));
        assertTrue(blank(robot, "3-4-1").isFocused());
        robot.type(KeyCode.UP);
        assertTrue(blank(robot, "3-3-2").isFocused());
        robot.interact(() -> window.messages().use(Language.ENGLISH));
        robot.interact(() -> WindowDriver.picture(window, "fill-table-en"));
        robot.interact(() -> window.messages().use(Language.CHINESE));
        robot.type(KeyCode.F4);
        assertTrue(blank(robot, "3-3-2").isFocused());
        assertFalse(blank(robot, "3-3-2").getStyleClass().contains("in-table"));
        robot.interact(() -> WindowDriver.picture(window, "fill-document"));
    }

    @Test
    void undoTakesBackFiguresAcrossBlanksAndRedoMakesThemAgain(FxRobot robot) {
        open(robot, "3.5.1");
        robot.write("66").type(KeyCode.ENTER).write("7").type(KeyCode.ENTER);
        assertEquals("7", office.stored("3.5.2"));
        control(robot, KeyCode.Z);
        assertEquals("", office.stored("3.5.2"));
        assertTrue(blank(robot, "3-5-2").isFocused(), "undo goes to where it undid");
        control(robot, KeyCode.Z);
        assertEquals("", office.stored("3.5.1"));
        control(robot, KeyCode.Y);
        control(robot, KeyCode.Y);
        assertEquals("66", office.stored("3.5.1"));
        assertEquals("7", office.stored("3.5.2"));
        robot.write("99");
        control(robot, KeyCode.Z);
        assertEquals("7", blank(robot, "3-5-2").getText(), "what is half typed is taken back first");
        assertEquals("7", office.stored("3.5.2"));
    }

    @Test
    void findingByNameGoesToTheBlank(FxRobot robot) {
        open(robot, "1.1.1");
        robot.type(KeyCode.F3);
        TextField query = robot.lookup("#find-query").queryAs(TextField.class);
        assertTrue(query.isFocused());
        robot.interact(() -> query.replaceSelection("学校"));
        robot.clickOn("#find-clear");
        assertEquals("", query.getText());
        assertTrue(query.isFocused(), "what is looked for can be typed at once");
        robot.interact(() -> query.replaceSelection("寄宿生"));
        robot.interact(() -> WindowDriver.picture(window, "fill-find"));
        robot.type(KeyCode.ENTER);
        assertTrue(blank(robot, "3-3-2").isFocused());
        control(robot, KeyCode.F);
        robot.interact(() -> query.replaceSelection("４．１"));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertTrue(blank(robot, "4-1-2").isFocused());
        robot.type(KeyCode.F3).type(KeyCode.ESCAPE);
        assertTrue(blank(robot, "4-1-2").isFocused(), "turning back keeps the place");
    }

    @Test
    void lastPeriodsFigureIsTakenWithOneKeyAndConfirmedWithTheSame(FxRobot robot) {
        open(robot, "3.5.1");
        control(robot, KeyCode.D);
        assertEquals(SampleFigures.EARLIER.get("3.5.1"), office.stored("3.5.1"));
        assertEquals(4, office.unconfirmed().size());
        assertTrue(sees(robot, "沿用待确认 4"));
        robot.interact(() -> WindowDriver.picture(window, "fill-carried"));
        control(robot, KeyCode.D);
        assertEquals(3, office.unconfirmed().size());
        robot.type(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#confirm-all").queryAs(Button.class).fire());
        robot.interact(() -> WindowDriver.picture(window, "fill-confirm"));
        robot.type(KeyCode.SPACE);
        control(robot, KeyCode.ENTER);
        assertEquals(1, office.unconfirmed().size(), "the one that was unticked still waits");
    }

    @Test
    void theRestIsFilledWithZeroAfterTheListWasSeen(FxRobot robot) {
        open(robot, "3.5.1");
        robot.interact(() -> robot.lookup("#fill-zeros").queryAs(Button.class).fire());
        assertTrue(sees(robot, "还有 2 个空没填，填 0 吗"));
        robot.interact(() -> WindowDriver.picture(window, "fill-zeros"));
        assertEquals("", office.stored("3.5.1"), "nothing before it is confirmed");
        control(robot, KeyCode.ENTER);
        assertEquals("0", office.stored("3.5.1"));
        assertEquals("0", office.stored("3.5.2"));
        assertEquals("0", blank(robot, "3-5-2").getText());
        control(robot, KeyCode.Z);
        assertEquals("", office.stored("3.5.1"), "one act, one undo");
        assertEquals("", office.stored("3.5.2"));
    }

    @Test
    void thePanesAreReachedInTurnAndTheFocusIsNeverLost(FxRobot robot) {
        open(robot, "3.3.2");
        robot.type(KeyCode.F6);
        assertEquals("note-own", focusedId());
        robot.interact(() -> ((TextField) window.scene().getFocusOwner()).appendText("不含走读"));
        robot.type(KeyCode.F6);
        assertEquals("含中心校寄宿部，取学籍系统9月数。不含走读", office.storedNote("3.3.2"));
        assertTrue(focusedId().startsWith("jump-must-fix"), focusedId());
        robot.type(KeyCode.F6);
        assertEquals("rail-item-3-3", focusedId());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertTrue(blank(robot, "3-4-1").isFocused());
    }

    private void open(FxRobot robot, String code) { robot.interact(() -> window.navigator().open("fill", code)); }

    private String focusedId() { return String.valueOf(window.scene().getFocusOwner().getId()); }

    private static void control(FxRobot robot, KeyCode key) { robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL); }

    private static TextField blank(FxRobot robot, String code) { return robot.lookup("#blank-" + code).queryAs(TextField.class); }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
