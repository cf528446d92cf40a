package org.shangbao.client.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.OfficeFixture.Ran;
import org.shangbao.client.PretendKeyring;
import org.shangbao.client.launcher.ClientMain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The user of the operating system as a way back, by command. */
class UserKeyCommandsTest {
    private final PretendKeyring keyring = new PretendKeyring("zhang");
    @TempDir
    private Path folder;
    private OfficeFixture office;

    private Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--data", office.data().toString(), "--unlock-file", office.unlockFile().toString()));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ClientMain.run(all, new PrintWriter(out), new PrintWriter(err), Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC),
                keyring);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    @Test
    void aLostUnlockFileIsReplacedByTheSystemsUserWhoWasAllowedBefore() throws Exception {
        office = new OfficeFixture(folder).enrolled("http://127.0.0.1:9");
        Path fresh = folder.resolve("fresh");
        Ran early = run("recovery", "reset", "--name", "unlock-file", "--new-unlock-file", fresh.toString());
        assertEquals(2, early.exitCode());
        assertTrue(early.err().contains("STORE-018"), early.err());
        assertFalse(Files.exists(fresh), "no file is made that opens nothing");

        Ran allowed = run("keys", "allow-user");
        assertEquals(0, allowed.exitCode(), allowed.err());
        Files.writeString(office.unlockFile(), "nobody knows it any more");
        assertTrue(run("recovery", "show").out().contains("recovery reset"));
        Ran reset = run("recovery", "reset", "--name", "unlock-file", "--new-unlock-file", fresh.toString());
        assertEquals(0, reset.exitCode(), reset.err());
        Files.copy(fresh, office.unlockFile(), StandardCopyOption.REPLACE_EXISTING);
        assertTrue(run("keys", "list").out().contains("本机登录用户"));
        String log = run("keys", "log").out();
        assertTrue(log.contains("用本机登录用户重设了“unlock-file”的密码") && log.contains("登录用户：zhang"), log);
        keyring.fallSilent(true);
        assertTrue(run("recovery", "reset", "--name", "unlock-file", "--new-unlock-file", fresh.toString()).err().contains("STORE-016"));
        assertEquals(0, run("keys", "forbid-user").exitCode(), "taken back also while the system is silent");
        assertFalse(run("keys", "list").out().contains("本机登录用户"));
    }
}
