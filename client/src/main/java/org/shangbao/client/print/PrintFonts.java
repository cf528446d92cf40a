package org.shangbao.client.print;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Gives AWT one of our own fonts. On Linux AWT refuses to start its font system on a machine without fontconfig or
 * without fonts, and JasperReports measures text with it; so the program brings a configuration along and never asks the
 * machine.
 */
public final class PrintFonts {

    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final String FONT = "ShangbaoHei-Regular.ttf";

    private PrintFonts() {}

    /**
     * Writes the configuration and the font it names, and makes AWT use them. Must run before anything touches AWT
     * fonts; running again is cheap, files that are there are kept. On systems that always have fonts (Windows, macOS)
     * it does nothing.
     *
     * @param directory where the files go; made when missing, best inside the program's data
     * @throws IOException if the directory cannot be written
     */
    public static void install(Path directory) throws IOException {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return;
        }
        Files.createDirectories(directory);
        Path font = directory.resolve(FONT).toAbsolutePath();
        try (InputStream bundled = resource("/org/shangbao/client/fonts/" + FONT)) {
            byte[] bytes = bundled.readAllBytes();
            if (!Files.exists(font) || Files.size(font) != bytes.length) {
                replace(font, bytes);
            }
        }
        Path configuration = directory.resolve("fontconfig.properties").toAbsolutePath();
        try (InputStream template = resource("fontconfig.properties")) {
            String text = new String(template.readAllBytes(), StandardCharsets.US_ASCII).replace("@FONT@", escaped(font.toString()));
            replace(configuration, text.getBytes(StandardCharsets.US_ASCII));
        }
        System.setProperty(PROPERTY, configuration.toString());
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = PrintFonts.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("missing in the program: " + name);
        }
        return stream;
    }

    /** Another process may be reading the old file: it is replaced whole or not at all. */
    private static void replace(Path target, byte[] bytes) throws IOException {
        Path fresh = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A path as a value of a properties file. */
    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char unit = path.charAt(i);
            if (unit == '\\' || unit == ' ' || unit == ':' || unit == '=' || unit == '#' || unit == '!') {
                escaped.append('\\').append(unit);
            } else if (unit < 0x20 || unit > 0x7e) {
                escaped.append(String.format("\\u%04x", (int) unit));
            } else {
                escaped.append(unit);
            }
        }
        return escaped.toString();
    }
}
