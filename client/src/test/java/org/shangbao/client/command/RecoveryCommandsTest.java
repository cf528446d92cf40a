package org.shangbao.client.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.OfficeFixture.Ran;
import org.shangbao.wire.v1.RecoveryAnswer;
import org.shangbao.wire.v1.RecoveryRequest;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A forgotten password is not lost data. */
class RecoveryCommandsTest {
    private final KeyPair province = SealedBox.newKeyPair();
    @TempDir
    private Path folder;
    private OfficeFixture office;
    private Path fresh;
    private Path request;

    @BeforeEach
    void enrolWithARecoveryKeyAndForgetThePassword() throws Exception {
        office = new OfficeFixture(folder).withRecoveryKey(province.getPublic()).enrolled("http://127.0.0.1:9");
        assertEquals(0, office.run("fill", "--period", OfficeFixture.PERIOD, "--set", "1.1.1=96").exitCode());
        fresh = folder.resolve("fresh-unlock");
        request = folder.resolve("request");
    }

    private RecoveryRequest ask(String name) throws Exception {
        Files.deleteIfExists(request);
        Ran asked = office.run("recovery", "ask", "--name", name, "--new-unlock-file", fresh.toString(), "--out", request.toString());
        assertEquals(0, asked.exitCode(), asked.err());
        RecoveryRequest made = RecoveryRequest.read(Files.readAllBytes(request));
        assertTrue(asked.out().contains(made.checkNumber()), asked.out());
        return made;
    }

    private Ran finish(RecoveryAnswer answer) throws Exception {
        Path file = folder.resolve("answer");
        Files.write(file, WireJson.write(answer));
        return office.run("recovery", "finish", "--answer", file.toString(), "--new-unlock-file", fresh.toString());
    }

    @Test
    void theProvincesAnswerOpensTheFolderWithTheNewSecretAndNothingIsLost() throws Exception {
        RecoveryRequest made = ask("李建国");
        assertEquals("甲县", made.unitName());
        assertEquals(OfficeFixture.UNIT, made.unit());
        assertTrue(office.run("recovery", "show").out().contains(made.checkNumber()));
        Ran done = finish(made.answer(province.getPrivate()));
        assertEquals(0, done.exitCode(), done.err());
        Files.copy(fresh, office.unlockFile(), StandardCopyOption.REPLACE_EXISTING);
        Ran shown = office.run("show", "--period", OfficeFixture.PERIOD);
        assertTrue(shown.out().contains("96"), shown.err());
        String keys = office.run("keys", "list").out();
        assertTrue(keys.contains("李建国") && keys.contains("省级恢复密钥"), keys);
        assertFalse(Files.exists(office.data().resolve("recovery.json")), "the request's private key is gone");
    }

    @Test
    void anAnswerIsOfNoUseWithoutTheSecretChosenWhenAskingNorForAnotherRequest() throws Exception {
        RecoveryRequest first = ask("李建国");
        RecoveryAnswer answer = first.answer(province.getPrivate());
        byte[] chosen = Files.readAllBytes(fresh);
        Files.writeString(fresh, "another secret of sufficient length");
        assertTrue(finish(answer).err().contains("STORE-003"));
        Files.write(fresh, chosen);
        ask("李建国");
        assertTrue(finish(answer).err().contains("STORE-013"), "a later request makes the answer to the first useless");
        Files.write(folder.resolve("answer"), "{}".getBytes(StandardCharsets.UTF_8));
        Ran refused = office.run("recovery", "finish", "--answer", folder.resolve("answer").toString(), "--new-unlock-file",
                fresh.toString());
        assertTrue(refused.err().contains("STORE-013"), refused.err());
    }

    @Test
    void aRequestSpeaksForItsOwnUnitOnlyAndOnlyToTheKeyOfItsProvince() throws Exception {
        RecoveryRequest made = ask("李建国");
        RecoveryRequest posing = new RecoveryRequest(made.format(), 1, "990302", "乙县", made.name(), made.dataKeys(), made.answerKey(),
                made.at());
        assertTrue(isRefused(posing, province), "a folder of one unit passed off as another's");
        assertTrue(isRefused(made, SealedBox.newKeyPair()), "another province's key");
    }

    private static boolean isRefused(RecoveryRequest request, KeyPair key) {
        try {
            request.answer(key.getPrivate());
            return false;
        } catch (WireFormatException e) {
            return true;
        }
    }

    @Test
    void aFolderEnrolledWithoutARecoveryKeySaysThatItHasNone() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        OfficeFixture without = new OfficeFixture(other).enrolled("http://127.0.0.1:9");
        Ran refused = without.run("recovery", "ask", "--name", "张晓岚", "--new-unlock-file", fresh.toString(), "--out",
                request.toString());
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("STORE-014"), refused.err());
        assertFalse(Files.exists(request));
    }

    @Test
    void aFolderEnrolledBeforeThereWasAKeyGetsItFromALaterFileOfTheSameOfficeAndServerOnly() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        OfficeFixture before = new OfficeFixture(other).enrolled("http://127.0.0.1:9");
        assertEquals(0, before.run("fill", "--period", OfficeFixture.PERIOD, "--set", "1.1.1=41").exitCode());
        Path foreign = office.enrolmentFile("http://127.0.0.1:9");
        Ran refused = before.run("recovery", "renew", foreign.toString());
        assertEquals(3, refused.exitCode(), "signed by another server");
        assertTrue(before.run("recovery", "show").out().contains("没有留"));
        Path later = before.withRecoveryKey(province.getPublic()).enrolmentFile("http://127.0.0.1:9");
        Ran renewed = before.run("recovery", "renew", later.toString());
        assertEquals(0, renewed.exitCode(), renewed.err());
        assertTrue(before.run("recovery", "show").out().contains("留有省级恢复密钥"));
        assertTrue(before.run("show", "--period", OfficeFixture.PERIOD).out().contains("41"), "what was filled stays");
    }

    @Test
    void theRecoveryKeyCannotBeTakenAwayAndOneChangedEnvelopeDoesNotSpoilTheOther() throws Exception {
        String holder = "recovery/" + OfficeFixture.UNIT + "/" + org.shangbao.wire.v1.SignedDocument.keyId(province.getPublic());
        assertTrue(office.run("keys", "remove", "--name", holder).err().contains("STORE-012"));
        Path keys = office.data().resolve("keys.json");
        String text = Files.readString(keys);
        int at = text.indexOf("wrapped", text.indexOf("X25519"));
        char old = text.charAt(at + 20);
        Files.writeString(keys, text.substring(0, at + 20) + (old == 'A' ? 'B' : 'A') + text.substring(at + 21));
        assertTrue(office.run("show", "--period", OfficeFixture.PERIOD).out().contains("96"));
        assertEquals(0, finish(ask("李建国").answer(province.getPrivate())).exitCode(), "the whole envelope in the copy still serves");
    }
}
