package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.PretendKeyring;
import org.shangbao.client.ui.common.Appearance;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.shangbao.client.ui.start.StartWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How the program looks is chosen before any password is typed and is so again at the next start; nothing hangs on the file. */
@ExtendWith(ApplicationExtension.class)
class LookFileTest {
    private static final Clock CLOCK = Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC);
    private static final Look LARGE_DARK = new Look(Look.Size.LARGE, Look.Shade.DARK);

    @TempDir
    private Path folder;
    private Stage stage;

    @Start
    void start(Stage given) { stage = given; }

    @Test
    void whatKeysChooseAtThePasswordIsWornAgainAtTheNextStart(FxRobot robot) throws Exception {
        Path data = new OfficeFixture(folder).enrolled("http://127.0.0.1:9").data();
        StartWindow window = show(robot, data);
        assertEquals("start-password", window.scene().getFocusOwner().getId());
        robot.write("kai");
        robot.type(KeyCode.F7).type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        robot.type(KeyCode.F7).type(KeyCode.DOWN, 4).type(KeyCode.ENTER);
        assertEquals("start-password", window.scene().getFocusOwner().getId(), "typing goes on");
        assertEquals("large dark", Files.readString(data.resolve("display")).strip());
        assertFalse(Files.exists(data.resolve("display.tmp")));
        StartWindow again = show(robot, data);
        WindowDriver.everyPicture(robot, again.scene(), again.messages(), "start-login-large-dark");
        assertEquals(List.of(), WindowDriver.cut(robot, again.scene(), again.messages()));
        assertTrue(robot.lookup("#start-open").queryAs(Button.class).getHeight() > 44);
        assertEquals(LARGE_DARK, LookFile.read(data));
    }

    @Test
    void aComputerWithNothingOnItRemembersItToo() {
        LookFile.write(folder.resolve("office"), LARGE_DARK);
        assertEquals(LARGE_DARK, LookFile.read(folder.resolve("office")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "größer dunkler", "largedark", "\0\0\0\0" })
    void aBrokenFileMeansTheStandard(String content) throws IOException {
        Files.writeString(folder.resolve("display"), content);
        assertEquals(Look.STANDARD, LookFile.read(folder));
    }

    @Test
    void aMissingFileAHugeOneAndAFolderOfThatNameMeanTheStandard() throws IOException {
        assertEquals(Look.STANDARD, LookFile.read(folder));
        Files.writeString(folder.resolve("display"), "large dark " + "x".repeat(1 << 20));
        assertEquals(Look.STANDARD, LookFile.read(folder));
        Files.delete(folder.resolve("display"));
        Files.createDirectories(folder.resolve("display/inner"));
        assertEquals(Look.STANDARD, LookFile.read(folder));
        LookFile.write(folder, LARGE_DARK);
        assertEquals(Look.STANDARD, LookFile.read(folder), "what cannot be remembered stops nothing");
    }

    private StartWindow show(FxRobot robot, Path data) {
        StartWindow[] shown = new StartWindow[1];
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        FolderDoor door = new FolderDoor(data, null, CLOCK, Locale.CHINA, Runnable::run, new PretendKeyring("clerk"), runtime -> {
            throw new IllegalStateException("no password was right");
        });
        robot.interact(() -> {
            shown[0] = new StartWindow(door, tasks, CLOCK, ClientRuntime.ZONE, Locale.CHINA, opened -> {},
                    new Appearance(LookFile.read(data), look -> LookFile.write(data, look)));
            stage.setScene(shown[0].scene());
            stage.setWidth(1366);
            stage.setHeight(768);
            stage.show();
            shown[0].begin();
        });
        return shown[0];
    }
}
