package org.shangbao.client.ui.start;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The check screen by keyboard: exceptions first, one figure in one place, nothing cut, last period's words offered. */
@ExtendWith(ApplicationExtension.class)
class CheckScreenTest {
    private static final String LAST = "4所学校通过市级优质学校认定，学位相应增加。";
    private Stage stage;

    @Start
    void start(Stage given) { stage = given; }

    @Test
    void theListLeadsFromTheWorstToTheBlankAndKeepsWhatCannotBeJudgedWhole(FxRobot robot) {
        PretendOffice office = PretendOffice.county().complete().with("3.4.2", "23").with("3.1.2", "42000").with("5.1.1", "");
        String key = office.check(null).stream().filter(finding -> finding.codes().contains("3.1.2") && finding.key().contains("@"))
                .map(finding -> finding.key()).findFirst().orElseThrow();
        office.withPast("3.1.2", List.of("12400", "12400", "12900", "13100", "13900"), key, LAST);
        ShangbaoWindow window = show(robot, office);
        robot.interact(() -> window.navigator().open("check"));
        assertTrue(sees(robot, "改正 1 条强制，填完 1 空，再写 "), "what is open stands in one sentence");
        assertFalse(sees(robot, "规则"), "rules that cannot be judged are folded away");
        robot.interact(() -> robot.lookup("#fold-CANNOT_EVALUATE").queryAs(Hyperlink.class).fire());
        long cannot = office.check(null).stream().filter(finding -> finding.outcome().name().equals("CANNOT_EVALUATE")
                && finding.stage().name().equals("FINALIZE")).count();
        long rows = robot.lookup((Node node) -> node.getAccessibleText() != null && node.getAccessibleText().startsWith("无法判断 ")
                && node.getStyleClass().contains("check-line")).queryAll().size();
        assertEquals(cannot, rows, "every one of them is there");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "check-cannot");
        robot.interact(() -> robot.lookup("#fold-CANNOT_EVALUATE").queryAs(Hyperlink.class).fire());
        robot.interact(() -> window.navigator().open("check", key));
        assertTrue(area(robot).isFocused(), "the reason is asked here");
        assertTrue(sees(robot, "42,000 和往期差得远：近 5 期一般是 12,900（12,400 至 13,900）。"), "the hint stands with the figure's finding");
        robot.interact(() -> robot.lookup("#take-explanation").queryAs(Button.class).fire());
        assertEquals(LAST, area(robot).getText());
        robot.interact(() -> area(robot).end());
        robot.write("x");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "check");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals(LAST + "x", office.storedExplanations().get(key));
        robot.interact(() -> window.navigator().open("check", "3.4.2"));
        robot.interact(() -> robot.lookup("#check-list").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals("fill", window.openScreen());
        assertTrue(robot.lookup("#blank-3-4-2").queryAs(TextField.class).isFocused());
    }

    @Test
    void aReasonForUnlockingIsAskedOnlyAfterSomethingWasSent(FxRobot robot) {
        PretendOffice office = PretendOffice.county().complete();
        ShangbaoWindow window = show(robot, office);
        robot.interact(() -> {
            office.finalizeReport(null);
            window.navigator().open("check");
        });
        assertTrue(sees(robot, "第 R1 稿已生成。"));
        robot.interact(() -> button(robot, "解锁修改…").fire());
        assertTrue(robot.lookup("#dialog-reason").tryQuery().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals("", office.unlockReason());
        robot.interact(() -> {
            office.wasSentBefore();
            office.finalizeReport(null);
            window.navigator().open("home");
            window.navigator().open("check");
        });
        robot.interact(() -> button(robot, "解锁修改…").fire());
        assertTrue(robot.lookup("#dialog-confirm").queryAs(Button.class).isDisabled(), "not without a reason");
        robot.interact(() -> robot.lookup("#dialog-reason").queryAs(TextArea.class).setText("第二小学的学位数漏计"));
        robot.interact(() -> WindowDriver.picture(window, "check-unlock"));
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals("第二小学的学位数漏计", office.unlockReason());
    }

    private ShangbaoWindow show(FxRobot robot, PretendOffice office) {
        ShangbaoWindow[] shown = new ShangbaoWindow[1];
        robot.interact(() -> shown[0] = WindowDriver.show(stage, office, Locale.CHINA));
        return shown[0];
    }

    private static TextArea area(FxRobot robot) { return robot.lookup("#explanation").queryAs(TextArea.class); }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Button button && words.equals(button.getAccessibleText())).queryAs(Button.class);
    }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
