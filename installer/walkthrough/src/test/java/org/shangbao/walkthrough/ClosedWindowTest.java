package org.shangbao.walkthrough;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The real program: opened, used up to the first blank, and closed before it has prepared printing. */
class ClosedWindowTest {
    private static final long MOST_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void aWindowClosedWithinSecondsEndsTheProgramWithoutFurtherWork() throws Exception {
        BenchOffice office = BenchOffice.enrolled(folder);
        Path unlockFile = BenchOffice.unlockFile(folder.resolve("unlock-file"));
        Path errors = folder.resolve("errors");
        Process program = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), StartProbe.class.getName(), "client", office.data().toString(),
                unlockFile.toString())).redirectError(errors.toFile()).start();
        try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.equals("typing")) {
                line = said.readLine();
            }
            assertEquals("typing", line, () -> errors.toString());
            program.getOutputStream().close();
            assertTrue(program.waitFor(MOST_SECONDS, TimeUnit.SECONDS), "the program ends with its window");
            assertEquals(0, program.exitValue());
        } finally {
            program.destroyForcibly();
        }
        String log = Files.readString(office.data().resolve("logs").resolve("client.log"));
        assertFalse(log.contains("Printing is prepared"), log);
    }
}
