package org.shangbao.client.ui.fill;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.application.prereview.PreReviewLook;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** 填报 in windows of every width, and what leads out of it: findings, help, 送预审. */
@ExtendWith(ApplicationExtension.class)
class NarrowFillingTest {
    private final PretendOffice office = PretendOffice.county().withHistory().with(SampleFigures.EARLIER).with("3.3.2", "62150")
            .with("3.4.2", "23").with("3.5.1", "").carriedOver("3.2.1", "3.2.2");
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) {
        window = WindowDriver.show(stage, office, Locale.CHINA);
        window.navigator().open("fill", "3.3.2");
    }

    @Test
    void everythingThatIsSaidOfABlankHasItsPlaceInEveryWidth(FxRobot robot) {
        assertTrue(isSeen(robot, ".sheet-scroll .margin-note"));
        WindowDriver.resize(robot, window.scene(), 911, 512);
        robot.interact(() -> window.scene().getRoot().layout());
        assertFalse(isSeen(robot, ".sheet-scroll .margin-note"));
        assertTrue(isSeen(robot, "#note-strip"));
        assertEquals(911, widest(window.scene().getRoot()), 0.5, "nothing asks for more than there is");
        assertTrue(robot.lookup("#note-strip .label").queryAllAs(Label.class).stream().anyMatch(label -> "6,180".equals(label.getText())));
        assertFalse(isSeen(robot, ".findings"));
        robot.type(KeyCode.F6);
        assertTrue(isSeen(robot, ".findings"), "F6 opens the findings over the sheet");
        assertEquals(911, widest(robot.lookup(".findings").query()), 0.5);
        robot.interact(() -> WindowDriver.picture(window, "fill-drawer"));
        robot.type(KeyCode.ESCAPE);
        assertFalse(isSeen(robot, ".findings"));
        assertEquals("blank-3-3-2", window.scene().getFocusOwner().getId());
        WindowDriver.resize(robot, window.scene(), ShangbaoWindow.WIDTH, ShangbaoWindow.HEIGHT);
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "fill");
        robot.type(KeyCode.F4);
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "fill-rows");
    }

    @Test
    void f1TellsHowTheItemWorkedOnIsToBeFilledAndEscapeLeadsBackToTheBlank(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertEquals("help", window.openScreen());
        assertTrue(robot.lookup("#help-asked .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("寄宿生填实际住校人数")));
        robot.interact(() -> window.messages().use(window.messages().language().other()));
        assertTrue(robot.lookup("#help-asked .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("Boarders are the pupils who really live at the school")));
        robot.type(KeyCode.ESCAPE);
        assertEquals("blank-3-3-2", window.scene().getFocusOwner().getId());
    }

    @Test
    void theDraftIsSentFromWhereItIsFilledWithAFewWords(FxRobot robot) {
        robot.write("6215");
        robot.clickOn("#fill-pre-review");
        robot.clickOn("#dialog-words").write("寄宿生数请帮忙看一眼");
        robot.interact(() -> WindowDriver.picture(window, "fill-pre-review-ask"));
        robot.clickOn("#dialog-confirm");
        assertEquals(PreReviewLook.Stage.LYING, office.preReviews.look.stage());
        assertEquals("寄宿生数请帮忙看一眼", office.preReviews.words);
        assertEquals("6215", office.stored("3.3.2"), "what was being typed goes with it");
        assertTrue(WindowDriver.sees(robot, "第 1 次送预审的草稿已放入待发"));
    }

    /** How far to the right anything that can be seen reaches. */
    private static double widest(Node node) {
        if (!node.isVisible()) {
            return 0;
        }
        double own = node.localToScene(node.getLayoutBounds()).getMaxX();
        boolean clips = node instanceof ScrollPane;
        return node instanceof Parent parent && !clips
                ? parent.getChildrenUnmodifiable().stream().mapToDouble(NarrowFillingTest::widest).reduce(own, Math::max)
                : own;
    }

    private static boolean isSeen(FxRobot robot, String query) { return robot.lookup(query).queryAll().stream().anyMatch(Node::isVisible); }
}
