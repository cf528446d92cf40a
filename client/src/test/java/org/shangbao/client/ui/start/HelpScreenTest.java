package org.shangbao.client.ui.start;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class HelpScreenTest {
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) {
        window = WindowDriver.show(stage, PretendOffice.county().with(SampleFigures.EARLIER).with("3.3.2", ""), Locale.CHINA);
    }

    @Test
    void f1LeadsToHelpAndEscapeBackToWhereItWasAsked(FxRobot robot) {
        robot.interact(() -> window.navigator().open("check"));
        robot.type(KeyCode.F1);
        assertEquals("help", window.openScreen());
        assertTrue(robot.lookup((Node node) -> node instanceof Label label && "七步报一期".equals(label.getText())).tryQuery().isPresent());
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "help");
        robot.type(KeyCode.ESCAPE);
        assertEquals("check", window.openScreen());
    }

    @Test
    void theHomeScreensButtonHasTheFocusOnceTheTasksAreRead(FxRobot robot) {
        assertTrue(robot.lookup("#home-primary").queryAs(Button.class).isFocused());
    }
}
