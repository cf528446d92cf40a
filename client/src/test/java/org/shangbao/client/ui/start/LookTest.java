package org.shangbao.client.ui.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.client.ui.common.Appearance;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Larger words and dark colours, chosen with real keys, on the screens of an office that fills. */
@ExtendWith(ApplicationExtension.class)
class LookTest {
    private static final Look DARK = Look.STANDARD.with(Look.Shade.DARK);
    private static final Look LARGE = Look.STANDARD.with(Look.Size.LARGE);

    private final PretendOffice office = PretendOffice.county().withHistory().with(SampleFigures.EARLIER).with("3.3.2", "62150")
            .with("3.4.2", "23").with("3.5.1", "").carriedOver("3.2.1", "3.2.2");
    private final List<Look> chosen = new ArrayList<>();
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) {
        window = new ShangbaoWindow(office.services(new SameThreadTaskRunner(), Locale.CHINA), office.office(),
                new Appearance(Look.STANDARD, chosen::add), () -> {});
        stage.setScene(window.scene());
        stage.setWidth(ShangbaoWindow.WIDTH);
        stage.setHeight(ShangbaoWindow.HEIGHT);
        stage.show();
    }

    @Test
    void keysChooseLargerWordsAndDarkColoursAtOnceAndBackAgain(FxRobot robot) {
        robot.interact(() -> window.navigator().open("fill", "3.3.2"));
        double standard = title(robot);
        robot.write("6215");
        robot.type(KeyCode.F7);
        robot.type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        assertEquals(LARGE, window.appearance().look());
        assertTrue(title(robot) > standard * 1.1, "words are larger at once");
        assertEquals("6215", office.stored("3.3.2"), "what was being typed is kept");
        assertEquals("blank-3-3-2", window.scene().getFocusOwner().getId(), "and work goes on where it was");
        robot.type(KeyCode.F7);
        robot.type(KeyCode.DOWN, 4).type(KeyCode.ENTER);
        assertEquals(LARGE.with(Look.Shade.DARK), window.appearance().look());
        assertTrue(brightness(robot) > 0.8, "light words");
        robot.type(KeyCode.F7);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        robot.type(KeyCode.F7);
        robot.type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        assertEquals(List.of(LARGE, LARGE.with(Look.Shade.DARK), DARK, Look.STANDARD), chosen, "each choice is handed on to be kept");
        assertEquals(standard, title(robot), 0.01);
        assertTrue(brightness(robot) < 0.3, "dark words again");
    }

    @Test
    void nothingIsCutWithLargerWordsThatIsNotCutWithUsualOnes(FxRobot robot) {
        List<String> cut = new ArrayList<>();
        for (String screen : List.of("home", "fill", "rows", "check", "paper")) {
            List<String> usual = cutOn(robot, screen, DARK);
            for (Look look : List.of(LARGE.with(Look.Shade.DARK), LARGE)) {
                cutOn(robot, screen, look).stream().filter(words -> !usual.contains(words))
                        .forEach(words -> cut.add(screen + " " + words));
            }
        }
        assertEquals(List.of(), cut);
    }

    private List<String> cutOn(FxRobot robot, String screen, Look look) {
        boolean isTable = screen.equals("rows");
        robot.interact(() -> {
            window.appearance().use(look);
            window.navigator().open(isTable ? "fill" : screen, isTable ? "3.3.2" : "");
        });
        if (isTable) {
            robot.type(KeyCode.F4);
        }
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "look-" + screen + "-" + look.words().replace(' ', '-'));
        List<String> cut = WindowDriver.cut(robot, window.scene(), window.messages());
        if (isTable) {
            robot.type(KeyCode.F4);
        }
        return cut;
    }

    private static double title(FxRobot robot) { return robot.lookup(".group-title").queryAs(Label.class).getFont().getSize(); }

    private static double brightness(FxRobot robot) {
        return ((Color) robot.lookup(".group-title").queryAs(Label.class).getTextFill()).getBrightness();
    }
}
