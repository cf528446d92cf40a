package org.shangbao.client.application.enrolment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is looked at on a stranger's stick, and what is not. */
class EnrolmentSearchTest {
    @TempDir
    private Path folder;
    private Path stick;
    private Path enrolment;

    @BeforeEach
    void plugIn() throws IOException {
        stick = Files.createDirectory(folder.resolve("stick"));
        enrolment = new OfficeFixture(folder).enrolmentFile("http://127.0.0.1:9");
    }

    private List<Path> found(Path... drives) {
        return EnrolmentSearch.on(List.of(drives)).stream().map(EnrolmentSearch.Sighted::file).toList();
    }

    @Test
    void theRootAndOneLevelBelowAreLookedAt() throws IOException {
        Path deep = Files.createDirectories(stick.resolve("a/b"));
        Files.copy(enrolment, deep.resolve("deep.enrolment"));
        assertEquals(List.of(), found(stick));
        Path below = Files.copy(enrolment, stick.resolve("a/授权文件.SBAUTH"));
        assertEquals(List.of(below), found(stick));
        Files.copy(enrolment, stick.resolve("copy.enrolment"));
        assertEquals(1, found(stick).size(), "the same file twice is one choice");
    }

    @Test
    void otherNamesLargeFilesLinksAndForgeriesAreNotOffered() throws IOException {
        Files.copy(enrolment, stick.resolve("enrolment.json"));
        Files.createSymbolicLink(stick.resolve("link.enrolment"), enrolment);
        Files.writeString(stick.resolve("forged.enrolment"),
                Files.readString(enrolment).replaceFirst("\"signature\":\"..", "\"signature\":\"AA"));
        Files.write(stick.resolve("noise.enrolment"), new byte[100]);
        Files.createDirectory(stick.resolve("folder.enrolment"));
        try (RandomAccessFile large = new RandomAccessFile(stick.resolve("large.enrolment").toFile(), "rw")) {
            large.setLength(9 << 20);
        }
        assertEquals(List.of(), found(stick));
    }

    @Test
    void aDriveThatIsGoneOrFullOfFilesDoesNotStopTheOthers() throws IOException {
        Path crowded = Files.createDirectory(folder.resolve("crowded"));
        IntStream.range(0, 2100).forEach(number -> {
            try {
                Files.createFile(crowded.resolve("photo" + number + ".jpg"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        Path there = Files.copy(enrolment, stick.resolve("office.enrolment"));
        assertEquals(List.of(there), found(folder.resolve("pulled out"), crowded, stick));
    }
}
