package org.shangbao.client.command;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.OfficeFixture.Ran;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeepingCommandsTest {
    @TempDir
    private static Path prepared;
    @TempDir
    private Path folder;
    private OfficeFixture office;

    @BeforeAll
    static void enrol() throws Exception { new OfficeFixture(prepared).enrolled("http://127.0.0.1:9"); }

    @BeforeEach
    void copy() throws Exception {
        office = new OfficeFixture(folder).copyOf(prepared);
        fill("1.1.1", "96");
    }

    private void fill(String code, String value) {
        Ran ran = office.run("fill", "--period", OfficeFixture.PERIOD, "--set", code + "=" + value);
        assertEquals(0, ran.exitCode(), ran.err());
    }

    private String backup() {
        Ran ran = office.run("backup", "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        return ran.out().replaceAll("(?s).*\"file\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    @Test
    void restoringShowsWhatWouldChangeAndChangesItOnlyWhenAsked() throws Exception {
        String name = backup();
        fill("1.1.1", "97");
        fill("1.1.2", "3");
        Ran shown = office.run("restore", name);
        assertEquals(2, shown.exitCode(), shown.err());
        assertTrue(shown.out().contains("2 个数据项"), shown.out());
        assertTrue(office.run("show", "--period", OfficeFixture.PERIOD).out().contains("97"));
        Ran done = office.run("restore", name, "--yes");
        assertEquals(0, done.exitCode(), done.err());
        String now = office.run("show", "--period", OfficeFixture.PERIOD).out();
        assertTrue(now.contains("96") && !now.contains("97"), now);
        fill("1.1.1", "98");
        Ran again = office.run("doctor");
        assertEquals(0, again.exitCode(), again.out() + again.err());
    }

    @Test
    void aDamagedDatabaseAndADamagedJournalComeBackFromTheBackup() throws Exception {
        String name = backup();
        for (Path file : List.of(office.data().resolve("store/main.mv.db"), journal().getFirst())) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, 50));
        }
        Ran shown = office.run("show", "--period", OfficeFixture.PERIOD);
        assertEquals(0, shown.exitCode(), shown.err());
        assertTrue(shown.out().contains("96"), shown.out());
        assertTrue(shown.err().contains("重建"), shown.err());
        assertTrue(Files.exists(office.data().resolve("backups").resolve(name)));
    }

    private List<Path> journal() throws Exception {
        try (Stream<Path> files = Files.list(office.data().resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".journal")).sorted().toList();
        }
    }

    @Test
    void aDamagedOrForeignBackupIsRefusedAndNothingIsChanged() throws Exception {
        Path file = office.data().resolve("backups").resolve(backup());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Path damaged = folder.resolve("000000000099-asked.shangbao-backup");
        Files.write(damaged, bytes);
        Ran refused = office.run("restore", damaged.toString(), "--yes");
        assertEquals(5, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("STORE-007"), refused.err());
        assertTrue(office.run("show", "--period", OfficeFixture.PERIOD).out().contains("96"));
    }

    @Test
    void theDoctorFindsADamagedOldJournalThatAStartDoesNotRead() throws Exception {
        backup();
        Ran well = office.run("doctor");
        assertEquals(0, well.exitCode(), well.err());
        assertTrue(well.out().contains("一切正常"), well.out());
        Path first = journal().getFirst();
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);
        Ran found = office.run("doctor");
        assertEquals(0, found.exitCode(), found.err());
        assertTrue(found.out().contains("请处理　流水日志"), found.out());
    }

    @Test
    void theExportHoldsEveryFigureAndNoSecret() throws Exception {
        Path target = folder.resolve("all.zip");
        Ran ran = office.run("export", "--out", target.toString());
        assertEquals(0, ran.exitCode(), ran.err());
        try (ZipFile zip = new ZipFile(target.toFile())) {
            String figures = new String(zip.getInputStream(zip.getEntry("tables/figure.jsonl")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(figures.contains("\"1.1.1\"") && figures.contains("\"96\""), figures);
            assertFalse(zip.stream().anyMatch(entry -> entry.getName().contains("secret")));
        }
        assertEquals(3, office.run("export", "--out", target.toString()).exitCode(), "a file that is there is not overwritten");
    }

    @Test
    void aSecondUnlockFileOpensTheFolderWithoutTheFirstAndTheLastOneStays() throws Exception {
        Path second = folder.resolve("second-unlock");
        Ran added = office.run("keys", "add", "--name", "李建国", "--new-unlock-file", second.toString());
        assertEquals(0, added.exitCode(), added.err());
        assertTrue(office.run("keys", "list").out().contains("李建国"));
        Files.copy(second, office.unlockFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTrue(office.run("show", "--period", OfficeFixture.PERIOD).out().contains("96"));
        assertEquals(0, office.run("keys", "remove", "--name", "unlock-file").exitCode());
        assertTrue(office.run("keys", "remove", "--name", "李建国").err().contains("STORE-011"));
        Files.writeString(office.unlockFile(), OfficeFixture.SECRET);
        assertTrue(office.run("show", "--period", OfficeFixture.PERIOD).err().contains("STORE-003"));
    }

    /** Whatever the office typed stands nowhere in its folder as it is, nor in what Java calls its place for temporary files. */
    @Test
    void nothingTypedStandsInTheClear() throws Exception {
        String marker = "标记数据绝不外泄ZQXJK";
        office.run("narrate", "--period", OfficeFixture.PERIOD, "--item", "2.1", "--text", marker);
        Ran filled = office.run("fill", "--period", OfficeFixture.PERIOD, "--set", "1.1.2=7391846");
        assertTrue(filled.out().contains("7391846") || !filled.err().isEmpty());
        backup();
        try (Stream<Path> files = Files.walk(office.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertFalse(contains(bytes, marker.getBytes(StandardCharsets.UTF_8)), file.toString());
                assertFalse(contains(bytes, marker.getBytes(StandardCharsets.UTF_16BE)), file.toString());
                assertFalse(contains(bytes, "7391846".getBytes(StandardCharsets.US_ASCII)), file.toString());
            }
        }
    }

    @Test
    void aDeadComputersOfficeComesBackFromTheSecondDriveWithItsFiles() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.pdf"), "%PDF-1.4 letter");
        Ran attached = office.run("attach", "--period", OfficeFixture.PERIOD, "2.1", letter.toString());
        assertEquals(0, attached.exitCode(), attached.err());
        Path drive = Files.createDirectory(folder.resolve("drive"));
        Ran second = office.run("backup", "--second-drive", drive.toString());
        assertEquals(0, second.exitCode(), second.err());
        assertTrue(second.out().contains("也有最新的备份"), second.out());
        fill("1.1.2", "3");
        String name = backup();
        Path copy = drive.resolve("shangbao-" + OfficeFixture.UNIT).resolve(name);
        assertTrue(Files.exists(copy), "later backups are copied too");

        Files.move(office.data(), folder.resolve("burnt"));
        Ran shown = office.run("restore", copy.toString());
        assertEquals(2, shown.exitCode(), shown.err());
        assertFalse(Files.exists(office.data().resolve("keys.json")), "looking makes no office");
        Ran done = office.run("restore", copy.toString(), "--yes");
        assertEquals(0, done.exitCode(), done.err());
        String now = office.run("show", "--period", OfficeFixture.PERIOD).out();
        assertTrue(now.contains("96"), now);
        Ran doctor = office.run("doctor");
        assertTrue(doctor.out().contains("打印件、扫描件和附件：1 个，0 个有问题"), doctor.out());
    }

    @Test
    void aSecondDriveThatIsNotPluggedInIsSaidAndTheBackupHereCountsAllTheSame() throws Exception {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        assertEquals(0, office.run("backup", "--second-drive", drive.toString()).exitCode());
        Files.move(drive, folder.resolve("unplugged"));
        Ran made = office.run("backup");
        assertEquals(0, made.exitCode(), made.err());
        assertTrue(made.out().contains("已备份并核对") && made.out().contains("找不到第二块硬盘"), made.out());
        Ran doctor = office.run("doctor");
        assertTrue(doctor.out().contains("请处理　第二块硬盘上的备份"), doctor.out());
        assertEquals(2, office.run("backup", "--second-drive", office.data().resolve("x").toString()).exitCode(),
                "inside the data folder is no second drive");
    }

    private static boolean contains(byte[] bytes, byte[] wanted) throws Exception {
        try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
        }
    }
}
