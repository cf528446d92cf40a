package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.EnrolmentService;
import org.shangbao.wire.v1.WireFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a data folder tells without its key. */
final class AboutFile {
    private static final Logger LOG = LoggerFactory.getLogger(AboutFile.class);
    private static final int MOST_BYTES = 64 << 10;

    private AboutFile() {}

    /** Reads it; null if there is none or it is not legible, since it is a courtesy only and the folder opens without it. */
    static EnrolmentService.@Nullable About read(Path folder) {
        Path file = folder.resolve("about.json");
        try {
            return Files.exists(file) && Files.size(file) <= MOST_BYTES ? EnrolmentService.About.read(Files.readString(file)) : null;
        } catch (IOException | WireFormatException e) {
            LOG.info("about.json cannot be read", e);
            return null;
        }
    }
}
