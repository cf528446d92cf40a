package org.shangbao.client.ui.home;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.application.prereview.PreReviewLook;
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

/** 送预审 from the home screen, and what was said standing there. */
@ExtendWith(ApplicationExtension.class)
class PreReviewHomeTest {
    private final PretendOffice office = PretendOffice.county().with(SampleFigures.EARLIER).with("3.3.2", "62150").withHistory();
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) { window = WindowDriver.show(stage, office, Locale.CHINA); }

    @Test
    void theDraftIsSentAfterOneQuestionAndWhatWasSaidStandsOnItsFigure(FxRobot robot) {
        assertTrue(sees(robot, "签字盖章之前，可以请阜新市先看一眼草稿"));
        robot.clickOn("#home-pre-review");
        robot.interact(() -> WindowDriver.picture(window, "home-pre-review-ask"));
        robot.clickOn("#dialog-confirm");
        assertEquals(PreReviewLook.Stage.LYING, office.preReviews.look.stage());
        assertTrue(sees(robot, "第 1 次送的草稿 10月24日 14:33 已送达，阜新市还没有答复"));

        office.preReviews.answered(new PreReviewLook.Note("3.3.2", "约是上期的 10 倍，请核对是否多输一位", "62150"),
                new PreReviewLook.Note("3.4.1", "比上期少 3 所，撤并了哪些", "16"), new PreReviewLook.Note("2.1", "缺少2024年新增布点的说明", ""));
        robot.interact(() -> window.navigator().open("home"));
        robot.interact(() -> WindowDriver.picture(window, "home-pre-review-answered"));
        assertTrue(sees(robot, "约是上期的 10 倍，请核对是否多输一位"));
        assertTrue(sees(robot, "阜新市 李建国"));
        assertEquals("再送预审…", robot.lookup("#home-pre-review").queryAs(Button.class).getAccessibleText());
        robot.interact(() -> window.navigator().open("fill", "3.3.2"));
        robot.interact(() -> WindowDriver.picture(window, "fill-pre-review"));
        assertTrue(sees(robot, "约是上期的 10 倍，请核对是否多输一位"), "it stands beside its blank");
        assertFalse(sees(robot, "比上期少 3 所，撤并了哪些"), "the figure is another since it was looked at");
        robot.interact(() -> window.navigator().open("home"));
        robot.interact(() -> window.messages().use(Language.ENGLISH));
        robot.interact(() -> WindowDriver.picture(window, "home-pre-review-en"));
    }

    @Test
    void sendingThatIsGivenUpSaysThatWhatWaitsGoesNextTime(FxRobot robot) {
        office.givingUp();
        Button exchange = robot.lookup("#home-exchange").queryAs(Button.class);
        robot.interact(exchange::fire);
        assertTrue(sees(robot, "没送完的都还在待发里，下次联网时接着送"));
        assertFalse(robot.lookup("#home-exchange").query().isDisabled());
    }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
