package org.shangbao.client.ui.start;

import java.time.Instant;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.SampleFigures;
import org.shangbao.client.ui.common.Language;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.wire.v1.ReviewDecision;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is owed, what is next, what is only practice. */
@ExtendWith(ApplicationExtension.class)
class HomeScreenTest {
    private Stage stage;

    @Start
    void start(Stage given) { stage = given; }

    @Test
    void everyReportOwedStandsWithItsOneNextThingAndDrillsStandApart(FxRobot robot) {
        PretendOffice office = PretendOffice.county().withHistory().with(SampleFigures.EARLIER).with("3.3.2", "").with("3.4.2", "23")
                .withReport("2024-09", PeriodKind.PILOT, ReportStatus.FINALIZED, Instant.parse("2024-10-22T10:00:00Z"))
                .withReport("2024-01", PeriodKind.DRILL, ReportStatus.DRAFT, Instant.parse("2024-01-22T10:00:00Z"));
        ShangbaoWindow window = show(robot, office);
        assertEquals("打印与回传", robot.lookup("#home-primary").queryAs(Button.class).getAccessibleText(), "the late one comes first");
        assertTrue(sees(robot, "逾期 44 小时 32 分"));
        assertTrue(sees(robot, "2024年9月 双月报（试点）"));
        assertTrue(sees(robot, "2024年10月 双月报"), "the other one stands below it");
        assertTrue(sees(robot, "练习用，不会上报。"));
        assertTrue(sees(robot, "2024年8月"), "what was reported is history");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "home");
        robot.interact(() -> window.messages().use(Language.ENGLISH));
        assertTrue(robot.lookup((Node node) -> node instanceof Label label && label.getText() != null && isVisible(label)
                && label.getText().matches(".*[\\u4e00-\\u9fff].*") && !label.getText().matches("阜新.*|王桂兰.*|中文")).queryAll().isEmpty(),
                "no Chinese is left on the English screen but names");
    }

    @Test
    void aReturnedReportShowsItsReasonsAndWhomToCallAndComesBeforeEverythingElse(FxRobot robot) {
        PretendOffice office = PretendOffice.county().offline().withHistory().complete().with("3.3.2", "62150").returned(
                new ReviewDecision.Reason("3.3.2", "约是上期（6180人）的 10 倍，请核对后修改。"),
                new ReviewDecision.Reason("3.4.2", "比上期增加 9 所，请写明学校名单来源。"),
                new ReviewDecision.Reason("2.1", "缺少2024年新增布点的说明。"));
        ShangbaoWindow window = show(robot, office);
        assertTrue(sees(robot, "不清楚？请打 0418-555 0126"));
        assertTrue(sees(robot, "原数据和签章件都保留，修改后成为第 R4 稿。"));
        assertTrue(sees(robot, "没有网络"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "home-returned");
    }

    private ShangbaoWindow show(FxRobot robot, PretendOffice office) {
        ShangbaoWindow[] shown = new ShangbaoWindow[1];
        robot.interact(() -> shown[0] = WindowDriver.show(stage, office, Locale.CHINA));
        return shown[0];
    }

    private static boolean isVisible(Node node) { return node.isVisible() && (node.getParent() == null || isVisible(node.getParent())); }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
