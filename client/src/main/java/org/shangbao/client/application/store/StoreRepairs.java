package org.shangbao.client.application.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportId;

/**
 * What opening the store found and put right.
 *
 * @param checked  journal records that were checked
 * @param restored saves the database did not have and now has again from the journal
 * @param figures  figures among them, in the order in which they were typed, each with its last value
 * @param repairs  what was done
 * @param keptIn   folder in which the files as they were found are kept, empty if none had to be
 */
public record StoreRepairs(long checked, int restored, List<RestoredFigure> figures, Set<Repair> repairs, String keptIn) {

    /** Copies the lists. */
    public StoreRepairs {
        figures = List.copyOf(figures);
        repairs = Set.copyOf(repairs);
    }

    /** A kind of repair. */
    public enum Repair {
        /** The database was older; its saves were applied again from the journal. Normal after a power cut. */
        REPLAYED,
        /** A half journal record was cut off; nobody had been told that it was saved. */
        TAIL_CUT,
        /** The database was damaged or gone and was built again. */
        DATABASE_REBUILT,
        /** The journal was damaged; the database had everything, so the journal was begun anew behind it. */
        JOURNAL_BEGUN_ANEW,
        /** The file with the high-water mark was damaged or gone and was written anew. */
        MARK_WRITTEN_ANEW,
        /** The key file was damaged or gone and was written anew from its copy, or the copy from it. */
        KEYS_WRITTEN_ANEW
    }

    /**
     * A figure that was restored.
     *
     * @param report report it belongs to
     * @param code   figure code
     * @param typed  what was typed
     * @param at     when by this computer's clock, null if the journal does not tell
     */
    public record RestoredFigure(ReportId report, String code, String typed, @Nullable Instant at) {}

    /** True if something was repaired that a person should hear of. */
    public boolean isWorthTelling() {
        return restored > 0 || repairs.stream().anyMatch(repair -> repair != Repair.TAIL_CUT);
    }
}
