package org.shangbao.client.ui.fill;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.shangbao.model.report.Attachment;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** 填报: what is said of a figure is whole, and what is worked on stays in sight, whatever the window. */
@ExtendWith(ApplicationExtension.class)
class RoomForWordsTest {
    private final PretendOffice office = PretendOffice.county().withHistory().with(SampleFigures.EARLIER).with("3.3.2", "62150")
            .withEarlierText("2.1", SampleFigures.NARRATIVE.repeat(12), new Attachment("布局规划调整情况说明.pdf", "0".repeat(64), 6_000));
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) {
        window = WindowDriver.show(stage, office, Locale.CHINA);
        window.navigator().open("fill", "3.3.2");
    }

    @Test
    void namesAndFindingsOfTheTableAreWholeInANarrowWindowAndInLargerWords(FxRobot robot) {
        robot.type(KeyCode.F4);
        WindowDriver.resize(robot, window.scene(), 911, 512);
        lay(robot);
        assertEquals(List.of(), cut(robot, ".table-row .cell-name"));
        assertEquals(List.of(), cut(robot, ".detail-words"));
        assertTrue(robot.lookup(".detail-last-year").queryAs(Label.class).isVisible(), "it has no column now");
        robot.interact(() -> window.appearance().use(Look.STANDARD.with(Look.Size.LARGE)));
        lay(robot);
        assertEquals(List.of(), cut(robot, ".table-row .cell-name"));
        assertEquals(List.of(), cut(robot, ".detail-words"));
    }

    @Test
    void whatIsWorkedOnStaysInSightWhenTheWindowGetsSmaller(FxRobot robot) {
        for (String view : List.of(".sheet-scroll", ".figure-table .scroll-pane")) {
            WindowDriver.resize(robot, window.scene(), ShangbaoWindow.WIDTH, ShangbaoWindow.HEIGHT);
            robot.interact(() -> window.navigator().open("fill", "5.1.7"));
            robot.interact(() -> window.navigator().open("fill", "3.4.3"));
            WindowDriver.resize(robot, window.scene(), 911, 512);
            lay(robot);
            assertInside(robot.lookup("#blank-3-4-3").query(), robot.lookup(view).query());
            robot.type(KeyCode.F4);
        }
    }

    @Test
    void aTextTakenOverKeepsTheSheetAsWideAsItsPlace(FxRobot robot) {
        robot.interact(() -> window.messages().use(window.messages().language().other()));
        robot.interact(() -> window.navigator().open("fill", "2.1"));
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        lay(robot);
        assertTrue(office.storedText("2.1").length() > 100);
        assertInside(robot.lookup(".margin-note").query(), robot.lookup(".sheet-scroll").query());
        TextArea text = robot.lookup("#narrative-2-1").queryAs(TextArea.class);
        assertEquals(office.storedText("2.1"), text.getText(), "it is there at once");
        assertTrue(text.getLayoutBounds().getHeight() > 100, "several lines of a long text are seen");
        assertEquals(List.of(), cut(robot, ".item-line:current .label"));
    }

    private void lay(FxRobot robot) {
        for (int round = 0; round < 3; round++) {
            robot.interact(() -> {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
            });
        }
    }

    private static void assertInside(Node inner, Node outer) {
        Bounds small = inner.localToScene(inner.getLayoutBounds());
        Bounds large = outer.localToScene(outer.getLayoutBounds());
        assertTrue(large.contains(small), small + " in " + large);
    }

    /** Words among these labels that are not all there. */
    private static List<String> cut(FxRobot robot, String labels) {
        Set<Label> found = robot.lookup(labels).queryAllAs(Label.class);
        assertTrue(!found.isEmpty(), labels);
        return found.stream().filter(Node::isVisible)
                .filter(label -> label.lookupAll(".text").stream().anyMatch(part -> part instanceof Text shown && shown.getParent() == label
                        && !shown.getText().replace("\n", "").equals(label.getText().replace("\n", ""))))
                .map(Label::getText).toList();
    }
}
