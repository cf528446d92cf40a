package org.shangbao.client.ui.fill;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

/** What people really type and paste: full-width signs, units, an input method at work, and texts no one expects. */
@ExtendWith(ApplicationExtension.class)
class TypingTest {
    private final PretendOffice office = PretendOffice.county().with(SampleFigures.EARLIER).with("3.4.2", "").with("3.4.3", "")
            .with("3.5.1", "").with("3.5.2", "").with("5.1.1", "");
    private ShangbaoWindow window;

    @Start
    void start(Stage stage) { window = WindowDriver.show(stage, office, Locale.CHINA); }

    @Test
    void whatIsTypedTheChineseWayIsUnderstoodWhenTheBlankIsLeft(FxRobot robot) {
        Map<String, String> typed = Map.of("５所", "5", " 1,234 ", "1,234", "３万", "30,000", "０", "0", "２０　所", "20");
        typed.forEach((text, shown) -> {
            open(robot, "3.4.2");
            typeOver(robot, text);
            assertEquals(text, focused().getText(), "not touched while the blank is worked on");
            robot.type(KeyCode.ENTER);
            assertEquals(text, office.stored("3.4.2"), "kept as typed");
            assertEquals(shown, blank(robot, "3-4-2").getText());
        });
        open(robot, "5.1.1");
        typeOver(robot, "12.5 万人");
        robot.type(KeyCode.ENTER);
        assertEquals("12.5", blank(robot, "5-1-1").getText());
    }

    @Test
    void whatIsNoFigureStaysAsTypedWithASentence(FxRobot robot) {
        Map<String, String> sentences = Map.of("1/3", "“1/3”原样留着", "-5", "-5", "1" + "0".repeat(30), "位", "二十", "“二十”原样留着");
        sentences.forEach((text, words) -> {
            open(robot, "3.4.2");
            typeOver(robot, text);
            robot.type(KeyCode.ENTER);
            assertEquals(text, blank(robot, "3-4-2").getText());
            assertTrue(sees(robot, words), text);
        });
    }

    @Test
    void emptyZeroAndTextLookDifferent(FxRobot robot) {
        open(robot, "3.4.2");
        typeOver(robot, "0");
        robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
        assertEquals("0", blank(robot, "3-4-2").getText());
        assertEquals("", blank(robot, "3-5-1").getText());
        assertEquals("未填", blank(robot, "3-5-2").getPromptText());
        assertEquals(List.of(false, true), List.of(isVacant(robot, "3-4-2"), isVacant(robot, "3-5-2")), "0 is a figure");
        assertTrue(blank(robot, "3-5-2").getAccessibleText().contains("未填"));
        assertTrue(blank(robot, "3-5-2").getAccessibleText().startsWith("3.5.2 "));
    }

    @Test
    void nothingIsTouchedWhileAnInputMethodComposes(FxRobot robot) {
        open(robot, "3.4.2");
        int before = office.puts();
        compose(robot, "liu'qian");
        assertEquals("liu'qian", focused().getText(), "the input method shows what it composes in the field");
        robot.type(KeyCode.ENTER).type(KeyCode.F9).type(KeyCode.F4);
        assertTrue(blank(robot, "3-4-2").isFocused(), "keys belong to the input method while it composes");
        assertEquals("fill", window.openScreen());
        robot.interact(() -> blank(robot, "3-1-1").requestFocus());
        assertEquals("liu'qian", blank(robot, "3-4-2").getText(), "leaving does not touch a composition");
        assertEquals(before, office.puts(), "and stores nothing");
        finish(robot, blank(robot, "3-4-2"), "六千");
        assertEquals("六千", office.stored("3.4.2"), "what was composed is taken when it is finished");
        assertEquals("六千", blank(robot, "3-4-2").getText());
    }

    @Test
    void aFinishedCompositionIsOrdinaryText(FxRobot robot) {
        open(robot, "3.4.2");
        compose(robot, "12");
        finish(robot, focused(), "１２");
        assertEquals("１２", focused().getText(), "full-width digits stay until the blank is left");
        robot.type(KeyCode.ENTER);
        assertEquals("12", blank(robot, "3-4-2").getText());
        open(robot, "2.1");
        compose(robot, "pu'hui");
        robot.type(KeyCode.TAB);
        assertTrue(narrative(robot).isFocused(), "the key belongs to the input method");
        finish(robot, narrative(robot), "普惠园布局");
        robot.type(KeyCode.TAB);
        assertEquals("普惠园布局", office.storedText("2.1"));
    }

