package org.shangbao.client.print;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Fonts for a machine that has none. */
@EnabledOnOs(OS.LINUX)
class PrintFontsTest {

    @TempDir
    Path directory;

    @Test
    void namesTheFontItWroteWhateverTheDirectoryIsCalled() throws IOException {
        Path odd = directory.resolve("a b=c:d");
        PrintFonts.install(odd);
        Path configuration = Path.of(System.getProperty("sun.awt.fontconfig"));
        assertEquals(odd.resolve("fontconfig.properties").toAbsolutePath(), configuration);
        Properties written = new Properties();
        written.load(new StringReader(Files.readString(configuration, StandardCharsets.US_ASCII)));
        String font = written.stringPropertyNames().stream().filter(name -> name.startsWith("filename.")).map(written::getProperty)
                .findFirst()
                .orElseThrow();
        assertTrue(Files.size(Path.of(font)) > 1 << 20, font);
    }

    @Test
    void keepsAFontThatIsThereAndReplacesADamagedOne() throws IOException {
        PrintFonts.install(directory);
        Path font = directory.resolve("ShangbaoHei-Regular.ttf");
        FileTime old = FileTime.fromMillis(0);
        Files.setLastModifiedTime(font, old);
        PrintFonts.install(directory);
        assertEquals(old, Files.getLastModifiedTime(font));
        long whole = Files.size(font);
        Files.writeString(font, "cut");
        PrintFonts.install(directory);
        assertEquals(whole, Files.size(font));
    }

    @Test
    void printsInAProcessForWhichTheMachineHasNoFonts() throws Exception {
        Path noFonts = Files.writeString(directory.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
        Path output = directory.resolve("output");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder process = new ProcessBuilder(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-Djava.awt.headless=true", "-Xmx512m", "-cp", classPath,
                        BareMachine.class.getName(), directory.resolve("installed").toString(), directory.resolve("paper.pdf").toString()))
                .redirectErrorStream(true).redirectOutput(output.toFile()).directory(directory.toFile());
        process.environment().put("FONTCONFIG_FILE", noFonts.toString());
        process.environment().put("HOME", directory.toString());
        Process child = process.start();
        assertTrue(child.waitFor(2, TimeUnit.MINUTES));
        assertEquals(0, child.exitValue(), () -> read(output));
        assertTrue(Files.size(directory.resolve("paper.pdf")) > 10_000);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /** What the child process runs. */
    static final class BareMachine {
        private BareMachine() {}

        public static void main(String[] arguments) throws IOException {
            PrintFonts.install(Path.of(arguments[0]));
            Files.write(Path.of(arguments[1]), new ReportPrinter().print(PaperFixtures.county()).pdf());
        }
    }
}
