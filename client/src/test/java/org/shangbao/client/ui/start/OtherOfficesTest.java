package org.shangbao.client.ui.start;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.wire.v1.ReviewDecision;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Offices in another position than a county in the middle of filling. */
@ExtendWith(ApplicationExtension.class)
class OtherOfficesTest {
    private Stage stage;

    @Start
    void start(Stage given) { stage = given; }

    @Test
    void aReturnedReportLeadsToTheFigureItWasReturnedFor(FxRobot robot) {
        PretendOffice office = PretendOffice.county().offline().complete().with("3.3.2", "62150").returned(
                new ReviewDecision.Reason("3.3.2", "约是上期（6180人）的 10 倍，请核对后修改。"),
                new ReviewDecision.Reason("2.1", "缺少2024年新增布点的说明。"));
        ShangbaoWindow window = show(robot, office);
        robot.interact(() -> WindowDriver.picture(window, "home-returned"));
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals("fill", window.openScreen());
        assertTrue(robot.lookup("#blank-3-3-2").queryAs(TextField.class).isFocused());
    }

    @Test
    void theProvinceTypesItsOwnItemsAndReadsTheSumsOfTheCounties(FxRobot robot) {
        PretendOffice office = PretendOffice.province();
        ShangbaoWindow window = show(robot, office);
        robot.interact(() -> window.navigator().open("fill", "2.3.1"));
        assertFalse(robot.lookup("#blank-1-1-1").queryAs(TextField.class).isEditable());
        assertEquals("1,280", robot.lookup("#blank-1-1-1").queryAs(TextField.class).getText());
        robot.write("620").type(KeyCode.ENTER);
        assertEquals("620", office.stored("2.3.1"));
        robot.interact(() -> WindowDriver.picture(window, "fill-province"));
    }

    @Test
    void aReportWithAnOldPageAmongItsScansCannotBeSubmittedUntilThatPageIsReplaced(FxRobot robot) {
        PretendOffice office = PretendOffice.county().complete();
        ShangbaoWindow window = show(robot, office);
        robot.interact(() -> {
            office.finalizeReport(null);
            office.print(null);
            office.takeScan(null, java.util.List.of(java.nio.file.Path.of("旧.pdf")));
            window.navigator().open("paper");
        });
        robot.interact(() -> WindowDriver.picture(window, "paper-old-page"));
        assertTrue(robot.lookup("#paper-submit").queryAs(Button.class).isDisabled());
        robot.interact(() -> assertEquals("paper-scan", window.scene().getFocusOwner().getId()));
        robot.interact(() -> {
            office.takeScan(null, java.util.List.of(java.nio.file.Path.of("全.pdf")));
            window.navigator().open("paper");
        });
        robot.type(KeyCode.F12);
        robot.interact(() -> WindowDriver.picture(window, "paper-submit"));
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals(org.shangbao.model.report.ReportStatus.SUBMITTED, office.status());
        robot.interact(() -> WindowDriver.picture(window, "paper-sent"));
    }

    private ShangbaoWindow show(FxRobot robot, PretendOffice office) {
        ShangbaoWindow[] shown = new ShangbaoWindow[1];
        robot.interact(() -> shown[0] = WindowDriver.show(stage, office, Locale.CHINA));
        return shown[0];
    }
}