    @Test
    void anythingOnTheClipboardIsTakenWholeOrRefusedWithTheReason(FxRobot robot) {
        open(robot, "3.4.2");
        paste(robot, "\u200E６\r\n");
        assertEquals("６", focused().getText(), "a cell of a spreadsheet without its line end and marks");
        refused(robot, "1\u00002", "第 2 个字是 U+0000");
        refused(robot, "12\r\n13\r\n14", "粘贴的内容有 3 格");
        refused(robot, "\uD83D", "第 1 个字是 U+D83D");
        refused(robot, "9".repeat(1 << 20), "粘贴的内容有 1,048,576 个字");
        robot.interact(() -> focused().clear());
        paste(robot, "😀七\u0301");
        robot.type(KeyCode.ENTER);
        assertEquals("😀七\u0301", office.stored("3.4.2"));
        assertTrue(sees(robot, "原样留着"));
    }

    @Test
    void pastedTextLosesItsFormattingAndKeepsItsContent(FxRobot robot) {
        open(robot, "2.1");
        paste(robot, "一、现状\u000B二、\u200F布局\u00AD规划\r\n\t三、👨\u200D👩\u200D👧 Ünïcödé\u2028结束");
        assertEquals("一、现状\n二、布局规划\n\t三、👨👩👧 Ünïcödé\n结束", narrative(robot).getText());
        assertTrue(sees(robot, "去掉了 4 个看不见的排版符号"));
        robot.interact(() -> narrative(robot).selectAll());
        String before = narrative(robot).getText();
        paste(robot, "字".repeat(4001));
        assertEquals(before, narrative(robot).getText(), "too long is refused as a whole");
        assertTrue(sees(robot, "粘贴的内容有 4,001 个字，这里最多还能放 4,000 个"));
        paste(robot, "字".repeat(1 << 20));
        assertEquals(before, narrative(robot).getText());
        paste(robot, "字".repeat(4000));
        assertTrue(sees(robot, "4,000 字，最多 4,000 字"));
        robot.interact(() -> narrative(robot).appendText("多"));
        assertEquals(4000, narrative(robot).getLength(), "nothing is typed past the end, and the sentence says so");
        assertTrue(sees(robot, "最多 4,000 字，已经写满"));
        robot.type(KeyCode.TAB);
        assertEquals("字".repeat(4000), office.storedText("2.1"));
        control(robot, KeyCode.Z);
        assertEquals("", office.storedText("2.1"), "undo reaches texts too");
        assertTrue(narrative(robot).isFocused());
    }

    @Test
    void aColumnOfCellsIsSpreadOverTheRowsAfterALookAndUndoneInOneStep(FxRobot robot) {
        open(robot, "3.3.1");
        robot.type(KeyCode.F4);
        int before = office.puts();
        paste(robot, "47\n六千\n21\n");
        assertTrue(sees(robot, "第 2 个单元格（3.3.2）"), "the place that is wrong is named");
        paste(robot, "47\t6300\t8\n");
        assertTrue(sees(robot, "第 1 行有 3 列"));
        assertEquals(before, office.puts(), "nothing is changed");
        String was = office.stored("3.3.2");
        paste(robot, "４７\r\n6,300\r\n\r\n2\r\n");
        robot.interact(() -> WindowDriver.picture(window, "fill-cells"));
        assertEquals(before, office.puts(), "nothing before it was looked at");
        control(robot, KeyCode.ENTER);
        assertEquals(List.of("47", "6300", "2"),
                List.of(office.stored("3.3.1"), office.stored("3.3.2"), office.stored("3.4.2")));
        control(robot, KeyCode.Z);
        assertEquals(was, office.stored("3.3.2"));
        assertEquals(before + 2, office.puts(), "one change to write, one to take back");
    }

    @Test
    void twoColumnsOfNamesAndValuesFindTheirRowsInAnyOrder(FxRobot robot) {
        open(robot, "1.1.1");
        robot.type(KeyCode.F4);
        int before = office.puts();
        String label = office.draft().edition().figures().get("3.3.2").label();
        paste(robot, "项目\t本期\n3.3.1\t47\n没有这一项\t8\n");
        assertTrue(sees(robot, "第 3 行“没有这一项”在本表里找不到对应的空"));
        paste(robot, "3.3.1\t47\n３.３.１\t48\n");
        assertTrue(sees(robot, "第 2 行的 3.3.1 前面已经有一行"));
        paste(robot, "3.3.1\t47\n3.3.2\t六千\n");
        assertTrue(sees(robot, "第 2 行（3.3.2）"));
        assertEquals(before, office.puts(), "nothing is changed");
        paste(robot, "项目\t本期\r\n" + label + "：\t６,300\r\n3.4.2\t\r\n 3.3.1 \t47\r\n");
        robot.interact(() -> WindowDriver.picture(window, "fill-pairs"));
        control(robot, KeyCode.ENTER);
        assertEquals(List.of("47", "6300"), List.of(office.stored("3.3.1"), office.stored("3.3.2")));
        assertEquals(before + 1, office.puts(), "one change");
    }

