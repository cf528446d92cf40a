package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.ReportStatus;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A whole report from the empty form to 生成报表 without a mouse, in either view. */
@ExtendWith(ApplicationExtension.class)
class WholeReportByKeyboardTest {
    private final PretendOffice office = PretendOffice.county().withEarlierText("2.1", SampleFigures.NARRATIVE,
            new Attachment("普惠园布局规划调整情况说明.pdf", "0".repeat(64), 312_000));
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) { window = WindowDriver.show(stage, office, Locale.CHINA); }

    @ParameterizedTest
    @EnumSource(FillMode.class)
    void everyBlankIsReachedAndTheReportIsFinalized(FillMode mode, FxRobot robot) {
        control(robot, KeyCode.ENTER);
        if (mode == FillMode.TABLE) {
            robot.type(KeyCode.F4);
        }
        List<String> reached = new ArrayList<>();
        for (String place = focusedCode(); reached.isEmpty() || !place.equals(reached.getLast()); place = focusedCode()) {
            reached.add(place);
            if (place.equals("2.1")) {
                control(robot, KeyCode.D);
                control(robot, KeyCode.D);
                robot.write("另新增布点一处。").type(KeyCode.TAB);
            } else if (SampleFigures.EARLIER.containsKey(place)) {
                robot.write(SampleFigures.EARLIER.get(place)).type(mode == FillMode.TABLE ? KeyCode.DOWN : KeyCode.ENTER);
            } else {
                // 2.6 and 2.7 are texts this county is not designated for
                robot.type(KeyCode.TAB);
            }
        }
        List<String> figures = reached.stream().filter(SampleFigures.EARLIER::containsKey).toList();
        assertEquals(49, figures.size());
        figures.forEach(code -> assertEquals(SampleFigures.EARLIER.get(code), office.stored(code), code));
        assertEquals(1, office.storedText("2.1").split("另新增布点一处。", 2).length - 1);
        robot.type(KeyCode.F9);
        assertEquals("check", window.openScreen());
        control(robot, KeyCode.ENTER);
        control(robot, KeyCode.ENTER);
        assertEquals(ReportStatus.FINALIZED, office.status());
    }

    private String focusedCode() {
        TextInputControl field = (TextInputControl) window.scene().getFocusOwner();
        return field.getId().replaceFirst("^(blank|narrative)-", "").replace('-', '.');
    }

    private static void control(FxRobot robot, KeyCode key) { robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL); }
}
