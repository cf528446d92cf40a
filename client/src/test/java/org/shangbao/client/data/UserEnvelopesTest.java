package org.shangbao.client.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.PretendKeyring;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.application.keeping.KeyAct;
import org.shangbao.client.application.keeping.UserAccess;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The user of the operating system as a way back, in real folders with what the system keeps played. */
class UserEnvelopesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-24T03:00:00Z"), ZoneOffset.UTC);
    private static final byte[] NEW = OfficePassword.secret("xin mi ma 1");

    private final ExecutorService storeThread = Executors.newSingleThreadExecutor();
    private final PretendKeyring mine = new PretendKeyring("zhang");
    @TempDir
    private Path work;
    private DataFolder folder;

    @BeforeEach
    void make() throws Exception {
        folder = ProofFolder.create(work.resolve("office"));
        H2OfficeStore.open(folder, ProofFolder.SECRET, storeThread).close();
    }

    @AfterEach
    void stop() { storeThread.shutdown(); }

    private H2FolderKeeping keeping(DataFolder of, byte[] secret, PretendKeyring keyring) {
        return new H2FolderKeeping(of, secret, storeThread, keyring, CLOCK);
    }

    private H2UserReset reset(DataFolder of, PretendKeyring keyring) { return new H2UserReset(of, keyring, storeThread, CLOCK); }

    private static ErrorCode refused(H2UserReset reset) { return assertThrows(ReportingException.class, reset::check).error(); }

    @Test
    void aForgottenPasswordIsReplacedByTheUserWhoWasAllowedAndThatIsNoted() throws Exception {
        H2FolderKeeping known = keeping(folder, ProofFolder.SECRET, mine);
        assertEquals(UserAccess.OFF, known.userAccess());
        assertFalse(reset(folder, mine).isOffered());
        assertEquals(ErrorCode.NO_USER_KEY, refused(reset(folder, mine)));
        known.allowUser();
        known.allowUser();
        assertEquals(UserAccess.HERE, known.userAccess());
        assertEquals(1, mine.size(), "allowed twice is allowed once");

        H2UserReset reset = reset(folder, mine);
        assertEquals(List.of(DataKey.UNLOCK_FILE), reset.people(), "the system's user is nobody who fills in");
        assertEquals(ErrorCode.KEY_NAME, assertThrows(ReportingException.class, () -> reset.reset("nobody", NEW)).error());
        reset.reset(DataKey.UNLOCK_FILE, NEW);
        assertEquals(ErrorCode.STORE_LOCKED,
                assertThrows(ReportingException.class, () -> H2OfficeStore.open(folder, ProofFolder.SECRET, storeThread)).error());
        H2FolderKeeping again = keeping(folder, NEW, mine);
        List<KeyAct> acts = again.keyActs();
        assertEquals(new KeyAct(CLOCK.instant(), KeyAct.Kind.RESET_BY_USER, DataKey.UNLOCK_FILE, "", "zhang"), acts.getFirst());
        assertEquals(List.of(KeyAct.Kind.RESET_BY_USER, KeyAct.Kind.USER_ALLOWED), acts.stream().map(KeyAct::kind).toList());
        assertEquals(Files.readString(folder.keys()), Files.readString(folder.keysCopy()));

        again.forbidUser();
        assertEquals(0, mine.size(), "the system forgets the key too");
        assertEquals(UserAccess.OFF, again.userAccess());
        assertEquals(ErrorCode.NO_USER_KEY, refused(reset(folder, mine)));
    }

    @Test
    void anotherUserAnotherComputerAndASilentSystemOpenNothingAndChangeNothing() throws Exception {
        H2FolderKeeping known = keeping(folder, ProofFolder.SECRET, mine);
        known.allowUser();
        Path copied = work.resolve("copied");
        ProofFolder.copy(folder.root(), copied);
        PretendKeyring other = new PretendKeyring("li");
        assertEquals(ErrorCode.KEYRING_WITHOUT, refused(reset(new DataFolder(copied), other)));
        assertEquals(UserAccess.ELSEWHERE, keeping(folder, ProofFolder.SECRET, other).userAccess());
        mine.fallSilent(true);
        byte[] before = Files.readAllBytes(folder.keys());
        assertEquals(ErrorCode.KEYRING_SILENT,
                assertThrows(ReportingException.class, () -> reset(folder, mine).reset(DataKey.UNLOCK_FILE, NEW)).error());
        assertEquals(UserAccess.SILENT, known.userAccess());
        other.fallSilent(true);
        assertThrows(ReportingException.class, () -> keeping(new DataFolder(copied), ProofFolder.SECRET, other).allowUser());
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(folder.keys()));

        other.fallSilent(false);
        keeping(folder, ProofFolder.SECRET, other).allowUser();
        reset(folder, other).check();
        mine.fallSilent(false);
        reset(folder, mine).check();
        keeping(folder, ProofFolder.SECRET, other).forbidUser();
        assertEquals(ErrorCode.NO_USER_KEY, refused(reset(folder, mine)), "taken away from everybody at once");
    }

    @Test
    void aChangedEnvelopeIsMadeUpForByTheCopyAndBothChangedOpenNothing() throws Exception {
        keeping(folder, ProofFolder.SECRET, mine).allowUser();
        change(folder.keys());
        reset(folder, mine).check();
        H2OfficeStore.open(folder, ProofFolder.SECRET, storeThread).close();
        reset(folder, mine).check();
        String whole = Files.readString(folder.keysCopy());
        DataFolder other = new DataFolder(work.resolve("other"));
        ProofFolder.copy(folder.root(), other.root());
        assertTrue(whole.contains(DataKey.USER));
        KeyFiles.removeUsers(other);
        assertFalse(Files.readString(other.keys()).contains(DataKey.USER), "the changed one goes with the whole one");
        change(folder.keys());
        change(folder.keysCopy());
        DataKey.Envelope changed = KeyFiles.read(folder).envelopes().stream().filter(DataKey.Envelope::isUsers).findFirst().orElseThrow();
        assertTrue(changed.keptAs().length() > 8);
        H2OfficeStore.open(folder, ProofFolder.SECRET, storeThread).close();
    }

    /** Changes the last of the wrapped key's characters that is not filling. */
    private static void change(Path keys) throws Exception {
        String text = Files.readString(keys);
        int at = text.indexOf("\"wrapped\"", text.indexOf(DataKey.USER)) + 20;
        Files.writeString(keys, text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1));
    }

    @Test
    void aDamagedStoreStillGetsItsNewPasswordSoThatABackupCanBeRestored() throws Exception {
        keeping(folder, ProofFolder.SECRET, mine).allowUser();
        Files.writeString(folder.databaseFile(), "nothing");
        try (java.util.stream.Stream<Path> files = Files.list(folder.journal())) {
            for (Path file : files.toList()) {
                Files.writeString(file, "nothing");
            }
        }
        reset(folder, mine).reset(DataKey.UNLOCK_FILE, NEW);
        assertEquals(DataKey.UNLOCK_FILE, KeyFiles.open(folder, NEW).holder());
    }

    @Test
    void whoOpenedLastIsTriedFirstSoThatAnUsualStartStretchesOnePasswordOnly() throws Exception {
        DataKey key = KeyFiles.open(folder, ProofFolder.SECRET).key();
        byte[] li = OfficePassword.secret("li de mi ma");
        byte[] wang = OfficePassword.secret("wang de mi ma");
        KeyFiles.put(folder, key.envelope("Li", li, 8, 1));
        KeyFiles.put(folder, key.envelope("Wang", wang, 8, 1));
        assertEquals("", folder.lastPerson());
        assertEquals("Wang", KeyFiles.open(folder, wang).holder());
        assertEquals("Wang", folder.lastPerson());
        List<DataKey.Envelope> all = KeyFiles.read(folder).envelopes();
        assertEquals(List.of("Wang", DataKey.UNLOCK_FILE, "Li"), names(KeyFiles.likelyFirst(all, folder.lastPerson(), true)));
        assertEquals(List.of(DataKey.UNLOCK_FILE, "Li", "Wang"), names(KeyFiles.likelyFirst(all, folder.lastPerson(), false)));
        assertEquals(DataKey.UNLOCK_FILE, KeyFiles.open(folder, ProofFolder.SECRET).holder());
        assertEquals("Wang", folder.lastPerson(), "a script with an unlock file does not change who is expected");
        assertEquals("Li", KeyFiles.open(folder, li).holder(), "everybody else is tried all the same");
        assertEquals("Li", folder.lastPerson());
        Files.writeString(folder.openedBy(), "x".repeat(5000));
        assertEquals("Li", KeyFiles.open(folder, li).holder(), "the note is a courtesy only");
    }

    private static List<String> names(List<DataKey.Envelope> envelopes) {
        return envelopes.stream().map(DataKey.Envelope::holder).toList();
    }
}
