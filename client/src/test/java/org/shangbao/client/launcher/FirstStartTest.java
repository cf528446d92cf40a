package org.shangbao.client.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.PretendKeyring;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.OfficeDoor;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.StartWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.shangbao.model.error.ReportingException;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From a computer with nothing on it to the home screen, and back in on another day; no server is reached. */
@ExtendWith(ApplicationExtension.class)
class FirstStartTest {
    private static final Clock CLOCK = Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;
    private final List<OfficeDoor.Opened> opened = new ArrayList<>();
    private final List<FolderDoor> doors = new ArrayList<>();
    private List<Path> drives = List.of();
    private Stage stage;

    @Start
    void start(Stage given) { stage = given; }

    @AfterEach
    void closeFolders() throws ReportingException {
        for (FolderDoor door : doors) {
            door.close();
        }
    }

    @Test
    void aFreshComputerIsEnrolledThenOpenedWithItsPasswordWithoutANetwork(FxRobot robot) throws Exception {
        Path enrolment = new OfficeFixture(folder).enrolmentFile("http://127.0.0.1:9");
        StartWindow first = show(robot, null);
        assertTrue(robot.lookup("#start-choose").queryAs(Button.class).isFocused());
        WindowDriver.everyPicture(robot, first.scene(), first.messages(), "first-start");

        robot.interact(() -> first.take(List.of(write("照片.jpg", new byte[]{ 1, 2, 3 }))));
        assertEquals("“照片.jpg”不是授权文件，没有装入，本机没有变动。请选择上级发来的授权文件。", problem(robot));
        String changed = Files.readString(enrolment).replaceFirst("\"signature\":\"..", "\"signature\":\"AA");
        robot.interact(() -> first.take(List.of(write("授权.sbauth", changed.getBytes(StandardCharsets.UTF_8)))));
        assertEquals("“授权.sbauth”被改动过，没有装入，本机没有变动。请向上级重新索取授权文件。", problem(robot));
        assertFalse(Files.exists(folder.resolve("office")), "nothing was made of a wrong file");

        robot.interact(() -> first.take(List.of(enrolment)));
        assertTrue(sees(robot, "甲县"), "the unit stands there to be confirmed");
        robot.clickOn("#start-password").write("kai men 1");
        assertTrue(robot.lookup("#start-enrol").queryAs(Button.class).isDisabled(), "the password was typed once only");
        robot.clickOn("#start-repeated").write("kai men 1");
        WindowDriver.everyPicture(robot, first.scene(), first.messages(), "first-start-confirm");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals("甲县", opened.getFirst().office().unit().name());
        robot.interact(() -> {
            ShangbaoWindow window = new ShangbaoWindow(opened.getFirst().services(), opened.getFirst().office());
            stage.setScene(window.scene());
        });
        assertTrue(sees(robot, "2024年10月 双月报"), "the task stands on the home screen without any exchange");
        assertTrue(sees(robot, "还没联系过服务器"));
        doors.removeFirst().close();

        StartWindow again = show(robot, null);
        assertTrue(robot.lookup("#start-password").queryAs(PasswordField.class).isFocused());
        robot.write("kai men 2").type(KeyCode.ENTER);
        assertEquals("密码不对，数据没有变动。请检查大小写后再输一遍。", problem(robot));
        robot.interact(() -> robot.lookup("#start-password").queryAs(PasswordField.class).setText("ｋａｉ　ｍｅｎ　１"));
        robot.type(KeyCode.ENTER);
        assertEquals(2, opened.size(), "full-width letters of an input method open it too");
    }

    @Test
    void aFolderMadeOnTheCommandLineOpensWithItsUnlockFileAtOnce(FxRobot robot) throws Exception {
        OfficeFixture office = new OfficeFixture(folder).enrolled("http://127.0.0.1:9");
        show(robot, OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8));
        assertEquals("甲县", opened.getFirst().office().unit().name());
        doors.removeFirst().close();
        Files.writeString(office.data().resolve("keys.json"), "{");
        Files.writeString(office.data().resolve("keys.copy.json"), "{");
        show(robot, OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8));
        assertTrue(sees(robot, "本机数据有损坏：keys.json。没有再写入任何内容"), "only the sentence is left");
        assertEquals(1, opened.size());
    }

    @Test
    void anEnrolmentFileOnAStickIsOfferedAndTakenOnlyWhenChosen(FxRobot robot) throws Exception {
        Path stick = Files.createDirectories(folder.resolve("KINGSTON/上报"));
        Files.move(new OfficeFixture(folder).enrolmentFile("http://127.0.0.1:9"), stick.resolve("授权文件-990301.sbauth"));
        StartWindow window = show(robot, null);
        assertTrue(robot.lookup("#start-stick").tryQuery().isEmpty());
        drives = List.of(folder.resolve("KINGSTON"));
        robot.type(KeyCode.F5);
        assertTrue(sees(robot, "在 KINGSTON 上找到 授权文件-990301.sbauth") && sees(robot, "甲县（上级：乙市"), "plugged in late");
        assertTrue(robot.lookup("#start-stick").query().isFocused());
        assertFalse(Files.exists(folder.resolve("office")), "nothing is taken unasked");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "first-start-stick");
        assertEquals(List.of(), WindowDriver.cut(robot, window.scene(), window.messages()));
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertTrue(sees(robot, "请确认：这是本单位的授权文件"));
        robot.type(KeyCode.ESCAPE);
        show(robot, null);
        assertTrue(robot.lookup("#start-stick").query().isFocused(), "found by itself at the start");
    }

    private StartWindow show(FxRobot robot, byte[] secret) {
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        FolderDoor door = new FolderDoor(folder.resolve("office"), secret, CLOCK, Locale.ROOT, Runnable::run, new PretendKeyring("zhang"),
                () -> drives,
                runtime -> new UiServices(runtime.offices(), runtime.reports(), runtime.papers(), runtime.reviews(), runtime.preReviews(),
                        tasks, CLOCK,
                        ClientRuntime.ZONE, Locale.CHINA, file -> {}));
        doors.add(door);
        StartWindow[] shown = new StartWindow[1];
        robot.interact(() -> {
            shown[0] = new StartWindow(door, tasks, CLOCK, ClientRuntime.ZONE, Locale.CHINA, opened::add);
            stage.setScene(shown[0].scene());
            stage.setWidth(ShangbaoWindow.WIDTH);
            stage.setHeight(ShangbaoWindow.HEIGHT);
            stage.show();
            shown[0].begin();
        });
        return shown[0];
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String problem(FxRobot robot) { return robot.lookup("#start-problem").queryAs(Label.class).getText(); }

    private static boolean sees(FxRobot robot, String words) {
        return robot.lookup(
                (javafx.scene.Node node) -> node instanceof Label label && label.getText() != null && label.getText().contains(words))
                .tryQuery().isPresent();
    }
}
