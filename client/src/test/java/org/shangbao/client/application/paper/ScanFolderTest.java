package org.shangbao.client.application.paper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ScanFolderTest {
    private static final Instant FINALIZED = OfficeFixture.NOW;

    @TempDir
    private Path folder;
    private Path scanner;
    private final TickingClock clock = new TickingClock();
    private ClientRuntime office;
    private ScanFolder watched;

    @BeforeEach
    void officeChoosesAFolder() throws Exception {
        scanner = Files.createDirectory(folder.resolve("扫描"));
        OfficeFixture fixture = new OfficeFixture(Files.createDirectory(folder.resolve("office"))).enrolled("http://127.0.0.1:1");
        office = ClientRuntime.open(fixture.data(), OfficeFixture.SECRET.getBytes(StandardCharsets.UTF_8), clock, Locale.CHINA);
        watched = office.papers().scanFolder();
        watched.choose(scanner);
    }

    @AfterEach
    void officeCloses() throws Exception { office.close(); }

    @Test
    void aFileIsNamedOnceItHasNotGrownForAWhile() throws Exception {
        Path scan = write("签章.pdf", "%PDF-1.7 first page", 1);
        assertEquals(List.of(), watched.look(FINALIZED));
        clock.tick(3);
        write("签章.pdf", "%PDF-1.7 first page, second page\n%%EOF\n", 4);
        assertEquals(List.of(), watched.look(FINALIZED), "it grew");
        clock.tick(1);
        assertEquals(List.of(), watched.look(FINALIZED), "not quiet for long enough");
        clock.tick(2);
        assertEquals(List.of(scan), watched.look(FINALIZED));
        watched.settle(List.of(scan));
        assertEquals(List.of(), watched.look(FINALIZED), "it was taken");
    }

    @Test
    void aPdfWithoutItsEndIsStillBeingWritten() throws Exception {
        write("签章.pdf", "%PDF-1.7 first page", 1);
        watched.look(FINALIZED);
        clock.tick(60);
        assertEquals(List.of(), watched.look(FINALIZED));
    }

    @Test
    void olderFilesAndFilesThatAreNoScansAreNotNamed() throws Exception {
        write("上一期.pdf", "%PDF-1.7\n%%EOF", -5);
        write("说明.docx", "no scan", 1);
        Path photograph = write("IMG_0001.JPG", "picture", 1);
        watched.look(FINALIZED);
        clock.tick(3);
        assertEquals(List.of(photograph), watched.look(FINALIZED));
    }

    @Test
    void theChosenFolderIsRememberedAndCanBeForgotten() throws Exception {
        assertEquals(Optional.of(scanner.toAbsolutePath()), watched.folder());
        watched.forget();
        assertEquals(Optional.empty(), watched.folder());
        assertEquals(List.of(), watched.look(FINALIZED));
    }

    @Test
    void aFolderThatIsGoneIsSaid() throws Exception {
        Files.delete(scanner);
        assertEquals(ErrorCode.FILE_UNREADABLE, assertThrows(ReportingException.class, () -> watched.look(FINALIZED)).error());
    }

    private Path write(String name, String content, int secondsAfterFinalizing) throws Exception {
        Path file = Files.writeString(scanner.resolve(name), content);
        return Files.setLastModifiedTime(file, FileTime.from(FINALIZED.plusSeconds(secondsAfterFinalizing)));
    }

    /** Goes on when it is told. */
    private static final class TickingClock extends Clock {
        private Instant now = FINALIZED;

        void tick(int seconds) { now = now.plus(Duration.ofSeconds(seconds)); }

        @Override
        public ZoneId getZone() { return ZoneOffset.UTC; }

        @Override
        public Clock withZone(ZoneId zone) { return this; }

        @Override
        public Instant instant() { return now; }
    }
}
