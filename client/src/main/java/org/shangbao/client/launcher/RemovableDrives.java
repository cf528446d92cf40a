package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives that can be pulled out of this computer, as its system shows them. */
final class RemovableDrives {
    private static final int MOST = 50;
    private static final Logger LOG = LoggerFactory.getLogger(RemovableDrives.class);

    private RemovableDrives() {}

    /** Returns their roots. */
    static List<Path> here() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return windows();
        }
        return mounted(system.startsWith("mac")
                ? List.of(Path.of("/Volumes"))
                : List.of(Path.of("/media"), Path.of("/media", user()), Path.of("/run/media", user())));
    }

    private static String user() {
        String user = System.getProperty("user.name", "");
        return user.isEmpty() || user.contains("/") ? "." : user;
    }

    private static List<Path> windows() {
        List<Path> roots = new ArrayList<>();
        for (Path root : FileSystems.getDefault().getRootDirectories()) {
            try {
                // an empty card reader has no store and says so
                if (Boolean.TRUE.equals(Files.getFileStore(root).getAttribute("volume:isRemovable"))) {
                    roots.add(root);
                }
            } catch (IOException | UnsupportedOperationException e) {
                LOG.debug("{} is not looked at", root, e);
            }
        }
        return roots;
    }

    /** Folders in which a system mounts drives; a folder that itself holds the person's drives is passed over. */
    static List<Path> mounted(List<Path> places) {
        List<Path> roots = new ArrayList<>();
        for (Path place : places) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(place)) {
                for (Path each : all) {
                    if (roots.size() < MOST && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !places.contains(each)) {
                        roots.add(each);
                    }
                }
            } catch (IOException e) {
                LOG.debug("{} is not there", place);
            }
        }
        return roots;
    }
}
