package org.shangbao.client.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.PretendKeyring;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.application.help.HelpService;
import org.shangbao.client.application.progress.Progress;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Backups, restoring and passwords in the window of an open office. */
@ExtendWith(ApplicationExtension.class)
class KeepingScreenTest {
    private static final Clock CLOCK = Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC);
    private static final ReportId REPORT = ReportId.parse(OfficeFixture.UNIT + "/" + OfficeFixture.PERIOD + "/" + OfficeFixture.EDITION);

    private final PretendKeyring keyring = new PretendKeyring("zhang");
    private final List<String> entered = new ArrayList<>();
    @TempDir
    private Path folder;
    private Stage stage;
    private ClientRuntime runtime;
    private ShangbaoWindow window;

    @Start
    void start(Stage given) { stage = given; }

    @AfterEach
    void close() throws ReportingException { runtime.close(); }

    private void open(FxRobot robot) throws Exception {
        OfficeFixture office = new OfficeFixture(folder).enrolled("http://127.0.0.1:9");
        assertEquals(0, office.run("fill", "--period", OfficeFixture.PERIOD, "--set", "1.1.1=96").exitCode());
        runtime = ClientRuntime.open(office.data(), OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8), CLOCK, Locale.CHINA, keyring);
        robot.interact(() -> show(stage));
        robot.interact(() -> window.navigator().open("keeping"));
    }

    private void show(Stage shown) {
        try {
            UiServices services = new UiServices(runtime.offices(), runtime.reports(), runtime.papers(), runtime.reviews(),
                    runtime.preReviews(), runtime.packages(), new SameThreadTaskRunner(), CLOCK, ClientRuntime.ZONE, Locale.CHINA,
                    file -> {}, runtime.help(),
                    runtime.keeping());
            window = new ShangbaoWindow(services, runtime.offices().office(), () -> entered.add("again"));
            shown.setScene(window.scene());
            shown.setWidth(ShangbaoWindow.WIDTH);
            shown.setHeight(ShangbaoWindow.HEIGHT);
            shown.show();
        } catch (ReportingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String typed(String code) throws ReportingException {
        return String.valueOf(runtime.reports().open(REPORT).figures().get(code));
    }

    @Test
    void aBackupIsMadeLookedAtAndRestoredWhileTheOfficeStaysOpen(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#keeping-backup");
        assertTrue(outcome(robot).contains("已备份并核对"), outcome(robot));
        String before = typed("1.1.1");
        runtime.reports().saveFigure(REPORT, "1.1.1", "97");
        robot.interact(() -> robot.lookup(node -> node instanceof RadioButton).queryAs(RadioButton.class).setSelected(true));
        assertTrue(robot.lookup("#keeping-preview").queryAs(Label.class).getText().contains("1 个数据项"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "keeping");
        robot.interact(() -> robot.lookup(node -> node instanceof RadioButton).queryAs(RadioButton.class).setSelected(true));
        robot.clickOn("#keeping-restore").clickOn("#dialog-confirm");
        assertEquals(List.of("again"), entered, "the window is built again from what was restored");
        assertEquals(before, typed("1.1.1"));
        assertTrue(Files.exists(folder.resolve("office/set-aside/0001/main.mv.db")));
        runtime.reports().saveFigure(REPORT, "1.1.1", "98");
    }

    @Test
    void aColleagueGetsAPasswordOfHerOwnAndAMissingSecondDriveIsSaidOnEveryScreen(FxRobot robot) throws Exception {
        open(robot);
        Path drive = Files.createDirectory(folder.resolve("drive"));
        runtime.keeping().useSecondDrive(drive);
        robot.clickOn("#keeping-name").write("Li");
        robot.clickOn("#keeping-password").write("mi ma 1234").clickOn("#keeping-repeated").write("mi ma 1234");
        robot.clickOn("#keeping-set");
        assertTrue(outcome(robot).contains("已给Li设好密码"), outcome(robot));
        Files.move(drive, folder.resolve("unplugged"));
        robot.interact(() -> show(stage));
        assertTrue(robot.lookup(node -> node instanceof Label label && label.getText().contains("备份只在这台电脑上")).tryQuery().isPresent());
        runtime.close();
        runtime = ClientRuntime.open(folder.resolve("office"), OfficePassword.secret("mi ma 1234"), CLOCK, Locale.CHINA);
        assertEquals("甲县", runtime.offices().office().unit().name());
    }

    @Test
    void theSystemsUserIsAllowedAfterTheConsequenceWasReadAndTakenBackAgain(FxRobot robot) throws Exception {
        open(robot);
        assertTrue(WindowDriver.sees(robot, "没有允许"));
        robot.clickOn("#keeping-user-allow");
        assertTrue(WindowDriver.sees(robot, "谁能用这台电脑现在的登录用户，谁就能给这里的人重设密码"));
        assertEquals(0, keyring.size(), "nothing is done before the yes");
        robot.clickOn("#dialog-confirm");
        assertTrue(WindowDriver.sees(robot, "已允许：现在的登录用户可以重设密码"));
        assertEquals(1, keyring.size());
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "keeping-user");
        robot.clickOn("#keeping-user-forbid").clickOn("#dialog-confirm");
        assertEquals(0, keyring.size());
        assertTrue(WindowDriver.sees(robot, "不再允许本机登录用户打开（经手：装入授权文件时设的密码；登录用户：zhang）"));
        keyring.fallSilent(true);
        robot.clickOn("#keeping-user-allow").clickOn("#dialog-confirm");
        assertTrue(WindowDriver.sees(robot, "系统密码保管没有应答"));
    }

    @Test
    void theDataAreCheckedBesideTheWorkAndThePageIsKeptAndHandedOn(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#keeping-backup");
        List<String> before = files();
        robot.interact(() -> robot.lookup("#keeping-check").queryButton().requestFocus());
        robot.type(KeyCode.SPACE);
        assertTrue(WindowDriver.sees(robot, "查完了，一切正常"));
        assertTrue(WindowDriver.sees(robot, "没有查的：关闭后重新打开"), "what was not checked is said");
        assertEquals(before, files(), "nothing of the look is left, nothing is changed");
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "keeping-checked");
        assertEquals(List.of(), WindowDriver.cut(robot, window.scene(), window.messages()));
        runtime.reports().saveFigure(REPORT, "1.1.1", "97");
        Path first;
        try (Stream<Path> journals = Files.list(folder.resolve("office/journal"))) {
            first = journals.filter(file -> file.toString().endsWith(".journal")).sorted().findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);
        robot.interact(() -> robot.lookup("#keeping-check").queryButton().fire());
        assertTrue(WindowDriver.sees(robot, "数据完整，有几处请处理") && WindowDriver.sees(robot, "请点“现在备份”"));
        WindowDriver.everyPicture(robot, window.scene(), window.messages(), "keeping-todo");
        robot.interact(() -> robot.lookup("#keeping-copy").queryButton().fire());
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].contains("请处理　流水日志"), copied[0]);
        assertTrue(WindowDriver.sees(robot, "已复制"));
        Path target = folder.resolve("诊断包.zip");
        runtime.help().exportDiagnostics(target, HelpService.Figures.LEFT_OUT);
        try (ZipFile zip = new ZipFile(target.toFile())) {
            String checks = new String(zip.getInputStream(zip.getEntry("checks.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(checks.contains("\"JOURNAL\"") && !checks.contains(folder.toString()), checks);
        }
    }

    @Test
    void aCheckThatIsGivenUpLeavesNothingAndSavesGoOnWhileItRuns(FxRobot robot) throws Exception {
        open(robot);
        assertThrows(CancellationException.class, () -> Watched.by(new Progress() {
            @Override
            public void at(long done, long all) {}

            @Override
            public boolean isGivenUp() {
                // asked while the copy of the database is being made
                try {
                    runtime.reports().saveFigure(REPORT, "1.1.2", "3");
                    return true;
                } catch (ReportingException e) {
                    throw new IllegalStateException(e);
                }
            }
        }, runtime.keeping()::diagnose));
        assertEquals("3", runtime.reports().open(REPORT).figures().get("1.1.2").typed());
        assertEquals(List.of(), files().stream().filter(file -> file.contains("work-")).toList());
    }

    private List<String> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve("office"))) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    private static String outcome(FxRobot robot) { return robot.lookup("#keeping-outcome").queryAs(Label.class).getText(); }
}
