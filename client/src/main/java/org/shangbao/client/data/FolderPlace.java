package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/**
 * Where a data folder may not lie: on a network drive, which loses what was not written when the network fails; in a folder that is
 * synchronised, because the synchroniser exchanges files that are in use; on a drive that can be pulled out.
 */
public final class FolderPlace {
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb", "smbfs", "smb2", "smb3", "afpfs", "webdav", "davfs",
            "fuse.sshfs", "fuse.davfs2", "9p", "ncpfs", "afs");
    private static final List<String> CLOUD = List.of("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud",
            "owncloud",
            "jianguoyun", "nutstore", "坚果云", "baidusyncdisk", "baidunetdisk", "百度网盘", "wpsdrive", "wps云盘", "weiyun", "微云", "坚果");

    private FolderPlace() {}

    /** Why a place is unsuitable. */
    public enum Reason {
        /** A network drive. */
        NETWORK,
        /** A folder that some program synchronises. */
        CLOUD,
        /** A drive that can be pulled out. */
        REMOVABLE
    }

    /**
     * Refuses an unsuitable place.
     *
     * @throws ReportingException FOLDER_UNSUITABLE with the reason
     */
    public static void require(Path folder) throws ReportingException {
        Optional<Reason> reason = unsuitable(folder);
        if (reason.isPresent()) {
            throw new ReportingException(ErrorCode.FOLDER_UNSUITABLE, java.util.Map.of("reason", reason.get().name()));
        }
    }

    /** Returns why {@code folder}, which need not be there yet, is unsuitable; empty if it is not. */
    public static Optional<Reason> unsuitable(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        if (there.toString().startsWith("\\\\")) {
            return Optional.of(Reason.NETWORK);
        }
        Path existing = there;
        while (!Files.exists(existing)) {
            Path parent = existing.getParent();
            if (parent == null) {
                return reason("", there, false);
            }
            existing = parent;
        }
        try {
            FileStore store = Files.getFileStore(existing);
            return reason(store.type(), existing.toRealPath().resolve(existing.relativize(there)), isRemovable(store));
        } catch (IOException e) {
            return reason("", there, false);
        }
    }

    private static boolean isRemovable(FileStore store) throws IOException {
        return store.supportsFileAttributeView("owner") && System.getProperty("os.name", "").startsWith("Windows")
                && Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"));
    }

    static Optional<Reason> reason(String type, Path path, boolean isRemovable) {
        if (NETWORK.contains(type.toLowerCase(Locale.ROOT))) {
            return Optional.of(Reason.NETWORK);
        }
        for (Path name : path) {
            String lower = name.toString().toLowerCase(Locale.ROOT);
            if (CLOUD.stream().anyMatch(cloud -> lower.equals(cloud) || lower.startsWith(cloud + " -") || lower.startsWith(cloud + "-"))) {
                return Optional.of(Reason.CLOUD);
            }
        }
        String text = path.toString().replace('\\', '/');
        boolean isMounted = text.startsWith("/media/") || text.startsWith("/run/media/") || text.startsWith("/Volumes/");
        return isRemovable || isMounted ? Optional.of(Reason.REMOVABLE) : Optional.empty();
    }
}
