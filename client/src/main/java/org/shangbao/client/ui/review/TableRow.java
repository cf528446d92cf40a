package org.shangbao.client.ui.review;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.FigureValue;
import org.shangbao.wire.v1.FinalizedReport;

/** A line of a report's table. */
public sealed interface TableRow {

    /** A heading between lines. */
    record Heading(Part part, int count) implements TableRow {}

    /** The heading of an indicator when the table follows the form. */
    record Group(int number, String name, String nameEn) implements TableRow {}

    /** What stands under a heading. */
    enum Part {
        /** Figures without an exception. */
        QUIET,
        /** Texts and files. */
        TEXTS,
        /** Nothing differs from the revision before. */
        NOTHING_CHANGED
    }

    /** A line that can be focused and given a reason. */
    sealed interface Answer extends TableRow {
        /** Code of the figure or item. */
        String code();

        /** What it is called. */
        String label();

        /** The same in English, empty if the edition brings none. */
        String labelEn();

        /** True if it differs from the revision before. */
        boolean changed();
    }

    /**
     * A figure.
     *
     * @param code      figure code
     * @param label     what it counts
     * @param labelEn   the same in English
     * @param unit      printed unit
     * @param value     this period
     * @param previous  the previous period's approved value
     * @param change    against it
     * @param changed   true if it differs from the revision before
     * @param before    value in the revision before, MISSING if there is none
     * @param explained the county's explanation, null if none was asked
     * @param exception true if it is to be looked at first
     */
    record Figure(String code, String label, String labelEn, String unit, FigureValue value, FigureValue previous, Change change,
            boolean changed, FigureValue before, FinalizedReport.@Nullable Explained explained, boolean exception) implements Answer {}

    /**
     * A text with its files.
     *
     * @param code    item code
     * @param label   the item in a few words
     * @param labelEn the same in English
     * @param text    the text, empty if there is none
     * @param files   names of attached files
     * @param changed true if text or files differ from the revision before
     */
    record Text(String code, String label, String labelEn, String text, List<String> files, boolean changed) implements Answer {
        /** Copies the list. */
        public Text {
            files = List.copyOf(files);
        }
    }

    /** What is said about an answer in the last column. */
    enum Verdict {
        /** A note is written on a draft. */
        NOTE,
        /** A draft, which has no paper to compare with. */
        DRAFT,
        /** A reason for returning is written. */
        REASON,
        /** The county explained it. */
        EXPLAINED,
        /** The paper is of exactly this revision. */
        AGREES,
        /** No machine read the paper: compare by eye. */
        BY_EYE,
        /** No accepted paper is there. */
        NO_PAPER
    }
}
