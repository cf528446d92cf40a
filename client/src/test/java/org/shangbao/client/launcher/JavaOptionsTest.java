package org.shangbao.client.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the client's runtime is started with is taken by that runtime, and means what the promises about data need. */
class JavaOptionsTest {
    private static final Pattern FLAG = Pattern.compile("(?m)^\\s*\\w+\\s+(\\w+)\\s+=\\s+(\\S+)");

    @Test
    void aProgramThatEndsInTroubleLeavesNoCopyOfItsMemory() throws Exception {
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@java-options",
                "-XX:+PrintFlagsFinal", "-version").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), said);
        Map<String, String> flags = new TreeMap<>();
        for (Matcher matcher = FLAG.matcher(said); matcher.find();) {
            flags.put(matcher.group(1), matcher.group(2));
        }
        assertEquals("false", flags.get("CreateCoredumpOnCrash"));
        assertEquals("false", flags.get("HeapDumpOnOutOfMemoryError"));
        assertEquals("true", flags.get("ExitOnOutOfMemoryError"));
    }
}
