package org.shangbao.client.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;

/** Bundled fonts; nothing of the system's is used, so a screen looks the same on every computer. FX thread only but for what says otherwise. */
public final class Theme {
    private static final List<String> SCREEN_FONTS = List.of("ShangbaoHei-Regular", "ShangbaoHei-Bold");
    private static final List<String> PAPER_FONTS = List.of("ShangbaoSong-Regular", "ShangbaoSong-Bold");

    private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

    private Theme() {}

    /** Loads all fonts that screens use, those of the first picture first; from any thread, once JavaFX has started. */
    public static void loadFonts() {
        SCREEN_FONTS.forEach(Theme::loadFont);
        PAPER_FONTS.forEach(Theme::loadFont);
    }

    /** Loads those fonts of the print that screens use; before the first screen that shows words as they will be printed. They are large, so not at the start. */
    public static void preparePaper() {
        PAPER_FONTS.forEach(Theme::loadFont);
    }

    /** Loads the fonts every screen uses. */
    static void loadScreenFonts() { SCREEN_FONTS.forEach(Theme::loadFont); }

    private static void loadFont(String name) { LOADED.computeIfAbsent(name, Theme::read); }

    private static Font read(String name) {
        String path = "/org/shangbao/client/fonts/" + name + ".ttf";
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(path), path)) {
            Font font = Font.loadFont(in, 14);
            if (font == null) {
                throw new IllegalStateException("font is not readable: " + path);
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
