package org.shangbao.client.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The command line of the window: its options with their values and nothing else, which is what a link on the desktop gives. Building the parser
 * of all commands takes longer than an empty window takes to appear, so the window does not wait for it.
 *
 * @param data       data folder, null if none is named
 * @param unlockFile unlock file, null if none is named
 */
record WindowLine(@Nullable Path data, @Nullable Path unlockFile) {

    /** Reads a command line; null if there is anything in it that only the parser of all commands can judge. */
    static @Nullable WindowLine of(List<String> arguments) {
        Path data = null;
        Path unlockFile = null;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int sign = argument.indexOf('=');
            String name = sign < 0 ? argument : argument.substring(0, sign);
            if (argument.equals("--headless")) {
                continue;
            }
            String value = sign >= 0 ? argument.substring(sign + 1) : rest.hasNext() ? rest.next() : "";
            Path path = path(value);
            if (path == null) {
                return null;
            }
            switch (name) {
                case "--data" -> {
                    if (data != null) {
                        return null;
                    }
                    data = path;
                }
                case "--unlock-file" -> {
                    if (unlockFile != null) {
                        return null;
                    }
                    unlockFile = path;
                }
                // read before, since failures are told in it too
                case "--lang" -> {
                }
                default -> {
                    return null;
                }
            }
        }
        return new WindowLine(data, unlockFile);
    }

    /** Reads a value that means to the parser just what it says; null if it might not. */
    private static @Nullable Path path(String value) {
        if (value.isBlank() || "-@\"'".indexOf(value.charAt(0)) >= 0) {
            return null;
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
