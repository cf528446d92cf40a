package org.shangbao.client.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Computes the contrast table of the design (WCAG 2.2 relative luminance) from the colours that ship. */
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-sb-[a-z0-9-]+):\\s*#([0-9A-F]{6});");
    private static final List<String> TEXTS = List.of("ink", "ink-2", "ink-3", "blue", "blue-dark", "red", "amber", "green", "violet");
    private static final List<String> SURFACES = List.of("paper", "panel", "desk", "group-row", "filled", "item-focus");

    private final Map<String, Integer> tokens = read();

    @Test
    void everyTextColourReadsOnEverySurface() {
        List<String> weak = new ArrayList<>();
        for (String text : TEXTS) {
            for (String surface : SURFACES) {
                if (contrast(text, surface) < 4.5) {
                    weak.add(text + " on " + surface + " " + contrast(text, surface));
                }
            }
        }
        assertEquals(List.of(), weak);
    }

    @Test
    void everyStateReadsOnItsOwnTint() {
        List<String> weak = new ArrayList<>();
        for (String tone : List.of("blue", "red", "amber", "green", "violet")) {
            for (String text : List.of(tone, "ink", "ink-2")) {
                if (contrast(text, "tint-" + tone) < 4.5) {
                    weak.add(text + " on tint-" + tone);
                }
            }
        }
        assertEquals(List.of(), weak);
        assertTrue(contrast("ink-3", "tint-grey") >= 4.5, "what cannot be done now stays readable");
    }

    @Test
    void bordersOfFieldsStandOutFromEverySurface() {
        for (String surface : List.of("paper", "panel", "desk")) {
            assertTrue(contrast("control", surface) >= 3.0, surface);
        }
    }

    @Test
    void whiteReadsOnTheBlueButton() {
        assertTrue(contrast("paper", "blue") >= 7.0);
        assertTrue(contrast("paper", "blue-dark") >= 7.0);
    }

    private double contrast(String one, String other) {
        double a = luminance(tokens.get("-sb-" + one));
        double b = luminance(tokens.get("-sb-" + other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * channel(rgb >> 16 & 0xFF) + 0.7152 * channel(rgb >> 8 & 0xFF) + 0.0722 * channel(rgb & 0xFF);
    }

    private static double channel(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> found = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("tokens.css"))) {
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
