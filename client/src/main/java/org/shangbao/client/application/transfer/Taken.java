package org.shangbao.client.application.transfer;

import java.time.Instant;
import java.util.List;

import org.shangbao.wire.v1.transfer.PartOutcome;

/** What became of a file that was taken. */
public sealed interface Taken {

    /**
     * News from the server were stored.
     *
     * @param at       server time of the package
     * @param periods  periods this office is asked to report for, that it was not before
     * @param reports  reports in it
     * @param arrived  drafts of this office that were not known to have arrived
     * @param refused  what the server did not take of this office's packages, not told before
     * @param unknown  parts this version of the program does not know
     */
    record News(Instant at, List<String> periods, int reports, int arrived, List<PartOutcome> refused, int unknown) implements Taken {
        /** Copies the lists. */
        public News {
            periods = List.copyOf(periods);
            refused = List.copyOf(refused);
        }
    }

    /** This office knows of everything in it; {@code at} is the package's server time. */
    record NothingNew(Instant at) implements Taken {}

    /**
     * A unit's package was passed on.
     *
     * @param unitName name of the unit it is from, its id if it is not below
     * @param period   period of the report it is about
     * @param taken    parts the server has
     * @param refused  parts it refused
     */
    record PassedOn(String unitName, String period, int taken, List<PartOutcome> refused) implements Taken {
        /** Copies the list. */
        public PassedOn {
            refused = List.copyOf(refused);
        }
    }

    /** A unit's package waits for the link, in the outbox. */
    record Waits(String unitName, String period) implements Taken {}
}
