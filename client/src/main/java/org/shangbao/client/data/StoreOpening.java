package org.shangbao.client.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.client.application.store.StoreRepairs.Repair;
import org.shangbao.client.application.store.StoreRepairs.RestoredFigure;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens database and journal and brings them together: what was reported as saved is there afterwards, or opening fails and says what is
 * missing. Three things vouch for each other: the journal, the place the database names, and the high-water mark. The store never goes on
 * with less than the largest of them. Files that have to be replaced are set aside first. Store thread only.
 */
final class StoreOpening {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpening.class);
    private static final Path NOTHING = Path.of("");

    private final Disk disk;
    private final DataFolder folder;
    private final DataKey key;
    private final List<String> steps;
    private final Set<Repair> repairs = EnumSet.noneOf(Repair.class);
    private final Map<String, RestoredFigure> figures = new LinkedHashMap<>();
    private final SetAside setAside;
    private @Nullable Database database;
    private long checked;
    private int restored;

    /** Database, mark and last place, ready to go on. */
    record Opened(Database database, HighWater highWater, JournalPosition last, StoreRepairs repairs) {}

    StoreOpening(Disk disk, DataFolder folder, DataKey key, List<String> steps) {
        this.disk = disk;
        this.folder = folder;
        this.key = key;
        this.steps = steps;
        this.setAside = new SetAside(disk, folder);
    }

    /** Notes a repair that was made before. */
    StoreOpening with(Repair repair) {
        repairs.add(repair);
        return this;
    }

    /**
     * Opens.
     *
     * @throws ReportingException STORE_DAMAGED if something that was reported as saved is nowhere, STORE_NOT_WRITABLE
     */
    Opened open() throws ReportingException {
        boolean isOpened = false;
        try {
            Opened opened = openAndCompare();
            isOpened = true;
            return opened;
        } catch (SQLException | IOException e) {
            throw DataFolder.notWritable(e);
        } finally {
            if (!isOpened) {
                letGo();
            }
        }
    }

    private Opened openAndCompare() throws ReportingException, SQLException, IOException {
        HighWater highWater = HighWater.read(disk, folder.highWater());
        JournalPosition mark = new JournalPosition(highWater.mark().seq(), highWater.mark().hash());
        JournalPosition place = openDatabase(highWater);
        Database opened = database;
        JournalPosition last;
        if (opened == null) {
            last = rebuild(mark);
            opened = java.util.Objects.requireNonNull(database);
        } else {
            JournalReader.Reading reading = new JournalReader(folder.journal(), key, place).read();
            checked += reading.records();
            boolean isComplete = reading.isWhole() && reaches(reading.last(), mark);
            if (isComplete) {
                cutTail(reading);
                last = replay(opened, place, reading);
            } else if (reading.newer().isEmpty() && reaches(place, mark)) {
                last = beginJournalAnew(place, reading);
            } else {
                // the database has less than was reported, and the journal does not lead on from it
                letGo();
                last = rebuild(mark);
                opened = java.util.Objects.requireNonNull(database);
            }
        }
        migrate(opened);
        if (highWater.found() != HighWater.Found.WHOLE && last.seq() > 0) {
            repairs.add(Repair.MARK_WRITTEN_ANEW);
        }
        opened.sync();
        highWater.note(last.seq(), last.hash());
        highWater.force();
        StoreRepairs done = new StoreRepairs(checked, restored, List.copyOf(figures.values()), repairs, setAside.name());
        if (done.isWorthTelling()) {
            LOG.warn("Repaired at start: {}, {} saves restored from the journal, set aside in {}", repairs, restored, setAside.name());
        }
        return new Opened(opened, highWater, last, done);
    }

    /** True if a place is not before the mark, and is the mark's if it is the same number. */
    private static boolean reaches(JournalPosition place, JournalPosition mark) {
        return place.seq() > mark.seq() || place.seq() == mark.seq() && place.hash().equals(mark.hash());
    }

    private static ReportingException lost(JournalReader.Reading reading, JournalPosition mark) {
        String detail = reading.isWhole() ? "journal " + reading.last().seq() + " < " + mark.seq() : reading.damage();
        return new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", detail));
    }

    /** Opens the database if it is whole; leaves none open otherwise. */
    private JournalPosition openDatabase(HighWater highWater) throws ReportingException, IOException {
        boolean isMissing = !Files.exists(folder.databaseFile());
        boolean isAsClosed = !isMissing && highWater.isAsClosed(folder.databaseFile());
        boolean hasHistory = highWater.mark().seq() > 0 || !JournalReader.segments(folder.journal()).isEmpty();
        try {
            if (isMissing && hasHistory) {
                return JournalPosition.BEGINNING;
            }
            if (hasEndedOpening() && hasHistory && hasBase()) {
                LOG.warn("The start before ended while the database was being opened; it is built anew");
                return JournalPosition.BEGINNING;
            }
            noteOpening();
            Database opened = Database.open(disk, folder.database(), folder.databaseFile(), key, steps);
            database = opened;
            JournalPosition place = opened.start();
            if (opened.schemaVersion() > opened.newestSchema()) {
                throw new ReportingException(ErrorCode.STORE_NEWER, Map.of());
            }
            if (isAsClosed || opened.isWhole()) {
                return place;
            }
            LOG.warn("The database's rows do not add up to what was noted with the last save");
        } catch (SQLException | IllegalStateException | IllegalArgumentException e) { // H2 throws the last two for damaged pages
            if (isNoRoom(e)) {
                throw DataFolder.notWritable(e);
            }
            LOG.warn("The database cannot be read", e);
        } finally {
            Files.deleteIfExists(folder.opening());
        }
        letGo();
        database = null;
        return JournalPosition.BEGINNING;
    }

    /**
     * A torn page can name a length that no memory holds, and out of memory the program ends. It would end so at every start, were the file
     * that ended it opened once more. The note counts once: the start after this one opens the file again.
     */
    private boolean hasEndedOpening() throws IOException { return Files.deleteIfExists(folder.opening()); }

    private void noteOpening() {
        try {
            Files.createDirectories(folder.opening().resolveSibling("."));
            Files.write(folder.opening(), new byte[0]);
        } catch (IOException e) {
            LOG.warn("Opening the database cannot be noted", e);
        }
    }

    /** True if there is something to build the database from: a backup, or a journal that goes back to the beginning. */
    private boolean hasBase() throws ReportingException {
        return Anchor.read(folder.journal(), key).seq() == 0 || !new BackupFiles(disk, folder, key, steps).newestFirst().isEmpty();
    }

    /**
     * A full or write-protected disk is no damage. Out of memory is: a torn page can name a length that no memory holds, in about one power
     * cut of a hundred.
     */
    private static boolean isNoRoom(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && !(cause instanceof java.io.EOFException) || message.contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    /** Tries the backups, newest first, then the journal from its beginning; each together with the journal behind it. */
    private JournalPosition rebuild(JournalPosition mark) throws ReportingException, SQLException, IOException {
        setAside.move(List.of(folder.databaseFile()));
        ReportingException failure = new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "store/main.mv.db"));
        List<Path> bases = new ArrayList<>(new BackupFiles(disk, folder, key, steps).newestFirst());
        if (Anchor.read(folder.journal(), key).seq() == 0) {
            bases.add(NOTHING);
        }
        for (Path base : bases) {
            Files.deleteIfExists(folder.databaseFile());
            if (!base.equals(NOTHING) && !new BackupFiles(disk, folder, key, steps).isTaken(base)) {
                continue;
            }
            Database fresh = Database.open(disk, folder.database(), folder.databaseFile(), key, steps);
            database = fresh;
            JournalPosition place = fresh.start();
            JournalReader.Reading reading = new JournalReader(folder.journal(), key, place).read();
            checked += reading.records();
            if (reading.isWhole() && reaches(reading.last(), mark)) {
                cutTail(reading);
                repairs.add(Repair.DATABASE_REBUILT);
                return replay(fresh, place, reading);
            }
            if (place.seq() > 0 && reading.newer().isEmpty() && reaches(place, mark)) {
                repairs.add(Repair.DATABASE_REBUILT);
                return beginJournalAnew(place, reading);
            }
            failure = lost(reading, mark);
            letGo();
        }
        Files.deleteIfExists(folder.databaseFile());
        setAside.undo();
        throw failure;
    }

    private JournalPosition beginJournalAnew(JournalPosition place, JournalReader.Reading reading) throws ReportingException {
        LOG.warn("The journal is damaged ({}); the database has everything up to {}", reading.damage(), place.seq());
        List<Path> old = new ArrayList<>(JournalReader.segments(folder.journal()));
        Anchor.write(disk, folder.journal(), key, place);
        setAside.move(old);
        repairs.add(Repair.JOURNAL_BEGUN_ANEW);
        return place;
    }

    private void cutTail(JournalReader.Reading reading) throws ReportingException, IOException {
        JournalReader.Tail tail = reading.tail();
        if (tail == null) {
            return;
        }
        repairs.add(Repair.TAIL_CUT);
        if (tail.length() < 0) {
            disk.delete(tail.file());
            disk.syncDirectory(folder.journal());
            return;
        }
        try (FileChannel channel = disk.open(tail.file(), StandardOpenOption.WRITE)) {
            channel.truncate(tail.length());
            channel.force(true);
        }
    }

    private JournalPosition replay(Database into, JournalPosition place, JournalReader.Reading reading)
            throws SQLException, ReportingException {
        JournalPosition last = place;
        for (JournalReader.Entry entry : reading.newer()) {
            if (entry.schemaVersion() > into.newestSchema()) {
                throw new ReportingException(ErrorCode.STORE_NEWER, Map.of());
            }
            into.migrateTo(entry.schemaVersion());
            JournalRecord content = entry.content();
            for (RowChange change : content.payload().changes()) {
                into.tables().apply(change);
            }
            last = new JournalPosition(content.seq(), entry.hash());
            into.putPosition(last);
            into.commit();
            restored++;
            note(content);
        }
        if (restored > 0) {
            repairs.add(Repair.REPLAYED);
        }
        return last;
    }

    /** Remembers restored figures for the words that tell of them; the report's row carries the time. */
    private void note(JournalRecord content) {
        Instant at = null;
        for (RowChange change : content.payload().changes()) {
            String changedAt = change.values().get("changed_at");
            if (changedAt != null) {
                at = Instant.parse(changedAt);
            }
        }
        for (RowChange change : content.payload().changes()) {
            if (change.table().equals(Table.FIGURE.name()) && change.action() == RowChange.Action.PUT) {
                String report = String.valueOf(change.values().get("report"));
                String code = String.valueOf(change.values().get("code"));
                figures.remove(report + code);
                figures.put(report + code,
                        new RestoredFigure(ReportId.parse(report), code, String.valueOf(change.values().get("typed")), at));
            }
        }
    }

    /** Newer tables come only after everything was applied, and after a copy of what was. */
    private void migrate(Database opened) throws SQLException, ReportingException {
        int version = opened.schemaVersion();
        if (version > 0 && version < opened.newestSchema()) {
            opened.sync();
            new BackupFiles(disk, folder, key, steps).makeBeforeMigration(opened, version);
        }
        opened.migrateTo(opened.newestSchema());
    }

    private void letGo() {
        Database open = database;
        database = null;
        if (open != null) {
            try {
                open.abandon();
            } catch (SQLException e) {
                LOG.debug("The database that failed could not be closed either", e);
            }
        }
    }
}
