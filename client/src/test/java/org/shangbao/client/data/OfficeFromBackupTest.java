package org.shangbao.client.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.application.keeping.OfficeFromBackup;
import org.shangbao.client.application.progress.GivingUp;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What comes from outside to a new computer is bounded, and what is here stays. */
class OfficeFromBackupTest {
    private static final byte[] SECRET = OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path prepared;
    @TempDir
    private Path folder;
    private Path copies;
    private DataFolder computer;
    private OfficeFromBackup fromBackup;

    @BeforeAll
    static void backUp() throws Exception {
        OfficeFixture office = new OfficeFixture(prepared).enrolled("http://127.0.0.1:9");
        Path letter = Files.writeString(prepared.resolve("letter.pdf"), "%PDF-1.4 letter");
        assertEquals(0, office.run("attach", "--period", OfficeFixture.PERIOD, "2.1", letter.toString()).exitCode());
        Path drive = Files.createDirectory(prepared.resolve("drive"));
        assertEquals(0, office.run("backup", "--second-drive", drive.toString()).exitCode());
    }

    @BeforeEach
    void aNewComputer() {
        copies = prepared.resolve("drive").resolve("shangbao-" + OfficeFixture.UNIT);
        computer = new DataFolder(folder.resolve("office"));
        fromBackup = new H2OfficeFromBackup(computer);
    }

    private Path backup() throws Exception {
        try (Stream<Path> all = Files.list(copies)) {
            return all.filter(file -> file.toString().endsWith(BackupArchive.SUFFIX)).findFirst().orElseThrow();
        }
    }

    private List<String> here() throws Exception {
        if (!Files.exists(computer.root())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(computer.root())) {
            return all.filter(Files::isRegularFile).map(file -> computer.root().relativize(file).toString())
                    .filter(name -> !name.equals("in-use.lock")).sorted().toList();
        }
    }

    @Test
    void givenUpWhileFilesAreCopiedNothingIsLeftOfIt() throws Exception {
        Path backup = backup();
        assertThrows(CancellationException.class, () -> Watched.by(GivingUp.after(0), () -> {
            fromBackup.take(backup);
            return Boolean.TRUE;
        }));
        assertEquals(List.of(), here());
        fromBackup.take(backup);
        assertTrue(here().contains("from-backup"), here().toString());
    }

    @Test
    void anOfficeThatIsHereIsNotReplaced() throws Exception {
        new OfficeFixture(folder).enrolled("http://127.0.0.1:9");
        List<String> before = here();
        Path backup = backup();
        ReportingException refused = assertThrows(ReportingException.class, () -> fromBackup.take(backup));
        assertEquals(ErrorCode.ALREADY_ENROLLED, refused.error());
        assertEquals(before, here());
    }

    @Test
    void aBackupThatUnpacksToMoreThanItIsIsRefused() throws Exception {
        Path bomb = folder.resolve("000000000009-asked" + BackupArchive.SUFFIX);
        byte[] zeros = new byte[4 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            put(zip, BackupArchive.MANIFEST, WireJson.write(new BackupArchive.Manifest(BackupArchive.Manifest.FORMAT, 1,
                    org.shangbao.client.application.store.BackupReason.ASKED, 9, "0".repeat(64), 3, zeros.length, Sha256.of(zeros).hex())));
            put(zip, "keys.json", WireJson.write(BackupArchive.keys(backup())));
            put(zip, BackupArchive.DATABASE, zeros);
        }
        assertEquals(ErrorCode.BACKUP_UNUSABLE, assertThrows(ReportingException.class, () -> fromBackup.look(bomb, SECRET)).error());
        assertEquals(ErrorCode.BACKUP_UNUSABLE, assertThrows(ReportingException.class, () -> fromBackup.take(bomb)).error());
        assertEquals(List.of(), here());
    }

    @Test
    void aZipWithALargeDirectoryIsNotReadIntoMemory() throws Exception {
        Path many = folder.resolve("000000000009-asked" + BackupArchive.SUFFIX);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int number = 0; number < 20; number++) {
                put(zip, "entry" + number, new byte[1]);
            }
        }
        assertEquals(new OfficeFromBackup.Found(List.of(), false), fromBackup.find(many));
        Path noZip = Files.write(folder.resolve("1.shangbao-backup"), new byte[10]);
        assertEquals(List.of(), fromBackup.find(noZip).backups());
    }

    @Test
    void aChangedBackupAndAStrangersEnvelopesAreRefused() throws Exception {
        Path changed = folder.resolve("000000000009-asked" + BackupArchive.SUFFIX);
        byte[] bytes = Files.readAllBytes(backup());
        bytes[bytes.length / 2] ^= 4;
        Files.write(changed, bytes);
        assertEquals(ErrorCode.BACKUP_UNUSABLE, assertThrows(ReportingException.class, () -> fromBackup.look(changed, SECRET)).error());
        DataKey.Envelope greedy = new DataKey.Envelope("x", "argon2id", 1 << 20, 20, "", "", "");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed, StandardOpenOption.TRUNCATE_EXISTING))) {
            put(zip, BackupArchive.MANIFEST, WireJson.write(BackupArchive.manifest(backup())));
            put(zip, "keys.json", WireJson.write(new DataKey.KeyFile(DataKey.KeyFile.FORMAT, 1, List.of(greedy))));
        }
        assertEquals(List.of(), fromBackup.find(changed).backups());
    }

    @Test
    void linksAndStrangeNamesBesideABackupAreNotFollowed() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("stick/files/ab"));
        Path backup = Files.copy(backup(), folder.resolve("stick").resolve(backup().getFileName()));
        Path secret = Files.writeString(folder.resolve("secret"), "elsewhere");
        Files.createSymbolicLink(stick.resolve("a".repeat(64) + ".file"), secret);
        Files.writeString(stick.resolve("virus.exe.file"), "x");
        assertEquals(0, fromBackup.find(folder.resolve("stick")).backups().getFirst().files());
        fromBackup.take(backup);
        assertFalse(Files.exists(computer.files()), "nothing came along");
    }

    @Test
    void aFolderWhoseKeysAreGoneKeepsItsBackupsWhenOneIsLookedAt() throws Exception {
        OfficeFixture office = new OfficeFixture(folder).enrolled("http://127.0.0.1:9");
        assertEquals(0, office.run("backup").exitCode());
        Files.delete(computer.keys());
        Files.delete(computer.keysCopy());
        List<Path> backups = BackupArchive.newestFirst(computer.backups());
        OfficeFixture.Ran shown = office.run("restore", backups.getFirst().toString());
        assertEquals(2, shown.exitCode(), shown.err());
        assertEquals(backups, BackupArchive.newestFirst(computer.backups()));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
