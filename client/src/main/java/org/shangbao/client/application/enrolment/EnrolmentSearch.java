package org.shangbao.client.application.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.shangbao.client.application.office.Editions;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for 授权文件 on drives that can be pulled out: at the root of each and one level below. Only names that may be one are opened, only
 * so many of so much, links are not followed, and what does not verify is not told of: nothing is taken, files are only found.
 */
public final class EnrolmentSearch {
    private static final List<String> SUFFIXES = List.of(".enrolment", ".sbauth");
    private static final int MOST_DRIVES = 8;
    private static final int MOST_NAMES = 2000;
    private static final int MOST_FOLDERS = 60;
    private static final int MOST_CANDIDATES = 20;
    private static final int MOST_FOUND = 3;
    private static final int MOST_BYTES = 8 << 20;
    private static final Duration MOST_TIME = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentSearch.class);

    private final long begun = System.nanoTime();
    private final List<Path> candidates = new ArrayList<>();

    private EnrolmentSearch() {}

    /**
     * A file that verifies.
     *
     * @param file  where it is
     * @param drive root of its drive
     * @param offer what it would make of this computer
     */
    public record Sighted(Path file, Path drive, EnrolmentOffer offer) {}

    /**
     * Looks; takes as long as the drives take, never much more than ten seconds, so never on the UI thread.
     *
     * @param drives roots of the drives
     */
    public static List<Sighted> on(List<Path> drives) {
        EnrolmentSearch search = new EnrolmentSearch();
        List<Sighted> found = new ArrayList<>();
        Set<EnrolmentOffer> known = new HashSet<>();
        for (Path drive : drives.subList(0, Math.min(MOST_DRIVES, drives.size()))) {
            search.candidates.clear();
            search.look(drive);
            for (Path file : search.candidates) {
                if (found.size() < MOST_FOUND && search.hasTime()) {
                    // the same file twice, at the root and in a folder, is one choice
                    read(file, drive).stream().filter(sighted -> known.add(sighted.offer())).forEach(found::add);
                }
            }
        }
        return found;
    }

    private boolean hasTime() {
        Watched.current().orGiveUp();
        return System.nanoTime() - begun < MOST_TIME.toNanos();
    }

    private void look(Path drive) {
        List<Path> folders = new ArrayList<>();
        list(drive, folders);
        for (Path folder : folders.subList(0, Math.min(MOST_FOLDERS, folders.size()))) {
            list(folder, new ArrayList<>());
        }
    }

    private void list(Path directory, List<Path> folders) {
        int names = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path each : all) {
                if (++names > MOST_NAMES || !hasTime()) {
                    return;
                }
                if (mayBeOne(each)) {
                    candidates.add(each);
                } else if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(each);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // pulled out meanwhile, or a folder of the system that nobody may look into
            LOG.info("A folder of a drive cannot be looked into", e);
        }
    }

    private boolean mayBeOne(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return candidates.size() < MOST_CANDIDATES && SUFFIXES.stream().anyMatch(name::endsWith)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES;
    }

    private static List<Sighted> read(Path file, Path drive) {
        try (InputStream in = Files.newInputStream(file)) {
            return List.of(new Sighted(file, drive, EnrolmentOffer.of(EnrolmentService.verify(in.readNBytes(MOST_BYTES), new Editions()))));
        } catch (IOException | ReportingException e) {
            LOG.info("A file on a drive is named like an enrolment file and is none", e);
            return List.of();
        }
    }
}
