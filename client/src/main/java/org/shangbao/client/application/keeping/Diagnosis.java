package org.shangbao.client.application.keeping;

import java.util.List;
import java.util.Map;

/**
 * How a data folder is, on one page.
 *
 * @param lines one line for each thing looked at, in the order of looking
 */
public record Diagnosis(List<Line> lines) {

    /** Copies the list. */
    public Diagnosis {
        lines = List.copyOf(lines);
    }

    /** A thing that is looked at. */
    public enum Check {
        /** Where the folder lies. */
        PLACE,
        /** Room on its disk. */
        ROOM,
        /** Key files. */
        KEYS,
        /** Opening the store, with what had to be repaired for it. */
        OPENING,
        /** Every row of every table. */
        ROWS,
        /** Digests of finalized reports. */
        DIGESTS,
        /** The whole journal. */
        JOURNAL,
        /** Prints, scans and attachments. */
        FILES,
        /** Copies on a second drive. */
        SECOND_DRIVE,
        /** Backups, each opened. */
        BACKUPS
    }

    /** How a thing was found. */
    public enum Verdict {
        /** Well. */
        WELL,
        /** Well now, after a repair at this opening. */
        REPAIRED,
        /** Works, and something should be done soon. */
        ADVICE,
        /** Damaged. */
        DAMAGED
    }

    /**
     * A line of the page.
     *
     * @param check   what was looked at
     * @param verdict how it was found
     * @param values  values for the line's text
     */
    public record Line(Check check, Verdict verdict, Map<String, String> values) {
        /** Copies the map. */
        public Line {
            values = Map.copyOf(values);
        }
    }

    /** Returns the worst verdict on the page. */
    public Verdict worst() {
        return lines.stream().map(Line::verdict).max(java.util.Comparator.naturalOrder()).orElse(Verdict.WELL);
    }
}
