package org.shangbao.client.application.paper;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Looked at again and again rather than watched by the system: folders on a copier or a network drive tell nobody of new files. */
final class PolledScanFolder implements ScanFolder {
    /** How long a file must not have grown; a scanner writes page after page. */
    static final Duration QUIET = Duration.ofSeconds(2);
    private static final Set<String> KINDS = Set.of("pdf", "jpg", "jpeg", "png", "tif", "tiff");
    private static final int MOST_FILES = 2_000;
    private static final int MOST_OFFERED = 40;
    private static final int TAIL = 1_024;

    private final OfficeStore store;
    private final Clock clock;
    private final Map<Path, Look> looks = new HashMap<>();

    PolledScanFolder(OfficeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How a file was, since when it has not changed, and whether it was put aside. */
    private record Look(long size, Instant changedAt, Instant since, boolean settled) {}

    @Override
    public Optional<Path> folder() throws ReportingException {
        String stored = store.read(records -> records.setting(Setting.SCAN_FOLDER)).orElse("");
        try {
            return stored.isEmpty() ? Optional.empty() : Optional.of(Path.of(stored));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public void choose(Path folder) throws ReportingException { put(folder.toAbsolutePath().toString()); }

    @Override
    public void forget() throws ReportingException { put(""); }

    private void put(String folder) throws ReportingException {
        store.write("scan.folder", changes -> {
            changes.putSetting(Setting.SCAN_FOLDER, folder);
            return folder;
        });
        synchronized (this) {
            looks.clear();
        }
    }

    @Override
    public List<Path> look(Instant since) throws ReportingException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return List.of();
        }
        List<Path> whole = new ArrayList<>();
        synchronized (this) {
            int seen = 0;
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.get(), PolledScanFolder::isScan)) {
                for (Path file : files) {
                    if (++seen > MOST_FILES || whole.size() == MOST_OFFERED) {
                        break;
                    }
                    if (isWhole(file, since)) {
                        whole.add(file);
                    }
                }
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", folder.get().toString()), e);
            }
        }
        whole.sort(null);
        return whole;
    }

    @Override
    public synchronized void settle(List<Path> files) {
        for (Path file : files) {
            Look look = looks.get(file);
            if (look != null) {
                looks.put(file, new Look(look.size(), look.changedAt(), look.since(), true));
            }
        }
    }

    private static boolean isScan(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.lastIndexOf('.');
        return point > 0 && KINDS.contains(name.substring(point + 1).toLowerCase(Locale.ROOT));
    }

    private boolean isWhole(Path file, Instant since) {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            // taken away between listing and looking
            looks.remove(file);
            return false;
        }
        Instant changedAt = now.lastModifiedTime().toInstant();
        if (!now.isRegularFile() || now.size() == 0 || changedAt.isBefore(since)) {
            return false;
        }
        Look before = looks.get(file);
        if (before == null || before.size() != now.size() || !before.changedAt().equals(changedAt)) {
            looks.put(file, new Look(now.size(), changedAt, clock.instant(), false));
            return false;
        }
        boolean isQuiet = Duration.between(before.since(), clock.instant()).compareTo(QUIET) >= 0;
        return isQuiet && !before.settled() && hasEnd(file);
    }

    /** A file still held by the scanning program cannot be opened on some systems; a PDF without its end is not finished. */
    private static boolean hasEnd(Path file) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                return true;
            }
            byte[] tail = new byte[(int) Math.min(TAIL, open.length())];
            open.seek(open.length() - tail.length);
            open.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        } catch (IOException e) {
            return false;
        }
    }
}
