package org.shangbao.client.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Texts of every screen, in both languages. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/shangbao/client/ui");
    private static final Path RESOURCES = Path.of("src/main/resources/org/shangbao/client/ui");
    private static final Pattern KEY = Pattern.compile("\"((?:%s)(?:\\.[a-zA-Z0-9]+)+)(\\.?)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        List<String> differences = new ArrayList<>();
        for (String owner : owners()) {
            TreeMap<String, String> chinese = texts(owner, "messages.properties");
            TreeMap<String, String> english = texts(owner, "messages_en.properties");
            TreeSet<String> all = new TreeSet<>(chinese.keySet());
            all.addAll(english.keySet());
            for (String key : all) {
                if (!placeholders(chinese.getOrDefault(key, "")).equals(placeholders(english.getOrDefault(key, "")))
                        || !chinese.containsKey(key) || !english.containsKey(key)) {
                    differences.add(key + "=");
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void everyKeyNamedInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
        List<String> owners = owners();
        Pattern pattern = Pattern.compile(KEY.pattern().formatted(String.join("|", owners)));
        TreeSet<String> known = new TreeSet<>();
        for (String owner : owners) {
            known.addAll(texts(owner, "messages.properties").keySet());
        }
        TreeSet<String> named = new TreeSet<>();
        TreeSet<String> stems = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    (matcher.group(2).isEmpty() ? named : stems).add(matcher.group(1) + matcher.group(2));
                }
            }
        }
        List<String> missing = named.stream().filter(key -> !known.contains(key)).toList();
        List<String> unused = known.stream().filter(key -> !named.contains(key) && stems.stream().noneMatch(key::startsWith)).toList();
        assertEquals(List.of(), missing, "missing");
        assertEquals(List.of(), unused, "unused");
    }

    @Test
    void noChineseStandsInTheCode() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    String code = line.strip();
                    if (!code.startsWith("*") && !code.startsWith("/*") && !code.startsWith("//") && CHINESE.matcher(code).find()) {
                        found.add(file.getFileName() + ": " + code);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void textsFollowTheLanguageWhenItIsSwitched() {
        Messages messages = new Messages(Language.CHINESE);
        assertEquals("还剩 9 天", messages.text("common.due.left", Text.of("common.length.days", 9)));
        messages.use(Language.ENGLISH);
        assertEquals("9 days left", messages.text("common.due.left", Text.of("common.length.days", 9)));
        assertEquals("1 day left", messages.text("common.due.left", Text.of("common.length.days", 1)));
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> owners() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(path -> path.endsWith("messages.properties")).map(path -> path.getParent().getFileName().toString())
                    .sorted().toList();
        }
    }

    private static TreeMap<String, String> texts(String owner, String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(RESOURCES.resolve(owner).resolve(file))) {
            properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        TreeMap<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return texts;
    }
}
