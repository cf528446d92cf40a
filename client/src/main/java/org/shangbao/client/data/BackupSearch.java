package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.shangbao.client.application.enrolment.EnrolmentService;
import org.shangbao.client.application.keeping.OfficeFromBackup.Found;
import org.shangbao.client.application.keeping.OfficeFromBackup.FoundBackup;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for backups at a place from outside. Counts are bounded, links are not followed, nothing is opened that needs a key. */
final class BackupSearch {
    private static final int MOST_NAMES = 5000;
    private static final int MOST_FOLDERS = 50;
    private static final int MOST_BACKUPS = 60;
    private static final int MOST_NAME = 60;
    private static final String COPIES = "shangbao-";
    private static final String OWN = "backups";
    private static final Logger LOG = LoggerFactory.getLogger(BackupSearch.class);

    private BackupSearch() {}

    static Found at(Path place) throws ReportingException {
        if (!Files.isDirectory(place)) {
            boolean isBackup = isBackup(place);
            return new Found(isBackup ? found(List.of(place)) : List.of(), false);
        }
        List<Path> backups = new ArrayList<>();
        int folders = 0;
        for (Path child : list(place)) {
            String name = child.getFileName().toString();
            // the folder of a second drive, or a data folder saved from the old computer's disk
            if ((name.startsWith(COPIES) || name.equals(OWN)) && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                    && ++folders <= MOST_FOLDERS) {
                list(child).stream().filter(BackupSearch::isBackup).forEach(backups::add);
            } else if (isBackup(child)) {
                backups.add(child);
            }
        }
        backups.sort(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed());
        return new Found(found(backups.subList(0, Math.min(MOST_BACKUPS, backups.size()))), true);
    }

    private static boolean isBackup(Path file) {
        return file.toString().endsWith(BackupArchive.SUFFIX) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> list(Path directory) throws ReportingException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path each : all) {
                Watched.current().orGiveUp();
                if (names.size() >= MOST_NAMES) {
                    LOG.info("More than {} names in a folder; the others are not looked at", MOST_NAMES);
                    break;
                }
                names.add(each);
            }
            return names;
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(directory.getFileName())), e);
        }
    }

    private static List<FoundBackup> found(List<Path> backups) {
        List<FoundBackup> found = new ArrayList<>();
        for (Path file : backups) {
            Watched.current().orGiveUp();
            try {
                SecondCopies.Beside beside = SecondCopies.beside(file);
                boolean isRecoverable = BackupArchive.keys(file).envelopes().stream().anyMatch(DataKey.Envelope::isRecovery);
                found.add(new FoundBackup(BackupArchive.entry(file), unitName(BackupArchive.about(file)), beside.files(), beside.bytes(),
                        isRecoverable));
            } catch (ReportingException e) {
                LOG.info("{} is no usable backup", file.getFileName(), e);
            }
        }
        found.sort(Comparator.comparingLong((FoundBackup each) -> each.entry().seq()).reversed());
        return found;
    }

    /** The name is a stranger's text: short, and without anything that could disturb the line it stands in. */
    private static String unitName(byte[] about) {
        try {
            String name = EnrolmentService.About.read(new String(about, java.nio.charset.StandardCharsets.UTF_8)).unitName();
            String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
            return plain.substring(0, Math.min(MOST_NAME, plain.length()));
        } catch (WireFormatException e) {
            return "";
        }
    }
}
