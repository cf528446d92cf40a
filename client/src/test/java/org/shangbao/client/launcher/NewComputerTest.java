package org.shangbao.client.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.PretendKeyring;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.ui.common.AnsweringDialogs;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.OfficeDoor;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.StartWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.RecoveryRequest;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The office's computer is gone; what is left is the second drive. */
@ExtendWith(ApplicationExtension.class)
class NewComputerTest {
    private static final Clock CLOCK = Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC);
    private static final ReportId REPORT = ReportId.parse(OfficeFixture.UNIT + "/" + OfficeFixture.PERIOD + "/" + OfficeFixture.EDITION);

    private final KeyPair province = SealedBox.newKeyPair();
    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private final List<OfficeDoor.Opened> opened = new ArrayList<>();
    private final List<FolderDoor> doors = new ArrayList<>();
    @TempDir
    private Path folder;
    private Path drive;
    private Path computer;
    private Stage stage;
    private StartWindow window;

    @Start
    void start(Stage given) { stage = given; }

    @BeforeEach
    void loseTheOldComputer() throws Exception {
        OfficeFixture office = new OfficeFixture(folder).withRecoveryKey(province.getPublic()).enrolled("http://127.0.0.1:9");
        assertEquals(0, office.run("fill", "--period", OfficeFixture.PERIOD, "--set", "1.1.1=96", "--set", "1.1.2=3").exitCode());
        Path letter = Files.writeString(folder.resolve("letter.pdf"), "%PDF-1.4 letter");
        assertEquals(0, office.run("attach", "--period", OfficeFixture.PERIOD, "2.1", letter.toString()).exitCode());
        try (ClientRuntime runtime = ClientRuntime.open(office.data(), OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8), CLOCK,
                Locale.CHINA)) {
            runtime.keeping().setPassword("Zhang", OfficePassword.secret("kai men 1"));
        }
        drive = Files.createDirectory(folder.resolve("drive"));
        assertEquals(0, office.run("backup", "--second-drive", drive.toString()).exitCode());
        Files.move(office.data(), folder.resolve("burnt"));
        computer = folder.resolve("office");
    }

    @AfterEach
    void closeFolders() throws ReportingException {
        for (FolderDoor door : doors) {
            door.close();
        }
    }

    @Test
    void theOfficeComesBackFromTheSecondDriveAfterALookAtWhatIsInIt(FxRobot robot) throws Exception {
        SortedMap<String, String> before = contents(drive);
        show(robot);
        robot.clickOn("#start-from-backup");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "from-backup-choose");
        dialogs.choose(Files.createDirectory(folder.resolve("empty")));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        assertTrue(problem(robot).startsWith("“empty”里没有可用的备份，本机没有变动。"), problem(robot));

        dialogs.choose(drive);
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        assertTrue(sees(robot, "旁边有打印件、扫描件和附件的文件 1 个"));
        assertTrue(robot.lookup("#start-password").query().isFocused());
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "from-backup-password");
        assertEquals(List.of(), WindowDriver.cut(robot, window.scene(), window.messages()));
        robot.clickOn("#start-password").write("kai men 2").type(KeyCode.ENTER);
        assertEquals("密码不对，数据没有变动。请检查大小写后再输一遍。", problem(robot));
        assertFalse(Files.exists(computer.resolve("keys.json")), "looking makes no office");

        robot.write("kai men 1").type(KeyCode.ENTER);
        assertTrue(sees(robot, "接过来的是：甲县") && sees(robot, "2024年10月：2 个数据项"));
        assertTrue(sees(robot, "附件 1 个，都在备份旁边"));
        assertTrue(robot.lookup("#start-restore").query().isFocused());
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "from-backup-content");
        assertEquals(List.of(), WindowDriver.cut(robot, window.scene(), window.messages()));
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#start-look").tryQuery().isPresent(), "one step back, the password still there");
        robot.type(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

        assertEquals("甲县", opened.getFirst().office().unit().name());
        ClientRuntime runtime = doors.getFirst().runtime();
        assertEquals("96", runtime.reports().open(REPORT).figures().get("1.1.1").typed());
        runtime.reports().saveFigure(REPORT, "1.1.1", "97");
        assertEquals(before, contents(drive), "the backup was only read");
        doors.removeFirst().close();

        show(robot);
        assertTrue(sees(robot, "打开 甲县 的数据"), "from now on it opens like any other");
        robot.write("kai men 1").type(KeyCode.ENTER);
        assertEquals("97", doors.getFirst().runtime().reports().open(REPORT).figures().get("1.1.1").typed());
        doors.removeFirst().close();
        OfficeFixture.Ran doctor = new OfficeFixture(folder).run("doctor");
        assertTrue(doctor.exitCode() == 0 && doctor.out().contains("打印件、扫描件和附件：1 个，0 个有问题"), doctor.out() + doctor.err());
    }

    @Test
    void aFolderOrAFileIsDroppedAndAnEnrolmentFileStillIsOne(FxRobot robot) throws Exception {
        show(robot);
        Path backup;
        try (Stream<Path> all = Files.list(drive.resolve("shangbao-" + OfficeFixture.UNIT))) {
            backup = all.filter(file -> file.toString().endsWith(".shangbao-backup")).findFirst().orElseThrow();
        }
        Path alone = Files.copy(backup, folder.resolve("从U盘拷来的 (1).shangbao-backup"));
        robot.interact(() -> window.take(List.of(alone)));
        assertTrue(sees(robot, "旁边没有打印件、扫描件和附件的文件"));
        robot.write("kai men 1").type(KeyCode.ENTER);
        assertTrue(sees(robot, "有 1 个文件不在备份旁边"), "said before, not afterwards");
        robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#start-choose").queryAs(Button.class).isFocused());
        robot.interact(() -> window.take(List.of(drive)));
        assertTrue(robot.lookup("#start-look").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> window.take(List.of(folder.resolve("office.enrolment"))));
        assertTrue(sees(robot, "请确认：这是本单位的授权文件"));
    }

    @Test
    void aForgottenPasswordIsRecoveredOnTheNewComputer(FxRobot robot) throws Exception {
        show(robot);
        robot.interact(() -> window.take(List.of(drive)));
        robot.clickOn("#start-forgot");
        robot.clickOn("#start-name").write("Zhang");
        robot.clickOn("#start-password").write("xin mi ma 1");
        robot.clickOn("#start-repeated").write("xin mi ma 1");
        Path request = folder.resolve("request.json");
        dialogs.choose(request);
        robot.clickOn("#start-ask");
        RecoveryRequest made = RecoveryRequest.read(Files.readAllBytes(request));
        doors.removeFirst().close();
        Files.move(drive, folder.resolve("unplugged"));

        show(robot);
        robot.clickOn("#start-forgot");
        assertEquals(made.checkNumber(), robot.lookup("#start-number").queryAs(Label.class).getText(), "the request waits over days");
        dialogs.choose(Files.write(folder.resolve("answer.json"), WireJson.write(made.answer(province.getPrivate()))));
        robot.clickOn("#start-password").write("xin mi ma 1");
        robot.clickOn("#start-answer");
        assertEquals("甲县", opened.getFirst().office().unit().name());
        ClientRuntime runtime = doors.getFirst().runtime();
        assertEquals("96", runtime.reports().open(REPORT).figures().get("1.1.1").typed());
        assertFalse(Files.exists(computer.resolve("from-backup")));
    }

    private static SortedMap<String, String> contents(Path directory) throws Exception {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Sha256.of(Files.readAllBytes(file)).hex());
            }
        }
        return contents;
    }

    private void show(FxRobot robot) {
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        FolderDoor door = new FolderDoor(computer, null, CLOCK, Locale.ROOT, Runnable::run, new PretendKeyring("zhang"),
                runtime -> new UiServices(runtime.offices(), runtime.reports(), runtime.papers(), runtime.reviews(), runtime.preReviews(),
                        tasks, CLOCK, ClientRuntime.ZONE, Locale.CHINA, file -> {}));
        doors.add(door);
        robot.interact(() -> {
            window = new StartWindow(door, tasks, CLOCK, ClientRuntime.ZONE, Locale.CHINA, opened::add, dialogs);
            stage.setScene(window.scene());
            stage.setWidth(ShangbaoWindow.WIDTH);
            stage.setHeight(ShangbaoWindow.HEIGHT);
            stage.show();
            window.begin();
        });
    }

    private static String problem(FxRobot robot) { return robot.lookup("#start-problem").queryAs(Label.class).getText(); }

    private static boolean sees(FxRobot robot, String words) { return WindowDriver.sees(robot, words); }
}
