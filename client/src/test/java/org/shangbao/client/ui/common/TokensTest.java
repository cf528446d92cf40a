package org.shangbao.client.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Computes the contrast table of the design (WCAG 2.2 relative luminance) from the colours that ship, light and dark. */
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-sb-[a-z0-9-]+):\\s*#([0-9A-F]{6})([0-9A-F]{2})?;");
    private static final Pattern USED = Pattern.compile("-sb-[a-z0-9-]+");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(|hsba?\\(");
    private static final Path STYLES = Path.of("src/main/resources/org/shangbao/client/ui");
    private static final List<String> TEXTS = List.of("ink", "ink-2", "ink-3", "blue", "blue-dark", "red", "amber", "green", "violet");
    private static final List<String> SURFACES = List.of("paper", "panel", "desk", "group-row", "filled", "item-focus", "tint-blue",
            "tint-red", "tint-amber", "tint-green", "tint-violet", "tint-grey");

    /** A table of colours as a window sees it. */
    private enum Table {
        LIGHT("tokens.css"), DARK("tokens.css", "tokens-dark.css");

        private final Map<String, Integer> colours = new TreeMap<>();

        Table(String... sheets) {
            for (String sheet : sheets) {
                colours.putAll(read(sheet));
            }
        }

        double contrast(String one, String other) {
            double a = luminance(colours.get("-sb-" + one));
            double b = luminance(colours.get("-sb-" + other));
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextColourReadsOnEverySurfaceAndTint(Table table) {
        List<String> weak = new ArrayList<>();
        for (String text : TEXTS) {
            for (String surface : SURFACES) {
                if (table.contrast(text, surface) < 4.5) {
                    weak.add(text + " on " + surface + " " + table.contrast(text, surface));
                }
            }
        }
        assertEquals(List.of(), weak);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMarkedInTheColourOfTheRingReads(Table table) {
        for (String text : List.of("ink", "ink-2", "blue")) {
            assertTrue(table.contrast(text, "ring") >= 4.5, text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bordersOfFieldsStandOutFromEverySurface(Table table) {
        for (String surface : SURFACES) {
            assertTrue(table.contrast("control", surface) >= 3.0, surface);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsOnBlueAndOnInkReads(Table table) {
        for (String surface : List.of("blue", "blue-dark", "ink")) {
            assertTrue(table.contrast("paper", surface) >= 7.0, surface);
        }
    }

    @Test
    void bothTablesNameTheSameColours() { assertEquals(read("tokens.css").keySet(), read("tokens-dark.css").keySet()); }

    @Test
    void everyColourIsATokenAndEveryTokenUsedIsThere() throws IOException {
        List<String> loose = new ArrayList<>();
        try (Stream<Path> files = Files.walk(STYLES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".css")).toList()) {
                String styles = Files.readString(file);
                USED.matcher(styles).results().map(MatchResult::group).filter(name -> !Table.LIGHT.colours.containsKey(name))
                        .forEach(name -> loose.add(file.getFileName() + " " + name));
                if (!file.getFileName().toString().startsWith("tokens")) {
                    COLOUR.matcher(styles).results().forEach(found -> loose.add(file.getFileName() + " " + found.group()));
                }
            }
        }
        assertEquals(List.of(), loose);
    }

    private static double luminance(int rgb) {
        return 0.2126 * channel(rgb >> 16 & 0xFF) + 0.7152 * channel(rgb >> 8 & 0xFF) + 0.0722 * channel(rgb & 0xFF);
    }

    private static double channel(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> read(String sheet) {
        Map<String, Integer> found = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet))) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                found.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