    @Test
    void aBlockAsClerksCopyItFindsRowsByCodeOrNameAndItsColumnByItsHead(FxRobot robot) {
        open(robot, "1.1.1");
        robot.type(KeyCode.F4);
        int before = office.puts();
        String label = office.draft().edition().figures().get("3.3.2").label();
        String head = "甲县乡村学校统计\t\t\t\t\t\r\n序号\t编号\t指标\t单位\t2024年8月\t2024年10月\t比上期\r\n";
        String unit = office.draft().edition().figures().get("3.3.1").unit();
        String rows = "1\t3.3.1\t\"乡村学校\n（含教学点）\"\t" + unit + "\t46\t４７\t+1\r\n一、其他\t\t\t\t\t\t\r\n2\t\t" + label
                + "\t\t6,200\t6,300\t+100\r\n3\t3.4.2\t\t所\t5\t\t\r\n";
        paste(robot, head + rows + "4\t合计\t\t\t51\t6347\t\r\n");
        assertTrue(sees(robot, "第 7 行第 2 列“合计”在本表里找不到对应的空"), "the place, with the heads counted along");
        paste(robot, head + rows.replace("６,300", "六千").replace("6,300", "六千"));
        assertTrue(sees(robot, "第 5 行第 6 列（3.3.2）"));
        paste(robot, head + rows.replace("3.4.2\t\t所\t5\t", "3.4.2\t\t万所\t5\t7"));
        assertTrue(sees(robot, "第 6 行第 4 列的单位是“万所”，本表 3.4.2 的单位是“所”"));
        paste(robot, head + rows.replace("3.4.2\t\t所", "3.4.2\t" + label + "\t所").replace("5\t\t\r", "5\t7\t\r"));
        assertTrue(sees(robot, "不是同一个空"), "code and name of one row");
        assertEquals(before, office.puts(), "nothing is changed");
        paste(robot, head + rows);
        robot.interact(() -> WindowDriver.picture(window, "fill-block"));
        control(robot, KeyCode.ENTER);
        assertEquals(List.of("47", "6300"), List.of(office.stored("3.3.1"), office.stored("3.3.2")));
        assertEquals(before + 1, office.puts(), "one change");
        control(robot, KeyCode.Z);
        assertEquals(before + 2, office.puts(), "taken back in one step");
    }

    @Test
    void whichColumnIsMeantIsAskedWhenItsHeadDoesNotSay(FxRobot robot) {
        open(robot, "1.1.1");
        robot.type(KeyCode.F4);
        int before = office.puts();
        String was = office.stored("3.3.1");
        paste(robot, "3.3.1\t46\t47\n3.3.2\t6200\t6300\n");
        assertTrue(sees(robot, "哪一列是本期的数") && sees(robot, "46、6200"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "fill-column");
        robot.clickOn("#column-3").type(KeyCode.ESCAPE);
        assertFalse(sees(robot, "哪一列是本期的数"));
        assertEquals(was, office.stored("3.3.1"));
        robot.interact(() -> blank(robot, "1-1-1").requestFocus());
        paste(robot, "3.3.1\t46\t47\n3.3.2\t6200\t6300\n");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertEquals(before, office.puts(), "the list comes first");
        control(robot, KeyCode.ENTER);
        assertEquals(List.of("47", "6300"), List.of(office.stored("3.3.1"), office.stored("3.3.2")));
        paste(robot, "编号\t名称\t上期\n3.3.1\t\t46\n");
        assertTrue(sees(robot, "没有本期的数，只有“上期”"));
        paste(robot, "\t1\t2\t3\t".repeat(20) + "\n");
        assertTrue(sees(robot, "太多了"));
    }

    private static boolean isVacant(FxRobot robot, String code) {
        return blank(robot, code).getPseudoClassStates().stream().anyMatch(state -> state.getPseudoClassName().equals("vacant"));
    }

    private void refused(FxRobot robot, String clipboard, String reason) {
        String before = focused().getText();
        paste(robot, clipboard);
        assertEquals(before, focused().getText(), "nothing is changed");
        assertTrue(sees(robot, reason), reason);
    }

    private void open(FxRobot robot, String code) { robot.interact(() -> window.navigator().open("fill", code)); }

    private TextInputControl focused() { return (TextInputControl) window.scene().getFocusOwner(); }

    private void typeOver(FxRobot robot, String text) {
        robot.interact(() -> {
            focused().selectAll();
            focused().replaceSelection(text);
        });
    }

    private void paste(FxRobot robot, String text) {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        control(robot, KeyCode.V);
    }

    private void compose(FxRobot robot, String composed) {
        robot.interact(() -> focused().fireEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW)), "", composed.length())));
    }

    private static void finish(FxRobot robot, TextInputControl field, String committed) {
        robot.interact(() -> field.fireEvent(
                new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), committed, committed.length())));
    }

    private static void control(FxRobot robot, KeyCode key) { robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL); }

    private static TextField blank(FxRobot robot, String code) { return robot.lookup("#blank-" + code).queryAs(TextField.class); }

    private static TextArea narrative(FxRobot robot) { return robot.lookup("#narrative-2-1").queryAs(TextArea.class); }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
