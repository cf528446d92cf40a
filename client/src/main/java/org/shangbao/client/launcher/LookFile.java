package org.shangbao.client.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.shangbao.client.ui.common.Look;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers beside the office's data how the program looks: known before any password, worth nothing to anybody, and nothing hangs on it. */
final class LookFile {
    private static final Logger LOG = LoggerFactory.getLogger(LookFile.class);
    private static final int MOST_BYTES = 64;

    private LookFile() {}

    /** Reads it; the standard look if there is none or it is not legible. */
    static Look read(Path folder) {
        Path file = file(folder);
        if (!Files.isRegularFile(file)) {
            return Look.STANDARD;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] said = in.readNBytes(MOST_BYTES + 1);
            return said.length > MOST_BYTES ? Look.STANDARD : Look.of(new String(said, StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.info("How the program looked cannot be read; it begins as usual", e);
            return Look.STANDARD;
        }
    }

    /** Writes it by replacing it; a look that cannot be remembered lasts until the program ends. */
    static void write(Path folder, Look look) {
        Path temporary = folder.resolve("display.tmp");
        try {
            Files.createDirectories(folder);
            Files.writeString(temporary, look.words() + "\n");
            Files.move(temporary, file(folder), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("How the program looks could not be remembered", e);
        }
    }

    private static Path file(Path folder) { return folder.resolve("display"); }
}
