package org.shangbao.client.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where an office's data folder lies when nobody names one: in the person's own area, never inside the program, and outside what roams or is
 * cleaned up.
 */
final class DataFolderPlace {
    private static final String NAME = "Shangbao";

    private DataFolderPlace() {}

    /**
     * Returns the folder.
     *
     * @param system      name of the operating system as Java gives it
     * @param environment environment variables
     * @param home        the person's home folder
     */
    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            // the local, not the roaming profile: a database must not be copied over the network at every log-on
            return named(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local")).resolve(NAME).resolve("office");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME).resolve("office");
        }
        return named(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share")).resolve("shangbao").resolve("office");
    }

    /** Returns the folder on this computer. */
    static Path here() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    private static Path named(@org.jspecify.annotations.Nullable String given, Path otherwise) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        Path path = Path.of(given);
        // the XDG rules: a relative path is invalid and to be ignored
        return path.isAbsolute() ? path : otherwise;
    }
}
