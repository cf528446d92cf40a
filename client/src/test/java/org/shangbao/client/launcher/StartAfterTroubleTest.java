package org.shangbao.client.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
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
import org.shangbao.wire.v1.RecoveryRequest;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.WireJson;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The window after a forgotten password, a power cut and a damaged disk. */
@ExtendWith(ApplicationExtension.class)
class StartAfterTroubleTest {
    private static final Clock CLOCK = Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC);
    private static final byte[] SECRET = OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8);

    private final KeyPair province = SealedBox.newKeyPair();
    private final PretendKeyring keyring = new PretendKeyring("zhang");
    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private final List<OfficeDoor.Opened> opened = new ArrayList<>();
    private final List<FolderDoor> doors = new ArrayList<>();
    @TempDir
    private Path folder;
    private OfficeFixture office;
    private Stage stage;

    @Start
    void start(Stage given) { stage = given; }

    @AfterEach
    void closeFolders() throws ReportingException {
        for (FolderDoor door : doors) {
            door.close();
        }
    }

    private void enrol() throws Exception {
        office = new OfficeFixture(folder).withRecoveryKey(province.getPublic()).enrolled("http://127.0.0.1:9");
        fill("1.1.1", "96");
    }

    private void fill(String code, String value) {
        assertEquals(0, office.run("fill", "--period", OfficeFixture.PERIOD, "--set", code + "=" + value).exitCode());
    }

    @Test
    void aForgottenPasswordIsRecoveredFromInTheWindow(FxRobot robot) throws Exception {
        enrol();
        Path request = folder.resolve("request.json");
        StartWindow window = show(robot, null);
        robot.clickOn("#start-forgot");
        robot.clickOn("#start-name").write("Li Jianguo");
        robot.clickOn("#start-password").write("xin mi ma 1");
        assertTrue(robot.lookup("#start-ask").queryAs(Button.class).isDisabled(), "the new password was typed once only");
        robot.clickOn("#start-repeated").write("xin mi ma 1");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "recovery-ask");
        dialogs.choose(request);
        robot.clickOn("#start-ask");
        RecoveryRequest made = RecoveryRequest.read(Files.readAllBytes(request));
        assertEquals(made.checkNumber(), robot.lookup("#start-number").queryAs(Label.class).getText());
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "recovery-answer");

        StartWindow later = show(robot, null);
        robot.clickOn("#start-forgot");
        assertEquals(made.checkNumber(), robot.lookup("#start-number").queryAs(Label.class).getText(), "the request waits over days");
        dialogs.choose(Files.write(folder.resolve("answer.json"), WireJson.write(made.answer(province.getPrivate()))));
        robot.clickOn("#start-password").write("xin mi ma 2");
        robot.clickOn("#start-answer");
        assertTrue(sees(robot, "密码不对"), "another password than the one chosen when asking");
        robot.clickOn("#start-password").write("xin mi ma 1").press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER,
                KeyCode.CONTROL);
        assertEquals(1, opened.size(), () -> later.messages().language().name());
        assertEquals("甲县", opened.getFirst().office().unit().name());
    }

    @Test
    void theSystemsUserWhoWasAllowedSetsAForgottenPasswordAnewInTheWindow(FxRobot robot) throws Exception {
        enrol();
        try (ClientRuntime runtime = ClientRuntime.open(office.data(), SECRET, CLOCK, Locale.CHINA, keyring)) {
            runtime.keeping().setPassword("Li", OfficePassword.secret("wang le 123"));
            runtime.keeping().allowUser();
        }
        keyring.fallSilent(true);
        StartWindow window = show(robot, null);
        robot.clickOn("#start-forgot");
        assertTrue(sees(robot, "系统密码保管没有应答"), "said before anything is typed");
        robot.clickOn("#start-reset-province");
        assertTrue(robot.lookup("#start-ask").tryQuery().isPresent(), "the way over the province is still there");
        robot.type(KeyCode.ESCAPE);
        keyring.fallSilent(false);
        robot.clickOn("#start-forgot");
        robot.clickOn("Li");
        robot.clickOn("#start-password").write("xin mi ma 1");
        assertTrue(robot.lookup("#start-reset").queryAs(Button.class).isDisabled(), "the new password was typed once only");
        robot.clickOn("#start-repeated").write("xin mi ma 1");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "recovery-user");
        robot.clickOn("#start-reset");
        assertEquals("甲县", opened.getFirst().office().unit().name());
        doors.removeLast().close();

        StartWindow later = show(robot, null);
        assertEquals("Li", robot.lookup("#start-holder").queryAs(ComboBox.class).getValue(), "who came last");
        WindowDriver.everyPicture(robot, later.scene(), later.messages(), "start-login-people");
        robot.clickOn("#start-password").write("wang le 123").type(KeyCode.ENTER);
        assertTrue(sees(robot, "密码不对"), "the forgotten one is refused from now on");
        robot.clickOn("#start-password").write("xin mi ma 1").type(KeyCode.ENTER);
        assertEquals(2, opened.size());
    }

    @Test
    void whatAPowerCutLeftToBeReplayedIsToldFigureByFigureBeforeTheOfficeOpens(FxRobot robot) throws Exception {
        enrol();
        Path database = office.data().resolve("store/main.mv.db");
        Files.copy(database, folder.resolve("older"));
        fill("1.1.2", "3");
        fill("3.4.2", "5");
        Files.copy(folder.resolve("older"), database, StandardCopyOption.REPLACE_EXISTING);
        StartWindow window = show(robot, SECRET);
        assertTrue(sees(robot, "上次没有正常关闭，已经修复，一个数也没丢"));
        assertTrue(sees(robot, "3.4.2") && sees(robot, "2 个数据项"));
        assertTrue(opened.isEmpty());
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "store-repaired");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals("3.4.2", opened.getFirst().place());
    }

    @Test
    void damagedDataAreBroughtBackFromABackupAfterItWasSaidWhatIsSafe(FxRobot robot) throws Exception {
        enrol();
        assertEquals(0, office.run("backup").exitCode());
        fill("1.1.2", "3");
        damage();
        StartWindow window = show(robot, SECRET);
        assertTrue(sees(robot, "本机数据有损坏，已经停下来保护"));
        assertTrue(sees(robot, "这份备份完好"), "the newest backup was opened already");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "store-damaged");
        dialogs.turnBack();
        robot.clickOn("#start-restore");
        assertTrue(opened.isEmpty(), "nothing is restored without a yes");
        assertFalse(Files.exists(office.data().resolve("set-aside")), "and nothing was touched");
    }

    @Test
    void restoringADamagedFolderOpensItAtOnceAndKeepsWhatWasThere(FxRobot robot) throws Exception {
        enrol();
        assertEquals(0, office.run("backup").exitCode());
        fill("1.1.2", "3");
        damage();
        show(robot, SECRET);
        robot.clickOn("#start-restore");
        assertEquals("甲县", opened.getFirst().office().unit().name());
        assertTrue(Files.exists(office.data().resolve("set-aside/0001/main.mv.db")));
        doors.removeFirst().close();
        String now = office.run("show", "--period", OfficeFixture.PERIOD).out();
        assertTrue(now.contains("96"), now);
        fill("1.1.2", "4");
    }

    /** Database and journal beyond the backup are gone: what was reported as saved is nowhere whole. */
    private void damage() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(office.data().resolve("journal"))) {
            files = new ArrayList<>(all.filter(file -> file.toString().endsWith(".journal")).toList());
        }
        files.add(office.data().resolve("store/main.mv.db"));
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, 50));
        }
    }

    private StartWindow show(FxRobot robot, byte[] secret) {
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        FolderDoor door = new FolderDoor(folder.resolve("office"), secret, CLOCK, Locale.ROOT, Runnable::run, keyring,
                runtime -> new UiServices(runtime.offices(), runtime.reports(), runtime.papers(), runtime.reviews(), runtime.preReviews(),
                        tasks, CLOCK, ClientRuntime.ZONE, Locale.CHINA, file -> {}));
        doors.add(door);
        StartWindow[] shown = new StartWindow[1];
        robot.interact(() -> {
            shown[0] = new StartWindow(door, tasks, CLOCK, ClientRuntime.ZONE, Locale.CHINA, opened::add, dialogs);
            stage.setScene(shown[0].scene());
            stage.setWidth(ShangbaoWindow.WIDTH);
            stage.setHeight(ShangbaoWindow.HEIGHT);
            stage.show();
            shown[0].begin();
        });
        return shown[0];
    }

    private static boolean sees(FxRobot robot, String words) {
        return robot.lookup(
                (javafx.scene.Node node) -> node instanceof Label label && label.getText() != null && label.getText().contains(words))
                .tryQuery().isPresent();
    }
}
